# Structures, Réglages, rôles.
role-facilitator = Animation
role-facilitator-help = Prépare les rencontres, tient les réglages et la trame, invite et accompagne.
role-treasurer = Trésorerie
role-treasurer-help = Écrit les fiches avec les autres ; l’enveloppe et les contributions lui reviennent.
role-partner = Partenaire
role-partner-help = Écrit les fiches avec les autres, tient la page de sa structure, invite ses collègues.
role-observer = Observation
role-observer-help = Lit tout ce que fait le groupe, sans rien modifier.

structures-title = Structures
structures-lead = { $structures ->
    [one] Une structure
   *[other] { $structures } structures
} et { $people ->
    [0] personne pour l’instant.
    [one] une personne.
   *[other] { $people } personnes.
}
structures-view = Affichage
structures-view-directory = Annuaire
structures-view-coverage = Qui couvre quelle étape
structures-view-candidates = Candidatures
candidates-lead = Une structure candidate n’a ni voix, ni membre, ni accès : elle n’entre dans le groupe que par une décision.
candidates-none = Aucune candidature. Présentez une structure que le groupe pourrait accueillir, puis proposez le vote.
candidates-state-candidate = Candidate
candidates-state-admitted = Admise
candidates-state-refused = Refusée
candidates-state-withdrawn = Retirée
candidates-presented = présentée par { $name }, le { $date }
candidates-vote = Voir le vote en cours
candidates-decision = Lire la décision
candidates-propose = Proposer de l’accueillir
candidates-page = Sa page
candidates-withdraw = Retirer la candidature
candidates-withdrawn = La candidature de { $name } est retirée.
candidates-add = Présenter une structure
candidates-form = Tout le groupe lit ces textes : n’y mettez ni adresse électronique, ni numéro de téléphone.
candidates-kind = Forme de la structure
candidates-presentation = Ce qu’elle fait, et pour qui
candidates-motive = Pourquoi l’accueillir
candidates-send = Présenter au groupe
candidates-sent = { $name } est candidate. Proposez maintenant le vote.
structures-view-invitations = Invitations en cours
structures-unknown = Cette structure ne fait pas, ou plus, partie du groupe.
structures-add = Ajouter une structure
structures-back = Toutes les structures
structures-change = Modifier
structures-save = Enregistrer
structures-cancel = Annuler
structures-close = Fermer
structures-saved = { $name } : c’est enregistré.
structures-first-step = Le groupe compte une seule structure, la vôtre. Ajoutez les autres, puis invitez une personne de chacune : elle pourra compléter sa page et inviter ses collègues.
structures-alone = Le groupe compte une seule structure pour l’instant. L’animation ajoutera les autres.
structures-search = Rechercher
structures-search-example = Un nom, un lieu, une personne…
structures-etape = Étape
structures-fonction = Fonction
structures-all = Toutes
structures-clear = Tout afficher
structures-no-match = Aucune structure ne répond à cette recherche.
structures-since = depuis { $year }
structures-host = accueille le groupe
structures-people = { $count ->
    [0] encore personne
    [one] une personne
   *[other] { $count } personnes
}
structures-people-title = Personnes
structures-nobody = Encore personne. Invitez quelqu’un de cette structure.
structures-nobody-read = Encore personne. L’animation peut inviter quelqu’un de cette structure.
structures-no-presentation = Cette structure ne s’est pas encore présentée.
structures-etapes = Étapes couvertes
structures-fonctions = Fonctions
structures-sites = Lieux
structures-name = Nom de la structure
structures-year = Depuis (année)
structures-legal-form-example = Association, SCOP, collectivité…
structures-presentation-help = Ce que fait la structure et pour qui, en quelques phrases.
structures-sites-help = Un lieu par ligne
structures-nothing = (vide)

