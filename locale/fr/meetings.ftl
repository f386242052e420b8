# Réunions.
menu-reunions = Réunions
menu-reunion = Réunion
meetings-lead = Préparer ensemble, écrire le compte rendu à plusieurs, et ne rien oublier d’ici à la prochaine.
meetings-none = Il n’y a pas encore de réunion. Préparez la première, ou saisissez celle qui vient d’avoir lieu pour en écrire le compte rendu.
meetings-none-read = Il n’y a pas encore de réunion. L’animation prépare la première.
meetings-ahead = À venir
meetings-ahead-none = Aucune date n’est encore fixée.
meetings-announced = Date fixée à la dernière réunion. L’animation prépare l’ordre du jour.
meetings-held = Déjà tenues
meetings-open-actions = { $count ->
    [one] Une action à mener
   *[other] { $count } actions à mener
 }
meetings-to-do = { $count ->
    [one] une action à mener
   *[other] { $count } actions à mener
 }
meeting-stage-held = compte rendu à écrire
meeting-stage-closed = compte rendu arrêté
meeting-stage-cancelled = annulée
meeting-when = { $day } à { $hour }
meeting-new = Préparer une réunion
meeting-create = Préparer la réunion
meeting-created = Réunion prête : écrivez l’ordre du jour.
meeting-past-allowed = Une date passée convient aussi : c’est ainsi qu’on saisit le compte rendu d’une réunion déjà tenue.
meeting-change = Modifier la réunion
meeting-save = Enregistrer
meeting-saved = Réunion modifiée.
field-meeting-title = Objet de la réunion
meeting-title-example = Atelier de travail
meeting-day = Jour
field-place = Lieu
meeting-video = Adresse de visioconférence
meeting-video-help = Facultatif. Seuls les membres du groupe la voient ici.
meeting-join = Rejoindre en visioconférence
meeting-back = Toutes les réunions
meeting-missing-title = Cette réunion n’existe pas ici
meeting-missing-text = Le lien est incomplet, ou la réunion est celle d’un autre groupe. Revenez à la liste.
meeting-get-pdf = PDF
meeting-get-docx = Word
meeting-agenda = Ordre du jour
meeting-agenda-hint = Ce dont on veut parler, dans l’ordre.
meeting-agenda-placeholder = Un point par ligne…
meeting-minutes = Compte rendu
meeting-minutes-hint = Écrit à plusieurs pendant la réunion : ce qui s’est dit, pas tout ce qui s’est dit.
meeting-minutes-placeholder = Écrivez le compte rendu…
meeting-read-only = Vous pouvez lire. L’écriture est ouverte aux partenaires, à la trésorerie et à l’animation.
meeting-attendance = Présences
meeting-attendance-none = Personne n’est encore noté.
meeting-attendance-note = Noter les présences
meeting-attendance-help = Chaque personne dans une seule liste. Qui n’est dans aucune n’était pas attendu.
meeting-attendance-save = Enregistrer les présences
meeting-attendance-saved = Présences enregistrées.
meeting-structures-present = { $count ->
    [0] aucune structure présente
    [one] une structure présente
   *[other] { $count } structures présentes
 }
meeting-present = { $count ->
    [one] Une personne présente
   *[other] { $count } personnes présentes
 }
meeting-excused = { $count ->
    [one] Une personne excusée
   *[other] { $count } personnes excusées
 }
meeting-absent = { $count ->
    [one] Une personne absente
   *[other] { $count } personnes absentes
 }
