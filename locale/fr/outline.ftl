# La trame au travail, les trames proposées, l’organisation de la présentation.
outline-view = Affichage
outline-view-read = Questions
outline-view-work = Réorganiser
outline-view-variants = Autres trames
outline-view-compare = Comparer
outline-in-use = Trame actuelle
outline-answers = { $count ->
    [one] Une réponse de porteur de projet
   *[other] { $count } réponses de porteurs de projet
 }
outline-merged = Réunit aussi : { $questions }
outline-split-from = Partie d’une question scindée : { $question }
outline-new = Nouvelle
outline-fiches = { $count ->
    [0] aucune fiche
    [one] une fiche
   *[other] { $count } fiches
 }
outline-tally = { $started ->
    [0] Aucune question au départ
    [one] Une question au départ
   *[other] { $started } questions au départ
 }, { $kept ->
    [0] aucune retenue
    [one] une retenue
   *[other] { $kept } retenues
 }
outline-tally-merged = { $count ->
    [one] une réunie à une autre
   *[other] { $count } réunies à d’autres
 }
outline-tally-aside = { $count ->
    [one] une mise de côté
   *[other] { $count } mises de côté
 }
outline-tally-born = { $count ->
    [one] une ajoutée
   *[other] { $count } ajoutées
 }
outline-choose = Choisissez une question, puis déplacez-la
outline-hint = Glissez une question par sa poignée. Au clavier : les flèches choisissent, Alt et une flèche déplacent.
outline-away = Questions mises de côté
outline-away-hint = Mises de côté : glissez une question par sa poignée pour la remettre à sa place. Au clavier : Entrée la remet.
outline-back-at = « { $question } » revient à la place { $place } sur { $total }.
outline-drop-aside = Déposez ici pour mettre de côté
outline-none-kept = Aucune question n’est retenue. Ajoutez-en, ou remettez-en une qui est de côté.
outline-gone = Cette trame n’est plus là : elle a été retirée.
outline-up = Monter
outline-down = Descendre
outline-moved = « { $question } » est maintenant à la place { $place } sur { $total }.
outline-aside = Mettre de côté
outline-set-aside = « { $question } » est mise de côté.
outline-back = Remettre
outline-aside-count = { $count ->
    [one] Une question mise de côté
   *[other] { $count } questions mises de côté
 }
outline-reword = Reformuler
outline-reword-title = Reformuler la question
outline-reworded = Question reformulée.
outline-question = Question
outline-merge = Réunir
outline-merge-title = Réunir des questions
outline-merge-text = Les fiches et les réponses de chacune suivent. Vous pourrez les séparer de nouveau.
outline-merge-which = Questions à réunir
outline-merge-as = La question qu’elles deviennent
outline-merge-done = Questions réunies.
outline-unmerge = Séparer
outline-unmerged = Les questions sont de nouveau séparées.
outline-split = Scinder
outline-split-title = Scinder la question
outline-split-text = Une question par ligne, deux au moins. Chacune garde les fiches de la question de départ.
outline-split-parts = Les questions qu’elle devient
outline-split-done = Question scindée.
outline-add = Ajouter
outline-added = Questions ajoutées à la fin.
outline-erase = Effacer
outline-erase-title = Effacer cette question ?
outline-erase-text = « { $question } » sera effacée pour de bon{ $count ->
    [0] .
    [one] , avec son lien vers une fiche. La fiche reste.
   *[other] , avec ses liens vers { $count } fiches. Les fiches restent.
 }
outline-erase-yes = Effacer la question
outline-erased = Question effacée.

outline-variants-empty-title = Une autre trame est possible
outline-variants-text = Chaque partenaire peut proposer une autre trame : un autre ordre, moins de questions. La trame actuelle ne change pas tant que l’animation n’en adopte pas une autre.
outline-variants-read = Les partenaires peuvent proposer ici d’autres trames : un autre ordre, moins de questions.
outline-variants-back = Toutes les trames proposées
outline-propose = Proposer une autre trame
outline-propose-text = Vous partez d’une copie. Chaque question garde son origine : si la trame est adoptée, les fiches suivent.
outline-propose-yes = Créer ma proposition
outline-proposed = Proposition créée. Vous pouvez la travailler.
outline-name = Nom de la trame
outline-name-example = Par le collectif, en neuf questions
outline-reason = Pourquoi
outline-reason-help = En une ou deux phrases : ce qu’elle change, pour qui.
outline-copy-of = Partir de
outline-by = Proposée par { $name }, le { $when }
outline-nobody = une personne qui n’est plus là
outline-open-work = Travailler
outline-open-read = Lire
outline-compare-in-use = Comparer à la trame actuelle
outline-rename = Renommer
outline-renamed = Proposition renommée.
outline-withdraw = Retirer
outline-withdraw-title = Retirer cette proposition ?
outline-withdraw-text = « { $name } » quittera la liste. La trame actuelle ne change pas.
outline-withdraw-yes = Retirer la proposition
outline-withdrawn = Proposition retirée.
outline-adopt = Adopter
outline-adopt-title = Adopter cette trame ?
outline-adopt-text = « { $name } » deviendra la trame du groupe : { $before } questions aujourd’hui, { $after } dans la proposition. Les fiches et les réponses suivent leurs questions. Les questions arrivées depuis restent, à la fin.
outline-keep-as = La trame d’aujourd’hui sera gardée sous le nom
outline-keep-as-default = Trame d’avant le { $date }
outline-adopt-yes = Adopter la trame
outline-adopted = Trame adoptée. Celle d’avant est gardée parmi les autres trames.
outline-adopted-on = Adoptée le { $date }

