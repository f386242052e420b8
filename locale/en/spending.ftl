accueil-awaits-approve-invoice = Approve or refuse invoice { $label }
news-enter-invoice = { $people } entered invoice { $label }
news-decide-invoice = { $people } decided on invoice { $label }
news-cancel-invoice = { $people } cancelled invoice { $label }
menu-invoices = Invoices
menu-bank = Bank statements
field-invoice-note = Note
field-invoice-number = Number
invoices-lead = What suppliers ask for, who approved it, what is paid and what is left to pay.
invoices-empty-title = No invoice yet
invoices-empty-text = Enter the first one: drop its PDF, and what can be read in it is proposed to you.
invoices-empty-suppliers = Add the supplier first, then enter its invoice.
invoices-empty-envelope = First add an envelope and its lines in the budget: an invoice goes on a line.
invoices-empty-read = Invoices will show here as soon as the treasurer has entered one.
invoices-waiting = { $count ->
    [0] Nothing to approve
    [one] **One** invoice to approve
   *[other] **{ $count }** invoices to approve
 }
invoices-due = { $amount } to pay
invoices-late = { $amount } of it late
invoices-to-approve = To approve
invoices-overdue = Late
invoices-to-pay = To pay
invoices-to-refund = Refunds awaited
invoices-settled = { $count ->
    [one] One invoice settled
   *[other] { $count } invoices settled
 }
invoices-put-away = { $count ->
    [one] One invoice refused or cancelled
   *[other] { $count } invoices refused or cancelled
 }
invoice-standing-to-approve = to approve
invoice-standing-overdue = late
invoice-standing-to-pay = to pay
invoice-standing-to-refund = refund awaited
invoice-standing-paid = paid
invoice-standing-set-off = set off
invoice-standing-refused = refused
invoice-standing-cancelled = cancelled
invoice-kind = Kind of document
invoice-kind-invoice = Invoice
invoice-kind-deposit = Deposit
invoice-kind-credit-note = Credit note
invoice-late = { $count ->
    [one] one day past due
   *[other] { $count } days past due
 }
invoice-due-on = to pay before { $day }
invoice-invented = invented example
invoice-left = { $left } left
invoice-unknown = This invoice does not exist, or no more. Here is the list.
invoice-back = All invoices
invoice-numbered = Invoice **{ $number }** of { $day }
invoice-enter = Enter an invoice
invoice-change = Correct the invoice
invoice-retake = Take the invoice up again
invoice-approve = Approve
invoice-approve-title = Approve the invoice
invoice-approve-text = { $amount } for { $supplier } will count in the budget, and the entry will be made.
invoice-approved = Invoice approved.
invoice-refuse = Refuse
invoice-refuse-title = Refuse the invoice
invoice-refuse-text = It stays readable and can be taken up again. Say why, so that everybody knows.
invoice-refused = Invoice refused.
invoice-cancel = Cancel the invoice
invoice-cancel-title = Cancel the invoice
invoice-cancel-text = A reverse entry will be made today. Say why.
invoice-cancelled = Invoice cancelled.
invoice-own = You entered this invoice: from this amount on, somebody else has to approve it.
invoice-no-commitment = This invoice answers to no commitment.
invoice-over = The commitment “{ $label }” is { $amount }; its invoices come to { $invoiced }: it is passed by { $rest }.
invoice-over-why = Accepted because: { $reason }
invoice-equal = The commitment “{ $label }” ({ $amount }) is covered exactly by its invoices.
invoice-under = The commitment “{ $label }” is { $amount }; its invoices come to { $invoiced }, { $rest } are left to invoice.
invoice-missing = { $count ->
    [one] One mention was not found
   *[other] { $count } mentions were not found
 }