structures-stale = Quelqu’un a enregistré pendant que vous écriviez. Votre saisie est intacte, et rien n’a été écrasé.
structures-stale-field = Champ
structures-stale-now = Ce qui est enregistré maintenant
structures-stale-keep = J’ai vu : garder ma saisie et pouvoir enregistrer

structures-coverage-lead = Chaque point est une étape qu’une structure déclare couvrir.
structures-structure = Structure
structures-covers = oui
structures-covers-not = non
structures-count = Structures par étape
structures-uncovered = { $count ->
    [one] Personne ne couvre encore cette étape : { $names }.
   *[other] Personne ne couvre encore ces étapes : { $names }.
}
structures-no-etapes = Le groupe n’a pas encore nommé ses étapes. Elles se nomment dans les réglages.

structures-invite = Inviter
structures-invite-title = Inviter une personne
structures-invite-lead = Vous obtenez un lien qui sert une seule fois, pendant sept jours. Il part par courriel si une adresse est indiquée et si l’envoi est en place ; sinon, vous le copiez.
structures-invite-name = Prénom et nom
structures-invite-email = Adresse électronique (facultatif)
structures-invite-email-example = prenom@structure.org
structures-invite-make = Créer l’invitation
structures-invited = L’invitation pour { $name } est prête. Copiez ce lien, puis donnez-le à cette personne.
structures-invited-mailed = Invitation envoyée à { $name } ({ $email }). Vous pouvez aussi copier le lien.
structures-invitations-lead = Ces liens n’ont pas encore servi. Pour des raisons de sûreté, un lien ne se réaffiche pas : s’il est perdu, retirez l’invitation et faites-en une autre.
structures-invitation-until = jusqu’au { $date }
structures-invitation-mailed = envoyée par courriel
structures-invitation-copied = lien à remettre
structures-no-invitations = Aucune invitation en cours. Le bouton « Inviter » en crée une.
structures-revoke = Retirer
structures-revoke-help = Le lien cesse de fonctionner.
structures-revoked = L’invitation de { $name } est retirée.
structures-link-copy = Copier le lien
structures-link-copied = Copié
structures-link-until = Valable jusqu’au { $date }.
structures-link-hour = Valable une heure.
structures-link-once = Il sert une seule fois et ne s’affichera plus après la fermeture.

structures-role = Rôle
structures-manage = Gérer
structures-manage-help = Rôle, fonction, structure et accès de { $name }
structures-manage-title = Gérer une personne
structures-title-example = Par exemple : chargée d’accompagnement
structures-member-saved = { $name } : c’est enregistré.
structures-reset = Mot de passe perdu
structures-reset-text = Vous obtenez un lien à remettre en main propre, valable une heure. La personne y choisit un nouveau mot de passe ; ses sessions ouvertes se ferment.
structures-reset-yes = Créer le lien
structures-reset-made = Lien prêt pour { $name }.
structures-remove = Retirer du groupe
structures-remove-text = { $name } n’aura plus accès au groupe et sera déconnecté·e. Ce que cette personne a écrit reste, sous son nom. Une nouvelle invitation la fera revenir.
structures-remove-yes = Oui, retirer du groupe
structures-removed = { $name } ne fait plus partie du groupe.
structures-leave = La structure quitte le groupe…
structures-leave-text = **{ $name }** quittera le groupe. { $count ->
    [0] Personne n’y est inscrit.
    [one] La personne qui y est inscrite n’aura plus accès au groupe.
   *[other] Les { $count } personnes qui y sont inscrites n’auront plus accès au groupe.
} Ses invitations en cours ne s’ouvriront plus. Ce qui a été écrit reste, sous le nom de chacun. Pour la faire revenir, ajoutez une structure du même nom.
structures-leave-yes = Oui, la structure quitte le groupe
structures-left = { $name } a quitté le groupe.