outline-left = À gauche
outline-right = À droite
outline-became = Ce qu’elle devient
outline-compare-caption = Les deux trames côte à côte
outline-compare-empty = Il n’y a encore qu’une trame. Proposez-en une autre pour pouvoir comparer.
outline-compare-same = Choisissez deux trames différentes.
outline-reworded-too = reformulée
outline-verdict-kept = Gardée
outline-verdict-moved = Déplacée
outline-verdict-merged = Réunies
outline-verdict-split = Scindée
outline-verdict-new = Nouvelle
outline-verdict-back = Remise
outline-verdict-aside = Mise de côté
outline-verdict-absent = Absente
outline-count-kept = { $count ->
    [one] une gardée
   *[other] { $count } gardées
 }
outline-count-moved = { $count ->
    [one] une déplacée
   *[other] { $count } déplacées
 }
outline-count-merged = { $count ->
    [one] une réunion
   *[other] { $count } réunions
 }
outline-count-split = { $count ->
    [one] une issue d’une autre
   *[other] { $count } issues d’une autre
 }
outline-count-new = { $count ->
    [one] une nouvelle
   *[other] { $count } nouvelles
 }
outline-count-back = { $count ->
    [one] une remise
   *[other] { $count } remises
 }
outline-count-aside = { $count ->
    [one] une mise de côté
   *[other] { $count } mises de côté
 }
outline-count-absent = { $count ->
    [one] une absente
   *[other] { $count } absentes
 }

presentation-title = Présentation
presentation-lead = Le même dossier rangé des deux façons. Regardez les deux avant de décider.
presentation-empty = Il n’y a pas encore de fiche à ranger. Ouvrez la première dans Fiches.
presentation-chosen = Choisie par le groupe
presentation-choose = Choisir celle-ci
presentation-sheets = { $count ->
    [one] Une feuille
   *[other] { $count } feuilles
 }
presentation-words = { $words } mots
presentation-no-sheet = Aucune feuille
presentation-etape = Par étape
presentation-etape-text = Chaque étape du parcours a ses feuilles ; les structures y apparaissent ensuite.
presentation-etape-common = Pour commencer
presentation-etape-rest = Les structures
presentation-etape-appear = Y apparaissent
presentation-structure = Par structure
presentation-structure-text = Chaque structure a ses feuilles ; les étapes où on la trouve y sont dites.
presentation-structure-common = Le parcours et ce qui est commun
presentation-structure-appear = Présente aux étapes
presentation-set-etape = La présentation suit les étapes.
presentation-set-structure = La présentation suit les structures.

news-propose-trame = { $people } a proposé une autre trame : « { $label } »
news-adopt-variant = { $people } a fait adopter la trame « { $label } »
news-set-organisation = { $people } a choisi l’organisation de la présentation

field-variant = Nom de la trame

error-merge-two = Choisissez deux questions au moins : c’est ce qui fait une réunion.
error-split-two = Écrivez deux questions au moins, une par ligne.
error-not-merged = Cette question n’en réunit pas d’autres : il n’y a rien à séparer.
error-not-aside = Cette question n’est pas de côté. Mettez-la d’abord de côté.
error-still-in-use = Cette question est dans la trame actuelle : laissez-la de côté dans votre proposition.
error-variant-adopted = Cette trame a été adoptée : elle est gardée telle quelle. Partez-en pour en proposer une autre.
error-variants-full = Il y a déjà { $maximum } trames proposées. Retirez-en une pour en ajouter une autre.
effect-set-organisation = Choisir ce que suit la présentation
effect-set-organisation-ask = la présentation suit
effect-set-organisation-etape = les étapes
effect-set-organisation-structure = les structures
effect-set-organisation-will = la présentation suit { $name }
effect-set-organisation-done = La présentation suit { $name }
