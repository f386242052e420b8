# Contributions : ce que chacun apporte, en argent et en nature.
menu-contributions = Contributions
contributions-lead = Qui apporte quoi, en argent et en nature. Une promesse, un appel et un reçu sont trois choses différentes ; ce qui est en nature est compté à côté, jamais additionné.
contributions-section = Que voulez-vous voir ?
contributions-section-overview = Qui apporte quoi
contributions-section-key = La clé
contributions-section-money = Promesses et reçus
contributions-section-in-kind = En nature
contributions-structure = Structure
contributions-pledged = Promis
contributions-received = Reçu
contributions-missing = Reste à recevoir
contributions-hours = Heures
contributions-in-kind = En nature
contributions-in-kind-apart = La valeur de ce qui est en nature ne s’ajoute pas à l’argent.
contributions-none = Rien n’a encore été apporté. Commencez par une clé : elle dit ce qui est demandé à chaque structure.
contributions-none-own = Rien n’a encore été apporté. Vous pouvez déjà déclarer ce que votre structure apporte en nature.
contributions-brought = Ce que chaque structure apporte
contributions-chart-money = En argent : promis et reçu
contributions-chart-in-kind = En nature : valeur validée
contributions-as-table = Le même graphique en tableau
contributions-own-share = { $title } : la clé demande { $share } à { $name }.
contributions-own-free = { $title } : { $name } donne ce qu’elle souhaite.
contributions-own-pledged = { $name } a promis { $amount }.
contributions-own-called = Appel { $number } : { $amount } à verser avant le { $date }.
contributions-own-late = Appel { $number } : { $amount } étaient à verser avant le { $date }.
contributions-own-paid = { $name } a tout versé. Merci.
contributions-change = Modifier
contributions-cancel = Annuler
contributions-cancel-reason = Pourquoi ?
contributions-done = C’est enregistré.

# La clé
funding-none = Aucune clé n’est gardée. Essayez-en une ci-dessous : rien n’est enregistré tant que personne ne la garde.
funding-which = Clé
funding-new = Nouvelle clé
funding-try = Essayer une clé
funding-try-help = Rien n’est écrit pendant l’essai : les parts sont recalculées à chaque changement.
funding-title = Ce qui est financé
funding-title-placeholder = Impression de la chemise
funding-basis = Montant à partager
funding-basis-typed = Un montant que j’écris
funding-basis-minimum = { $label }, minimum : { $amount }
funding-basis-maximum = { $label }, maximum : { $amount }
funding-basis-commitment = Engagement « { $label } » : { $amount }
funding-basis-devis = Devis « { $label } » : { $amount }
funding-basis-copies = Devis « { $label } », { $copies } exemplaires : { $amount }
funding-amount = Montant
funding-kind = Comment le partager
funding-kind-equal = À parts égales
funding-kind-weights = Selon des poids
funding-kind-fixed = Montants fixés
funding-kind-free = Librement
funding-kind-fiches = Selon les fiches
funding-kind-equal-help = Chaque structure donne la même part, au centime près.
funding-kind-weights-help = Une structure de poids 2 donne deux fois plus qu’une structure de poids 1.
funding-kind-fixed-help = Le groupe fixe le montant de chaque structure.
funding-kind-free-help = Chaque structure promet ce qu’elle souhaite ; aucune part n’est demandée.
funding-kind-fiches-help = La part suit le nombre de fiches où la structure figure.
funding-participants = Structures qui participent
funding-set = Si une structure donne un autre montant
funding-set-help = Sa part est fixée, les autres se partagent le reste.
funding-weight = Poids de { $name }
funding-weight-column = Poids
funding-fixed = { $name } donne
funding-due = À verser avant le
funding-note = Note
funding-share = Part
funding-fiches = Fiches
funding-shares = Les parts
funding-missing = Il manque { $amount } : aucune structure ne les couvre.
funding-over = Les montants fixés dépassent le montant à partager de { $amount }.
funding-exact = Le compte est juste : { $amount }.
funding-save = Garder cette clé
funding-saved = La clé est gardée.
funding-remove = Supprimer cette clé
funding-removed = La clé est supprimée.
funding-called = Des contributions ont déjà été appelées ou reçues : cette clé ne change plus.
funding-summary = { $amount }, partagés : { $kind }.
funding-summary-due = À verser avant le { $date }.

