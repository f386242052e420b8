# Lightness: the group's targets, the meter, the preview.
lightness-zone-title = Title
lightness-zone-accroche = Tagline
lightness-zone-recto = Front
lightness-zone-verso = Back
lightness-words = { $count ->
    [one] { $count } word of { $target } advised
   *[other] { $count } words of { $target } advised
 }
lightness-sentence = Longest sentence: { $count } words.
lightness-sentence-long = Longest sentence: { $count } words, { $target } advised.
lightness-ease-good = Ease of reading (French): { $ease } of 100, above your target of { $target }. A hint only.
lightness-ease-hard = Ease of reading (French): { $ease } of 100, below your target of { $target }. A hint only: shorter sentences and words raise it.
lightness-pictures = { $count ->
    [one] one picture
   *[other] { $count } pictures
 }
lightness-key-figures = { $count ->
    [one] one key figure
   *[other] { $count } key figures
 }
lightness-tables = { $count ->
    [one] one table
   *[other] { $count } tables
 }
lightness-visuals = Visuals: { $what }.
lightness-visuals-share = Visuals: { $what }. On the sheet, { $seen }% is visual and { $text }% text.
lightness-visuals-none = No visual: a picture or a key figure would lighten this side.
lightness-fits = Fits on the sheet
lightness-fits-not = { $count ->
    [one] One line too many for the sheet ({ $mm } mm)
   *[other] { $count } lines too many for the sheet ({ $mm } mm)
 }
lightness-fits-unknown = The sheet could not be measured

lightness-preview = Preview
lightness-preview-help = The fiche on its sheet and on a phone, while people write.
lightness-preview-sheet = Sheet
lightness-preview-phone = Phone
lightness-preview-side = { $side }, as it will be printed
lightness-preview-unknown = The sheet could not be drawn. It will come back by itself; if the text is very long, shorten it.
lightness-phone-more = In depth

lightness-targets-lead = What the group aims at for each fiche, in words. The editor’s meter and the board follow these targets.
lightness-targets-source = Where the advised values come from
lightness-targets-source-text = A leaflet holds 250 words and its title seven (L. Dupont, University of Ottawa, quoted by the ROBVQ communication guide). A feuillet is 250 words, and half of one suits visual media (agro-food-redaction.fr). A sentence is well understood up to twenty or twenty-five words (insidegovuk.blog.gov.uk, textoh.ch). From there, our choice: 100 words on the front, 250 on the back, and some room before a fiche is called too long. Ease of reading is the score of Kandel and Moles (1958) for French: 207 − 1.015 × words per sentence − 73.6 × syllables per word.
lightness-targets-words = Words aimed at
lightness-targets-limit = Too long beyond
lightness-targets-default = Advised: { $target }, and too long beyond { $limit }.
lightness-targets-default-one = Advised: { $target }.
lightness-targets-recto-help = All of the first side: title, tagline and first reading.
lightness-targets-sentence-recto = Longest sentence, front
lightness-targets-sentence-verso = Longest sentence, back
lightness-targets-ease = Ease of reading aimed at, of 100
lightness-targets-paper = Sheet
lightness-paper-a4 = A4 (210 × 297 mm)
lightness-paper-a5 = A5 (148 × 210 mm)
lightness-targets-save = Save the targets
lightness-targets-reset = Go back to the advised values
lightness-targets-saved = The group’s targets are saved.
lightness-targets-value = Value
lightness-targets-what = Target
lightness-targets-value-words = { $target } words, too long beyond { $limit }
lightness-targets-value-sentence = { $target } words

error-target-range = Each target is a number between { $least } and { $most }.
error-target-limit = “Too long beyond” ({ $limit }) cannot be smaller than the words aimed at ({ $target }).
