# Le cadre : menus, portes, messages communs.
app-name = Chemise
app-promise = Écrire, décider et publier ensemble une présentation commune.

menu-accueil = Accueil
menu-fiches = Fiches
menu-fiche = Fiche
menu-trame = Trame
menu-structures = Structures
menu-reglages = Réglages
menu-compte = Mon compte
menu-installation = Installation
menu-invitation = Invitation
menu-reset = Mot de passe
menu-write = Écrire ensemble
menu-decide = Décider ensemble
menu-money = Argent commun
menu-group = Groupe et compte

file-refused = Ce fichier n’a pas été pris : { $megabytes } Mo au plus, dans un des formats demandés.
more = Autres actions
day-placeholder = jj/mm/aaaa
shell-language = Langue
shell-sign-in-again = Votre session est terminée. Rechargez la page pour vous reconnecter.
shell-sign-out = Se déconnecter
shell-no-group = sans groupe
shell-no-group-text = Vous n’êtes membre d’aucun groupe pour l’instant. Demandez une invitation à l’animation du groupe.
shell-example-banner = Vous explorez le groupe d’exemple : tout y est modifiable, rien n’engage personne.
shell-example-remove = Retirer l’exemple
shell-example-remove-title = Retirer le groupe d’exemple ?
shell-example-remove-text = Le groupe d’exemple, ses fiches et ses personnes seront effacés, avec tout ce que vous y avez écrit. Vos propres groupes ne changent pas.
shell-example-remove-yes = Oui, retirer l’exemple

gate-sign-in = Se connecter
gate-sign-in-button = Entrer
gate-opening = Ouverture de votre espace…
gate-open-failed = L’ouverture n’a pas abouti. Réessayez ; si cela dure, vérifiez que votre navigateur accepte les cookies de ce site.
gate-forgotten = Mot de passe oublié ?
gate-forgotten-text = Indiquez votre adresse : si elle est connue et si l’envoi de courriels est en place, un lien valable une heure part aussitôt. Sinon, l’animation de votre groupe peut vous remettre un lien de la main à la main.
gate-forgotten-send = Demander un lien
gate-forgotten-said = Si cette adresse est connue, un lien est en route.
gate-invited-only = On entre dans un groupe par une invitation. Si vous en avez reçu une, ouvrez son lien.
gate-first-lead = Personne n’est encore entré ici. Deux portes s’offrent à vous.
gate-explore-title = Explorer le groupe d’exemple
gate-explore-text = Le groupe des Bouches-du-Rhône : ses structures, ses étapes, sa trame et ses premières fiches. Entrez sous le rôle de votre choix, écrivez, essayez ; un clic suffit pour tout retirer.
gate-explore-elsewhere = L’exemple s’ouvre sans mot de passe : il n’est donc proposé que sur l’ordinateur où Chemise est installé.
gate-install-example = Installer l’exemple
gate-installing = Installation de l’exemple…
gate-enter-as = Entrer dans l’exemple comme :
gate-enter-partner = Partenaire — { $name }
gate-enter-facilitator = Animation — { $name }
gate-enter-treasurer = Trésorerie — { $name }
gate-create-title = Créer notre groupe
gate-create-text = Un nom, un territoire, la structure qui accueille le groupe, et vous. Les autres entreront par vos invitations.

founding-group = Nom du groupe
founding-group-example = Groupe de co-production des Bouches-du-Rhône
founding-territory-example = Bouches-du-Rhône
founding-host = Structure qui accueille le groupe
founding-host-help = L’association ou la coopérative qui porte le groupe : elle devient sa première structure.
founding-languages = Langues de la présentation
founding-you = Votre prénom et votre nom
founding-password-help = { $minimum } signes au moins ; une courte phrase convient très bien.
founding-code = Code d’installation
founding-code-help = Le serveur l’a affiché à son démarrage, dans sa fenêtre ou son journal.
founding-create = Créer le groupe

