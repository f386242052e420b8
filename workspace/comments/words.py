"""The vocabulary of comments and suggestions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class CommentsOperation(StrEnum):
    """What can be done beside a text; the journal's word for it."""

    READ = "comment_read"
    ADD = "comment_add"
    EDIT = "comment_edit"
    DELETE = "comment_delete"
    RESOLVE = "comment_resolve"
    FOLLOW = "comment_follow"
    SEE = "comment_see"
    DECIDE = "suggestion_decide"


class Standing(StrEnum):
    """How a quoted passage stands in the text now."""

    WHOLE_TEXT = "whole_text"
    PLACED = "placed"
    CHANGED = "changed"
    GONE = "gone"


class Outcome(StrEnum):
    """What becomes of a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A passage: the ids of its characters (client, clock, length), its words, and the words around it.

    `before` and `after` are what stood beside it in the same paragraph, when with the quote they were found only
    once in the text; None when they cannot find it again.
    """

    fragment: str
    runs: tuple[tuple[int, int, int], ...]
    quote: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine:
    """One message as a reader sees it. A deleted one has no body."""

    comment_id: UUID
    person_id: UUID | None
    name: str
    body: str
    at: datetime
    is_edited: bool
    is_deleted: bool
    may_edit: bool
    may_delete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """A conversation; `place` is None when it is about the whole text."""

    thread_id: UUID
    place: Place | None
    standing: Standing
    resolved_at: datetime | None
    resolved_by: str
    awaits_me: bool
    comments: tuple[CommentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody who can be mentioned."""

    person_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginView:
    """All that stands beside a text, and what the reader may do there."""

    threads: tuple[ThreadView, ...]
    people: tuple[Named, ...]
    may_comment: bool
    may_decide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A mail due to somebody who was just mentioned."""

    email: str
    locale: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose text it is: a fiche, a cahier des charges, or a text alone; `page` shows it, empty for none."""

    kind: str
    object_id: UUID
    title: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A comment just written, and the mails it calls for."""

    thread_id: UUID
    comment_id: UUID
    body: str
    subject: Subject
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What stands for a suggestion: the outcome, who decided, and whether it was the one who asks."""

    suggestion_id: UUID
    outcome: Outcome
    by: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Comments beside one text that name somebody and await them."""

    subject: Subject
    count: int
