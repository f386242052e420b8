accueil-awaits-approve-invoice = Approuver ou refuser la facture { $label }
news-enter-invoice = { $people } a saisi la facture { $label }
news-decide-invoice = { $people } s’est prononcé sur la facture { $label }
news-cancel-invoice = { $people } a annulé la facture { $label }
menu-invoices = Factures
menu-bank = Relevés de banque
field-invoice-note = Note
field-invoice-number = Numéro
invoices-lead = Ce que les fournisseurs demandent, qui l’a approuvé, ce qui est payé et ce qui reste à payer.
invoices-empty-title = Aucune facture pour l’instant
invoices-empty-text = Saisissez la première : déposez son PDF, ce qui s’y lit vous est proposé.
invoices-empty-suppliers = Ajoutez d’abord le fournisseur, puis saisissez sa facture.
invoices-empty-envelope = Ajoutez d’abord une enveloppe et ses lignes dans le budget : une facture se range sur une ligne.
invoices-empty-read = Les factures apparaîtront ici dès que la trésorière ou le trésorier en aura saisi une.
invoices-waiting = { $count ->
    [0] Rien à approuver
    [one] **Une** facture à approuver
   *[other] **{ $count }** factures à approuver
 }
invoices-due = { $amount } à payer
invoices-late = dont { $amount } en retard
invoices-to-approve = À approuver
invoices-overdue = En retard
invoices-to-pay = À payer
invoices-to-refund = Remboursements attendus
invoices-settled = { $count ->
    [one] Une facture réglée
   *[other] { $count } factures réglées
 }
invoices-put-away = { $count ->
    [one] Une facture refusée ou annulée
   *[other] { $count } factures refusées ou annulées
 }
invoice-standing-to-approve = à approuver
invoice-standing-overdue = en retard
invoice-standing-to-pay = à payer
invoice-standing-to-refund = remboursement attendu
invoice-standing-paid = payée
invoice-standing-set-off = déduit
invoice-standing-refused = refusée
invoice-standing-cancelled = annulée
invoice-kind = Nature du document
invoice-kind-invoice = Facture
invoice-kind-deposit = Acompte
invoice-kind-credit-note = Avoir
invoice-late = { $count ->
    [one] échéance dépassée d’un jour
   *[other] échéance dépassée de { $count } jours
 }
invoice-due-on = à payer avant le { $day }
invoice-invented = exemple inventé
invoice-left = reste { $left }
invoice-unknown = Cette facture n’existe pas, ou plus. Voici la liste.
invoice-back = Toutes les factures
invoice-numbered = Facture **{ $number }** du { $day }
invoice-enter = Saisir une facture
invoice-change = Corriger la facture
invoice-retake = Reprendre la facture
invoice-approve = Approuver
invoice-approve-title = Approuver la facture
invoice-approve-text = { $amount } pour { $supplier } compteront dans le budget, et l’écriture sera passée.
invoice-approved = Facture approuvée.
invoice-refuse = Refuser
invoice-refuse-title = Refuser la facture
invoice-refuse-text = Elle reste lisible, et peut être reprise. Dites pourquoi, pour que chacun le sache.
invoice-refused = Facture refusée.
invoice-cancel = Annuler la facture
invoice-cancel-title = Annuler la facture
invoice-cancel-text = Une écriture inverse sera passée à la date du jour. Dites pourquoi.
invoice-cancelled = Facture annulée.
invoice-own = Vous avez saisi cette facture : à partir de ce montant, une autre personne doit l’approuver.
invoice-no-commitment = Cette facture ne répond à aucun engagement.
invoice-over = L’engagement « { $label } » est de { $amount } ; ses factures font { $invoiced } : il est dépassé de { $rest }.
invoice-over-why = Accepté parce que : { $reason }
invoice-equal = L’engagement « { $label } » ({ $amount }) est exactement couvert par ses factures.
invoice-under = L’engagement « { $label } » est de { $amount } ; ses factures font { $invoiced }, il reste { $rest } à facturer.
invoice-missing = { $count ->
    [one] Une mention n’a pas été trouvée
   *[other] { $count } mentions n’ont pas été trouvées
 }
