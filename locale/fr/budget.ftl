error-amount-empty = Écrivez un montant, par exemple « 1 250,00 ».
error-amount-ambiguous = « { $typed } » peut se lire de deux façons. Écrivez les milliers avec une espace et les centimes après une virgule, par exemple « 12 345,60 ».
error-amount-unreadable = « { $typed } » n’est pas un montant. Écrivez-le en chiffres, avec deux décimales au plus, par exemple « 1 250,00 ».
error-amount-too-large = Ce montant dépasse un milliard d’euros. Vérifiez les chiffres tapés.
error-share-weights = Aucune part ne peut être calculée : donnez un poids positif à au moins une structure, et aucun poids négatif.
error-ledger-amount = Une écriture va d’un compte à un autre, pour un montant positif.
error-year-closed = L’année { $year } est close, plus rien ne peut y être écrit. Datez l’opération d’une année ouverte.
