"""Words of the envelope: its lines, what it may be asked for, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class EnvelopeOperation(StrEnum):
    """What can be done with the envelope and with what is committed on it; the journal's word for it."""

    VIEW = "view_budget"
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
