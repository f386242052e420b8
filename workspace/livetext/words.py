"""The vocabulary of live texts: kinds, blocks, lines shown to people. No input or output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class TextKind(StrEnum):
    """What a text is for; it decides which fragments it has."""

    FICHE = "fiche"
    SPECIFICATION = "specification"
    MEETING = "meeting"


# A specification has one fragment a clause, in the order in which it is read.
FRAGMENTS: dict[TextKind, tuple[str, ...]] = {
    TextKind.FICHE: ("level1", "level2"),
    TextKind.MEETING: ("agenda", "minutes"),
    TextKind.SPECIFICATION: (
        "context",
        "publics",
        "deliverables",
        "web",
        "charter",
        "content",
        "calendar",
        "envelope",
        "cession",
        "criteria",
        "offer",
    ),
}


class VersionKind(StrEnum):
    """How a version came to be."""

    AUTOMATIC = "automatic"
    NAMED = "named"


class Operation(StrEnum):
    """What somebody can do to a text; the journal's word for it."""

    READ = "text_read"
    WRITE = "text_write"
    NAME_VERSION = "text_name_version"
    LOCK = "text_lock"
    UNLOCK = "text_unlock"


class Refusal(StrEnum):
    """Why an update is not taken; sent to the browser as it is."""

    READ_ONLY = "read_only"
    LOCKED = "locked"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    STORE_UNAVAILABLE = "store_unavailable"
    RATE = "rate"


class CloseCode:
    """WebSocket close codes of the live text."""

    TOKEN = 4401
    RIGHT = 4403
    UNKNOWN_TEXT = 4404
    TOO_SLOW = 4408
    TOO_LARGE = 4413
    TOO_MANY = 4429
    RESTART = 1012
    BROKEN = 1011
    BUSY = 1013


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that share their marks; a text that is one line end is a forced line break.

    `proposal` is empty but in the whole reading (`blocks.read_fragment`), where it names the suggestions on it:
    "+<id>" for words to add, "-<id>" for words to go, "b<id>", "i<id>" and "l<id>" for bold, italic and a link.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion as it stands in a text: whose, and which words it would add and take away, if any."""

    proposal_id: UUID
    person_id: UUID
    name: str
    added: str = ""
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text. `kind` is the editor's node name; inline blocks have `runs`, the others `children`."""

    kind: str
    attrs: Mapping[str, Any] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    children: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTicket:
    """What a browser needs to join a text: a token good for ten minutes, and what it may do."""

    token: str
    can_write: bool
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """A text as rights see it."""

    text_id: UUID
    group_id: UUID
    kind: TextKind
    seq: int
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What a fragment says at `seq`."""

    fragment: str
    seq: int
    blocks: tuple[Block, ...]
    plain: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in a list; `authors` are the names of who wrote since the one before."""

    version_id: UUID
    seq: int
    kind: VersionKind
    name: str
    at: datetime
    created_by: str
    authors: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceLine:
    """Somebody in a text now; `typing` when they wrote in the last minute."""

    text_id: UUID
    person_id: UUID
    name: str
    typing: bool


def block_to_json(block: Block) -> dict[str, Any]:
    """A block as JSON; empty parts are left out."""
    made: dict[str, Any] = {"kind": block.kind}
    if block.attrs:
        made["attrs"] = dict(block.attrs)
    if block.runs:
        made["runs"] = [_run_to_json(run) for run in block.runs]
    if block.children:
        made["children"] = [block_to_json(child) for child in block.children]
    return made


def _run_to_json(run: Run) -> dict[str, Any]:
    made: dict[str, Any] = {"text": run.text}
    if run.bold:
        made["bold"] = True
    if run.italic:
        made["italic"] = True
    if run.href:
        made["href"] = run.href
    if run.proposal:
        made["proposal"] = run.proposal
    return made


def block_from_json(value: Mapping[str, Any]) -> Block:
    """The block that `block_to_json` wrote."""
    return Block(
        kind=value["kind"],
        attrs=dict(value.get("attrs", {})),
        runs=tuple(Run(**run) for run in value.get("runs", ())),
        children=tuple(block_from_json(child) for child in value.get("children", ())),
    )