invoice-missing-help = An invoice must hold them; if they really lack, ask the supplier. This keeps nobody from approving or paying.
mention-number = the invoice’s number
mention-siren = the supplier’s SIREN or SIRET
mention-address = the supplier’s address
mention-vat-number = the supplier’s VAT number
mention-supply-date = the date of delivery or of the service
mention-exemption = the reason why there is no VAT (such as “TVA non applicable, art. 293 B du CGI”)
mention-late-fees = late fees and the 40 € indemnity
invoice-amounts = Amounts
invoice-amount = Amount
invoice-net = Without VAT
invoice-vat = VAT
invoice-vat-help = Leave empty when there is none.
invoice-gross = With VAT
invoice-deducted = Deposits taken off
invoice-deducted-help = What the invoice takes off for deposits invoiced before; empty when there are none.
invoice-prepaid = Paid before, says the document
invoice-prepaid-help = This document counts a sum that was paid before. If it is for deposits approved here, copy it into “Deposits taken off”; if this very invoice was paid, enter the payment instead.
invoice-rounding = Rounding of what is to be paid
invoice-side = Contribution to the Urssaf
invoice-credit = Credit notes
invoice-owed = To pay in all
invoice-paid = Paid
invoice-rest = Left
invoice-corrects-said = This credit note is taken off invoice { $number }.
invoice-credited-by = Credit note **{ $number }**: { $amount } ({ $state })
invoice-payments = Payments
invoice-payments-none = No payment entered.
document-kept-private = The original document carries personal details (bank account, address): it is read by those who need it. Its amounts are on this page.
invoice-document = Download { $name }
invoice-entered-by = Entered by { $name }.
invoice-decided-by = Decided by { $name } on { $date }.
invoice-supplier = Supplier
invoice-supplier-choose = Choose the supplier
invoice-commitment = Commitment
invoice-commitment-none = No commitment
invoice-commitment-rest = { $label } ({ $rest } left)
invoice-line = Line of the budget
invoice-line-choose = Choose the line
invoice-issued = Date of the invoice
invoice-due = To pay before
invoice-due-help = Leave empty when the invoice is due on receipt.
invoice-side-due = Add the { $rate } contribution owed to the Urssaf
invoice-side-help = Whoever uses an artist-author’s work owes it (1 % and 0.10 % of the fee without VAT). When in doubt about a use that is not commercial, ask the Urssaf.
invoice-over-reason = Why it may go over
invoice-over-help = To fill in only when the invoice goes over what is left of the commitment.
invoice-corrects = Take off invoice
invoice-corrects-none = Take off no invoice
invoice-corrects-help = The credit note lowers what is left to pay of that invoice, or calls for a refund when it is paid.
invoice-save = Save
invoice-form-close = Close without saving
invoice-saved = Invoice { $number } saved.
invoice-needs-supplier = Choose the supplier of this invoice.
invoice-needs-line = Choose the line of the budget for this invoice.
invoice-file = Start from the document
invoice-file-choose = Invoice as PDF, Factur-X or XML
invoice-file-help = The file is kept as it is. What can be read in it is proposed to you; nothing is filled in without you.
invoice-file-kept = { $name } is kept.
invoice-file-nothing = No sure amount was found in this document. Copy them by hand.
invoice-file-field = In the document
invoice-read-facturx = Read in the electronic invoice
invoice-read-pdf = Read in the text, to check
invoice-take = Take these values
invoice-doubt-qty-price = Line “{ $where }” states { $stated }, and its quantity by its price comes to { $computed }. Check it.
invoice-doubt-vat-rate = VAT at { $where } % is stated as { $stated }, it comes to { $computed }. Check it.
invoice-social = Urssaf
invoice-withheld = { $amount } are withheld from the fee of { $supplier }, who showed no dispense.
invoice-withheld-source = Rates: { $source }.
invoice-social-nothing = Nothing is owed to the Urssaf any more.
invoice-social-later = { $amount } will be owed to the Urssaf once the supplier is paid.
invoice-social-due = { $amount } are owed to the Urssaf, to declare and pay before { $day }.
payment-title = Enter a payment
payment-enter = Enter a payment
payment-left = { $amount } are left to pay.
payment-back = The supplier has to pay { $amount } back: write a negative amount.
payment-urssaf-help = { $amount } of it owed to the Urssaf, never to the supplier.
payment-withheld = Without a dispense, { $amount } are withheld from the fee and paid to the Urssaf, with the contribution owed on that fee. Rates: { $source }.
payment-amount = Amount
payment-day = Date of the payment
payment-means = Means
payment-means-transfer = Transfer
payment-means-cheque = Cheque
payment-means-card = Card
payment-means-cash = Cash
payment-means-direct-debit = Direct debit
payment-payee = Paid to
payment-payee-supplier = Supplier
payment-payee-urssaf = Urssaf
payment-reference = Reference
payment-save = Save the payment
payment-saved = Payment saved.
payment-cancel = Cancel this payment
payment-cancel-title = Cancel this payment
payment-cancel-text = A reverse entry will be made today. Say why.
payment-is-cancelled = Payment cancelled.
payment-cancelled = cancelled
payment-from-bank = seen on the statement
bank-lead = Drop the bank’s statement: each line is matched with an invoice or a contribution, and you confirm.
bank-not-yours = Bank statements are read by the treasurer and the facilitator only.
bank-empty-title = No statement yet
bank-empty-text = Export the statement from your bank’s site as CSV, OFX or CAMT.053, then drop it here.
bank-import = Take a statement in
bank-import-choose = Statement as CSV, OFX or CAMT.053
bank-import-help = The file is kept as it is. A line that is known is never taken in twice.
bank-import-rows = { $count ->
    [one] One line in this file.
   *[other] { $count } lines in this file.
 }