invoice-missing-help = Une facture doit les porter ; si elles manquent vraiment, demandez-les au fournisseur. Cela n’empêche ni d’approuver ni de payer.
mention-number = le numéro de la facture
mention-siren = le SIREN ou le SIRET du fournisseur
mention-address = l’adresse du fournisseur
mention-vat-number = le numéro de TVA du fournisseur
mention-supply-date = la date de la livraison ou de la prestation
mention-exemption = la raison pour laquelle il n’y a pas de TVA (par exemple « TVA non applicable, art. 293 B du CGI »)
mention-late-fees = les pénalités de retard et l’indemnité de 40 €
invoice-amounts = Montants
invoice-amount = Montant
invoice-net = Hors taxes
invoice-vat = TVA
invoice-vat-help = Laissez vide s’il n’y en a pas.
invoice-gross = Toutes taxes comprises
invoice-deducted = Acomptes déduits
invoice-deducted-help = Ce que la facture retire pour les acomptes déjà facturés ; vide s’il n’y en a pas.
invoice-prepaid = Déjà payé, selon le document
invoice-prepaid-help = Ce document compte une somme déjà payée. Si ce sont des acomptes approuvés ici, recopiez-la dans « Acomptes déduits » ; si c’est cette facture même qui est payée, enregistrez plutôt le paiement.
invoice-rounding = Arrondi de ce qui est à payer
invoice-side = Contribution à l’Urssaf
invoice-credit = Avoirs
invoice-owed = À payer en tout
invoice-paid = Payé
invoice-rest = Reste
invoice-corrects-said = Cet avoir est déduit de la facture { $number }.
invoice-credited-by = Avoir **{ $number }** : { $amount } ({ $state })
invoice-payments = Paiements
invoice-payments-none = Aucun paiement enregistré.
document-kept-private = Le document d’origine porte des coordonnées personnelles (compte bancaire, adresse) : il est lu par les personnes qui en ont besoin. Ses montants sont sur cette page.
invoice-document = Télécharger { $name }
invoice-entered-by = Saisie par { $name }.
invoice-decided-by = Décision de { $name }, le { $date }.
invoice-supplier = Fournisseur
invoice-supplier-choose = Choisissez le fournisseur
invoice-commitment = Engagement
invoice-commitment-none = Aucun engagement
invoice-commitment-rest = { $label } (reste { $rest })
invoice-line = Ligne du budget
invoice-line-choose = Choisissez la ligne
invoice-issued = Date de la facture
invoice-due = À payer avant le
invoice-due-help = Laissez vide si la facture est payable à réception.
invoice-side-due = Ajouter la contribution de { $rate } due à l’Urssaf
invoice-side-help = Elle est due par celui qui utilise l’œuvre d’un artiste-auteur (1 % et 0,10 % de la rémunération hors taxes). En cas de doute sur un usage non commercial, demandez à l’Urssaf.
invoice-over-reason = Pourquoi accepter un dépassement
invoice-over-help = À remplir seulement si la facture dépasse ce qui reste de l’engagement.
invoice-corrects = Déduire de la facture
invoice-corrects-none = Ne déduire d’aucune facture
invoice-corrects-help = L’avoir diminue ce qui reste à payer de cette facture, ou ouvre droit à un remboursement si elle est payée.
invoice-save = Enregistrer
invoice-form-close = Fermer sans enregistrer
invoice-saved = Facture { $number } enregistrée.
invoice-needs-supplier = Choisissez le fournisseur de cette facture.
invoice-needs-line = Choisissez la ligne du budget sur laquelle ranger cette facture.
invoice-file = Partir du document
invoice-file-choose = Facture en PDF, en Factur-X ou en XML
invoice-file-help = Le fichier est conservé tel quel. Ce qui s’y lit vous est proposé ; rien n’est rempli sans vous.
invoice-file-kept = { $name } est conservé.
invoice-file-nothing = Aucun montant sûr n’a été trouvé dans ce document. Recopiez-les à la main.
invoice-file-field = Dans le document
invoice-read-facturx = Lu dans la facture électronique
invoice-read-pdf = Lu dans le texte, à vérifier
invoice-take = Reprendre ces valeurs
invoice-doubt-qty-price = La ligne « { $where } » annonce { $stated }, et sa quantité par son prix fait { $computed }. Vérifiez-la.
invoice-doubt-vat-rate = La TVA au taux de { $where } % est annoncée à { $stated }, le calcul donne { $computed }. Vérifiez-la.
invoice-social = Urssaf
invoice-withheld = { $amount } sont retenus sur la rémunération de { $supplier }, sans dispense montrée.
invoice-withheld-source = Taux : { $source }.
invoice-social-nothing = Rien ne reste dû à l’Urssaf.
invoice-social-later = { $amount } seront dus à l’Urssaf une fois le fournisseur payé.
invoice-social-due = { $amount } restent dus à l’Urssaf, à déclarer et payer avant le { $day }.
payment-title = Enregistrer un paiement
payment-enter = Enregistrer un paiement
payment-left = Il reste { $amount } à payer.
payment-back = Le fournisseur doit rembourser { $amount } : écrivez un montant négatif.
payment-urssaf-help = Dont { $amount } dus à l’Urssaf, jamais au fournisseur.
payment-withheld = Sans dispense, { $amount } sont à retenir sur la rémunération et à payer à l’Urssaf, avec la contribution due sur cette rémunération. Taux : { $source }.
payment-amount = Montant
payment-day = Date du paiement
payment-means = Moyen
payment-means-transfer = Virement
payment-means-cheque = Chèque
payment-means-card = Carte
payment-means-cash = Espèces
payment-means-direct-debit = Prélèvement
payment-payee = Payé à
payment-payee-supplier = Fournisseur
payment-payee-urssaf = Urssaf
payment-reference = Référence
payment-save = Enregistrer le paiement
payment-saved = Paiement enregistré.
payment-cancel = Annuler ce paiement
payment-cancel-title = Annuler ce paiement
payment-cancel-text = Une écriture inverse sera passée à la date du jour. Dites pourquoi.
payment-is-cancelled = Paiement annulé.
payment-cancelled = annulé
payment-from-bank = vu sur le relevé
bank-lead = Déposez le relevé de la banque : chaque ligne est rapprochée d’une facture ou d’une contribution, et vous confirmez.
bank-not-yours = Les relevés de banque se lisent par la trésorerie et l’animation seulement.
bank-empty-title = Aucun relevé pour l’instant
bank-empty-text = Exportez le relevé depuis le site de votre banque, en CSV, en OFX ou en CAMT.053, puis déposez-le ici.
bank-import = Prendre un relevé
bank-import-choose = Relevé en CSV, en OFX ou en CAMT.053
bank-import-help = Le fichier est conservé tel quel. Une ligne déjà connue n’est jamais prise deux fois.
bank-import-rows = { $count ->
    [one] Une ligne dans ce fichier.
   *[other] { $count } lignes dans ce fichier.
 }
