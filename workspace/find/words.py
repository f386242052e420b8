"""The vocabulary of finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class FindOperation(StrEnum):
    """What can be done with the index."""

    FIND = "find"


class FindKind(StrEnum):
    """What can be found. A room that brings something new adds a line here and a source (`sources.py`)."""

    FICHE = "fiche"
    QUESTION = "question"
    STRUCTURE = "structure"
    PROPOSAL = "proposal"
    SPECIFICATION = "specification"
    COMMENT = "comment"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One object as the index knows it. `title` names it in a list and weighs more; `parts`: its texts by name.

    A part whose words live in a live text stands under the fragment's name; `text_id` says which text that is.
    """

    kind: FindKind
    object_id: UUID
    group_id: UUID
    title: str
    parts: dict[str, str] = field(default_factory=dict)
    text_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Where a comment found stands: the object whose text it is about, the part of it, its name, who began it."""

    kind: FindKind
    object_id: UUID
    fragment: str
    title: str
    author: str
    is_resolved: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of an excerpt; `is_hit` where a searched word stands."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An object found: where (`part`; "" for its name), and the words around. `about`: of a comment only."""

    kind: FindKind
    object_id: UUID
    title: tuple[Piece, ...]
    part: str
    excerpt: tuple[Piece, ...]
    about: Conversation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, best first. `is_cut`: there are more than are looked at; another word narrows them."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_cut: bool = False