# Promesses
pledge-title = Promettre une contribution
pledge-text = Une promesse n’engage pas encore de versement : la trésorerie l’appellera ensuite.
pledge-amount = Montant promis
pledge-note = Un mot (facultatif)
pledge-make = Promettre
pledge-save = Enregistrer la promesse
pledge-withdraw = Retirer la promesse
pledge-none = rien promis
pledge-for = Pour quelle structure ?
pledge-lines = Où en est chaque structure
pledge-no-key = Gardez d’abord une clé : les promesses s’y rattachent.

# Appels
call-make = Appeler la contribution
call-make-title = Appeler la contribution de { $name }
call-make-text = La structure reçoit une lettre avec le compte à créditer et un code à lire avec l’application de sa banque.
call-make-copied = Le courriel n’est pas réglé sur cette installation : la lettre et son texte sont à transmettre vous-même.
call-due-field = À verser avant le
call-message = Message (facultatif)
call-send = Faire l’appel
call-made = L’appel est fait.
call-mailed = { $count ->
    [one] L’appel est fait et envoyé à une personne.
   *[other] L’appel est fait et envoyé à { $count } personnes.
}
call-column = Appel
call-none = pas appelé
call-on = { $number }, avant le { $date }
call-late = { $number }, en retard depuis le { $date }
call-pdf = Lettre { $number } (PDF)
call-words = Texte à copier
call-words-title = Texte de l’appel
call-words-reminder = Texte du rappel
call-words-people = Pour : { $names }
call-words-nobody = Personne de cette structure n’a d’adresse électronique dans Chemise.
call-cancel = Annuler l’appel
call-cancel-title = Annuler l’appel { $number }
call-remind = Rappeler
call-reminded = Le rappel est noté.
call-reminded-mailed = { $count ->
    [one] Le rappel est noté et envoyé à une personne.
   *[other] Le rappel est noté et envoyé à { $count } personnes.
}
call-reminders = Rappels donnés : { $days }
call-reminder-before = { $days } jours avant
call-reminder-on = le jour même
call-reminder-after = { $days } jours après
call-title = Appel de contribution { $number }
call-about = À { $structure }, le { $date }
call-said = { $structure } est appelée à verser { $amount }.
call-for = Pour
call-amount = Montant de l’appel
call-already = Déjà versé
call-left = Reste à verser
call-due = À verser avant le
call-text = Motif du virement
call-code = Ce code contient le virement : lisez-le avec l’application de votre banque, vérifiez, puis validez.
call-foot = Cet appel fait suite à la promesse de votre structure. Une contribution ne donne aucune voix de plus dans les décisions du groupe.
mail-call-subject = Appel de contribution { $number } : { $title }
mail-call-body =
    Bonjour { $name },

    Le groupe « { $group } » appelle la contribution de { $structure } pour « { $title } » : { $amount }, à verser avant le { $date }.

    Compte à créditer : { $holder }, IBAN { $iban }
    Motif du virement : { $text }
mail-where = Où en est chacun : { $link }
mail-reminder-subject = Rappel, appel de contribution { $number } : { $title }
mail-reminder-body =
    Bonjour { $name },

    Il reste { $amount } à verser par { $structure } pour « { $title } », avant le { $date } (groupe « { $group } »). Si c’est déjà fait, merci, et ne tenez pas compte de ce message.

    Compte à créditer : { $holder }, IBAN { $iban }
    Motif du virement : { $text }

