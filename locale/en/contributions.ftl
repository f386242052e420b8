# Contributions: what each brings, in money and in kind.
menu-contributions = Contributions
contributions-lead = Who brings what, in money and in kind. A pledge, a call and a receipt are three different things; what is in kind is counted beside, never added.
contributions-section = What do you want to see?
contributions-section-overview = Who brings what
contributions-section-key = The key
contributions-section-money = Pledges and receipts
contributions-section-in-kind = In kind
contributions-structure = Organisation
contributions-pledged = Pledged
contributions-received = Received
contributions-missing = Still to come
contributions-hours = Hours
contributions-in-kind = In kind
contributions-in-kind-apart = The value of what is in kind is not added to money.
contributions-none = Nothing was brought yet. Begin with a key: it says what is asked of each organisation.
contributions-none-own = Nothing was brought yet. You can already declare what your organisation brings in kind.
contributions-brought = What each organisation brings
contributions-chart-money = In money: pledged and received
contributions-chart-in-kind = In kind: validated value
contributions-as-table = The same chart as a table
contributions-own-share = { $title }: the key asks { $share } of { $name }.
contributions-own-free = { $title }: { $name } gives what it wishes.
contributions-own-pledged = { $name } pledged { $amount }.
contributions-own-called = Call { $number }: { $amount } to be paid by { $date }.
contributions-own-late = Call { $number }: { $amount } was to be paid by { $date }.
contributions-own-paid = { $name } has paid everything. Thank you.
contributions-change = Change
contributions-cancel = Cancel
contributions-cancel-reason = Why?
contributions-done = Saved.

# The key
funding-none = No key is kept. Try one below: nothing is written until somebody keeps it.
funding-which = Key
funding-new = New key
funding-try = Try a key
funding-try-help = Nothing is written while you try: the shares are computed again at each change.
funding-title = What is funded
funding-title-placeholder = Printing of the folder
funding-basis = Amount to share
funding-basis-typed = An amount that I type
funding-basis-minimum = { $label }, minimum: { $amount }
funding-basis-maximum = { $label }, maximum: { $amount }
funding-basis-commitment = Commitment “{ $label }”: { $amount }
funding-basis-devis = Quote “{ $label }”: { $amount }
funding-basis-copies = Quote “{ $label }”, { $copies } copies: { $amount }
funding-amount = Amount
funding-kind = How to share it
funding-kind-equal = In equal parts
funding-kind-weights = By weights
funding-kind-fixed = Set amounts
funding-kind-free = Freely
funding-kind-fiches = By fiches
funding-kind-equal-help = Each organisation gives the same share, to the cent.
funding-kind-weights-help = An organisation of weight 2 gives twice as much as one of weight 1.
funding-kind-fixed-help = The group sets the amount of each organisation.
funding-kind-free-help = Each organisation pledges what it wishes; no share is asked.
funding-kind-fiches-help = The share follows the number of fiches on which the organisation stands.
funding-participants = Organisations that take part
funding-set = If an organisation gives another amount
funding-set-help = Its share is set, the others share the rest.
funding-weight = Weight of { $name }
funding-weight-column = Weight
funding-fixed = { $name } gives
funding-due = To be paid by
funding-note = Note
funding-share = Share
funding-fiches = Fiches
funding-shares = The shares
funding-missing = { $amount } is missing: no organisation covers it.
funding-over = The set amounts pass the amount to share by { $amount }.
funding-exact = The sum is exact: { $amount }.
funding-save = Keep this key
funding-saved = The key is kept.
funding-remove = Remove this key
funding-removed = The key is removed.
funding-called = Contributions were called or received already: this key changes no more.
funding-summary = { $amount }, shared: { $kind }.
funding-summary-due = To be paid by { $date }.

# Pledges
pledge-title = Pledge a contribution
pledge-text = A pledge is no payment yet: the treasurer will call it later.
pledge-amount = Pledged amount
pledge-note = A word (optional)
pledge-make = Pledge
pledge-save = Save the pledge
pledge-withdraw = Withdraw the pledge
pledge-none = nothing pledged
pledge-for = For which organisation?
pledge-lines = Where each organisation stands
pledge-no-key = Keep a key first: pledges belong to it.

