# Recherche.
menu-recherche = Recherche
search-title = Recherche
search-label = Chercher un mot
search-placeholder = Chercher un mot
search-go = Chercher
search-kinds = Où chercher ?
search-kind-fiche = Fiches
search-kind-question = Trame
search-kind-structure = Structures
search-kind-proposal = Décisions
search-kind-specification = Cahier des charges
search-kind-comment = Commentaires
search-kind-meeting = Réunions
search-kind-one-fiche = Fiche
search-kind-one-question = Question de la trame
search-kind-one-structure = Structure
search-kind-one-proposal = Décision
search-kind-one-specification = Cahier des charges
search-kind-one-comment = Commentaire
search-kind-one-meeting = Réunion
search-comment-by = Commentaire de { $name }
search-resolved = résolu
search-found-comment = Le commentaire trouvé
search-comment-gone = Ce commentaire n’est plus là : il a été retiré.
search-part-accroche = accroche
search-part-level1 = premier accès
search-part-level2 = approfondissement
search-part-english = en anglais
search-part-presentation = présentation
search-part-form = forme juridique
search-part-sites = lieux
search-part-web = site
search-part-context = contexte
search-part-agenda = ordre du jour
search-part-minutes = compte rendu
search-part-place = lieu
search-part-actions = actions à mener
search-empty = Tapez un ou plusieurs mots : accents et majuscules ne comptent pas, et le dernier mot peut être incomplet.
search-nothing = Aucun texte du groupe ne contient tous ces mots. Essayez-en un seul, ou son début.
search-count = { $count ->
    [one] Un résultat.
   *[other] { $count } résultats.
 }
search-cut = Plus de { $count } résultats : ajoutez un mot pour préciser.
search-shown = Les { $count } meilleurs sont ci-dessous.
