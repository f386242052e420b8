# Cahier des charges : ses clauses, ses versions figées, qui approuve.
menu-cahier = Cahier des charges
specification-lead = Ce que le groupe demande au graphiste et à l’imprimeur, écrit ensemble puis adopté par chaque structure.
specification-none = Il n’y a pas encore de cahier des charges. Commencez-en un : il vient avec toutes ses clauses, à compléter ensemble.
specification-none-observer = Une personne partenaire, de la trésorerie ou de l’animation peut le commencer.
specification-other = Commencer un autre cahier des charges
specification-title = Titre du cahier des charges
specification-title-placeholder = Chemise et présentation web du groupe
specification-template = Modèle : une chemise avec des fiches, et leur présentation sur le web. Ce qui reste à compléter est entre crochets.
specification-create = Commencer le cahier des charges
specification-created = Cahier des charges commencé.
specification-which = Quel cahier des charges
specification-gone = Ce cahier des charges n’existe plus. Revenez par le menu.
specification-clauses = Les clauses
specification-clause = Choisir une clause
specification-clause-empty = à écrire
specification-clause-open = { $count ->
    [one] un point à compléter
   *[other] { $count } points à compléter
 }
specification-clause-written = écrite
specification-optional = facultative
specification-all-written = Toutes les clauses obligatoires sont écrites.
specification-missing = { $count ->
    [one] Une clause obligatoire reste à compléter
   *[other] { $count } clauses obligatoires restent à compléter
 }
specification-blanks = à compléter : { $names }
specification-placeholder = Écrivez cette clause…
specification-justified = Ce qui justifie cette clause :
specification-unjustified = Rien n’est encore lié à cette clause.
specification-link = Lier ce qui justifie cette clause
specification-link-fiche = Fiches
specification-link-placeholder = Choisir
specification-link-save = Enregistrer les liens
specification-linked = Liens enregistrés.
specification-no-version = Aucune version n’est encore figée. Quand les clauses sont écrites, l’animation fige une version que chaque structure approuve.
specification-state = Où en est la version
specification-frozen-on = Version { $number }, figée le { $when }
specification-adopted-on = Version { $number }, adoptée le { $when }
specification-ahead = Le texte a changé depuis la version { $number } : il faudra en figer une autre.
specification-waiting = { $count ->
    [0] Toutes les structures ont répondu.
    [one] Une structure est encore attendue.
   *[other] { $count } structures sont encore attendues.
 }
specification-rule = Quand la version peut être adoptée
specification-rule-all = Quand toutes les structures approuvent
specification-rule-consent = Quand personne n’objecte et que la moitié des structures au moins approuve
specification-adoptable = Adoption : { $rule }.
specification-stance-awaited = attendue
specification-stance-approved = approuve
specification-stance-objection = objection
specification-by = par { $name }, le { $when }
specification-silent = Personne ne peut encore répondre pour { $names } : { $count ->
    [one] elle ne sera pas attendue.
   *[other] elles ne seront pas attendues.
 }
specification-freeze = Figer une version
specification-freeze-title = Figer une version
specification-freeze-text = Les mots de maintenant sont gardés tels quels, et chaque structure est appelée à répondre. On peut continuer à écrire : ce sera pour la version suivante.
specification-freeze-replaces = La version { $number } attend encore des réponses : la nouvelle la remplace, et tout le monde sera redemandé.
specification-freeze-yes = Figer et demander les réponses
specification-frozen = Version figée. Chaque structure est appelée à répondre.
specification-approve = Lire et approuver
specification-approve-title = Approuver cette version
specification-approve-text = Vous approuvez, pour votre structure, exactement les mots de la version { $number }.
specification-approve-yes = Approuver cette version
specification-spoken = Réponse notée.
specification-object = Faire une objection
specification-object-title = Faire une objection
specification-object-text = Une objection n’est pas un veto : elle dit ce qui empêche votre structure de vivre avec ce texte, et ce qui la lèverait.
specification-object-reason = Ce qui fait obstacle, et ce qui le lèverait
specification-object-yes = Enregistrer l’objection
specification-adopt = Adopter
specification-adopt-title = Adopter cette version ?
specification-adopt-text = La version { $number } sera arrêtée pour de bon : plus personne ne pourra la changer. Un changement fera une nouvelle version.
specification-adopt-yes = Adopter pour de bon
specification-adopted = Version adoptée.
specification-versions = { $count ->
    [one] La version figée
   *[other] Les { $count } versions figées
 }