# Calls
call-make = Call the contribution
call-make-title = Call the contribution of { $name }
call-make-text = The organisation gets a letter with the account to pay to and a code that its bank’s application reads.
call-make-copied = Mail is not set on this installation: the letter and its words are for you to pass on.
call-due-field = To be paid by
call-message = Message (optional)
call-send = Make the call
call-made = The call is made.
call-mailed = { $count ->
    [one] The call is made and sent to one person.
   *[other] The call is made and sent to { $count } people.
}
call-column = Call
call-none = not called
call-on = { $number }, by { $date }
call-late = { $number }, late since { $date }
call-pdf = Letter { $number } (PDF)
call-words = Words to copy
call-words-title = Words of the call
call-words-reminder = Words of the reminder
call-words-people = To: { $names }
call-words-nobody = Nobody of this organisation has a mail address in Chemise.
call-cancel = Cancel the call
call-cancel-title = Cancel call { $number }
call-remind = Remind
call-reminded = The reminder is noted.
call-reminded-mailed = { $count ->
    [one] The reminder is noted and sent to one person.
   *[other] The reminder is noted and sent to { $count } people.
}
call-reminders = Reminders given: { $days }
call-reminder-before = { $days } days before
call-reminder-on = on the day
call-reminder-after = { $days } days after
call-title = Call for contribution { $number }
call-about = To { $structure }, { $date }
call-said = { $structure } is called to pay { $amount }.
call-for = For
call-amount = Amount of the call
call-already = Paid already
call-left = Still to pay
call-due = To be paid by
call-text = Words of the transfer
call-code = This code holds the transfer: read it with your bank’s application, check, then confirm.
call-foot = This call follows the pledge of your organisation. A contribution gives no further voice in the decisions of the group.
mail-call-subject = Call for contribution { $number }: { $title }
mail-call-body =
    Hello { $name },

    The group “{ $group }” calls the contribution of { $structure } for “{ $title }”: { $amount }, to be paid by { $date }.

    Account to pay to: { $holder }, IBAN { $iban }
    Words of the transfer: { $text }
mail-where = Where everybody stands: { $link }
mail-reminder-subject = Reminder, call for contribution { $number }: { $title }
mail-reminder-body =
    Hello { $name },

    { $amount } is still to be paid by { $structure } for “{ $title }”, by { $date } (group “{ $group }”). If it is done, thank you, and do not mind this message.

    Account to pay to: { $holder }, IBAN { $iban }
    Words of the transfer: { $text }

# Receipts
receipt-take = Record a payment
receipt-take-title = Payment of { $name }
receipt-take-text = { $amount } is still to come. A payment in several parts is recorded in several parts.
receipt-amount-field = Amount received
receipt-day-field = Received on
receipt-means-field = Means
receipt-reference-field = Reference (optional)
receipt-save = Record
receipt-taken = The payment is recorded.
receipt-pdf = Receipt { $number } (PDF)
receipt-line = { $number }: { $amount }, { $date }
receipt-line-cancelled = { $number }: { $amount }, cancelled ({ $reason })
receipt-cancel = Cancel { $number }
receipt-cancel-title = Cancel receipt { $number }
receipt-cancel-text = The reverse entry is made today; the receipt stays readable with the reason.
receipt-title = Receipt { $number }
receipt-about = { $structure }
receipt-said = { $host } received { $amount } from { $structure } on { $date }.
receipt-cancelled = This receipt was cancelled.
receipt-for = For
receipt-amount = Amount
receipt-day = Received on
receipt-means = Means
receipt-reference = Reference
receipt-foot = This receipt is no tax receipt.
contribution-means-transfer = Transfer
contribution-means-cheque = Cheque
contribution-means-card = Card
contribution-means-cash = Cash
contribution-means-direct-debit = Direct debit

# Account to pay to
payee-title = Account to pay to
payee-lead = Calls carry this account. A call that was made keeps the account of its day.
payee-none = Give the account to pay to before you make a call.
payee-holder = Holder
payee-iban = IBAN
payee-bic = BIC
payee-bic-field = BIC (optional)
payee-save = Save the account
payee-saved = The account is saved.

