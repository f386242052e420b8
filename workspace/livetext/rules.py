"""Pure decisions of the live text: who may, what a text may hold, how often to send."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from workspace.fiches.words import FicheStatus
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.livetext.words import Operation, Refusal

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_FACILITATOR = Policy(facilitator=Reach.GROUP)

POLICIES: MappingProxyType[Operation, Policy] = MappingProxyType(
    {
        Operation.READ: everyone(Reach.GROUP),
        Operation.WRITE: _WRITERS,
        Operation.NAME_VERSION: _WRITERS,
        Operation.LOCK: _FACILITATOR,
        Operation.UNLOCK: _FACILITATOR,
    }
)


def write_refusal(actor: Actor, group_id: UUID, *, locked: bool) -> Refusal | None:
    """Why `actor` may not write in a text of `group_id` now, or None when they may."""
    if not allowed(POLICIES[Operation.WRITE], actor, Target(group_id=group_id)):
        return Refusal.READ_ONLY
    return Refusal.LOCKED if locked else None


def check_unlock(hold: tuple[FicheStatus, bool] | None, *, minutes_closed: bool = False) -> None:
    """Refuse to open a text by hand that something else holds closed: `hold` is its fiche's status and archiving.

    Approvals are for words: a text that could be unlocked beside its review would say what nobody approved. Minutes
    that are closed reopen through their meeting, which asks why.
    """
    if minutes_closed:
        raise RuleBroken("error-meeting-closed")
    status, archived = hold or (FicheStatus.DRAFT, False)
    if archived:
        raise RuleBroken("error-fiche-archived")
    if status in {FicheStatus.APPROVED, FicheStatus.PUBLISHED}:
        raise RuleBroken("error-livetext-approved")


# What a text may hold. The names are the editor's node and mark names: they are the stored format.
INLINE_NODES = frozenset({"paragraph", "heading", "keyFigureValue", "keyFigureLabel"})
NODES = INLINE_NODES | {
    "bulletList",
    "orderedList",
    "listItem",
    "blockquote",
    "callout",
    "keyFigure",
    "figure",
    "table",
    "tableRow",
    "tableHeader",
    "tableCell",
    "hardBreak",
}
MARKS = frozenset({"bold", "italic", "link"})
# Words that somebody proposes to add or to take away: who, when, and which words belong together.
PROPOSALS = frozenset({"insertion", "deletion"})
# A format that somebody proposes to give (`on`) or to take away; a link to put on words, or to take off (no `href`).
PROPOSED_LINK = "proposedLink"
FORMATS = frozenset({"proposedBold", "proposedItalic", PROPOSED_LINK})
# What somebody proposes for a whole node: JSON in one attribute of it, with what should become of the node (`to`).
NODE_PROPOSAL = "proposal"
ADDED, REMOVED = "added", "removed"
# A paragraph as text or a title; put into a list, a quote or a callout of one tone; taken out of the one around it.
_BECOMES = frozenset(
    "added removed paragraph heading2 heading3 bulletList orderedList blockquote "  # noqa: SIM905
    "calloutInfo calloutWarning calloutIdea outside".split()
)
_PROPOSAL_PARTS = {"id", "person", "name", "at"}
LONGEST_AUTHOR = 200
ATTRIBUTES = frozenset(
    "level tone src picture alt credit width height colspan rowspan colwidth start proposal".split()  # noqa: SIM905
)
DEEPEST = 24
LONGEST_VALUE = 2000

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_PLAIN_UUID = re.compile(_UUID)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z", re.ASCII)
_INTERNAL = re.compile(rf"(?:fiche|structure):{_UUID}", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s<>\"'\\,;:?&]+@[^\s<>\"'\\,;:?&]+\.[^\s<>\"'\\,;:?&]+", re.IGNORECASE)
# Spaces and controls inside a scheme are how "java\nscript:" passes naive filters.
_UNPRINTABLE = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]")
_PICTURE = re.compile(r"/(?![/\\])[^\\]*")


def safe_href(href: object) -> bool:
    """Whether a link may be stored: http, https, mailto, fiche:<uuid>, structure:<uuid>; never a user name."""
    if not isinstance(href, str) or not href or len(href) > LONGEST_VALUE or _UNPRINTABLE.search(href):
        return False
    if _INTERNAL.fullmatch(href) or _MAIL.fullmatch(href):
        return True
    try:
        parts = urlsplit(href)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def safe_source(source: object) -> bool:
    """Whether a picture's address is a path of our own site."""
    if source is None:
        return True
    return (
        isinstance(source, str)
        and len(source) <= LONGEST_VALUE
        and not _UNPRINTABLE.search(source)
        and _PICTURE.fullmatch(source) is not None
    )


def attribute_allowed(name: str, value: object) -> bool:
    """Whether a node may carry this attribute."""
    if name not in ATTRIBUTES:
        return False
    if name == "src":
        return safe_source(value)
    if name == NODE_PROPOSAL:
        return value is None or node_proposal_of(value) is not None
    if isinstance(value, str):
        return len(value) <= LONGEST_VALUE and _encodable(value)
    return value is None or isinstance(value, bool | int | float)


def mark_allowed(name: str, value: Any) -> bool:
    """Whether characters may carry this mark; None ends one."""
    if name not in MARKS | PROPOSALS | FORMATS:
        return False
    if value is None:
        return True
    if name in PROPOSALS:
        return proposal_of(value) is not None
    if name == PROPOSED_LINK:
        return link_proposal_of(value) is not None
    if name in FORMATS:
        return format_proposal_of(value) is not None
    if name == "link":
        return isinstance(value, dict) and set(value) == {"href"} and safe_href(value["href"])
    return value is True or value == {}


