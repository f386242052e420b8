"""Words of the envelope: its lines, what it may be asked for, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from budget.spending.words import CommitmentState


class EnvelopeOperation(StrEnum):
    """What can be done with the envelope and with what is committed on it; the journal's word for it."""

    VIEW = "view_budget"
    CREATE = "create_envelope"
    CHANGE = "change_envelope"
    PROPOSE_COMMITMENT = "propose_commitment"
    APPROVE_COMMITMENT = "approve_commitment"
    CANCEL_COMMITMENT = "cancel_commitment"
    EXPORT = "export_budget"


class LineKind(StrEnum):
    """What a line of the envelope pays for."""

    DESIGN = "design"
    PRINTING = "printing"
    WEB = "web"
    OTHER = "other"


class Standing(StrEnum):
    """Where what is taken stands against the band from the minimum to the maximum."""

    BELOW_MINIMUM = "below_min"
    WITHIN = "within"
    OVER_MAXIMUM = "over_max"


@dataclass(frozen=True, slots=True)
class Band:
    """From a minimum to a maximum, in cents."""

    minimum_cents: int
    maximum_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What was spent, in cents, each cent counted once.

    `committed_cents`: the part of approved commitments that no approved invoice covers yet.
    `invoiced_cents`: all approved invoices, with what is owed beside them; credit notes lower it.
    `paid_cents`: payments made, less those paid back.
    """

    committed_cents: int = 0
    invoiced_cents: int = 0
    paid_cents: int = 0

    @property
    def taken_cents(self) -> int:
        """All that the envelope has to bear: invoiced, and committed on top of it."""
        return self.committed_cents + self.invoiced_cents

    @property
    def unpaid_cents(self) -> int:
        """Invoiced and not paid yet."""
        return self.invoiced_cents - self.paid_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """What the structures bring, in cents. In-kind stands beside and is never added to money."""

    pledged_cents: int = 0
    received_cents: int = 0
    in_kind_cents: int = 0

    @property
    def expected_cents(self) -> int:
        """Pledged and not received yet."""
        return max(0, self.pledged_cents - self.received_cents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an envelope (or a line) stands, in cents. What is free is negative once the bound is passed."""

    band: Band
    spending: Spending
    funding: Funding
    standing: Standing
    free_to_minimum_cents: int
    free_to_maximum_cents: int
    host_share_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChoice:
    """A line as a form offers it. `free_cents`: what the whole envelope may still bear, to its maximum.

    `line_free_cents`: the same to the line's own maximum, which may be passed with an alert.
    """

    line_id: UUID
    label: str
    kind: LineKind
    account: str
    envelope_id: UUID
    envelope_title: str
    year: int
    free_cents: int
    line_free_cents: int


class AlertKind(StrEnum):
    """What deserves a look. The sentence of each is `budget-alert-<value>`."""

    ENVELOPE_OVER = "envelope-over"
    LINES_OVER = "lines-over"
    LINE_OVER = "line-over"
    INVOICE_OVER = "invoice-over"
    INVOICE_LATE = "invoice-late"
    URSSAF = "urssaf"
    QUOTE_EXPIRES = "quote-expires"


class DueKind(StrEnum):
    """What a date is for. Its name is `budget-due-<value>`."""

    INVOICE = "invoice"
    URSSAF = "urssaf"
    QUOTE = "quote"
    CALL = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to look at: on what, for how many cents, since or until when."""

    kind: AlertKind
    label: str = ""
    cents: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A date by which something is owed, asked or over. `cents` is what moves that day, 0 when nothing does."""

    on: date
    kind: DueKind
    label: str
    cents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeDraft:
    """What a form says of an envelope. `version` is the one that the form showed."""

    title: str
    year: int
    minimum_cents: int
    maximum_cents: int
    two_approvals_from_cents: int
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """What a form says of a line. A maximum of None is the minimum."""

    label: str
    kind: LineKind
    account: str
    minimum_cents: int
    maximum_cents: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line with where it stands. One on which something was committed or invoiced cannot be removed."""

    line_id: UUID
    label: str
    kind: LineKind
    account: str
    position: Position
    version: int
    may_remove: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """A commitment, who approved it, and who may still do so when it waits. `invoiced_cents`: approved invoices."""

    commitment_id: UUID
    label: str
    supplier: str
    line: str
    amount_cents: int
    invoiced_cents: int
    state: CommitmentState
    reason: str
    created_at: datetime
    author: str
    approvals: tuple[tuple[str, datetime], ...]
    needed: int
    awaited: tuple[str, ...] = ()
    cancelled_at: datetime | None = None
    cancelled_by: str = ""
    cancel_reason: str = ""
    may_approve: bool = False
    may_cancel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeChoice:
    """An envelope as one chooses it."""

    envelope_id: UUID
    title: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetAbilities:
    """What the actor may do with the budget. Envelopes of a closed year are read only."""

    may_change: bool
    may_commit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeView:
    """An envelope and all that stands on the Budget page about it. `proposed_cents` waits and binds nothing yet.

    `alone_below_cents`: below it the actor's own approval is enough; lower than the threshold for who raised it.
    """

    envelope_id: UUID
    title: str
    year: int
    source: str
    two_approvals_from_cents: int
    alone_below_cents: int
    version: int
    is_closed: bool
    position: Position
    lines: tuple[LineView, ...]
    commitments: tuple[CommitmentView, ...]
    more_commitments: int
    proposed_cents: int
    due_dates: tuple[DueDate, ...]
    alerts: tuple[Alert, ...]
    abilities: BudgetAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The latest envelope in one figure, for Accueil."""

    title: str
    free_to_maximum_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The Budget page: the envelopes of the group, and the one that is shown (None: there is none yet)."""

    envelopes: tuple[EnvelopeChoice, ...]
    shown: EnvelopeView | None
    zone: str
    today: date
    may_create: bool
