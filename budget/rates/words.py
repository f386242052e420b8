"""Words of the rates: their kinds, a line of the dated table, the table that holds for one group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class RatesOperation(StrEnum):
    """What can be done with rates; the journal's word for it."""

    VIEW = "view_rates"
    CORRECT = "correct_rate"


class RateKind(StrEnum):
    """What a rate is for. All in hundredths of a percent, but URSSAF_DAY, which is a day of the month.

    ARTIST and ARTIST_TRAINING are owed beside an artist-author's fee; OLD_AGE, CSG, CRDS and TRAINING are withheld
    from it, CSG and CRDS on CSG_BASE of the fee only.
    """

    ARTIST = "artist"
    ARTIST_TRAINING = "artist_training"
    OLD_AGE = "old_age"
    CSG = "csg"
    CRDS = "crds"
    CSG_BASE = "csg_base"
    TRAINING = "training"
    URSSAF_DAY = "urssaf_day"
    VAT_USUAL = "vat_usual"
    VAT_MIDDLE = "vat_middle"
    VAT_REDUCED = "vat_reduced"
    VAT_LEAST = "vat_least"


# An approved fee was worked out with these.
SOCIAL = frozenset(
    {
        RateKind.ARTIST,
        RateKind.ARTIST_TRAINING,
        RateKind.OLD_AGE,
        RateKind.CSG,
        RateKind.CRDS,
        RateKind.CSG_BASE,
        RateKind.TRAINING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine:
    """A value that holds from a day on, and where it comes from; `correction_id` None for one of the house's own."""

    kind: RateKind
    from_on: date
    value: int
    source: str
    correction_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RateTable:
    """The lines that hold for one group. A correction follows the house's line of the same day: it wins."""

    lines: tuple[RateLine, ...]

    def line_at(self, kind: RateKind, on: date) -> RateLine:
        """The line that holds on a day; before the first line, the first."""
        mine = [one for one in self.lines if one.kind is kind]
        held = [one for one in mine if one.from_on <= on]
        return max(held, key=_rank) if held else min(mine, key=_rank)

    def rate_at(self, kind: RateKind, on: date) -> int:
        """The value that holds on a day."""
        return self.line_at(kind, on).value


def _rank(line: RateLine) -> tuple[date, bool]:
    return line.from_on, line.correction_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionDraft:
    """A correction as typed: `value` "1,1", "1.1 %" or, for a day of the month, "15"."""

    kind: RateKind
    value: str
    from_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A correction that was made, and by whom; `withdrawn_at` once it was taken back."""

    line: RateLine
    at: datetime
    by: str
    withdrawn_at: datetime | None
    withdrawn_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateView:
    """One kind on the page: what holds today, what will hold later.

    `first_day`: from when on it can be corrected, None when no document holds it back.
    """

    kind: RateKind
    now: RateLine
    coming: tuple[RateLine, ...]
    first_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatesView:
    """The page of rates. `may_correct`: whether the actor may correct one, or take a correction back."""

    rates: tuple[RateView, ...]
    corrections: tuple[CorrectionView, ...]
    today: date
    zone: str
    may_correct: bool