# Reçus
receipt-take = Inscrire un versement
receipt-take-title = Versement de { $name }
receipt-take-text = Il reste { $amount } à recevoir. Un versement en plusieurs fois s’inscrit en plusieurs fois.
receipt-amount-field = Montant reçu
receipt-day-field = Reçu le
receipt-means-field = Moyen
receipt-reference-field = Référence (facultatif)
receipt-save = Inscrire
receipt-taken = Le versement est inscrit.
receipt-pdf = Reçu { $number } (PDF)
receipt-line = { $number } : { $amount }, { $date }
receipt-line-cancelled = { $number } : { $amount }, annulé ({ $reason })
receipt-cancel = Annuler { $number }
receipt-cancel-title = Annuler le reçu { $number }
receipt-cancel-text = L’écriture inverse est passée aujourd’hui ; le reçu reste lisible avec la raison.
receipt-title = Reçu { $number }
receipt-about = { $structure }
receipt-said = { $host } a reçu { $amount } de { $structure } le { $date }.
receipt-cancelled = Ce reçu a été annulé.
receipt-for = Pour
receipt-amount = Montant
receipt-day = Reçu le
receipt-means = Moyen
receipt-reference = Référence
receipt-foot = Ce reçu n’est pas un reçu fiscal.
contribution-means-transfer = Virement
contribution-means-cheque = Chèque
contribution-means-card = Carte
contribution-means-cash = Espèces
contribution-means-direct-debit = Prélèvement

# Compte à créditer
payee-title = Compte à créditer
payee-lead = Les appels portent ce compte. Un appel déjà fait garde le compte de son jour.
payee-none = Donnez le compte à créditer avant de faire un appel.
payee-holder = Titulaire
payee-iban = IBAN
payee-bic = BIC
payee-bic-field = BIC (facultatif)
payee-save = Enregistrer le compte
payee-saved = Le compte est enregistré.

# En nature
in-kind-lead = Les heures et les dons sont évalués par la méthode écrite du groupe, déclarés par la structure et validés par une autre personne.
in-kind-method = La méthode du groupe
in-kind-method-since = Depuis le { $date }, une heure vaut { $amount }.
in-kind-method-none = Le groupe n’a pas encore écrit sa méthode. Sans elle, rien ne peut être évalué : écrivez comment une heure et un don sont comptés, après l’avoir voté.
in-kind-method-none-read = Le groupe n’a pas encore écrit sa méthode. La trésorerie ou l’animation l’écrira, après l’avoir votée.
in-kind-method-before = Méthodes d’avant
in-kind-method-new = Écrire une méthode
in-kind-method-text = Comment on compte
in-kind-method-placeholder = Une heure de bénévolat est comptée au SMIC horaire brut. Un don est compté au prix public, preuve à l’appui.
in-kind-method-hourly = Valeur d’une heure
in-kind-method-from = À partir du
in-kind-method-help = Ce qui a été déclaré avant cette date garde sa méthode.
in-kind-method-save = Enregistrer la méthode
in-kind-method-saved = La méthode est enregistrée.
in-kind-declare = Déclarer un apport
in-kind-declare-title = Ce que { $name } a apporté
in-kind-kind = Quoi
in-kind-kind-hours = Des heures de bénévolat
in-kind-kind-service = Une prestation offerte
in-kind-kind-goods = Un bien donné ou prêté
in-kind-kind-relief = Un secours en nature
in-kind-task = Tâche ou objet
in-kind-task-placeholder = Relecture des fiches
in-kind-who = Par qui
in-kind-who-placeholder = Initiales ou fonction
in-kind-day = Le
in-kind-hours = Durée
in-kind-hours-placeholder = 2 h 30
in-kind-hours-help = Écrivez 2, 2,5 ou 2 h 30.
in-kind-value = Valeur
in-kind-valued-by = D’où vient cette valeur
in-kind-valued-by-placeholder = Prix public du catalogue
in-kind-send = Déclarer
in-kind-declared = L’apport est déclaré. Une autre personne doit le valider.
in-kind-waiting = À valider
in-kind-waiting-none = Aucun apport n’attend.
in-kind-line = { $structure } : { $task }
in-kind-detail = { $who }, le { $date }
in-kind-detail-hours = { $who }, le { $date }, { $hours }
in-kind-declared-by = déclaré par { $name }
in-kind-own = Vous l’avez déclaré : une autre personne doit le valider.
in-kind-accept = Valider
in-kind-accepted = L’apport est validé.
in-kind-refuse = Refuser
in-kind-refuse-title = Refuser cet apport
in-kind-refused = L’apport est refusé.
in-kind-withdraw = Retirer
in-kind-withdrawn = L’apport est retiré.
in-kind-settled = Ce qui a été décidé
in-kind-settled-none = Rien n’a encore été validé.
in-kind-cancel = Annuler un apport validé
in-kind-cancel-which = Lequel ?
in-kind-what = Apport
in-kind-state = État
in-kind-state-declared = à valider
in-kind-state-validated = validé par { $name }
in-kind-state-refused = refusé par { $name } : { $reason }
in-kind-state-cancelled = annulé
in-kind-duration = { $hours } h { $minutes }
in-kind-duration-round = { $hours } h