invitation-title = Rejoindre { $group }
invitation-lead = Vous êtes invité·e à rejoindre le groupe au titre de { $structure }. Rôle : { $role }.
invitation-until = Ce lien sert une seule fois et vaut jusqu’au { $date }.
invitation-name = Votre prénom et votre nom
invitation-password-new = Choisissez un mot de passe
invitation-password-help = { $minimum } signes au moins. Si vous avez déjà un compte ici, indiquez son adresse et son mot de passe habituel.
invitation-accept = Rejoindre le groupe
invitation-dead-title = Ce lien n’ouvre plus rien
invitation-dead-text = Il a déjà servi, il a été retiré, ou son délai est passé. Demandez-en un nouveau à la personne qui vous a invité·e.
invitation-missing = Ouvrez le lien complet que vous avez reçu.

reset-title = Choisir un nouveau mot de passe
reset-lead = Bonjour { $name }. Ce lien sert une seule fois ; vos autres sessions seront fermées.
reset-new = Nouveau mot de passe
reset-save = Enregistrer et entrer
reset-dead-text = Il a déjà servi ou son délai d’une heure est passé. Demandez-en un nouveau.

mail-reset-subject = Chemise : choisir un nouveau mot de passe
mail-reset-body =
    Bonjour,

    Un nouveau mot de passe a été demandé pour votre compte. Ce lien sert une fois, pendant une heure :

    { $link }

    Si la demande ne vient pas de vous, ne faites rien : votre mot de passe actuel reste valable.
mail-invitation-subject = Invitation à rejoindre { $group }
mail-invitation-body =
    Bonjour { $name },

    { $inviter } vous invite à rejoindre « { $group } » sur Chemise, l’espace où le groupe écrit sa présentation commune.
    Ce lien sert une fois, pendant sept jours :

    { $link }

field-name = Nom
field-group-name = Nom du groupe
field-host = Structure qui accueille le groupe
field-your-name = Votre prénom et votre nom
field-email = Adresse électronique
field-password = Mot de passe
field-territory = Territoire
field-purpose = Objet
field-text = Texte

error-unexpected = Quelque chose d’inattendu s’est produit. Rien de ce que vous avez enregistré n’est perdu ; réessayez, puis signalez le numéro { $number } si cela recommence.
error-not-found = Cet élément n’existe pas, ou plus.
error-not-allowed = Votre rôle ne permet pas cette action. Demandez à l’animation du groupe.
error-rule = Cette saisie ne convient pas.
error-day-empty = Écrivez une date, par exemple « 26/11/2026 ».
error-day-unreadable = « { $typed } » n’est pas une date. Écrivez le jour, le mois et l’année, par exemple « 26/11/2026 ».
error-stale-edit = Quelqu’un a enregistré entre-temps. Votre saisie est toujours là : copiez-la, rechargez la page, puis reportez-la.
error-store-unavailable = L’enregistrement est impossible pour l’instant (stockage plein ou en lecture seule). Gardez cette page ouverte et prévenez la personne qui gère l’installation.
error-too-many-attempts = Trop d’essais. Réessayez dans { $minutes } minutes.
error-empty = « { $field } » est à remplir.
error-too-long = « { $field } » est trop long : { $length } signes, pour { $maximum } au plus.
error-too-many = « { $field } » : { $maximum } au plus.
error-link-dead = Ce lien n’ouvre plus rien : il a servi, il a été retiré ou son délai est passé.
error-ticket = Cette entrée a expiré. Connectez-vous à nouveau.
error-sign-in = Adresse ou mot de passe inexact.
error-setup-code = Ce code n’est pas celui que le serveur a affiché.
error-loopback-only = L’exemple ne s’ouvre que sur l’ordinateur où Chemise est installé.
error-already-set-up = Un groupe vient d’être créé ici. Rechargez la page.
error-last-facilitator = Un groupe garde au moins une personne à l’animation. Confiez d’abord ce rôle à quelqu’un d’autre.
error-email = Cette adresse électronique n’est pas complète. Exemple : prenom@structure.org
error-email-taken = Cette adresse a déjà un compte.
error-password-short = Ce mot de passe est trop court : { $minimum } signes au moins. Une courte phrase convient très bien.
error-password-long = Ce mot de passe est trop long : { $maximum } signes au plus.
error-password-common = Ce mot de passe est trop facile à deviner. Essayez trois ou quatre mots sans rapport entre eux.
error-password-current = Le mot de passe actuel n’est pas le bon.
error-language = Choisissez au moins une langue proposée.
error-already-member = Cette personne est déjà membre du groupe.
error-same-name = « { $name } » existe déjà.
error-role = Vous ne pouvez pas donner ce rôle.
