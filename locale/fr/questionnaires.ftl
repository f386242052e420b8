# Questionnaires : les écrans de l’équipe, et les pages publiques (form-…).
menu-questionnaires = Questionnaires
menu-questionnaire = Questionnaire

forms-title = Questionnaires
forms-lead = Ce que demandent les porteurs de projet, avec leurs mots.
forms-new = Nouveau questionnaire
forms-empty-title = Aucun questionnaire pour l’instant
forms-empty-text = Écrivez quelques questions, essayez-les, puis partagez un lien : on y répond sur un téléphone, sans compte.
forms-empty-read = Les questionnaires du groupe apparaîtront ici.
forms-state-draft = Brouillon
forms-state-open = Ouvert
forms-state-closed = Clos
forms-invented = Réponses inventées pour l’exemple
forms-create = Créer le questionnaire
forms-created = Questionnaire créé. Ajoutez les questions.
forms-title-field = Titre
forms-language = Langue des questions
forms-back = Tous les questionnaires
forms-missing-title = Ce questionnaire n’est pas ici
forms-missing-text = Il n’existe pas, ou il appartient à un autre groupe. L’adresse a peut-être été coupée en chemin.
forms-view = Partie du questionnaire
forms-view-construire = Construire
forms-view-partager = Partager
forms-view-reponses = Réponses
forms-answers-count = { $count ->
    [0] Aucune réponse
    [one] Une réponse
   *[other] { $count } réponses
 }
forms-questions-count = { $count ->
    [0] Aucune question
    [one] Une question
   *[other] { $count } questions
 }
forms-closes = Clôture le { $date }
forms-erases = Réponses gardées jusqu’au { $date }
forms-erased = Les réponses ont été effacées le { $date }.

forms-try = Essayer
forms-paper = Version papier
forms-frozen = Ce questionnaire a été ouvert : ses questions et sa notice ne changent plus, pour que toutes les réponses se comparent. Faites-en une copie pour le reprendre autrement.
forms-copy = Faire une copie
forms-copy-title = { $title } (copie)
forms-copied = Copie créée, en brouillon.
forms-delete = Supprimer ce brouillon
forms-delete-text = Les questions de « { $title } » seront supprimées. Personne n’y a encore répondu.
forms-delete-yes = Supprimer
forms-deleted = Brouillon supprimé.
forms-settings = Présentation et notice
forms-settings-help = La notice s’affiche au-dessus de la première question. Elle est obligatoire pour ouvrir le questionnaire.
forms-intro = Présentation
forms-intro-help = Une ou deux phrases : à qui vous parlez, et à quoi serviront les réponses.
forms-controller = Qui recueille les réponses
forms-controller-example = LaPlateforme, pour le groupe
forms-aim = Pourquoi
forms-aim-example = Connaître les questions des porteurs de projet, pour écrire notre présentation commune.
forms-contact = Qui contacter
forms-contact-example = Une adresse ou un téléphone
forms-closes-on = Dernier jour pour répondre
forms-closes-on-help = Sans date, le questionnaire reste ouvert jusqu’à ce que vous le fermiez.
forms-erase-on = Jour où les réponses sont effacées
forms-erase-on-help = Douze mois par défaut. Elles le sont d’elles-mêmes ; exportez avant si besoin.
forms-anonymous = Réponses anonymes
forms-anonymous-help = Rien ne relie alors un lien personnel à la réponse qu’il a donnée, et seul le jour est gardé.
forms-save = Enregistrer
forms-saved = Enregistré.
forms-questions = Questions
forms-none = Ajoutez la première question. Cinq à dix questions se remplissent en quelques minutes.
forms-none-read = Aucune question pour l’instant.
forms-add = Ajouter une question
forms-add-section = Ajouter une section
forms-edit = Modifier
forms-up = Monter
forms-down = Descendre
forms-remove = Retirer
forms-edit-title = Question
forms-kind = Type de réponse
forms-kind-section = Section
forms-kind-open = Réponse libre
forms-kind-single = Un seul choix
forms-kind-multiple = Plusieurs choix
forms-kind-scale = Échelle
forms-kind-ranking = Classement
forms-kind-section-help = Un titre, pour regrouper les questions qui suivent.
forms-kind-open-help = La personne écrit avec ses mots.
forms-kind-single-help = La personne coche une case.
forms-kind-multiple-help = La personne coche autant de cases qu’elle veut.
forms-kind-scale-help = La personne choisit un nombre entre deux extrêmes.
forms-kind-ranking-help = La personne donne une place à chaque choix.
forms-question-text = Question
forms-section-text = Titre de la section
forms-help-text = Précision (facultatif)
forms-required = Réponse obligatoire
forms-required-mark = obligatoire
forms-choices = Choix
forms-choices-help = Un choix par ligne.
forms-steps = Nombre de degrés
forms-low = Premier degré
forms-low-example = Pas du tout
forms-high = Dernier degré
forms-high-example = Tout à fait
forms-item-saved = Question enregistrée.

