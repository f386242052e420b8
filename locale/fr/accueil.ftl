# Accueil.
accueil-awaits = Ce qui vous attend
accueil-awaits-nothing = Rien ne vous attend. Vous pouvez relire une fiche ou en ouvrir une nouvelle.
accueil-awaits-answer-mention = { $count ->
    [one] Lire le commentaire qui vous cite dans « { $label } »
   *[other] Lire les { $count } commentaires qui vous citent dans « { $label } »
 }
accueil-awaits-write-own-fiche = Écrire les premiers mots de la fiche « { $label } »
accueil-awaits-complete-structure = Compléter la page de { $label } : présentation et étapes
accueil-awaits-approve-fiche = Relire et approuver la fiche « { $label } » pour votre structure
accueil-awaits-approve-again = Confirmer la fiche « { $label } », modifiée depuis votre approbation
accueil-awaits-answer-change = Répondre au changement demandé pour « { $label } »
accueil-awaits-lighten-fiche = Alléger la fiche « { $label } »
accueil-awaits-invite-structure = Inviter quelqu’un de { $label }, qui n’a encore personne ici
accueil-awaits-cover-etape = Ouvrir une fiche pour l’étape « { $label } »
accueil-awaits-answer-questions = { $count ->
    [one] Répondre à la question de la trame restée sans fiche
   *[other] Répondre aux { $count } questions de la trame restées sans fiche
 }
accueil-awaits-vote = Voter : « { $label } »
accueil-awaits-first-fiche = Ouvrir la première fiche du groupe
accueil-awaits-first-etapes = Nommer les étapes du parcours
accueil-awaits-first-invitation = Ajouter les structures et inviter leurs personnes
accueil-changes = Ce qui a changé
accueil-since = Depuis votre visite du { $date }
accueil-since-first = Ces trente derniers jours
accueil-changes-nothing = Rien de neuf de la part des autres.
accueil-and = { $first } et { $last }
accueil-standing = Où en est le groupe
accueil-fiches = Fiches
accueil-etapes-covered = Étapes couvertes
accueil-questions-answered = Questions avec une fiche
accueil-structures = Structures
accueil-status = État
accueil-status-draft = Brouillon
accueil-status-in-review = En relecture
accueil-status-approved = Approuvée
accueil-status-published = Publiée
accueil-as-table = Voir en tableau

news-text-changed = { $count ->
    [one] { $people } a écrit dans « { $label } »
   *[other] { $people } ont écrit dans « { $label } »
 }
news-create-fiche = { $people } a ouvert la fiche « { $label } »
news-change-fiche = { $people } a modifié les propriétés de « { $label } »
news-archive-fiche = { $people } a archivé « { $label } »
news-restore-fiche = { $people } a rétabli « { $label } »
news-ask-review = { $people } a demandé la relecture de « { $label } »
news-approve-fiche = { $people } a approuvé « { $label } »
news-ask-changes = { $people } a demandé un changement dans « { $label } »
news-reopen-fiche = { $people } a rouvert « { $label } »
news-publish-fiche = { $people } a publié « { $label } »
news-restore-version = { $people } a rétabli une version de « { $label } »
news-change-trame = { $people } a remanié la trame
news-text-name-version = { $people } a nommé une version : « { $label } »
news-comment-add = { $people } a commenté « { $label } »
news-suggestion-decide = { $people } a tranché des suggestions dans « { $label } »
news-create-structure = { $people } a ajouté la structure { $label }
news-change-structure = { $people } a mis à jour la page de { $label }
news-leave-structure = { $people } a noté le départ de { $label }
news-accept-invitation = { $people } a rejoint le groupe
news-change-lists = { $people } a revu les étapes ou les fonctions
news-change-group = { $people } a modifié les réglages du groupe
news-open-proposal = { $people } a ouvert la proposition « { $label } »
news-change-proposal = { $people } a corrigé la proposition « { $label } »
news-new-round = { $people } a ouvert un nouveau tour : « { $label } »
news-withdraw-proposal = { $people } a retiré la proposition « { $label } »
