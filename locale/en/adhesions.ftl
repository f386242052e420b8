# Adhesions: who is a member of the association, until when, and where the fees stand.
menu-adhesions = Memberships
adhesions-lead = To be a member of { $host } is a choice: nobody is obliged to, and a voice counts the same whether the fee is paid or not.
adhesions-structure = Organisation
adhesions-standing = Standing
adhesions-period = Period
adhesions-due = Fee
adhesions-paid = Paid
adhesions-who = Who is up to date
adhesions-summary = Up to date: { $count } of { $total }
adhesions-none = No membership is recorded. Begin with a rule of fees, then record the organisations that wish to be members.
adhesions-none-read = No membership is recorded. If your organisation wishes to be a member, tell the treasurer or the facilitator.
adhesions-standing-up-to-date = up to date
adhesions-standing-coming = up to date, the period has not begun
adhesions-standing-due = fee to be paid
adhesions-standing-late = fee late
adhesions-standing-ended = membership ended
adhesions-standing-none = no member
adhesions-to-renew = to be renewed
adhesions-chart = Where the organisations stand
adhesions-chart-count = Organisations
adhesions-as-table = The same chart as a table
adhesions-structure-choice = Organisation to look after
adhesions-record = Record a membership
adhesions-renew = Renew
adhesions-record-title = Membership of { $name }
adhesions-record-text = The period and the fee are two things: the organisation is a member once recorded, paid or not.
adhesions-rule = Rule
adhesions-starts = From
adhesions-fee-due = Fee to be paid by
adhesions-preview = { $period }: { $amount }
adhesions-save = Record the membership
adhesions-saved = The membership is recorded.
adhesions-cancel = Cancel this membership
adhesions-cancel-title = Cancel the membership of { $name }
adhesions-cancelled = cancelled ({ $reason })
adhesions-history = Periods of { $name }
adhesions-receive = Record a payment
adhesions-remind = Recall the fee
adhesions-words = Words of the reminder
adhesions-rules = Rules of fees
adhesions-rules-none = No rule. Write one to be able to record memberships.
adhesions-rule-new = Write a rule
adhesions-rule-change = Change
adhesions-rule-archive = Archive
adhesions-rule-restore = Take back
adhesions-rule-archived = archived
adhesions-rule-label = Name of the rule
adhesions-rule-label-placeholder = Membership of organisations
adhesions-rule-kind = Period
adhesions-rule-kind-calendar = The association’s year
adhesions-rule-kind-rolling = So long from the day
adhesions-rule-kind-prorata = The year, in proportion
adhesions-rule-kind-calendar-help = The period ends with the association’s year; the fee is whole.
adhesions-rule-kind-rolling-help = The period ends the day before the anniversary.
adhesions-rule-kind-prorata-help = The period ends with the association’s year; only the months left are due, the one begun included.
adhesions-rule-amount = Fee
adhesions-rule-first-month = The year begins in
adhesions-rule-months = Length in months
adhesions-rule-save = Save the rule
adhesions-rule-saved = The rule is saved.
adhesions-rule-line = { $label }: { $amount }, { $kind }
fee-period = from { $first } to { $last }
mail-fee-subject = Reminder: fee of { $host }
mail-fee-body =
    Hello { $name },

    For the membership of { $structure } in { $host } ({ $period }), { $amount } is still to be paid by { $date }. If it is done, thank you, and do not mind this message.

    { $account }

    Nothing obliges you to be a member, and your voice in decisions does not depend on it.
mail-fee-account = Account to pay to: { $holder }, IBAN { $iban }
mail-fee-no-account = Ask the treasurer how to pay.
error-fee-months = Choose a month from 1 to 12 and a length of 1 to { $maximum } months.
error-fee-rule-label = A rule is already called “{ $name }”. Change that one, or give another name.
error-fee-due = The last day to pay is a day of the membership’s period.
error-membership-host = The association that carries the group is no member of itself.
error-membership-overlap = This period overlaps another one, from { $first } to { $last }. Choose a day after its end.
error-membership-paid = Money was received for this membership. Cancel its receipts first.
field-fee-rule = Name of the rule