bank-import-yes = Prendre ces lignes
bank-imported = { $count ->
    [one] Une ligne prise.
   *[other] { $count } lignes prises.
 } { $left ->
    [0] {""}
    [one] Une ligne sans date, ou trop courte, a été laissée de côté.
   *[other] { $left } lignes sans date, ou trop courtes, ont été laissées de côté.
 }
bank-import-short = { $count ->
    [one] Une ligne du fichier a trop peu de cases pour être un mouvement : elle ne sera pas prise.
   *[other] { $count } lignes du fichier ont trop peu de cases pour être des mouvements : elles ne seront pas prises.
 }
bank-alike = { $count ->
    [one] Une ligne a le jour et le montant d’une ligne déjà prise sous une autre forme : c’est sans doute le même mouvement.
   *[other] { $count } lignes ont le jour et le montant de lignes déjà prises sous une autre forme : ce sont sans doute les mêmes mouvements.
 }
bank-alike-choose = Ces lignes déjà vues
bank-alike-leave = Les laisser : elles sont déjà là
bank-alike-take = Les prendre : ce sont d’autres mouvements
bank-columns-known = Les colonnes sont celles que vous avez confirmées la dernière fois.
bank-columns-proposed = Vérifiez les colonnes ; elles seront retenues pour les prochains relevés de cette banque.
bank-column-day = Date
bank-column-label = Libellé
bank-column-money = Les montants sont
bank-column-one = dans une colonne, avec leur signe
bank-column-two = dans deux colonnes, débit et crédit
bank-column-amount = Montant
bank-column-debit = Débit
bank-column-credit = Crédit
bank-column-reference = Référence
bank-column-reference-help = Facultatif. Le numéro que la banque donne à chaque mouvement.
bank-column-choose = Choisissez la colonne
bank-waiting = Lignes à reconnaître
bank-waiting-none = Toutes les lignes sont reconnues.
bank-no-label = Sans libellé
bank-pays = Paie la facture { $number } de { $who } (reste { $left })
bank-is-payment = C’est le paiement déjà enregistré de { $number }, { $who } ({ $left })
bank-brings = Contribution de { $who }, { $number } (reste { $left })
bank-is-receipt = C’est la contribution déjà reçue de { $who }, { $number } ({ $left })
bank-pays-urssaf = Paie à l’Urssaf ce qui est dû sur la facture { $number } de { $who } (reste { $left })
bank-brings-fee = Cotisation de { $who }, { $number } (reste { $left })
bank-is-fee = C’est la cotisation déjà reçue de { $who }, { $number } ({ $left })
bank-together = { $count ->
    [2] Régler les deux ensemble
   *[other] Régler les { $count } ensemble
 }
