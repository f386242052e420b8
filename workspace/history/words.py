"""The vocabulary of history and comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workspace.livetext.words import Block, Run, VersionLine

Content = Mapping[str, Sequence[Block]]


class HistoryOperation(StrEnum):
    """What can be done with the past of fiches."""

    VIEW_HISTORY = "view_history"
    RESTORE_VERSION = "restore_version"
    RESTORE_WORDING = "restore_wording"
    NAME_MOMENT = "name_moment"
    FORGET_MOMENT = "forget_moment"


class LineRole(StrEnum):
    """What a line is on the sheet."""

    TITLE = "title"
    ACCROCHE = "accroche"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CALLOUT = "callout"
    FIGURE = "figure"
    KEY_FIGURE = "key-figure"
    ROW = "row"


class LineFate(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: a title, a paragraph, a list item, a row of a table, a picture's text.

    `zone` is the fragment it stands in ("" for title and accroche); `detail` tells apart lines that say the same
    (the level of a title, which picture).
    """

    zone: str
    role: LineRole
    runs: tuple[Run, ...]
    detail: str = ""

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a changed line: `old` is empty where they came, `new` where they went; equal where they stayed."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """A line of the old sheet, of the new one, or of both; `old_at` and `new_at` are their places there.

    `moved`: it stands elsewhere. `restyled`: another role, or other marks on the same words.
    """

    fate: LineFate
    old: Line | None = None
    new: Line | None = None
    old_at: int | None = None
    new_at: int | None = None
    pieces: tuple[Piece, ...] = ()
    moved: bool = False
    restyled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sheets, line by line in reading order, and how much changed."""

    changes: tuple[LineChange, ...]
    words_added: int
    words_removed: int
    lines_moved: int

    @property
    def is_same(self) -> bool:
        """Whether nothing changed, styles included."""
        return all(
            change.fate is LineFate.SAME and not change.moved and not change.restyled for change in self.changes
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """The title and the accroche of a fiche at some time."""

    title: str
    accroche: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChange:
    """A change of title or accroche; `wording_id` names the words before it, which can be restored."""

    wording_id: UUID
    at: datetime
    author: str
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The moments of a fiche's text and the changes of its title and accroche, newest first; what the actor may do.

    `seq`: how far its log goes.
    """

    fiche_id: UUID
    text_id: UUID
    title: str
    zone: str
    versions: tuple[VersionLine, ...]
    seq: int
    stamp: str
    is_locked: bool
    wordings: tuple[WordingChange, ...]
    may_name: bool
    may_restore: bool
    may_reword: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheChange:
    """A fiche whose words changed since an instant. `since` is the version compared, None: it had none yet."""

    fiche_id: UUID
    title: str
    changed_at: datetime
    authors: tuple[str, ...]
    since: datetime | None
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed in all fiches since an instant; `unchanged` counts the others."""

    since: datetime
    zone: str
    fiches: tuple[FicheChange, ...]
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time that somebody gave a name to; `moment_id` is None for that of a named version.

    `meeting_id`: it is when that meeting was held, and its name is the meeting's title.
    """

    name: str
    at: datetime
    moment_id: UUID | None = None
    meeting_id: UUID | None = None
    may_forget: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentsView:
    """The named points in time, latest first, and whether the actor may name one."""

    moments: tuple[Moment, ...]
    may_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A moment of writing in the replay: one person without a long pause, and what the text said after it."""

    at: datetime
    author: str
    content: Content