forms-draft-share = Ce questionnaire est encore un brouillon. Essayez-le, relisez sa notice, puis ouvrez-le : son lien apparaîtra ici.
forms-open = Ouvrir le questionnaire
forms-opened = Questionnaire ouvert.
forms-open-warning = Une fois ouvert, ses questions et sa notice ne changent plus.
forms-reopen = Rouvrir
forms-close = Clore maintenant
forms-closed-said = Questionnaire clos.
forms-closed-share = Ce questionnaire est clos : ses liens le disent à qui les ouvre.
forms-public-link = Lien public
forms-public-text = À envoyer ou à imprimer. Chacun peut l’utiliser ; il n’identifie personne.
forms-copy-link = Copier le lien
forms-link-copied = Copié
forms-code = Code à photographier
forms-code-get = Code (SVG)
forms-renew = Changer de lien
forms-renew-title = Changer le lien public ?
forms-renew-text = Le lien actuel n’ouvrira plus rien, y compris sur ce qui est déjà imprimé.
forms-renewed = Nouveau lien public.
forms-links = Liens personnels
forms-links-text = Un lien par personne, pour une seule réponse. Notez pour qui : un prénom, des initiales, une structure.
forms-labels = Pour qui
forms-labels-help = Une personne par ligne ; ces noms ne sont jamais montrés sur le questionnaire.
forms-make-links = Créer les liens
forms-links-once = Copiez ces liens maintenant : ils ne seront plus affichés.
forms-links-close = C’est fait
forms-links-none = Aucun lien personnel.
forms-link-for = Pour
forms-link-state = État
forms-link-used = A servi
forms-link-waiting = En attente
forms-link-used-count = { $used } sur { $total } ont servi
forms-revoke = Retirer un lien
forms-revoke-which = Lien à retirer
forms-revoke-yes = Retirer ce lien
forms-revoked = Lien retiré.
forms-share-read = Le partage revient aux partenaires et à l’animation.

forms-results-empty = Aucune réponse pour l’instant.
forms-results-empty-text = Elles apparaîtront ici dès qu’une personne aura répondu, en ligne ou sur papier.
forms-keyed = { $count } sur papier
forms-enter = Saisir une réponse papier
forms-csv = Exporter (CSV)
forms-xlsx = Exporter (XLSX)
forms-as-table = Voir en tableau
forms-answered = { $count ->
    [0] Aucune réponse à cette question
    [one] Une réponse à cette question
   *[other] { $count } réponses à cette question
 }
forms-mean = Moyenne : { $mean } sur { $steps }
forms-choice = Choix
forms-times = Réponses
forms-part = Part
forms-first = En première place
forms-mean-place = Place moyenne
forms-ranking-read = La barre la plus courte est la mieux classée.
forms-respondent = Personne n° { $number }
forms-from-paper = papier
forms-from-invented = réponse inventée
forms-sort = Trier les réponses
forms-sort-title = Trier les réponses
forms-sort-which = Réponse
forms-tags = Étiquettes
forms-tags-help = Vos propres mots : « financement », « solitude »…
forms-tags-placeholder = Choisir ou écrire
forms-trame = Questions de la trame
forms-trame-help = La réponse apparaîtra sous ces questions, dans la trame.
forms-trame-placeholder = Choisir
forms-sorted = Réponse triée.
forms-filter = Étiquette
forms-filter-none = Aucune réponse avec cette étiquette.
forms-erase = Effacer les réponses
forms-erase-title = Effacer les réponses ?
forms-erase-which = Réponses à effacer
forms-erase-all = Toutes
forms-erase-one = Les réponses de cette personne seront effacées, sans retour possible.
forms-erase-text = { $count ->
    [0] Les liens personnels seront effacés et le questionnaire fermé.
    [one] Une réponse, ses étiquettes et les liens personnels seront effacés, sans retour possible. Le questionnaire sera fermé.
   *[other] { $count } réponses, leurs étiquettes et les liens personnels seront effacés, sans retour possible. Le questionnaire sera fermé.
 }
