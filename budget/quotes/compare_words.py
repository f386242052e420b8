"""Words of the comparison: criteria and marks, clauses of the cahier des charges, devis side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from budget.envelope.words import LineChoice, LineKind
from budget.quotes.devis_words import DevisView, LotChoice, LotCost
from budget.quotes.words import ClauseStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What devis of a kind are marked on. `criterion_id` None = a new one; it weighs from 1 to 10."""

    criterion_id: UUID | None
    name: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How a devis answers a clause. `is_stale`: it was read against another version than the one shown."""

    standing: ClauseStanding | None = None
    note: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark from 0 to 5, None for none, and why."""

    mark: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person says of one devis in one go: clauses by name, marks by criterion."""

    version_id: UUID | None
    clauses: Mapping[str, Judged] = field(default_factory=dict)
    marks: Mapping[UUID, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One devis in the comparison. `cost` None: no lot of it is large enough for what is wanted.

    `score` is the weighted mean of its marks, from 0 to 5; None while it has none.
    """

    view: DevisView
    choice: LotChoice
    cost: LotCost | None
    with_all_options: int | None
    clauses: Mapping[str, Judged]
    marks: Mapping[UUID, Mark]
    score: Decimal | None
    is_cheapest: bool = False

    def count(self, standing: ClauseStanding) -> int:
        """How many clauses it answers that way."""
        return sum(one.standing is standing for one in self.clauses.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBand:
    """What the envelope sets aside: from a minimum to a maximum in cents; `label` names the line or the envelope."""

    label: str
    minimum_cents: int
    maximum_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Devis of one kind side by side, for a wanted quantity (0: their prices depend on none).

    `clauses` are (name, heading) of the version adopted last, or frozen last while none is (`is_adopted`);
    `version_id` None when there is none.
    """

    kind: LineKind
    kinds: tuple[LineKind, ...]
    wanted: int
    compared: tuple[Compared, ...]
    clauses: tuple[tuple[str, str], ...]
    version_id: UUID | None
    version_name: str
    is_adopted: bool
    criteria: tuple[Criterion, ...]
    band: PriceBand | None
    lines: tuple[LineChoice, ...]
    may_judge: bool
    may_select: bool
