"""Words of contributions: keys, pledges, calls and receipts are different facts; what is in kind stands beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from budget.spending.words import PaymentMeans


class ContributionsOperation(StrEnum):
    """What can be done about contributions; the journal's word for it."""

    VIEW = "view_contributions"
    SET_KEY = "set_funding_key"
    SET_PAYEE = "set_contribution_payee"
    PLEDGE = "pledge_contribution"
    CALL = "call_contribution"
    CANCEL_CALL = "cancel_contribution_call"
    REMIND = "remind_contribution"
    RECEIVE = "receive_contribution"
    CANCEL_RECEIPT = "cancel_contribution_receipt"
    SET_METHOD = "set_in_kind_method"
    DECLARE = "declare_in_kind"
    DECIDE = "decide_in_kind"


class KeyKind(StrEnum):
    """How an amount is shared: the same for all, by weights, by amounts set one by one, as each wishes, by fiches."""

    EQUAL = "equal"
    WEIGHTS = "weights"
    FIXED = "fixed"
    FREE = "free"
    FICHES = "fiches"


class Basis(StrEnum):
    """What is shared: an amount that was typed, a bound of an envelope, a commitment, a devis that may be chosen."""

    AMOUNT = "amount"
    ENVELOPE = "envelope"
    COMMITMENT = "commitment"
    DEVIS = "devis"


class InKindKind(StrEnum):
    """What is brought without money, as the French chart tells it apart (accounts 860-864 and 870-875)."""

    HOURS = "hours"
    SERVICE = "service"
    GOODS = "goods"
    RELIEF = "relief"


class InKindState(StrEnum):
    """A declaration counts once another person validated it; a refused or cancelled one stays readable."""

    DECLARED = "declared"
    VALIDATED = "validated"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A structure in a key: what it weighs, and the amount it gives whatever the key says (None: the key decides)."""

    structure_id: UUID
    weight: int = 1
    fixed_cents: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Shares in cents, in the order of the lines. `missing_cents`: what they leave uncovered; negative: too much."""

    cents: tuple[int, ...]
    missing_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDraft:
    """A key as typed. `version` is the one the form showed (0 for a new one); `basis_id` names what is shared."""

    title: str
    kind: KeyKind
    amount_cents: int
    lines: tuple[KeyLine, ...]
    basis: Basis = Basis.AMOUNT
    basis_id: UUID | None = None
    due_on: date | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PayeeDraft:
    """Where contributions are paid to, as typed."""

    holder: str
    iban: str
    bic: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A transfer in euros to ask for: what an EPC QR code says."""

    holder: str
    iban: str
    bic: str
    amount_cents: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDraft:
    """Money that came, as typed."""

    amount_cents: int
    received_on: date
    means: PaymentMeans = PaymentMeans.TRANSFER
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InKindDraft:
    """What a structure brought without money, as typed: hours in minutes, or a gift with its value and its source."""

    kind: InKindKind
    task: str
    who: str
    day: date
    minutes: int = 0
    value_cents: int = 0
    valued_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodDraft:
    """How the group values what is in kind: its words, what an hour is worth in cents, from which day."""

    text: str
    hourly_cents: int
    from_on: date
