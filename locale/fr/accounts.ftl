# Mon compte.
compte-title = Mon compte
compte-profile = Qui je suis
compte-name = Prénom et nom
compte-save = Enregistrer
compte-profile-saved = C’est enregistré.
compte-password = Mot de passe
compte-password-none = Ce compte s’ouvre sans mot de passe.
compte-password-current = Mot de passe actuel
compte-password-rule = Le nouveau : { $minimum } signes au moins. Une courte phrase convient très bien, avec ou sans accents. Vos autres sessions se fermeront.
compte-password-new = Nouveau mot de passe
compte-password-again = Le même, encore une fois
compte-password-save = Changer le mot de passe
compte-password-saved = Le mot de passe est changé. Vos autres sessions sont fermées.
compte-sessions = Mes sessions
compte-sessions-lead = Là où votre compte est ouvert. Une session que vous ne reconnaissez pas : terminez-la, puis changez de mot de passe.
compte-device = { $browser } sur { $system }
compte-device-unknown = Navigateur non reconnu
compte-session-here = Vous êtes ici
compte-session-seen = Dernière visite : { $ago }
compte-session-end = Terminer
compte-session-ended = La session est terminée.
compte-sessions-end = Terminer toutes les autres
compte-sessions-ended = { $count ->
    [0] Aucune autre session n’était ouverte.
    [one] L’autre session est terminée.
   *[other] Les { $count } autres sessions sont terminées.
}
compte-groups = Mes groupes
compte-group-here = Vous êtes dans ce groupe
compte-group-enter = Y entrer
compte-group-entered = Vous êtes maintenant dans { $name }.
compte-guide = Le guide
compte-data = Mes données
compte-data-text = Tout ce que cette installation sait de vous : compte, groupes, sessions, invitations, textes où vous avez écrit, journal de vos actions. Le mot de passe n’y figure pas.
compte-data-get = Télécharger mes données (JSON)

error-password-differ = Les deux saisies du nouveau mot de passe ne sont pas les mêmes.
error-reset-admin = Cette personne administre l’installation : seule une autre personne qui l’administre peut lui remettre un lien.
error-reset-elsewhere = Cette personne est aussi dans un autre groupe : seule une personne qui administre l’installation peut lui remettre un lien.
