# Légèreté : les repères du groupe, la jauge, l’aperçu.
lightness-zone-title = Titre
lightness-zone-accroche = Accroche
lightness-zone-recto = Recto
lightness-zone-verso = Verso
lightness-words = { $count ->
    [one] { $count } mot sur { $target } conseillés
   *[other] { $count } mots sur { $target } conseillés
 }
lightness-sentence = Phrase la plus longue : { $count } mots.
lightness-sentence-long = Phrase la plus longue : { $count } mots, pour { $target } conseillés.
lightness-ease-good = Lisibilité : { $ease } sur 100, au-dessus de votre repère de { $target }. Simple indication.
lightness-ease-hard = Lisibilité : { $ease } sur 100, sous votre repère de { $target }. Simple indication : des phrases et des mots plus courts la font monter.
lightness-pictures = { $count ->
    [one] une image
   *[other] { $count } images
 }
lightness-key-figures = { $count ->
    [one] un chiffre clé
   *[other] { $count } chiffres clés
 }
lightness-tables = { $count ->
    [one] un tableau
   *[other] { $count } tableaux
 }
lightness-visuals = Visuels : { $what }.
lightness-visuals-share = Visuels : { $what }. Sur la feuille, { $seen } % de visuels et { $text } % de texte.
lightness-visuals-none = Aucun visuel : une image ou un chiffre clé allégerait ce côté.
lightness-fits = Tient sur la feuille
lightness-fits-not = { $count ->
    [one] Dépasse la feuille d’une ligne ({ $mm } mm)
   *[other] Dépasse la feuille de { $count } lignes ({ $mm } mm)
 }
lightness-fits-unknown = La feuille n’a pas pu être mesurée

lightness-preview = Aperçu
lightness-preview-help = La fiche sur sa feuille et sur un téléphone, pendant que l’on écrit.
lightness-preview-sheet = Feuille
lightness-preview-phone = Téléphone
lightness-preview-side = { $side }, tel qu’il sera imprimé
lightness-preview-unknown = La feuille n’a pas pu être dessinée. Elle reviendra d’elle-même ; si le texte est très long, raccourcissez-le.
lightness-phone-more = Approfondissement

lightness-targets-lead = Ce que le groupe vise pour chaque fiche, en mots. La jauge de l’éditeur et le tableau des fiches suivent ces repères.
lightness-targets-source = D’où viennent les valeurs conseillées
lightness-targets-source-text = Un dépliant tient en 250 mots et son titre en sept (L. Dupont, université d’Ottawa, cité par le guide de communication du ROBVQ). Un feuillet compte 250 mots, et sa moitié convient aux supports visuels (agro-food-redaction.fr). Une phrase se comprend bien jusqu’à vingt ou vingt-cinq mots (insidegovuk.blog.gov.uk, textoh.ch). De là, notre choix : 100 mots au recto, 250 au verso, et une marge avant de parler de fiche trop longue. La lisibilité est l’indice de Kandel et Moles (1958) : 207 − 1,015 × mots par phrase − 73,6 × syllabes par mot.
lightness-targets-words = Mots visés
lightness-targets-limit = Trop long au-delà de
lightness-targets-default = Conseillé : { $target }, et trop long au-delà de { $limit }.
lightness-targets-default-one = Conseillé : { $target }.
lightness-targets-recto-help = Tout le premier côté : titre, accroche et premier accès.
lightness-targets-sentence-recto = Phrase la plus longue, au recto
lightness-targets-sentence-verso = Phrase la plus longue, au verso
lightness-targets-ease = Lisibilité visée, sur 100
lightness-targets-paper = Feuille
lightness-paper-a4 = A4 (210 × 297 mm)
lightness-paper-a5 = A5 (148 × 210 mm)
lightness-targets-save = Enregistrer les repères
lightness-targets-reset = Reprendre les valeurs conseillées
lightness-targets-saved = Les repères du groupe sont enregistrés.
lightness-targets-value = Valeur
lightness-targets-what = Repère
lightness-targets-value-words = { $target } mots, trop long au-delà de { $limit }
lightness-targets-value-sentence = { $target } mots

error-target-range = Chaque repère est un nombre entre { $least } et { $most }.
error-target-limit = « Trop long au-delà de » ({ $limit }) ne peut pas être plus petit que les mots visés ({ $target }).