bank-import-yes = Take these lines in
bank-imported = { $count ->
    [one] One line taken in.
   *[other] { $count } lines taken in.
 } { $left ->
    [0] {""}
    [one] One line without a date, or too short, was left aside.
   *[other] { $left } lines without a date, or too short, were left aside.
 }
bank-import-short = { $count ->
    [one] One line of the file has too few cells to be a movement: it will not be taken in.
   *[other] { $count } lines of the file have too few cells to be movements: they will not be taken in.
 }
bank-alike = { $count ->
    [one] One line has the day and the amount of a line taken in before in another form: it is most likely the same movement.
   *[other] { $count } lines have the day and the amount of lines taken in before in another form: they are most likely the same movements.
 }
bank-alike-choose = These lines seen before
bank-alike-leave = Leave them: they are there already
bank-alike-take = Take them in: they are other movements
bank-columns-known = The columns are those you confirmed last time.
bank-columns-proposed = Check the columns; they will be remembered for the next statements of this bank.
bank-column-day = Date
bank-column-label = Label
bank-column-money = Amounts stand
bank-column-one = in one column, with their sign
bank-column-two = in two columns, debit and credit
bank-column-amount = Amount
bank-column-debit = Debit
bank-column-credit = Credit
bank-column-reference = Reference
bank-column-reference-help = Optional. The number that the bank gives to each movement.
bank-column-choose = Choose the column
bank-waiting = Lines to recognise
bank-waiting-none = All lines are recognised.
bank-no-label = No label
bank-pays = Pays invoice { $number } of { $who } ({ $left } left)
bank-is-payment = Is the payment of { $number }, { $who }, entered before ({ $left })
bank-brings = Contribution of { $who }, { $number } ({ $left } left)
bank-is-receipt = Is the contribution of { $who } received before, { $number } ({ $left })
bank-pays-urssaf = Pays the Urssaf what is owed on invoice { $number } of { $who } ({ $left } left)
bank-brings-fee = Membership fee of { $who }, { $number } ({ $left } left)
bank-is-fee = Is the membership fee of { $who } received before, { $number } ({ $left })
bank-together = { $count ->
    [2] Settle both together
   *[other] Settle these { $count } together
 }
