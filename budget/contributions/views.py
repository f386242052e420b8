"""What the screens and papers of contributions are given: frozen values, never rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from budget.contributions.words import Basis, InKindDraft, InKindState, KeyKind, KeyLine, PayeeDraft, ReceiptDraft
from budget.spending.words import PaymentMeans


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A structure of the group, and on how many living fiches it stands: what it weighs in a key by fiches."""

    structure_id: UUID
    name: str
    fiches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisChoice:
    """An amount that the group knows already and may share.

    `detail` tells two bounds of one envelope apart, `copies` the lots of one devis (0: it depends on no quantity).
    """

    basis: Basis
    basis_id: UUID
    label: str
    amount_cents: int
    detail: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """Money that came; `reason` says why it was cancelled."""

    receipt_id: UUID
    number: str
    amount_cents: int
    received_on: date
    means: PaymentMeans
    reference: str
    is_cancelled: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A live call. `reminder` is the one that may be given today, in days after the due date; `given` were."""

    call_id: UUID
    number: str
    amount_cents: int
    issued_on: date
    due_on: date
    is_late: bool
    reminder: int | None
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingLine:
    """Where one structure stands in a key: three facts beside the share, each with its own amount."""

    structure_id: UUID
    name: str
    share_cents: int
    fixed_cents: int | None
    weight: int
    pledge_id: UUID | None = None
    pledged_cents: int = 0
    note: str = ""
    call: CallView | None = None
    receipts: tuple[ReceiptView, ...] = ()
    may_pledge: bool = False

    @property
    def received_cents(self) -> int:
        """What came and was not cancelled."""
        return sum(one.amount_cents for one in self.receipts if not one.is_cancelled)

    @property
    def still_due_cents(self) -> int:
        """What is left to come of the pledge."""
        return self.pledged_cents - self.received_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A key of the group and where each structure stands in it. It takes no change once something was called."""

    key_id: UUID
    title: str
    kind: KeyKind
    basis: Basis
    basis_id: UUID | None
    amount_cents: int
    due_on: date | None
    note: str
    version: int
    lines: tuple[StandingLine, ...]
    is_open: bool

    @property
    def pledged_cents(self) -> int:
        """All pledges together."""
        return sum(line.pledged_cents for line in self.lines)

    @property
    def received_cents(self) -> int:
        """All that came."""
        return sum(line.received_cents for line in self.lines)

    @property
    def key_lines(self) -> tuple[KeyLine, ...]:
        """The key as it was typed."""
        return tuple(
            KeyLine(structure_id=line.structure_id, weight=line.weight, fixed_cents=line.fixed_cents)
            for line in self.lines
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """How the group values what is in kind, from a day on."""

    method_id: UUID
    text: str
    hourly_cents: int
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InKindView:
    """One declaration with its value, who declared and decided, and what the actor may do with it."""

    in_kind_id: UUID
    structure_id: UUID
    structure: str
    draft: InKindDraft
    hourly_cents: int
    state: InKindState
    declared_by: str
    decided_by: str
    reason: str
    may_decide: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one structure brought in all: money, hours and their value are told apart, and never added."""

    structure_id: UUID
    name: str
    pledged_cents: int
    received_cents: int
    minutes: int
    in_kind_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionAbilities:
    """What the actor may do; the service enforces the same."""

    may_set_key: bool
    may_call: bool
    may_receive: bool
    may_set_payee: bool
    may_set_method: bool
    may_declare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionsView:
    """The whole page. `today` is the day in the group's zone; `payee` has no holder until it was given."""

    today: date
    own_id: UUID | None
    own_name: str
    participants: tuple[Participant, ...]
    bases: tuple[BasisChoice, ...]
    keys: tuple[KeyView, ...]
    payee: PayeeDraft
    methods: tuple[MethodView, ...]
    in_kind: tuple[InKindView, ...]
    brought: tuple[Brought, ...]
    mails: bool
    abilities: ContributionAbilities

    def method_on(self, day: date) -> MethodView | None:
        """The method that holds on a day."""
        return next((one for one in self.methods if one.from_on <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPaper:
    """A call as its letter says it. `already_cents` came before."""

    call_id: UUID
    number: str
    group: str
    structure: str
    title: str
    amount_cents: int
    already_cents: int
    issued_on: date
    due_on: date
    payee: PayeeDraft
    message: str

    @property
    def left_cents(self) -> int:
        """What is still to be paid."""
        return self.amount_cents - self.already_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper:
    """A receipt as its paper says it; `for_what` names the key or the period it pays."""

    receipt_id: UUID
    number: str
    group: str
    host: str
    structure: str
    for_what: str
    draft: ReceiptDraft
    is_cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file to hand out."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is written to the people of a structure about a call: (address, language, name) of each."""

    paper: CallPaper
    people: tuple[tuple[str, str, str], ...]
    is_reminder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMade:
    """A call that was made, and to how many people it went by mail."""

    call_id: UUID
    mailed: int
