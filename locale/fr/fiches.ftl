# Fiches et trame.
fiches-title = Fiches
fiches-count = { $count ->
    [one] Une fiche
   *[other] { $count } fiches
 }
fiches-shown = { $shown ->
    [one] Une fiche sur { $total }
   *[other] { $shown } fiches sur { $total }
 }
fiches-new = Nouvelle fiche
fiches-order = Ordonner
fiches-view = Affichage
fiches-view-matrix = Tableau
fiches-view-list = Liste
fiches-search = Chercher
fiches-search-placeholder = Titre ou accroche
fiches-filters = Chercher, filtrer
fiches-clear = { $count ->
    [one] Tout afficher (un filtre)
   *[other] Tout afficher ({ $count } filtres)
 }
fiches-all-etapes = Toutes les étapes
fiches-all-structures = Toutes les structures
fiches-all-statuses = Tous les états
fiches-all-kinds = Tous les types
fiches-archived-count = Fiches archivées ({ $count })
fiches-nothing-found = Aucune fiche ne correspond à ces choix.
fiches-nothing-archived = Aucune fiche n’est archivée.
fiches-empty-title = Le dossier est encore vide
fiches-empty-text = Une fiche tient sur une feuille : un premier accès très léger au recto, un approfondissement au verso. Ouvrez la première ; vous pourrez l’écrire à plusieurs, en même temps.
fiches-empty-read = Une fiche tient sur une feuille : un premier accès très léger au recto, un approfondissement au verso. Les premières apparaîtront ici dès qu’un partenaire les ouvrira.
fiches-no-etapes = Les étapes du parcours ne sont pas encore nommées : elles forment les colonnes du tableau. L’animation les nomme dans Réglages.
fiches-matrix-caption = Les fiches par structure et par étape du parcours
fiches-list-caption = Les fiches dans leur ordre
fiches-matrix-corner = Structure
fiches-matrix-across = Toutes étapes
fiches-matrix-common = Tout le groupe
fiches-more = { $count ->
    [one] une autre
   *[other] { $count } autres
 }
fiches-legend = Légende
fiches-by = { $when }, par { $name }
fiches-words = { $recto } + { $verso } mots
fiches-now = En ce moment
fiches-now-writing = { $name } écrit dans { $fiche }
fiches-now-reading = { $name } est dans { $fiche }

fiches-kind = Type
fiches-kind-etape = Étape
fiches-kind-structure = Structure
fiches-kind-free = Libre
fiches-kind-etape-help = Une fiche d’étape parle d’un moment du parcours ; les structures y apparaissent ensuite.
fiches-kind-structure-help = Une fiche de structure présente une structure.
fiches-kind-free-help = Une fiche libre traite du sujet de votre choix.
fiches-status = État
fiches-status-draft = Brouillon
fiches-status-in-review = En relecture
fiches-status-approved = Approuvée
fiches-status-published = Publiée
fiches-lightness-blank = À écrire
fiches-lightness-light = Légère
fiches-lightness-fair = À la limite
fiches-lightness-heavy = Trop longue

fiches-etapes = Étapes
fiches-structures = Structures
fiches-questions = Questions auxquelles elle répond
fiches-choose = Choisir
fiches-title-field = Titre
fiches-title-help = Un titre court se retient mieux.
fiches-accroche = Accroche
fiches-accroche-help = Une ou deux phrases courtes, qui donnent envie de lire.
fiches-create = Créer la fiche
fiches-created = Fiche créée. Vous pouvez écrire.
fiches-save = Enregistrer
fiches-saved = Fiche enregistrée.
fiches-cancel = Annuler

fiches-order-title = Ordonner les fiches
fiches-order-text = Cet ordre est celui de la chemise : il vaut pour le tableau, l’impression et le site.
fiches-order-which = Fiche à déplacer
fiches-order-place = Nouvelle place
fiches-order-move = Déplacer
fiches-order-moved = « { $title } » est maintenant à la place { $place }.

fiche-back = Toutes les fiches
fiche-missing-title = Cette fiche n’est pas ici
fiche-missing-text = Elle n’existe pas, ou elle appartient à un autre groupe. L’adresse a peut-être été coupée en chemin.
fiche-properties = Propriétés
fiche-archive = Archiver
fiche-restore = Rétablir
fiche-archived = Fiche archivée le { $date }. Son texte est gardé, en lecture seule.
fiche-archive-title = Archiver cette fiche ?
fiche-archive-text = « { $title } » quittera le tableau et son texte ne pourra plus être modifié. Rien n’est effacé : vous pourrez la rétablir.
fiche-archive-yes = Archiver la fiche
fiche-archive-done = Fiche archivée.
fiche-restore-done = Fiche rétablie, à la fin du tableau.
fiche-level1 = Premier accès
fiche-level1-hint = Le plus léger possible : l’essentiel en { $target } mots, titre et accroche compris.
fiche-level1-placeholder = L’essentiel, pour quelqu’un qui découvre…
fiche-level2 = Approfondissement
fiche-level2-hint = Pour qui veut aller plus loin : { $target } mots au plus.
fiche-level2-placeholder = Les précisions, les conditions, les exemples…
fiche-version-name = Nom de la version
fiche-version-name-placeholder = Présentée à la réunion de janvier
fiche-version-keep = Garder cette version
fiche-version-kept = Version « { $name } » gardée.

trame-title = Trame
trame-lead = Les questions auxquelles la présentation répond, dans l’ordre où un porteur de projet se les pose.
trame-edit = Modifier la trame
trame-empty-title = La trame est encore vide
trame-empty-edit = Écrivez les premières questions, celles que se posent les porteurs de projet : elles guideront les fiches.
trame-empty-read = L’animation du groupe y écrira les questions qui guident les fiches.
trame-unanswered = Aucune fiche n’y répond encore
trame-answered-count = { $count ->
    [0] Aucune question n’a encore de fiche.
    [one] Une question sur { $total } a déjà une fiche.
   *[other] { $count } questions sur { $total } ont déjà une fiche.
 }
trame-question = Question { $number }
trame-place = Place
trame-etape = Étape
trame-english = En anglais
trame-no-etape = Sans étape
trame-remove = Mettre cette question de côté
trame-remove-linked = { $count ->
    [one] Mettre cette question de côté (une fiche y répond)
   *[other] Mettre cette question de côté ({ $count } fiches y répondent)
 }
trame-add = Ajouter des questions
trame-add-help = Une question par ligne ; elles se placent à la fin.
trame-save = Enregistrer la trame
trame-saved = Trame enregistrée.

field-title = Titre
field-accroche = Accroche
field-question = Question
field-list = Liste

error-fiche-etape = Une fiche d’étape est liée à une étape au moins. Choisissez-en une ; l’animation nomme les étapes dans Réglages.
error-fiche-structure = Une fiche de structure est liée à une structure au moins. Choisissez-en une.
error-fiche-archived = Cette fiche est archivée : rétablissez-la avant de la modifier.
error-fiche-not-archived = Cette fiche n’est pas archivée.
error-fiche-settled = Cette fiche est approuvée : son titre et son accroche ne changent plus. Rouvrez-la d’abord, en disant pourquoi.
error-same-question = La question « { $question } » y est deux fois.
error-picture-kind = Ce fichier n’est pas une image PNG, JPEG ou WebP.
error-picture-broken = Cette image est abîmée ou incomplète. Ouvrez-la et enregistrez-la de nouveau, puis réessayez.
error-picture-pixels = Cette image est trop grande : { $maximum } millions de pixels au plus.
error-picture-large = Ce fichier est trop lourd : { $megabytes } Mo au plus.
