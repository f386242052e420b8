"""Words of spending: what is committed, invoiced and paid are different facts, each with its own states."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class SpendingOperation(StrEnum):
    """What can be done with invoices and payments; the journal's word for it."""

    VIEW = "view_spending"
    ENTER = "enter_invoice"
    DECIDE = "decide_invoice"
    CANCEL = "cancel_invoice"
    PAY = "record_payment"


class CommitmentState(StrEnum):
    """A commitment counts in the envelope once it is approved, and no more once it is cancelled."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class InvoiceKind(StrEnum):
    """What a supplier's document is: an invoice, a deposit asked for, or a credit note (its amounts are negative)."""

    INVOICE = "invoice"
    DEPOSIT = "deposit"
    CREDIT_NOTE = "credit_note"


class InvoiceState(StrEnum):
    """An invoice counts in the envelope from its approval; a refused or cancelled one stays readable."""

    RECEIVED = "received"
    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class PaymentMeans(StrEnum):
    """How money left."""

    TRANSFER = "transfer"
    CHEQUE = "cheque"
    CARD = "card"
    CASH = "cash"
    DIRECT_DEBIT = "direct_debit"


class Payee(StrEnum):
    """Whom a payment went to: the supplier, or the URSSAF for an artist-author's contributions."""

    SUPPLIER = "supplier"
    URSSAF = "urssaf"


class InvoiceStanding(StrEnum):
    """Where an invoice is, read from the facts. Set off: a credit note counted on the invoice that it corrects."""

    TO_APPROVE = "to_approve"
    OVERDUE = "overdue"
    TO_PAY = "to_pay"
    TO_REFUND = "to_refund"
    PAID = "paid"
    SET_OFF = "set_off"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class ReadFrom(StrEnum):
    """Where the figures that are proposed come from."""

    FACTURX = "facturx"
    PDF = "pdf"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDraft:
    """An invoice as typed, in cents as its paper states them; on a credit note the sign does not matter.

    `deducted_cents`: deposits invoiced before, that the paper takes off. `side_cents`: what the group owes beside it.
    `over_reason` says why it may go over its commitment. `version` is the one the form showed, 0 for a new one.
    """

    supplier_id: UUID
    line_id: UUID
    kind: InvoiceKind = InvoiceKind.INVOICE
    number: str
    issued_on: date
    due_on: date | None = None
    net_cents: int
    vat_cents: int
    gross_cents: int
    deducted_cents: int = 0
    side_cents: int = 0
    commitment_id: UUID | None = None
    document_id: UUID | None = None
    corrects_id: UUID | None = None
    over_reason: str = ""
    note: str = ""
    warnings: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceProposal:
    """What was read in a document, for a person to confirm. Amounts in cents, None when not found.

    `problem` is the key of the sentence that says why nothing is proposed, with its `values`. `missing` are mentions
    that were not found; `doubts` are (code, stated cents, computed cents, where). `prepaid_cents` was paid before
    (BT-113: not always for a deposit), `rounding_cents` is what the due amount was rounded by: shown, never counted.
    """

    document_id: UUID
    document_name: str
    source: ReadFrom = ReadFrom.NOTHING
    problem: str = ""
    values: dict[str, str | int] = field(default_factory=dict)
    kind: InvoiceKind = InvoiceKind.INVOICE
    supplier_id: UUID | None = None
    seller: str = ""
    number: str = ""
    issued_on: date | None = None
    due_on: date | None = None
    net_cents: int | None = None
    vat_cents: int | None = None
    gross_cents: int | None = None
    prepaid_cents: int = 0
    rounding_cents: int = 0
    missing: tuple[str, ...] = ()
    doubts: tuple[tuple[str, int, int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues:
    """What an invoice owes to whom, its approved credit notes taken off, and what each was paid, in cents.

    `withheld_cents`: what of an artist-author's fee goes to the URSSAF in its place, at the rates of
    its day. `last_paid_on`: the last day on which the supplier was paid.
    """

    gross_cents: int
    side_cents: int
    withheld_cents: int = 0
    to_supplier_cents: int = 0
    to_urssaf_cents: int = 0
    last_paid_on: date | None = None

    @property
    def left_cents(self) -> int:
        """What is still to pay to both; negative when something has to come back."""
        return self.gross_cents + self.side_cents - self.to_supplier_cents - self.to_urssaf_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDraft:
    """A payment as typed, in cents; negative when the supplier pays back."""

    amount_cents: int
    paid_on: date
    means: PaymentMeans = PaymentMeans.TRANSFER
    payee: Payee = Payee.SUPPLIER
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentView:
    """A payment of an invoice. `from_bank`: a row of a statement confirms it."""

    payment_id: UUID
    amount_cents: int
    paid_on: date
    means: PaymentMeans
    payee: Payee
    reference: str
    from_bank: bool
    is_cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """An invoice in a list. `owed_cents`: all that it asks, with its side costs and credit notes."""

    invoice_id: UUID
    kind: InvoiceKind
    number: str
    supplier_id: UUID
    supplier: str
    line: str
    issued_on: date
    due_on: date | None
    owed_cents: int
    paid_cents: int
    standing: InvoiceStanding
    invented: bool

    @property
    def left_cents(self) -> int:
        """What is still to pay; negative when the supplier has to pay back."""
        return self.owed_cents - self.paid_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentCheck:
    """An invoice against its commitment, in cents: what was bound, what all its living invoices come to."""

    commitment_id: UUID
    label: str
    amount_cents: int
    invoiced_cents: int

    @property
    def rest_cents(self) -> int:
        """What the commitment still bears; negative when its invoices go over it."""
        return self.amount_cents - self.invoiced_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceAbilities:
    """What the actor may do with one invoice now. `own`: it waits for somebody else than its author."""

    may_change: bool = False
    may_decide: bool = False
    own: bool = False
    may_cancel: bool = False
    may_pay: bool = False
    may_read_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceView:
    """An invoice as its page shows it. `left` is what to pay to each payee now, in cents.

    `withheld_cents`: what goes to the URSSAF in the author's place, at rates of which `withheld_source` tells the
    origin; `urssaf_on`: when what is owed to it is declared, None until the supplier was paid.
    """

    shown: InvoiceLine
    draft: InvoiceDraft
    left: dict[Payee, int]
    withheld_cents: int
    withheld_source: str
    urssaf_on: date | None
    commitment: CommitmentCheck | None
    document_name: str
    entered_by: str
    decided_by: str
    decided_at: datetime | None
    payments: tuple[PaymentView, ...]
    credit_notes: tuple[InvoiceLine, ...]
    corrects: str
    abilities: InvoiceAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentChoice:
    """An approved commitment that an invoice may answer to."""

    commitment_id: UUID
    label: str
    supplier_id: UUID
    line_id: UUID
    rest_cents: int
