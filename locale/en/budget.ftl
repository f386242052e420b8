error-amount-empty = Type an amount, for example “1 250,00”.
error-amount-ambiguous = “{ $typed }” can be read in two ways. Put a space between thousands and a comma before cents, for example “12 345,60”.
error-amount-unreadable = “{ $typed }” is not an amount. Type it in digits, with two decimals at most, for example “1 250,00”.
error-amount-too-large = This amount is over a thousand million euros. Check the digits typed.
error-share-weights = No share can be worked out: give a positive weight to at least one structure, and no negative weight.
error-ledger-amount = An entry goes from one account to another, for a positive amount.
error-year-closed = The year { $year } is closed: nothing more can be written in it. Date the operation in an open year.