specification-hash = Empreinte SHA-256 : { $hash }
specification-read = Lire
specification-read-title = Version { $number }
specification-difference = Voir ce qui a changé
specification-difference-title = De la version { $before } à la version { $after }
specification-get-pdf = PDF
specification-get-docx = Word
specification-paper-frozen = Version { $number }, figée le { $day }
specification-paper-adopted = Adoptée par le groupe le { $day }.
specification-paper-open = Version en cours d’approbation : elle n’est pas encore adoptée.
specification-paper-reasons = En lien avec : { $names }
specification-paper-voices = Réponses des structures
specification-paper-proof = Empreinte SHA-256 : { $hash }
specification-column-structure = Structure
specification-column-stance = Réponse
specification-column-person = Par
specification-column-day = Le
accueil-awaits-approve-specification = Répondre sur le cahier des charges « { $label } »
news-freeze-specification = { $people } a figé une version du cahier des charges « { $label } »
news-object-specification = { $people } a fait une objection au cahier des charges « { $label } »
news-adopt-specification = { $people } a adopté le cahier des charges « { $label } »
error-specification-title = Le groupe a déjà un cahier des charges « { $title } ». Choisissez un autre titre.
error-specification-links = Au plus { $maximum } liens par clause. Gardez les plus utiles.
error-specification-missing = { $count ->
    [one] Une clause obligatoire n’est pas finie : { $names }. Complétez-la, crochets compris, puis figez de nouveau.
   *[other] { $count } clauses obligatoires ne sont pas finies : { $names }. Complétez-les, crochets compris, puis figez de nouveau.
 }
error-specification-same = Rien n’a changé depuis la version { $number } : il n’y a rien de neuf à figer.
error-specification-adopted = Cette version est adoptée : plus personne ne peut la changer. Pour un changement, figez une nouvelle version.
error-specification-replaced = Une version plus récente existe. Rechargez la page et répondez sur celle-là.
error-specification-not-agreed = Cette version n’a pas encore les réponses qu’il faut pour être adoptée.
error-specification-broken = La version { $number } enregistrée n’est pas celle qui a été figée. Elle n’est pas montrée. Prévenez la personne qui administre l’installation : une sauvegarde permet de la retrouver.
decision-about-clause = À propos de la clause « { $name } » du cahier des charges
decision-about-clause-title = Adopter la clause « { $name } »
decision-about-version = À propos du cahier des charges « { $name } »
decision-about-version-title = Adopter le cahier des charges « { $name } »
effect-lock-specification = Adopter une version du cahier des charges
effect-lock-specification-ask = Version à adopter
effect-lock-specification-will = « { $name } » est adopté pour de bon, si sa règle d’adoption est remplie ; chaque « Sans objection » ou « Réserve » y vaut approbation
effect-lock-specification-by-hand = Ouvrir le cahier des charges et l’adopter à la main
effect-lock-specification-done = « { $name } » est adopté, et plus personne ne peut le changer
specification-propose-version = Soumettre cette version au groupe
specification-propose-clause = Proposer une décision sur cette clause
specification-link-decision = Décisions
specification-alone = sans justification
specification-justifies = Justifie la clause « { $heading } » du cahier des charges « { $title } »
error-specification-weights = Dans « { $clause } », les poids font { $total } au lieu de 100. Corrigez-les pour que le total fasse 100.
mail-specification-subject = Votre structure est attendue : { $title }
mail-specification-body = 
    Bonjour { $name },

    Votre structure n’a pas encore répondu sur « { $title } ». Lisez cette version, puis approuvez-la ou dites ce qui vous en empêche.

    { $link }