# Ce qui ne va pas
error-amount-positive = Écrivez un montant plus grand que zéro.
error-amount-negative = Un montant ne peut pas être négatif ici.
error-key-nobody = Choisissez au moins une structure qui participe.
error-key-weight = Un poids est un nombre entier, de 0 à { $maximum }.
error-key-over = Les montants fixés dépassent le montant à partager. Baissez-en un, ou augmentez le montant.
error-key-title = Une clé s’appelle déjà « { $title } ». Modifiez-la, ou donnez un autre nom.
error-key-called = Des contributions ont déjà été appelées ou reçues sous cette clé : elle ne change plus. Faites une nouvelle clé pour un autre montant.
error-key-pledged = Des promesses ont été faites sous cette clé : elle ne peut plus être supprimée. Modifiez-la.
error-pledge-called = Cette promesse a déjà été appelée ou versée. Demandez à la trésorerie d’annuler l’appel pour la changer.
error-payee-missing = Donnez d’abord le compte à créditer, au bas de cette page.
error-call-made = Cette contribution est déjà appelée. Annulez l’appel pour en faire un autre.
error-call-paid = Cette contribution est déjà versée en entier.
error-call-due = Choisissez une date à venir.
error-reminder-none = Aucun rappel n’est à donner aujourd’hui : il a déjà été donné, ou ce n’est pas encore son jour.
error-receipt-over = Il ne reste que { $left_cents } à recevoir. Si la structure donne davantage, elle relève d’abord sa promesse.
error-receipt-cancelled = Ce reçu est déjà annulé.
error-day-to-come = Cette date n’est pas encore venue. Choisissez aujourd’hui ou un jour passé.
error-day-too-old = Ce jour est antérieur à { $first }. Vérifiez la date.
error-hours = « { $typed } » n’est pas une durée. Écrivez des heures, par exemple 2, 2,5 ou 2 h 30.
error-method-day = Une méthode commence déjà ce jour-là. Choisissez une autre date.
error-method-missing = Aucune méthode n’était en vigueur ce jour-là. La trésorerie ou l’animation doit d’abord l’écrire.
error-in-kind-decided = Cet apport a déjà été décidé. Rechargez la page pour voir où il en est.
error-in-kind-own = Vous avez déclaré cet apport : une autre personne doit le valider.
error-bic = « { $typed } » n’est pas un BIC : il faut 8 ou 11 signes, recopiez-le depuis le RIB.
error-epc = Le code de virement ne peut pas être fait : { $part ->
    [charset] il ne dit pas dans quel jeu de caractères il est écrit.
    [bic] le BIC manque.
    [holder] le titulaire du compte manque ou dépasse 70 signes.
    [holder-long] le titulaire du compte est trop long pour ce code : abrégez-le.
    [amount] le montant n’est pas un montant en euros, de 0,01 à 999 999 999,99.
    [purpose] le code d’objet doit avoir quatre lettres.
    [text] il faut un motif de 140 signes au plus, ou une référence, pas les deux.
    [size] il est trop long pour être lu par une banque.
   *[head] ce n’est pas un code de virement européen.
}
field-iban = IBAN
field-holder = Titulaire
field-message = Message
field-task = Tâche ou objet
field-who = Par qui
field-valued-by = D’où vient cette valeur
field-method = Comment on compte

# Accueil
accueil-awaits-pledge-contribution = Dire ce que votre structure donne pour « { $label } »
accueil-awaits-pay-contribution = Verser la contribution de votre structure pour « { $label } »
accueil-awaits-pay-fee = Régler la cotisation de votre structure
accueil-awaits-validate-in-kind = { $count ->
    [one] Valider un apport en nature
   *[other] Valider { $count } apports en nature
}
news-set-funding-key = { $people } a gardé la clé « { $label } »
news-pledge-contribution = { $people } a dit ce que donne { $label }
news-receive-contribution = { $people } a inscrit le reçu { $label }
news-decide-in-kind = { $people } a décidé d’un apport en nature : { $label }