bank-part = { $number }, { $who }: { $amount }
bank-other-placeholder = One or several
bank-other-help = Invoices, Urssaf, payments, contributions and membership fees. Choose several when one transfer settles them.
bank-split-left = { $amount } are left to share out.
bank-split-over = The parts go over the line by { $amount }.
bank-split-nothing = Take out what gets nothing, or write its part.
bank-split-exact = The parts make the line exactly.
bank-release-title = Undo this match
bank-release-made = What was entered from this line (payment, contribution or fee) will be cancelled, with a reverse entry dated today.
bank-release-kept = The line will be to recognise again. Nothing is cancelled.
bank-release-yes = Undo
bank-undone-reason = Match undone
bank-other = Something else…
bank-other-title = What this line is
bank-other-choose = What this line settles
bank-other-yes = Confirm
bank-aside = Not about the budget
bank-set-aside = Line set aside.
bank-matched = Line recognised.
bank-settled = { $count ->
    [one] One line recognised
   *[other] { $count } lines recognised
 }
bank-is-aside = not about the budget
bank-release = Undo
bank-released = Line to recognise again.
bank-statements = Statements taken in
bank-statement = { $count ->
    [one] From { $first } to { $last }: one line
   *[other] From { $first } to { $last }: { $count } lines
 }
bank-statement-day = { $count ->
    [one] On { $day }: one line
   *[other] On { $day }: { $count } lines
 }
