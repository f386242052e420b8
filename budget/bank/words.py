"""Words of the bank account: what may be done, what a row can be, what a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from budget.reading.words import Columns


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


class Alike(StrEnum):
    """What to do with rows that a statement of another form seems to have brought: same day, same amount."""

    LEAVE = "leave"
    TAKE = "take"


class StatementForm(StrEnum):
    """The form of a statement's file."""

    CSV = "csv"
    OFX = "ofx"
    CAMT = "camt"


class TargetKind(StrEnum):
    """What a row is proposed for: an invoice, what it owes to the URSSAF, a pledge or a fee that it would settle.

    Or a payment or a receipt that was entered before, and that it confirms.
    """

    INVOICE = "invoice"
    URSSAF = "urssaf"
    PAYMENT = "payment"
    PLEDGE = "pledge"
    RECEIPT = "receipt"
    FEE = "fee"
    FEE_RECEIPT = "fee_receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that a row could be, its number and whose it is. Cents that leave, negative where money comes in."""

    kind: TargetKind
    object_id: UUID
    number: str
    who: str
    amount_cents: int
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of a row goes to one thing, in cents, signed as its candidate: negative where money comes in."""

    kind: TargetKind
    object_id: UUID
    amount_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A movement of the account. `proposals`, the likeliest first, wait for a person; `match` was confirmed.

    `together`: several things that it would settle to the cent. `made`: payments or receipts were entered from it,
    that are cancelled when the match is undone.
    """

    row_id: UUID
    day: date
    amount_cents: int
    label: str
    reference: str
    proposals: tuple[Candidate, ...] = ()
    together: tuple[Candidate, ...] = ()
    match: MatchKind | None = None
    said: tuple[str, ...] = ()
    made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement that was read."""

    statement_id: UUID
    document_id: UUID
    name: str
    account: str
    rows: int
    first: date
    last: date
    closing_cents: int | None
    read_at: datetime
    read_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankDesk:
    """The rows that wait for a person, those that do not, the statements read, what rows may be matched with."""

    waiting: tuple[RowView, ...]
    settled: tuple[RowView, ...]
    statements: tuple[StatementLine, ...]
    candidates: tuple[Candidate, ...]
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPreview:
    """What a file holds before it is taken in. `problem` and its `values` say why it cannot be.

    For a CSV: the heads, a few rows and the columns, remembered from last time or proposed, None when not found;
    `short` lines have too few cells to be rows.
    """

    document_id: UUID
    name: str
    form: StatementForm | None = None
    problem: str = ""
    values: dict[str, str | int] = field(default_factory=dict)
    rows: int = 0
    short: int = 0
    heads: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    columns: Columns | None = None
    remembered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many rows came in, were known from another statement, seemed known in another form, could be no row."""

    added: int
    known: int
    alike: int = 0
    left_out: int = 0
