# Texte écrit à plusieurs
livetext-sign-in-again = Votre session est terminée : connectez-vous de nouveau pour ouvrir ce texte.
livetext-not-allowed = Vous n’avez pas le droit d’ouvrir ce texte.
livetext-unknown-text = Ce texte n’existe pas, ou n’existe plus.
error-livetext-version-name = Donnez un nom à cette version, de { $longest } caractères au plus.
error-livetext-locked = Ce texte est verrouillé : il ne peut pas être modifié maintenant.
error-livetext-approved = Ce texte est approuvé : il se rouvre par sa relecture, avec une raison, et non en le déverrouillant.
error-livetext-unreadable = Ce contenu ne peut pas entrer dans ce texte : une partie n’y a pas sa place.