reglages-title = Réglages
reglages-who = { $count ->
    [one] Vous pouvez tout lire ici. C’est l’animation du groupe qui modifie : { $names }.
   *[other] Vous pouvez tout lire ici. Ce sont les personnes de l’animation qui modifient : { $names }.
}
reglages-group = Groupe
reglages-etapes = Étapes
reglages-fonctions = Fonctions
reglages-targets = Légèreté
reglages-people = Personnes et rôles
reglages-installation = Autre groupe
reglages-what = Réglage
reglages-value = Valeur
reglages-group-name = Nom du groupe
reglages-host = Structure qui accueille le groupe
reglages-purpose-help = Pourquoi ce groupe existe, en quelques phrases.
reglages-zone = Fuseau horaire
reglages-zone-help = Les dates et les heures s’affichent à l’heure de ce lieu.
reglages-saved = Les réglages du groupe sont enregistrés.
reglages-example = Groupe d’exemple
reglages-example-text = Quand vous n’en avez plus besoin, retirez-le : vos propres groupes n’en sont pas affectés.

reglages-etapes-lead = Les étapes du chemin d’un porteur de projet, dans vos mots et dans votre ordre. Le nom anglais sert à la version anglaise ; sans lui, c’est le nom français qui s’affiche.
reglages-etapes-none = Le groupe n’a pas encore d’étape. La première pourrait s’appeler « Idée ».
reglages-etapes-add = Ajouter une étape
reglages-etapes-saved = Les étapes sont enregistrées.
reglages-fonctions-lead = Les appuis que vos structures proposent : accueil, formation, financement… Chaque structure coche les siens sur sa page.
reglages-fonctions-none = Le groupe n’a pas encore de fonction. La première pourrait s’appeler « Accueil ».
reglages-fonctions-add = Ajouter une fonction
reglages-fonctions-saved = Les fonctions sont enregistrées.
reglages-line-up = Monter
reglages-line-down = Descendre
reglages-line-remove = Retirer
reglages-line-keep = Garder
reglages-line-unused = « { $name } » sera retirée à l’enregistrement. Rien n’y est relié.
reglages-line-unlinks = « { $name } » sera retirée à l’enregistrement. Perdront ce lien : { $uses }. Rien d’autre n’est effacé.
reglages-use-structures = { $count ->
    [one] une structure
   *[other] { $count } structures
}
reglages-use-fiches = { $count ->
    [one] une fiche
   *[other] { $count } fiches
}
reglages-use-questions = { $count ->
    [one] une question de la trame
   *[other] { $count } questions de la trame
}
reglages-list-undo = Repartir de la liste enregistrée
reglages-list-unsaved = Pas encore enregistré
reglages-list-same = La liste n’a pas changé.
reglages-list-stale = Quelqu’un a enregistré cette liste pendant que vous la modifiiez. Votre saisie est intacte, et rien n’a été écrasé.
reglages-list-catch-up = Reprendre ses changements et garder les miens

reglages-person = Personne
reglages-people-where = Changer un rôle ou inviter

reglages-new-lead = Un second groupe, séparé du premier : ses structures, ses fiches et ses personnes ne se mélangent pas. Vous en serez la première personne à l’animation.
reglages-new-create = Créer ce groupe
reglages-new-done = Le groupe { $name } est créé. Entrez-y depuis Mon compte.
reglages-new-where = Changer de groupe : Mon compte

field-position = Fonction dans la structure
field-legal-form = Forme juridique
field-web = Site web
field-sites = Lieux
field-presentation = Présentation
field-entry = Nom
field-entry-en = Nom en anglais
field-summary = En une phrase
field-entries = Liste

error-web = Cette adresse de site n’est pas complète. Exemple : www.structure.org
error-year = Indiquez l’année en quatre chiffres, entre { $first } et { $last }, ou laissez vide.
error-zone = Choisissez un fuseau horaire de la liste.
error-host-stays = Cette structure accueille le groupe : elle ne peut pas le quitter.
error-not-yourself = Vous ne pouvez pas vous retirer vous-même. Demandez à une autre personne de l’animation.
structures-propose = Proposer l’entrée d’une structure