forms-erase-yes = Effacer pour toujours
forms-erase-done = Réponses effacées.

form-required = obligatoire
form-length = { $count ->
    [one] Une question
   *[other] { $count } questions
 }, environ { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
 }.
form-notice = Avant de répondre
form-notice-who = Qui recueille vos réponses
form-notice-why = Pourquoi
form-notice-long = Combien de temps
form-notice-rights = Vos droits
form-notice-contact = Qui contacter
form-until = Vos réponses sont gardées jusqu’au { $date }, puis effacées. Votre adresse internet n’est pas gardée.
form-rights-anonymous = Vos réponses sont anonymes : n’y écrivez ni nom ni coordonnées. À la fin, un lien vous permet de les retirer à tout moment. Vous pouvez aussi vous adresser à la CNIL (cnil.fr). Avant quinze ans, l’accord d’un parent est nécessaire.
form-rights = Vous pouvez demander à voir, corriger ou effacer vos réponses. À la fin, un lien vous permet de les retirer à tout moment. Vous pouvez aussi vous adresser à la CNIL (cnil.fr). Avant quinze ans, l’accord d’un parent est nécessaire.
form-until-paper = Vos réponses sont gardées jusqu’au { $date }, puis effacées. Cette feuille est détruite après sa saisie.
form-rights-paper = Vous pouvez demander à voir, corriger ou retirer vos réponses auprès du contact ci-dessous. Vous pouvez aussi vous adresser à la CNIL (cnil.fr). N’écrivez ni nom ni coordonnées sur cette feuille. Avant quinze ans, l’accord d’un parent est nécessaire.
form-keyed-consent = Sur la feuille, la case d’accord est cochée.
form-consent = J’ai lu ce qui précède et j’accepte que mes réponses soient utilisées ainsi.
form-trap = Laissez ce champ vide
form-send = Envoyer mes réponses
form-keep = Enregistrer cette réponse
form-back = Retour au questionnaire
form-errors = Vos réponses ne sont pas encore envoyées. Quelques points sont à revoir :
form-rank-how = Donnez la place 1 à ce qui compte le plus pour vous, puis 2, et ainsi de suite.
form-one-box = Cochez une seule case.
form-many-boxes = Cochez toutes les cases qui conviennent.
form-error-at = Question { $number } : { $error }
form-error-consent = Cochez cette case pour pouvoir envoyer vos réponses.
form-error-empty = Cette question attend une réponse.
form-error-too-long = Cette réponse est trop longue : 2 000 signes au plus.
form-error-choice = Choisissez parmi ce qui est proposé.
form-error-ranks = Donnez à chaque choix une place différente, dans l’ordre, sans en sauter.
form-stamp-forged = Cette page n’est plus valable. Vos réponses sont toujours là : envoyez-les de nouveau.
form-stamp-expired = Cette page est ouverte depuis plus d’un jour. Vos réponses sont toujours là : relisez-les, puis envoyez-les de nouveau.
form-stamp-too-fast = L’envoi est arrivé trop vite pour une lecture. Vos réponses sont toujours là : attendez quelques secondes, puis envoyez-les de nouveau.
form-trapped = Un champ qui doit rester vide a été rempli, peut-être par votre navigateur. Vos réponses sont toujours là : envoyez-les de nouveau.
form-flood-text = Trop d’envois arrivent en ce moment du même endroit. Attendez dix minutes, puis réessayez.
form-large-text = Cet envoi est trop volumineux. Raccourcissez vos réponses : 2 000 signes au plus pour chacune.
form-broken-title = L’envoi n’a pas abouti
form-broken-text = Vos réponses n’ont pas été enregistrées. Revenez à la page précédente : ce que vous avez écrit y est encore. Réessayez dans quelques minutes.
form-missing-title = Ce lien n’ouvre rien
form-missing-text = Il a peut-être été coupé en chemin, ou remplacé. Ouvrez à nouveau le lien que vous avez reçu, ou demandez-en un autre à la personne qui vous l’a donné.
form-closed-title = Ce questionnaire est clos
form-closed-text = Il ne prend plus de réponses. Merci de votre intérêt.
form-used-title = Ce lien a déjà servi
form-used-text = Un lien personnel prend une seule réponse, et elle est enregistrée. Si ce n’était pas vous, demandez un autre lien à la personne qui vous l’a donné.
form-twice-title = Votre réponse est déjà enregistrée
form-twice-text = La même page a été envoyée deux fois. Rien n’a été compté en double.
form-thanks-title = Merci !
form-thanks-text = Votre réponse est enregistrée. Vous pouvez fermer cette page.
form-already-title = Vous avez déjà répondu
form-already-text = Une réponse a été envoyée depuis cet appareil. Merci !
form-already-withdrawn = Une réponse a été envoyée depuis cet appareil, puis retirée.
form-again = Répondre pour une autre personne
form-withdraw-title = Retirer ma réponse
form-withdraw-text = Gardez ce lien si vous pensez changer d’avis. Il efface votre réponse, et personne d’autre que vous ne l’a.
form-withdraw-now = Retirer ma réponse
form-withdraw-ask = Votre réponse à « { $title } » sera effacée pour toujours.
form-withdrawn-title = Votre réponse est retirée
form-withdrawn-text = Elle est effacée. Il n’en reste rien ici.
form-trial = Essai : rien de ce qui est envoyé ici n’est gardé ni compté.
form-trial-done = Tout est bon : une vraie réponse serait enregistrée. Celle-ci n’est ni gardée ni comptée.
form-keyed = Saisie d’une réponse papier
form-keyed-done = Réponse papier n° { $number } enregistrée. Vous pouvez saisir la suivante.
form-refused-title = Cette page ne vous est pas ouverte
form-paper-screen = Imprimez cette page depuis votre navigateur, au format A4.
form-paper-online = Répondre en ligne
form-column-number = N°
form-column-day = Jour
form-column-source = Origine
form-column-online = en ligne
form-column-paper = papier
form-column-invented = inventée
form-column-tags = Étiquettes
form-column-trame = Questions de la trame
form-column-sheet = Réponses