meeting-present-choose = Présents
meeting-excused-choose = Excusés
meeting-absent-choose = Absents
meeting-present-list = Présents : { $names }
meeting-excused-list = Excusés : { $names }
meeting-absent-list = Absents : { $names }
meeting-choose-people = Choisir des personnes
meeting-guests = Invités
field-guests = Invités présents
meeting-guests-help = Une personne par ligne, avec son titre après une virgule. Exemple : C. D., graphiste
meeting-decisions = Décisions
meeting-decisions-none = Aucune décision n’est encore liée à cette réunion.
meeting-decisions-link = Lier des décisions
meeting-decisions-choose = Propositions et décisions
meeting-decisions-save = Enregistrer les liens
meeting-decisions-saved = Décisions liées.
meeting-decision-pending = Vote en cours
meeting-decision-number = Décision n° { $number } — { $said }
meeting-decision-line = { $title } : { $said }
meeting-actions = Actions
meeting-carried = Reste des réunions précédentes
meeting-own-actions = Décidées à cette réunion
meeting-actions-none = Aucune action n’est encore notée.
meeting-action-add = Noter une action
meeting-action-keep = Noter l’action
meeting-action-kept = Action notée.
meeting-action-change = Modifier
meeting-action-save = Enregistrer l’action
meeting-action-drop = Retirer cette action
meeting-action-dropped = Action retirée.
meeting-action-example = Demander deux devis
meeting-action-done = fait
meeting-action-open = à faire
meeting-action-from = Réunion « { $title } »
meeting-whole-group = Tout le groupe
meeting-until = d’ici au { $day }
meeting-late = en retard
field-action = Ce qu’il y a à faire
field-actions = Actions
field-decisions = Décisions
meeting-column-what = Action
meeting-column-who = Qui
meeting-column-due = Pour le
meeting-column-state = État
meeting-next = Prochaine date
meeting-next-none = La prochaine date n’est pas encore fixée.
meeting-next-set = Fixer la prochaine date
meeting-next-save = Fixer cette date
meeting-next-saved = Prochaine date fixée.
meeting-next-drop = Retirer la date
meeting-next-dropped = Date retirée.
meeting-next-poll = Proposer plusieurs dates au vote
meeting-poll = { $title } : { $state }
meeting-poll-keep = Fixer la date choisie : { $when }
meeting-prepare-next = Préparer cette réunion
meeting-following = Réunion suivante : { $title }, { $when }
meeting-previous = Réunion précédente : { $title }
meeting-changes-since = Ce qui a changé dans les fiches depuis cette réunion
meeting-close = Arrêter le compte rendu
meeting-close-title = Arrêter le compte rendu ?
meeting-close-text = L’ordre du jour et le compte rendu ne changeront plus, ni les présences, ni les décisions liées. Les actions pourront encore être cochées. On peut rouvrir, en disant pourquoi.
meeting-close-nobody = Les présences ne sont pas notées.
meeting-close-yes = Arrêter
meeting-closed = Compte rendu arrêté.
meeting-closed-on = Compte rendu arrêté le { $when } par { $name }.
meeting-reopen = Rouvrir le compte rendu
meeting-reopen-title = Rouvrir le compte rendu ?
meeting-reopen-text = Chacun pourra de nouveau écrire. La raison reste affichée.
meeting-reopen-yes = Rouvrir
meeting-reopened = Compte rendu rouvert.
meeting-reopened-on = Rouvert le { $when } par { $name } : { $reason }
meeting-cancel = Annuler la réunion
meeting-cancel-title = Annuler la réunion ?
meeting-cancel-text = Elle reste dans la liste, avec ce qui est écrit. Vous pourrez la rétablir.
meeting-cancel-yes = Annuler cette réunion
meeting-cancelled = Cette réunion est annulée.
meeting-called-off = Réunion annulée.
meeting-hold = Rétablir la réunion
meeting-held-again = Réunion rétablie.
meeting-paper-draft = Projet de compte rendu, pas encore arrêté.
decision-about-meeting = À propos de la réunion « { $name } »
decision-about-meeting-title = Quand nous réunissons-nous après « { $name } » ?

accueil-next-meeting = Prochaine réunion : { $where }
accueil-awaits-do-action = Mener l’action « { $label } »
accueil-since-visit = Ma dernière visite
accueil-since-last-meeting = La réunion du { $day }
accueil-since-meeting = Depuis la réunion « { $title } », { $when }
news-create-meeting = { $people } a préparé la réunion « { $label } »
news-change-meeting = { $people } a modifié la réunion « { $label } »
news-cancel-meeting = { $people } a annulé ou rétabli la réunion « { $label } »
news-plan-next-meeting = { $people } a fixé la date qui suit « { $label } »
news-close-minutes = { $people } a arrêté le compte rendu de « { $label } »
news-reopen-minutes = { $people } a rouvert le compte rendu de « { $label } »

error-meeting-far = Cette date est trop lointaine : vérifiez l’année.
error-meeting-next = La prochaine date vient après cette réunion : choisissez-en une plus tard.
error-meeting-closed = Le compte rendu de cette réunion est arrêté : rien n’y change plus. L’animation peut le rouvrir en disant pourquoi.
error-meeting-not-closed = Le compte rendu est déjà ouvert.
error-meeting-cancelled = Cette réunion est annulée. Rétablissez-la d’abord.
error-meeting-ahead = Cette réunion n’a pas encore eu lieu : son compte rendu s’arrête après.
error-meeting-no-minutes = Le compte rendu est vide. Écrivez-le d’abord, même en trois lignes.
error-meeting-twice = { $name } est dans deux listes. Gardez une seule des deux.