bank-part = { $number }, { $who } : { $amount }
bank-other-placeholder = Une ou plusieurs
bank-other-help = Factures, Urssaf, paiements, contributions et cotisations. Choisissez-en plusieurs quand un seul virement les règle.
bank-split-left = Il reste { $amount } à répartir.
bank-split-over = La répartition dépasse la ligne de { $amount }.
bank-split-nothing = Retirez ce qui ne reçoit rien, ou écrivez sa part.
bank-split-exact = La répartition tombe juste.
bank-release-title = Défaire ce rapprochement
bank-release-made = Ce qui a été enregistré depuis cette ligne (paiement, contribution ou cotisation) sera annulé, avec une écriture inverse datée d’aujourd’hui.
bank-release-kept = La ligne sera de nouveau à reconnaître. Rien n’est annulé.
bank-release-yes = Défaire
bank-undone-reason = Rapprochement défait
bank-other = Autre chose…
bank-other-title = À quoi correspond cette ligne
bank-other-choose = Ce que règle cette ligne
bank-other-yes = Confirmer
bank-aside = Sans rapport avec le budget
bank-set-aside = Ligne mise de côté.
bank-matched = Ligne reconnue.
bank-settled = { $count ->
    [one] Une ligne reconnue
   *[other] { $count } lignes reconnues
 }
bank-is-aside = sans rapport avec le budget
bank-release = Défaire
bank-released = Ligne à reconnaître de nouveau.
bank-statements = Relevés pris
bank-statement = { $count ->
    [one] Du { $first } au { $last } : une ligne
   *[other] Du { $first } au { $last } : { $count } lignes
 }
bank-statement-day = { $count ->
    [one] Le { $day } : une ligne
   *[other] Le { $day } : { $count } lignes
 }
