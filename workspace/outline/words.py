"""The vocabulary of the trame at work.

An *outline* is an ordered tuple of `Line`. The trame in use and every proposed variant are outlines, so one set of
rules moves, merges, splits and compares them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class OutlineOperation(StrEnum):
    """What can be done with proposed trames and with the organisation of the presentation.

    Working on the trame in use is the fiches room's `change_trame`.
    """

    PROPOSE_TRAME = "propose_trame"
    CHANGE_VARIANT = "change_variant"
    WITHDRAW_VARIANT = "withdraw_variant"
    ADOPT_VARIANT = "adopt_variant"
    SET_ORGANISATION = "set_organisation"


class QuestionState(StrEnum):
    """Where a question of the trame in use stands. A merged one lives on inside another."""

    KEPT = "kept"
    ASIDE = "aside"
    MERGED = "merged"


class Descent(StrEnum):
    """How a question comes from another."""

    MERGED = "merged"
    SPLIT = "split"


class Organisation(StrEnum):
    """What the sheets of the presentation follow."""

    ETAPE = "etape"
    STRUCTURE = "structure"


class Verdict(StrEnum):
    """What became of a question between two trames."""

    KEPT = "kept"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"
    BACK = "back"
    ASIDE = "aside"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a question says, and the étape it belongs to."""

    text: str
    text_en: str = ""
    etape_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question of an outline.

    `sources`: the questions of the trame in use that it comes from, its own first; empty for a new one. `version`
    is the one that a form shows.
    """

    line_id: UUID
    wording: Wording
    sources: tuple[UUID, ...] = ()
    is_aside: bool = False
    version: int = 1


Outline = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Take a kept line to a place among the kept ones, from 1; beyond the ends means the end."""

    line_id: UUID
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Make one line of two or more; it stands where the first of them stood."""

    line_ids: tuple[UUID, ...]
    wording: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerge:
    """Part again what was merged; each question comes back with its own words."""

    line_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Make several lines of one; the first keeps its place in history. `version` is the one shown."""

    line_id: UUID
    texts: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Keep a line out of the presentation, without losing it."""

    line_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBack:
    """Bring a line back among the kept ones: to `place` (1 = first), or last."""

    line_id: UUID
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Say it otherwise. `version` is the one shown."""

    line_id: UUID
    wording: Wording
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """New questions at the end."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Erase for good a line that was set aside first."""

    line_id: UUID


Edit = Move | Merge | Unmerge | Split | SetAside | BringBack | Reword | Add | Remove


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The count before and after.

    `started` questions at first, `kept` now; `aside`; `merged` into others; `born`: parts of a split and new ones.
    """

    started: int
    kept: int
    aside: int
    merged: int
    born: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line with what hangs on it.

    `fiche_count`: living fiches that answer it. `merged`: words of the questions that it took in.
    """

    line: Line
    etape: str
    fiche_count: int
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineView:
    """An outline to work on: the trame in use (`variant_id` None) or a variant. Kept lines in order, then aside."""

    variant_id: UUID | None
    name: str
    lines: tuple[LineView, ...]
    tally: Tally
    etapes: tuple[tuple[UUID, str], ...]
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDraft:
    """What a form says of a variant."""

    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLine:
    """A proposed trame in the list. `proposed_by` and `structure` are empty when they are gone."""

    variant_id: UUID
    name: str
    reason: str
    proposed_by: str
    structure: str
    created_at: datetime
    adopted_at: datetime | None
    tally: Tally
    version: int
    may_change: bool
    may_withdraw: bool
    may_adopt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantsView:
    """Every proposed trame, the latest first."""

    variants: tuple[VariantLine, ...]
    in_use: Tally
    zone: str
    may_propose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One row of two trames side by side.

    `left` holds several lines for a merge; `right` is None when the right trame has nothing to show there. Places
    count kept lines from 1; 0 = aside.
    """

    verdict: Verdict
    left: tuple[Line, ...]
    right: Line | None
    left_places: tuple[int, ...]
    right_place: int
    reworded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two trames side by side: the right one in its order, then what it leaves out."""

    left_name: str
    right_name: str
    left_kept: int
    right_kept: int
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One question of the trame in use after an outline is written: `question_id` None = a new row, `line_id`.

    `takes_in`: questions that are merged into it; `links_of`: whose fiches it answers too; `split_from`: the
    question it was parted from.
    """

    line_id: UUID
    question_id: UUID | None
    wording: Wording
    state: QuestionState
    takes_in: tuple[UUID, ...] = ()
    links_of: tuple[UUID, ...] = ()
    split_from: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A fiche as the arrangement needs it, in the fiches' own order."""

    fiche_id: UUID
    title: str
    kind: str
    words: int
    etape_ids: tuple[UUID, ...]
    structure_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the presentation: its sheets, and the names that appear on them (structures or étapes).

    `key`: an étape's or structure's id; None for `common` (what opens the folder) or `rest` (what closes it).
    """

    key: UUID | None
    name: str
    is_last: bool = False
    sheets: tuple[Sheet, ...] = ()
    appear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The whole presentation in one organisation; each fiche stands in it exactly once."""

    organisation: Organisation
    sections: tuple[Section, ...] = field(default=())

    @property
    def sheet_count(self) -> int:
        """How many sheets the folder holds."""
        return sum(len(section.sheets) for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """Both arrangements, and the one that the group chose."""

    chosen: Organisation
    by_etape: Arrangement
    by_structure: Arrangement
    may_set: bool