bank-read-by = Taken in by { $name }, { $date }
error-document-empty = This file is empty. Choose another.
error-document-large = This file is larger than { $megabytes } MB. Make it smaller, or keep only the pages that matter.
error-document-not-pdf = This file is not a PDF, whatever its name. It is kept; copy the amounts by hand.
error-document-encrypted = This PDF is protected by a password: nothing could be read in it. It is kept; copy the amounts by hand, or ask the supplier for a file without a password.
error-document-pages = This PDF has too many pages for a quote or an invoice: it was not read. It is kept; copy the amounts by hand.
error-document-scan = This PDF is a picture, with no text to read. It is kept; copy the amounts by hand.
error-document-damaged = This PDF is damaged and cannot be read to its end. It is kept; copy the amounts by hand, or ask the supplier to send it again.
error-xml-large = This electronic invoice is too long (more than { $megabytes } MB). It is kept; copy the amounts by hand.
error-xml-entities = This file holds instructions that we refuse to follow: it was not read. It is kept; copy the amounts by hand, and ask the supplier for another file.
error-xml-damaged = This XML file is damaged and cannot be read to its end. It is kept; copy the amounts by hand, or ask the supplier to send it again.
error-xml-not-invoice = This XML file is not a Factur-X invoice. It is kept; copy the amounts by hand.
error-xml-currency = This invoice is in { $currency }. Only euros are followed here: type the amount in euros by hand.
error-xml-number = “{ $typed }” is not a number: the electronic invoice cannot be read. It is kept; copy the amounts by hand.
error-xml-incomplete = This electronic invoice lacks its number, its date or one of its totals. It is kept; copy the amounts by hand.
error-invoice-broken = This electronic invoice breaks rule { $rules } of the standard EN 16931: it states { $stated_cents } where its own amounts come to { $computed_cents }. It is kept; ask the supplier for a right invoice.
error-invoice-totals = The amounts do not agree: net and VAT come to { $sum_cents }, the written total is { $stated_cents } (off by { $off_cents }). Check the figures on the invoice; if the invoice is wrong, ask the supplier for a right one.
error-invoice-nothing = The total of this invoice is nothing. Check the amounts.
error-invoice-negative = A negative total is a credit note: choose “Credit note” as the kind of document.
error-invoice-deducted = Deposits taken off must be positive and smaller than the invoice’s total.
error-invoice-deposits = The approved deposits of this supplier allow { $left_cents } to be taken off, no more. Enter the deposit first and have it approved; a sum already paid on this invoice is entered as a payment.
error-invoice-deposit-used = Another invoice takes this deposit off. Refuse or cancel it first.
error-invoice-future = The date of this invoice is still to come. Check it on the document.
error-invoice-side = What is owed beside the invoice cannot be negative.
error-invoice-dates = The dates do not fit: an invoice is due after its own date, which is recent.
error-invoice-twice = Invoice { $number } of { $supplier } is already here. Open it in the list to correct it or take it up again; if this is another one, check its number.
error-invoice-commitment = The commitment “{ $label }” is not approved, or is for another supplier or another line. Choose another, or none.
error-invoice-over = With this invoice the commitment “{ $label }” ({ $amount_cents }) is passed by { $over_cents }. Check it with the supplier; to go on, write why the group accepts to pass it.
error-invoice-corrects = A credit note goes with an approved invoice of the same supplier, on the same line of the budget. Invoice { $number } does not fit.
error-invoice-credit-over = This credit note takes off more than invoice { $number } owes ({ $owed_cents }). Check its amount, and the credit notes approved before.
error-invoice-decided = This invoice was already approved or refused. Reload the page to see where it stands.
error-invoice-own = From { $threshold_cents } on, somebody else than the person who entered the invoice has to approve or refuse it.
error-invoice-not-approved = This invoice is not approved. Approve it first.
error-invoice-paid = Payments stand on this invoice. Cancel them first.
error-invoice-credited = An approved credit note corrects this invoice. Cancel the credit note first.
error-payment-set-off = This credit note is taken off an invoice: a refund, if there is one, is entered on that invoice.
error-payment-nothing = Write the amount paid, or a negative amount when the supplier pays back.
error-payment-too-much = { $left_cents } are left to pay to the supplier on this invoice: a payment cannot go further. What is owed to the Urssaf is paid to the Urssaf.
error-payment-too-much-urssaf = { $left_cents } are left to pay to the Urssaf on this invoice: a payment cannot go further.
error-payment-back = At most { $left_cents } can be paid back on this invoice.
error-payment-future = A payment is entered once it is made: its date cannot be to come.
error-payment-old = The date of the payment is before { $first }. Check it.
error-payment-cancelled = This payment is already cancelled.
error-payment-leaned = A refund was entered after this payment. Cancel the refund first.
error-statement-form = This file is not a statement that we can read. It is kept; export your bank’s statement as CSV, OFX or CAMT.053.
error-statement-unreadable = No line of heads (date, label, amount) was found in this file. It is kept; export your bank’s statement again, with the names of its columns.
error-statement-long = This statement has more than { $maximum } lines. It is kept; export a shorter period.
error-statement-columns = Say in which columns the date, the label and the amount (or the debit and the credit) stand.
error-statement-row = Line { $row } of the statement has no date or no amount that can be read. Check the columns chosen; nothing was taken in.
error-statement-empty = This statement holds no movement. It is kept; check the period that was exported.
error-statement-damaged = This statement is damaged: a date or an amount cannot be read. It is kept; export it again from your bank.
error-statement-accounts = This file holds several accounts. It is kept; export the statement of one account.
error-statement-currency = This statement is in { $currency }. Only accounts in euros are followed here.
error-statement-not-camt = This XML file is not a CAMT.053 statement. It is kept; export your bank’s statement as CSV, OFX or CAMT.053.
error-statement-unbalanced = This statement does not add up: { $opening_cents } at the start and { $total_cents } of movements do not make { $closing_cents } (off by { $off_cents }). Nothing was taken in, the file is kept; export it again, lines may be missing.
error-statement-twice = This statement, or every line of it, was taken in already. There is nothing to do.
error-statement-alike = { $count ->
    [one] One line of this statement has the day and the amount of a line taken in before in another form.
   *[other] { $count } lines of this statement have the day and the amount of lines taken in before in another form.
 } Say whether to leave them or to take them in. Nothing was taken in.
error-row-matched = Somebody already said what this line is. Reload the page.
error-row-unfit = The amount does not fit what is left to settle. Choose something else, or share the line.
error-row-sum = The line is { $row_cents } and the parts make { $parts_cents }: they must be equal. Nothing was entered.
error-row-twice = The same thing is chosen twice. Keep it once.
field-bank-parts = What the line settles
