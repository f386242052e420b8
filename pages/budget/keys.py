"""Widget keys of the budget's screens."""

from __future__ import annotations

ENVELOPE = "budget.envelope"
WHICH = "budget.which"
LINE = "budget.line"
COMMIT = "budget.commit"
APPROVE = "budget.approve"
CANCEL = "budget.cancel"
YEAR = "ledger.year"
CHECK = "ledger.check"
CLOSE = "ledger.close"
REOPEN = "ledger.reopen"
