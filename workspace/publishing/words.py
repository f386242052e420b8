"""The vocabulary of what is printed: paper, sides, what fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workspace.livetext.words import Block


class Paper(StrEnum):
    """The sizes a fiche can be printed in. A4 is that of our prototypes; A5 is the half of it."""

    A4 = "a4"
    A5 = "a5"


class Side(StrEnum):
    """The two sides of a sheet."""

    RECTO = "recto"
    VERSO = "verso"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetText:
    """What a sheet says. `pictures` maps a picture's id to the file that the typesetter may read."""

    title: str
    accroche: str
    recto: tuple[Block, ...]
    verso: tuple[Block, ...]
    marks: tuple[str, ...] = ()
    paper: Paper = Paper.A4
    language: str = "fr"
    pictures: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFit:
    """One side as the typesetter laid it out. Heights in millimetres; shares are of the side's room.

    `over_lines` counts lines of body text that do not fit, rounded up.
    """

    side: Side
    need_mm: float
    room_mm: float
    over_mm: float
    over_lines: int
    text_share: float
    visual_share: float

    @property
    def fits(self) -> bool:
        """Whether all of it is on the side."""
        return self.over_lines == 0


class TypesetterBusy(Exception):
    """The typesetter gave no answer in its time, or could not lay this out; nothing is known of the sheet."""