bank-read-by = Pris par { $name }, le { $date }
error-document-empty = Ce fichier est vide. Choisissez-en un autre.
error-document-large = Ce fichier dépasse { $megabytes } Mo. Réduisez-le, ou gardez seulement les pages utiles.
error-document-not-pdf = Ce fichier n’est pas un PDF, quel que soit son nom. Il est conservé ; recopiez les montants à la main.
error-document-encrypted = Ce PDF est protégé par un mot de passe : rien n’a pu y être lu. Il est conservé ; recopiez les montants à la main, ou demandez au fournisseur un fichier sans mot de passe.
error-document-pages = Ce PDF a trop de pages pour un devis ou une facture : il n’a pas été lu. Il est conservé ; recopiez les montants à la main.
error-document-scan = Ce PDF est une image, sans texte à lire. Il est conservé ; recopiez les montants à la main.
error-document-damaged = Ce PDF est abîmé et ne se lit pas jusqu’au bout. Il est conservé ; recopiez les montants à la main, ou demandez au fournisseur de le renvoyer.
error-xml-large = Cette facture électronique est trop longue (plus de { $megabytes } Mo). Elle est conservée ; recopiez les montants à la main.
error-xml-entities = Ce fichier contient des instructions que nous refusons de suivre : il n’a pas été lu. Il est conservé ; recopiez les montants à la main, et demandez au fournisseur un autre fichier.
error-xml-damaged = Ce fichier XML est abîmé et ne se lit pas jusqu’au bout. Il est conservé ; recopiez les montants à la main, ou demandez au fournisseur de le renvoyer.
error-xml-not-invoice = Ce fichier XML n’est pas une facture Factur-X. Il est conservé ; recopiez les montants à la main.
error-xml-currency = Cette facture est en { $currency }. Seuls les euros sont suivis ici : saisissez à la main le montant en euros.
error-xml-number = « { $typed } » n’est pas un nombre : la facture électronique ne se lit pas. Elle est conservée ; recopiez les montants à la main.
error-xml-incomplete = Il manque à cette facture électronique son numéro, sa date ou un de ses totaux. Elle est conservée ; recopiez les montants à la main.
error-invoice-broken = Cette facture électronique ne respecte pas la règle { $rules } de la norme EN 16931 : elle annonce { $stated_cents } là où ses propres montants font { $computed_cents }. Elle est conservée ; demandez au fournisseur une facture juste.
error-invoice-totals = Les montants ne s’accordent pas : hors taxes et TVA font { $sum_cents }, le total écrit est { $stated_cents } (différence de { $off_cents }). Vérifiez les chiffres sur la facture ; si c’est elle qui se trompe, demandez-en une juste au fournisseur.
error-invoice-nothing = Le total de cette facture est nul. Vérifiez les montants.
error-invoice-negative = Un total négatif est un avoir : choisissez « Avoir » comme nature du document.
error-invoice-deducted = Les acomptes déduits doivent être positifs et plus petits que le total de la facture.
error-invoice-deposits = Les acomptes approuvés de ce fournisseur ne permettent de déduire que { $left_cents }. Enregistrez d’abord l’acompte et faites-le approuver ; une somme déjà payée sur cette facture s’enregistre comme paiement.
error-invoice-deposit-used = Une autre facture déduit cet acompte. Refusez-la ou annulez-la d’abord.
error-invoice-future = La date de cette facture est à venir. Vérifiez-la sur le document.
error-invoice-side = Ce qui est dû à côté de la facture ne peut pas être négatif.
error-invoice-dates = Les dates ne vont pas : l’échéance vient après la date de la facture, et celle-ci est récente.
error-invoice-twice = La facture { $number } de { $supplier } est déjà enregistrée. Ouvrez-la dans la liste pour la corriger ou la reprendre ; si c’en est une autre, vérifiez le numéro.
error-invoice-commitment = L’engagement « { $label } » n’est pas approuvé, ou concerne un autre fournisseur ou une autre ligne. Choisissez-en un autre, ou aucun.
error-invoice-over = Avec cette facture, l’engagement « { $label } » ({ $amount_cents }) est dépassé de { $over_cents }. Vérifiez-la avec le fournisseur ; pour continuer, écrivez pourquoi le groupe accepte ce dépassement.
error-invoice-corrects = Un avoir se rattache à une facture approuvée du même fournisseur, sur la même ligne du budget. La facture { $number } ne convient pas.
error-invoice-credit-over = Cet avoir retire plus que ce qui est dû sur la facture { $number } ({ $owed_cents }). Vérifiez son montant, et les avoirs déjà approuvés.
error-invoice-decided = Cette facture a déjà été approuvée ou refusée. Rechargez la page pour voir où elle en est.
error-invoice-own = À partir de { $threshold_cents }, une autre personne que celle qui a saisi la facture doit l’approuver ou la refuser.
error-invoice-not-approved = Cette facture n’est pas approuvée. Approuvez-la d’abord.
error-invoice-paid = Des paiements sont enregistrés sur cette facture. Annulez-les d’abord.
error-invoice-credited = Un avoir approuvé corrige cette facture. Annulez d’abord l’avoir.
error-payment-set-off = Cet avoir est déduit d’une facture : le remboursement, s’il y en a un, s’enregistre sur cette facture.
error-payment-nothing = Écrivez le montant payé, ou un montant négatif si le fournisseur rembourse.
error-payment-too-much = Il reste { $left_cents } à payer au fournisseur sur cette facture : le paiement ne peut pas aller au-delà. Ce qui est dû à l’Urssaf se paie à l’Urssaf.
error-payment-too-much-urssaf = Il reste { $left_cents } à payer à l’Urssaf sur cette facture : le paiement ne peut pas aller au-delà.
error-payment-back = { $left_cents } au plus peuvent être remboursés sur cette facture.
error-payment-future = Un paiement s’enregistre une fois qu’il est fait : sa date ne peut pas être à venir.
error-payment-old = La date du paiement est antérieure à { $first }. Vérifiez-la.
error-payment-cancelled = Ce paiement est déjà annulé.
error-payment-leaned = Un remboursement a été enregistré après ce paiement. Annulez d’abord le remboursement.
error-statement-form = Ce fichier n’est pas un relevé que nous savons lire. Il est conservé ; exportez le relevé de votre banque en CSV, en OFX ou en CAMT.053.
error-statement-unreadable = Aucune ligne de titres (date, libellé, montant) n’a été trouvée dans ce fichier. Il est conservé ; exportez de nouveau le relevé de votre banque, avec ses titres de colonnes.
error-statement-long = Ce relevé a plus de { $maximum } lignes. Il est conservé ; exportez une période plus courte.
error-statement-columns = Dites dans quelles colonnes se trouvent la date, le libellé et le montant (ou le débit et le crédit).
error-statement-row = La ligne { $row } du relevé n’a pas de date ou de montant qui se lise. Vérifiez les colonnes choisies ; rien n’a été pris.
error-statement-empty = Ce relevé ne contient aucun mouvement. Il est conservé ; vérifiez la période exportée.
error-statement-damaged = Ce relevé est abîmé : une date ou un montant ne s’y lit pas. Il est conservé ; exportez-le de nouveau depuis votre banque.
error-statement-accounts = Ce fichier contient plusieurs comptes. Il est conservé ; exportez le relevé d’un seul compte.
error-statement-currency = Ce relevé est en { $currency }. Seuls les comptes en euros sont suivis ici.
error-statement-not-camt = Ce fichier XML n’est pas un relevé CAMT.053. Il est conservé ; exportez le relevé de votre banque en CSV, en OFX ou en CAMT.053.
error-statement-unbalanced = Ce relevé ne tombe pas juste : { $opening_cents } au départ et { $total_cents } de mouvements ne font pas { $closing_cents } (écart de { $off_cents }). Rien n’a été pris, le fichier est conservé ; exportez-le de nouveau, il y manque peut-être des lignes.
error-statement-twice = Ce relevé, ou toutes ses lignes, a déjà été pris. Il n’y a rien à faire.
error-statement-alike = { $count ->
    [one] Une ligne de ce relevé a le jour et le montant d’une ligne déjà prise sous une autre forme.
   *[other] { $count } lignes de ce relevé ont le jour et le montant de lignes déjà prises sous une autre forme.
 } Dites s’il faut les laisser ou les prendre. Rien n’a été pris.
error-row-matched = Quelqu’un a déjà dit ce qu’est cette ligne. Rechargez la page.
error-row-unfit = Le montant ne correspond pas à ce qui reste à régler. Choisissez autre chose, ou partagez la ligne.
error-row-sum = La ligne est de { $row_cents } et les parts font { $parts_cents } : elles doivent tomber juste. Rien n’a été enregistré.
error-row-twice = La même chose est choisie deux fois. Gardez-la une seule fois.
field-bank-parts = Ce que règle la ligne