# In kind
in-kind-lead = Hours and gifts are valued by the group’s written method, declared by the organisation and validated by another person.
in-kind-method = The group’s method
in-kind-method-since = Since { $date }, an hour is worth { $amount }.
in-kind-method-none = The group has not written its method yet. Without it nothing can be valued: write how an hour and a gift are counted, once it was voted.
in-kind-method-none-read = The group has not written its method yet. The treasurer or the facilitator will, once it was voted.
in-kind-method-before = Earlier methods
in-kind-method-new = Write a method
in-kind-method-text = How it is counted
in-kind-method-placeholder = An hour of voluntary work is counted at the gross minimum hourly wage. A gift is counted at its public price, with proof.
in-kind-method-hourly = Value of an hour
in-kind-method-from = From
in-kind-method-help = What was declared before this day keeps its method.
in-kind-method-save = Save the method
in-kind-method-saved = The method is saved.
in-kind-declare = Declare something brought
in-kind-declare-title = What { $name } brought
in-kind-kind = What
in-kind-kind-hours = Hours of voluntary work
in-kind-kind-service = A service for free
in-kind-kind-goods = Goods given or lent
in-kind-kind-relief = Relief in kind
in-kind-task = Task or object
in-kind-task-placeholder = Proofreading of the fiches
in-kind-who = By whom
in-kind-who-placeholder = Initials or function
in-kind-day = On
in-kind-hours = Duration
in-kind-hours-placeholder = 2 h 30
in-kind-hours-help = Type 2, 2.5 or 2 h 30.
in-kind-value = Value
in-kind-valued-by = Where this value comes from
in-kind-valued-by-placeholder = Public price of the catalogue
in-kind-send = Declare
in-kind-declared = It is declared. Another person has to validate it.
in-kind-waiting = To validate
in-kind-waiting-none = Nothing waits.
in-kind-line = { $structure }: { $task }
in-kind-detail = { $who }, { $date }
in-kind-detail-hours = { $who }, { $date }, { $hours }
in-kind-declared-by = declared by { $name }
in-kind-own = You declared it: another person has to validate it.
in-kind-accept = Validate
in-kind-accepted = It is validated.
in-kind-refuse = Refuse
in-kind-refuse-title = Refuse this
in-kind-refused = It is refused.
in-kind-withdraw = Withdraw
in-kind-withdrawn = It is withdrawn.
in-kind-settled = What was decided
in-kind-settled-none = Nothing was validated yet.
in-kind-cancel = Cancel something validated
in-kind-cancel-which = Which one?
in-kind-what = Brought
in-kind-state = State
in-kind-state-declared = to validate
in-kind-state-validated = validated by { $name }
in-kind-state-refused = refused by { $name }: { $reason }
in-kind-state-cancelled = cancelled
in-kind-duration = { $hours } h { $minutes }
in-kind-duration-round = { $hours } h

# What is wrong
error-amount-positive = Type an amount larger than zero.
error-amount-negative = An amount cannot be negative here.
error-key-nobody = Choose at least one organisation that takes part.
error-key-weight = A weight is a whole number, from 0 to { $maximum }.
error-key-over = The set amounts pass the amount to share. Lower one of them, or raise the amount.
error-key-title = A key is already called “{ $title }”. Change that one, or give another name.
error-key-called = Contributions were called or received under this key already: it changes no more. Make a new key for another amount.
error-key-pledged = Pledges were made under this key: it can no longer be removed. Change it.
error-pledge-called = This pledge was called or paid already. Ask the treasurer to cancel the call to change it.
error-payee-missing = Give the account to pay to first, at the bottom of this page.
error-call-made = This contribution is called already. Cancel the call to make another.
error-call-paid = This contribution is wholly paid already.
error-call-due = Choose a day to come.
error-reminder-none = No reminder is to be given today: it was given already, or its day has not come.
error-receipt-over = Only { $left_cents } is still to come. If the organisation gives more, it raises its pledge first.
error-receipt-cancelled = This receipt is cancelled already.
error-day-to-come = This day has not come yet. Choose today or a past day.
error-day-too-old = This day is before { $first }. Check the date.
error-hours = “{ $typed }” is no duration. Type hours, for example 2, 2.5 or 2 h 30.
error-method-day = A method begins on that day already. Choose another day.
error-method-missing = No method held on that day. The treasurer or the facilitator has to write it first.
error-in-kind-decided = This was decided already. Reload the page to see where it stands.
error-in-kind-own = You declared this: another person has to validate it.
error-bic = “{ $typed }” is no BIC: 8 or 11 signs are needed, copy it from the bank details.
error-epc = The transfer code cannot be made: { $part ->
    [charset] it does not say in which character set it is written.
    [bic] the BIC is missing.
    [holder] the holder of the account is missing or longer than 70 signs.
    [holder-long] the holder of the account is too long for this code: shorten it.
    [amount] the amount is no amount in euros, from 0.01 to 999,999,999.99.
    [purpose] the purpose code must have four letters.
    [text] words of 140 signs at most are needed, or a reference, not both.
    [size] it is too long for a bank to read.
   *[head] this is no European transfer code.
}
field-iban = IBAN
field-holder = Holder
field-message = Message
field-task = Task or object
field-who = By whom
field-valued-by = Where this value comes from
field-method = How it is counted

# Home
accueil-awaits-pledge-contribution = Say what your organisation gives for “{ $label }”
accueil-awaits-pay-contribution = Pay your organisation’s contribution for “{ $label }”
accueil-awaits-pay-fee = Pay your organisation’s fee
accueil-awaits-validate-in-kind = { $count ->
    [one] Validate something brought in kind
   *[other] Validate { $count } things brought in kind
}
news-set-funding-key = { $people } kept the key “{ $label }”
news-pledge-contribution = { $people } said what { $label } gives
news-receive-contribution = { $people } recorded receipt { $label }
news-decide-in-kind = { $people } decided about something in kind: { $label }
