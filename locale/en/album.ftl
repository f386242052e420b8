# The group’s pictures.
images-title = Pictures
images-lead = The pictures that stand in the fiches: where they are, whose they are, how wide they print.
images-empty = No picture so far. Add one while writing a fiche: it will appear here, ready for the screen and for print.
images-count = { $count ->
    [one] One picture
   *[other] { $count } pictures
 }
images-small-count = { $count ->
    [one] One picture is too small for the width at which it prints. Ask its author for the original.
   *[other] { $count } pictures are too small for the width at which they print. Ask their authors for the originals.
 }
images-unsaid-count = { $count ->
    [one] One picture has no licence yet: say whose it is.
   *[other] { $count } pictures have no licence yet: say whose they are.
 }
images-more = See more
images-size = { $width } × { $height } pixels, sharp up to { $sharp } cm wide
images-print-copy = Copy for print, { $width } cm
images-in-clause = clause of the specification
images-in-version = version { $number } of the specification, which keeps it
images-in-decision = option of a decision
images-unused = Nowhere for now
images-unused-alt = Picture placed outside the fiches, or nowhere
images-sharp = printed { $width } cm wide: sharp
images-soft = printed { $width } cm wide: { $ppi } pixels an inch, a little small
images-coarse = printed { $width } cm wide: { $ppi } pixels an inch, too small
images-alt = Alternative text:
images-no-alt = missing
images-describe = Credit and licence
images-described = Credit and licence saved.
images-credit = Credit
images-credit-help = The author, as they want to be named.
images-source = Where it comes from
images-source-help = An address, a person, a letter of agreement.
images-licence = Licence
images-licence-unsaid = Licence to be said
images-licence-own = Made by the group
images-licence-agreed = Published with the author’s agreement
images-licence-cc0 = Public domain (CC0)
images-licence-cc-by = Creative Commons, with the name (CC BY)
images-licence-cc-by-sa = Creative Commons, with the name and alike (CC BY-SA)
images-licence-other = Other, said in the credit

field-credit = Credit
field-source = Where it comes from

error-picture-credit = This licence asks for the author’s name: write it in the credit.
