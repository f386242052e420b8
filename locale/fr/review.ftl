# Relecture : qui approuve, sur quels mots, ce qui a changé depuis.
review-ask = Demander la relecture
review-ask-send = Envoyer la demande de relecture
review-ask-title = Demander la relecture de cette fiche
review-ask-text = Chaque structure attendue approuve une fois, par une de ses personnes. On peut continuer à écrire : si le texte change, celles qui avaient approuvé sont redemandées.
review-scope = Qui doit approuver
review-scope-concerned = Les structures de la fiche
review-scope-concerned-names = { $names }
review-scope-all = Toutes les structures du groupe
review-silent = Personne ne peut encore approuver pour { $names } : { $count ->
    [one] elle ne sera pas attendue.
   *[other] elles ne seront pas attendues.
 }
review-note = Un mot pour les relecteurs
review-note-placeholder = Surtout le verso, s’il vous plaît
review-asked = Relecture demandée.
review-asked-by = Relecture demandée par { $name }, { $when }.
review-asked-plain = Relecture demandée, { $when }.
review-awaited-count = { $count ->
    [0] Tout le monde a approuvé ces mots.
    [one] Une approbation manque encore.
   *[other] { $count } approbations manquent encore.
 }
review-state = Où en est la relecture
review-standing-awaited = attendue
review-standing-approved = approuvée
review-standing-stale = à confirmer : le texte a changé depuis
review-standing-changes = demande un changement
review-voice-by = par { $name }, { $when }
review-approve = Lire et approuver
review-approve-title = Approuver cette fiche
review-approve-text = Vous approuvez, pour votre structure, exactement les mots ci-dessous.
review-approve-yes = Approuver ces mots
review-approve-since = Ce qui a changé depuis votre réponse du { $when }
review-approve-now = Ce qui a changé pendant que vous lisiez
review-approved = Approbation notée.
review-approved-all = Approbation notée : la fiche est approuvée, son texte est verrouillé.
review-read = Tout le texte
review-changes = Demander un changement
review-changes-title = Demander un changement
review-changes-text = Dites ce qui doit changer. La fiche reste ouverte ; vous serez redemandé ensuite.
review-changes-reason = Ce qui doit changer, et pourquoi
review-changes-send = Envoyer la demande
review-changes-sent = Demande de changement notée.
review-difference = Voir ce qui a changé
review-difference-title = Ce qui a changé depuis chaque réponse
review-difference-structure = Depuis la réponse de
review-stop = Arrêter la relecture
review-stop-title = Arrêter la relecture ?
review-stop-text = La fiche redevient un brouillon et les approbations ne comptent plus. Le journal les garde.
review-stop-yes = Revenir au brouillon
review-stopped = La fiche est de nouveau un brouillon.
review-settled = Approuvée, { $when }. Son texte est verrouillé.
review-published = Publiée. Son texte est verrouillé.
review-reopen = Rouvrir
review-reopen-title = Rouvrir cette fiche
review-reopen-text = Le texte se déverrouille et la fiche revient en relecture. Les approbations tiennent tant que les mots ne changent pas.
review-reopen-reason = Pourquoi la rouvrir
review-reopen-yes = Rouvrir la fiche
review-reopened = Fiche rouverte.
review-reopened-by = Rouverte par { $name }, { $when } : { $reason }
review-publish = Publier
review-publish-title = Publier cette fiche ?
review-publish-text = Elle sera marquée comme publiée. Son texte reste verrouillé.
review-publish-yes = Publier la fiche
review-publish-done = Fiche marquée comme publiée.
review-example-note = Exemple : ces approbations sont inventées.

field-note = Mot pour les relecteurs
field-reason = Raison

error-review-asked = La relecture de cette fiche est déjà demandée.
error-review-nobody = Aucune structure ne peut approuver cette fiche : liez-la à une structure qui a quelqu’un ici, ou demandez à toutes.
error-review-changed = Le texte a changé pendant que vous lisiez. Rien n’est noté : lisez ce qui a changé, puis répondez de nouveau.
error-review-closed = Cette fiche n’est pas en relecture.
error-review-not-settled = Cette fiche n’est pas approuvée : son texte est déjà ouvert.
error-review-not-approved = Cette fiche n’est pas encore approuvée par toutes les structures attendues.
