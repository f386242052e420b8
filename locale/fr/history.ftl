# Historique : les moments d’un texte, ce qui a changé, revenir.
history-title = Historique
history-of = Historique : { $title }
history-back = Retour à la fiche
history-view = Affichage
history-view-compare = Comparer
history-view-replay = Rejouer
history-from = De
history-to = À
history-blank = La feuille blanche
history-now = Maintenant
history-automatic = automatique
history-compare-same = Ces deux moments disent la même chose.
history-words-added = { $count ->
    [0] aucun mot ajouté
    [one] un mot ajouté
   *[other] { $count } mots ajoutés
 }
history-words-removed = { $count ->
    [0] aucun mot retiré
    [one] un mot retiré
   *[other] { $count } mots retirés
 }
history-moved-count = { $count ->
    [one] un passage déplacé
   *[other] { $count } passages déplacés
 }
history-restore = Rétablir ce moment
history-restore-title = Rétablir ce moment ?
history-restore-text = Le texte redira ce qu’il disait : { $moment }. C’est une nouvelle modification : ce qui est écrit maintenant reste dans l’historique, et les personnes présentes voient le changement aussitôt. Titre et accroche ne changent pas : ils se rétablissent à part.
history-restore-yes = Rétablir
history-restored = Texte rétabli.
history-locked = Le texte est verrouillé : on peut comparer et rejouer, pas rétablir.
history-name = Nommer la version de maintenant
history-timeline = Les moments gardés
history-timeline-text = Une version se garde d’elle-même après chaque moment d’écriture. Nommez celles qui comptent.
history-timeline-none = Aucune version pour l’instant : la première se gardera d’elle-même après un moment d’écriture.
history-day = { $day } · { $count ->
    [one] une version
   *[other] { $count } versions
 }
history-column-hour = Heure
history-column-name = Version
history-column-authors = Écrite par
history-column-words = Mots
history-column-changes = Changements
history-see = voir
history-see-said = Voir ce qui a changé à { $hour }
history-replay-none = Rien n’est encore écrit.
history-replay-one = Le texte n’a qu’un moment d’écriture : rien à rejouer encore.
history-replay-step = Moment
history-replay-play = Lire
history-replay-pause = Pause
history-replay-before = Précédent
history-replay-next = Suivant
history-replay-said = Moment { $number } sur { $total } · { $when }
history-replay-said-by = Moment { $number } sur { $total } · { $when } · { $name }

wording-title = Titre et accroche
wording-read = Seules les personnes qui peuvent changer les propriétés de la fiche rétablissent son titre et son accroche, tant qu’elle n’est ni approuvée ni archivée.
wording-older = { $count ->
    [one] Un changement plus ancien
   *[other] { $count } changements plus anciens
 }
wording-by = { $name }, { $when }
wording-restore = Rétablir les mots d’avant le { $when }
wording-restored = Titre et accroche rétablis.

diff-added = Ajouté :
diff-removed = Retiré :
diff-end = Fin.
diff-moved = déplacé
diff-restyled = mise en forme
diff-recto = Recto
diff-verso = Verso
diff-folded = { $count ->
    [one] une ligne inchangée
   *[other] { $count } lignes inchangées
 }
diff-figure = Image : { $text }
diff-legend = Ajouts soulignés, retraits barrés.

changes-title = Ce qui a changé
changes-lead = Ce qui a changé dans les fiches depuis une date, mot à mot.
changes-words = Voir ce qui a changé dans les fiches, mot à mot
changes-since = Depuis
changes-last-visit = Ma dernière visite
changes-week = Une semaine
changes-month = Un mois
changes-date = Une date
changes-day = Le
changes-named = « { $name } »
changes-none = Aucun mot n’a changé depuis le { $when }.
changes-unchanged = { $count ->
    [0] Toutes les fiches ont changé.
    [one] Une fiche n’a pas changé.
   *[other] { $count } fiches n’ont pas changé.
 }
changes-count = { $count ->
    [one] Une fiche a changé depuis le { $when }.
   *[other] { $count } fiches ont changé depuis le { $when }.
 }
changes-fiche = { $title } · +{ $added } −{ $removed } mots
changes-by = Écrit par { $names }, dernière modification { $when }.
changes-plain = Dernière modification { $when }.
changes-new = Cette fiche n’avait pas encore de version à cette date : tout son texte est montré comme ajouté.
changes-open = Ouvrir la fiche
changes-table = Voir en tableau
changes-column-fiche = Fiche
changes-column-added = Mots ajoutés
changes-column-removed = Mots retirés
changes-column-authors = Écrit par
changes-one = Depuis une réunion ou une date
changes-of = Ce qui a changé : { $title }
changes-lead-one = Ce qui a changé dans cette fiche depuis une date, mot à mot.
changes-back = Retour à l’historique de la fiche
changes-all = Dans toutes les fiches
moment-name = Nommer un moment
moment-name-title = Nommer un moment
moment-name-text = Une réunion, un envoi, une date qui compte. Chacun pourra voir ce qui a changé depuis, dans toutes les fiches.
moment-name-example = Réunion du 22 novembre
moment-name-yes = Garder ce moment
moment-named = Moment gardé pour tout le groupe.
moment-forget = Retirer ce moment
moment-forget-title = Retirer ce moment ?
moment-forget-text = « { $name } » ({ $when }) ne sera plus proposé à personne. Les fiches et leur historique ne changent pas.
moment-forget-yes = Retirer
moment-forgotten = Moment retiré.

error-history-same = Le texte dit déjà cela : il n’y a rien à rétablir.
error-moment-future = Ce moment n’est pas encore passé : choisissez un jour et une heure d’avant maintenant.
error-moment-same = « { $name } » existe déjà. Donnez un autre nom, par exemple avec l’année.
error-moment-many = Un groupe garde { $maximum } moments au plus. Retirez-en un dont plus personne ne se sert.
changes-meeting = Réunion « { $title } » du { $day }