def proposal_of(value: Any) -> tuple[str, str] | None:
    """(id, person's id) of a mark's value when it is a suggestion's, else None."""
    if not isinstance(value, dict) or set(value) != _PROPOSAL_PARTS:
        return None
    identity, person, name, at = (value[part] for part in ("id", "person", "name", "at"))
    if not all(isinstance(part, str) for part in (identity, person, name, at)):
        return None
    good = _PLAIN_UUID.fullmatch(identity) and _PLAIN_UUID.fullmatch(person) and _INSTANT.fullmatch(at)
    return (identity, person) if good and len(name) <= LONGEST_AUTHOR and _encodable(name) else None


def format_proposal_of(value: Any) -> tuple[str, str] | None:
    """(id, person's id) of a mark's value when it proposes to give a format or to take it away, else None."""
    return _with(value, "on", (True, False))


def link_proposal_of(value: Any) -> tuple[str, str] | None:
    """(id, person's id) of a mark's value when it proposes a link that may be stored, or none at all, else None."""
    if not isinstance(value, dict) or not (value.get("href") == "" or safe_href(value.get("href"))):
        return None
    return proposal_of({key: one for key, one in value.items() if key != "href"})


def node_proposal_of(value: Any) -> tuple[str, str, str] | None:
    """(id, person's id, what the node should become) of a node's attribute, else None."""
    if not isinstance(value, str) or len(value) > LONGEST_VALUE:
        return None
    try:
        said = json.loads(value)
    except (ValueError, RecursionError):
        return None
    found = _with(said, "to", _BECOMES)
    return (*found, said["to"]) if found else None


def _with(value: Any, part: str, allowed: Collection[Any]) -> tuple[str, str] | None:
    """A proposal that says one thing more."""
    if not isinstance(value, dict) or not isinstance(value.get(part), bool | str) or value[part] not in allowed:
        return None
    return proposal_of({key: one for key, one in value.items() if key != part})


def author_of(value: Any) -> tuple[str, str] | None:
    """(id, person's id) of whatever proposes something: a mark's value or a node's attribute; None for the rest."""
    if isinstance(value, str):
        found = node_proposal_of(value)
        return found[:2] if found else None
    return proposal_of(value) or format_proposal_of(value) or link_proposal_of(value)


def _encodable(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


# How often to send. Deliveries a second = updates a second x people who receive them.
QUIET_DELIVERIES = 1500.0
BUSY_DELIVERIES = 6000.0
LONGEST_WINDOW = 0.005
CARET_WINDOW = 0.030


def coalescing_window(deliveries: float) -> float:
    """Seconds from the first edit that waits to the sending, from the room's load: none when quiet.

    Sending is what costs a Python server (about 14 microseconds a delivery). Counted from the first edit that waits,
    5 ms with 40 people typing halve the deliveries, and no edit waits longer; counted from the last sending, the
    same saving took 9 ms.
    """
    if deliveries <= QUIET_DELIVERIES:
        return 0.0
    share = min(1.0, (deliveries - QUIET_DELIVERIES) / (BUSY_DELIVERIES - QUIET_DELIVERIES))
    return LONGEST_WINDOW * (0.3 + 0.7 * share)


QUIET_EDITS = 90.0
CROWD = 8
COMMIT_PAUSE = 0.120


def commit_pause(edits: float, writers: int) -> float:
    """Seconds the committer waits for company before a commit.

    From the edits a second of the whole process and how many write: one who waits for each acknowledgement gains
    nothing by it, a crowd shares one commit instead of taking turns with the event loop.
    """
    return COMMIT_PAUSE if edits > QUIET_EDITS and writers > CROWD else 0.0


class LoadMeter:
    """Events a second, forgotten with a time constant of half a second. Times are seconds of any steady clock."""

    __slots__ = ("_at", "_rate")
    TAU = 0.5

    def __init__(self) -> None:
        self._rate = 0.0
        self._at = 0.0

    def note(self, now: float, count: int = 1) -> float:
        """Count events; gives the new rate."""
        rate = self.rate(now) + count / self.TAU
        self._rate, self._at = rate, now
        return rate

    def rate(self, now: float) -> float:
        """Events a second at `now` (linear decay: cheap, and exact enough to choose a window)."""
        kept = 1.0 - (now - self._at) / self.TAU / 2
        return self._rate * kept * kept if kept > 0 else 0.0


@dataclass(slots=True)
class Bucket:
    """A token bucket that slows the reader down; only somebody who floods on and on is cut.

    `take` gives the seconds to wait before reading the next frame, or None to cut.
    """

    per_second: float
    patience: float = 30.0
    level: float = 0.0
    at: float = 0.0
    since: float = 0.0

    def take(self, now: float) -> float | None:
        """Account for one frame at `now` (seconds of a steady clock)."""
        self.level = max(0.0, self.level - (now - self.at) * self.per_second)
        self.at = now
        if self.level == 0.0:
            self.since = now
        self.level += 1.0
        excess = self.level - 4 * self.per_second
        if excess <= 0:
            return 0.0
        return None if now - self.since > self.patience else excess / self.per_second


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """The room's own rhythm, in seconds; tests shorten it."""

    tick: float = 0.25
    projection_quiet: float = 1.0
    projection_longest: float = 10.0
    version_quiet: float = 120.0
    version_longest: float = 900.0
    presence: float = 20.0
    recheck: float = 60.0
    grace: float = 30.0
    commit_alarm: float = 1.5
    drain: float = 8.0


# Bounds, in the unit of their name.
SLOW_BYTES = 4 << 20
OPEN_ROOMS = 400
COMPACT_ROWS = 500
COMPACT_BYTES = 256 << 10
COMPACT_ALWAYS_ROWS = 5000
AWARENESS_BYTES = 8 << 10
CARETS_EACH = 3