field-form-intro = Présentation
field-form-controller = Qui recueille les réponses
field-form-aim = Pourquoi
field-form-contact = Qui contacter
field-form-section = Titre de la section
field-form-help = Précision
field-form-choices = Choix
field-form-tags = Étiquettes
field-form-labels = Pour qui

error-form-erase = Choisissez un jour d’effacement à venir, dans les cinq ans.
error-form-closes = Le dernier jour pour répondre vient aujourd’hui ou plus tard, et avant le jour d’effacement.
error-form-choices = Donnez au moins deux choix, un par ligne.
error-form-same-choice = Le choix « { $choice } » y est deux fois.
error-form-steps = Choisissez un nombre de degrés parmi ceux qui sont proposés.
error-form-not-draft = Ce questionnaire a été ouvert : il ne change plus. Faites-en une copie.
error-form-no-question = Ajoutez au moins une question avant d’ouvrir.
error-form-notice = Complétez la notice avant d’ouvrir : qui recueille les réponses, pourquoi, et qui contacter.
error-form-open = Ce questionnaire est déjà ouvert.
error-form-not-open = Ce questionnaire n’est pas ouvert. Ouvrez-le d’abord.
error-form-closed = Ce questionnaire est clos : il ne prend plus de réponses.
error-form-erased = Les réponses de ce questionnaire ont été effacées. Faites-en une copie pour recommencer.
error-form-draft = Ouvrez le questionnaire avant de saisir des réponses.
error-form-blank = Rien n’a été rempli. Saisissez au moins une réponse.
error-form-twice = Cette réponse vient d’être enregistrée. Rien n’a été compté en double.
error-form-link-used = Ce lien a déjà servi : il prend une seule réponse.
error-form-no-label = Écrivez au moins un nom, un par ligne.
