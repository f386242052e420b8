# Import and export.
import-open = Import
import-title = Import into this fiche
import-lead = The text goes to the end of what is already written. Nothing is erased, and you see everything before you confirm.
import-from = Where does the text come from?
import-from-file = A file
import-from-paste = A text to paste
import-file = File
import-file-help = Word (.docx), LibreOffice (.odt), Markdown (.md), web page (.html), text (.txt) or an export of Chemise (.json); { $megabytes } MB at most.
import-paste = Text to paste
import-paste-help = An empty line parts two paragraphs; a dash at the start of a line makes a list.
import-level = Where should it go?
import-boxes = Take text boxes as callouts
import-boxes-help = Word’s text boxes float outside of the text. They will be placed after the paragraph they hang on.
import-preview = What will be added
import-nothing-taken = Nothing of this document can be taken; see below what it holds.
import-words = { $words ->
    [one] One word will be added.
   *[other] { $words } words will be added.
 }
import-words-heavy = { $words } words will be added. A fiche aims at { $target } on this side: it will have to be made lighter.
import-left-out = What will not be taken
import-left-out-none = All the text of the document is taken.
import-look-at = To check after the import
import-confirm = Add to the fiche
import-choose-first = Choose a file or paste a text: the preview will appear here.
import-done = { $words ->
    [one] One word added to the fiche.
   *[other] { $words } words added to the fiche.
 }
import-done-pictures = Added to the fiche: { $words ->
    [0] { $pictures ->
        [one] one picture.
       *[other] { $pictures } pictures.
     }
    [one] one word, { $pictures ->
        [one] one picture.
       *[other] { $pictures } pictures.
     }
   *[other] { $words } words, { $pictures ->
        [one] one picture.
       *[other] { $pictures } pictures.
     }
 }
import-pictures = { $count ->
    [one] One picture
   *[other] { $count } pictures
 }
import-pictures-lead = Say what each picture shows, for who does not see it. A picture cropped in the document comes in whole.
import-picture-take = Take this picture
import-picture-alt = Alternative text
import-more = { $count ->
    [one] and one other passage
   *[other] and { $count } other passages
 }
import-all-words = Read these passages in full

import-note-text-box = { $count ->
    [one] One text box
   *[other] { $count } text boxes
 }
import-note-comment = { $count ->
    [one] One comment
   *[other] { $count } comments
 }
import-note-footnote = { $count ->
    [one] One footnote
   *[other] { $count } footnotes
 }
import-note-header = { $count ->
    [one] One header or footer
   *[other] { $count } headers or footers
 }
import-note-deleted = { $count ->
    [one] One passage deleted with tracked changes
   *[other] { $count } passages deleted with tracked changes
 }
import-note-image = { $count ->
    [one] One picture outside of the text: add it with the editor’s Picture button
   *[other] { $count } pictures outside of the text: add them with the editor’s Picture button
 }
import-note-image-remote = { $count ->
    [one] One picture that lies elsewhere: the document holds only its address. Save it, then add it with the Picture button
   *[other] { $count } pictures that lie elsewhere: the document holds only their addresses. Save them, then add them with the Picture button
 }
import-note-image-kind = { $count ->
    [one] One picture of a kind that is not taken: save it as PNG, JPEG or WebP, then add it with the Picture button
   *[other] { $count } pictures of a kind that is not taken: save them as PNG, JPEG or WebP, then add them with the Picture button
 }
import-note-image-broken = { $count ->
    [one] One damaged picture, which cannot be read to its end: take the original with the Picture button
   *[other] { $count } damaged pictures, which cannot be read to their end: take the originals with the Picture button
 }
import-note-image-large = { $count ->
    [one] One picture that is too large: make it smaller, then add it with the Picture button
   *[other] { $count } pictures that are too large: make them smaller, then add them with the Picture button
 }
import-note-image-many = { $count ->
    [one] One picture beyond those that one import takes: add it with the Picture button
   *[other] { $count } pictures beyond those that one import takes: add them with the Picture button
 }
import-note-image-moved = { $count ->
    [one] One picture that stood in a list, a quote or a table, placed right after it
   *[other] { $count } pictures that stood in a list, a quote or a table, placed right after it
 }
import-note-equation = { $count ->
    [one] One formula
   *[other] { $count } formulas
 }
import-note-drawing = { $count ->
    [one] One drawing, diagram or object
   *[other] { $count } drawings, diagrams or objects
 }
import-note-metadata = { $count ->
    [one] One block of settings
   *[other] { $count } blocks of settings
 }
import-note-link = { $count ->
    [one] One link: its words stay, its address is not allowed
   *[other] { $count } links: their words stay, their addresses are not allowed
 }
import-note-form = { $count ->
    [one] One form field
   *[other] { $count } form fields
 }
import-note-box-placed = { $count ->
    [one] One text box, taken as a callout
   *[other] { $count } text boxes, taken as callouts
 }
import-note-inserted = { $count ->
    [one] One tracked insertion, taken as accepted
   *[other] { $count } tracked insertions, taken as accepted
 }
import-note-merged = { $count ->
    [one] One merged table cell, taken as a single cell
   *[other] { $count } merged table cells, taken as single cells
 }

export-open = Export
export-lead-one = This fiche, as a file to keep or to send:
export-lead-all = All fiches of the board, in their order, as one file:
export-docx = Word (.docx)
export-docx-help = to go on elsewhere
export-pdf = PDF
export-pdf-help = to read and print
export-md = Markdown (.md)
export-md-help = plain text
export-json = Data (.json)
export-json-help = complete, can be imported again
exchange-contents = Contents
exchange-picture = Picture: { $alt }{ $credit }
exchange-tone-info = Good to know
exchange-tone-warning = Beware
exchange-tone-idea = Idea

error-import-empty = This file is empty.
error-import-large = This file is larger than { $megabytes } MB. Make its pictures smaller, or copy the useful text and paste it here.
error-import-kind = This kind of file cannot be read here. Save it as .docx, .odt, .md, .html or .txt.
error-import-program = This file is a program, not a document. Nothing of it was read. If somebody sent it to you as a document, tell them.
error-import-encrypted = This document is protected by a password. Open it in Word or LibreOffice, save it without a password, then come back.
error-import-old-word = This document comes from an old version of Word (.doc). Open it and save it as .docx.
error-import-pdf = A PDF does not keep the structure of the text. Import the document it was made from, or copy the text and paste it here.
error-import-mismatch = The content of this file is not what its name says. Open it in the program that made it, and save it again.
error-import-damaged = This document is damaged and cannot be read to its end. Open it in the program that made it, and save it again.
error-import-bomb = This document grows out of all measure when it is opened: it was not read. Copy the useful text and paste it here.
error-import-entities = This document holds instructions that we refuse to follow: it was not read. Copy the useful text and paste it here.
error-import-json = This .json file is not an export of fiches of Chemise, or it was changed.
error-import-alt = { $count ->
    [one] One picture has no alternative text yet: write what it shows, or untick it.
   *[other] { $count } pictures have no alternative text yet: write what they show, or untick them.
 }
field-alt = Alternative text
error-import-pages = This text is about { $pages } pages long; a fiche takes { $maximum } at most at a time. Keep the useful passages, or spread them over several fiches.
error-import-nothing = No word was found in this document.
error-document-not-made = This PDF could not be made just now. Nothing is lost: try again in a minute, and tell the facilitator if it happens again.
error-export-empty = There is no fiche to export yet. Open one first.
