"""Words of the bank account: what may be done, what a row can be, what a page shows."""

from __future__ import annotations

from enum import StrEnum


class BankOperation(StrEnum):
    """What can be done with bank statements."""

    VIEW = "view_bank"
    IMPORT = "import_statement"
    MATCH = "match_bank_row"


class MatchKind(StrEnum):
    """What a row was found to be; set aside: it is none of the budget's business."""

    PAYMENT = "payment"
    RECEIPT = "receipt"
    FEE = "fee"
    ASIDE = "aside"
