# Commentaires et suggestions
error-comments-empty = Écrivez d’abord votre commentaire.
error-comments-too-long = Ce commentaire est trop long : { $length } signes, pour { $maximum } au plus. Rien n’est perdu ; raccourcissez-le.
error-comments-pace = Beaucoup de demandes en peu de temps. Attendez une minute, puis recommencez ; ce que vous avez tapé est toujours là.
error-comments-passage = Choisissez d’abord les mots à commenter.
error-comments-passage-long = Ce passage est trop long pour un commentaire : { $maximum } signes au plus. Choisissez-en une partie.
error-comments-moving = Ce passage vient de changer, ou n’est pas encore enregistré. Attendez « Enregistré », puis recommencez.
error-comments-request = Cette demande n’a pas été comprise. Rechargez la page.
error-suggestion-locked = Ce texte est verrouillé : on peut le commenter, plus le modifier.
error-suggestion-gone = Cette suggestion n’est plus dans le texte : quelqu’un l’a déjà retirée ou remplacée.
mail-mention-subject = { $by } vous cite dans « { $title } »
mail-mention-body =
    Bonjour { $name },

    { $by } vous cite dans un commentaire de « { $title } » :

    { $body }

    Pour répondre :

    { $link }
