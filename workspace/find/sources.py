"""What is indexed, and that it stays so: each table here tells the index of its changes while it is written.

A room adds its own line with `register`: a model, what of it is shown, and which columns matter; with `follow` when
another table changes what is shown. Rows written by statements rather than as objects are not seen here; `rebuild`
reads everything anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import get_history

from db.models import (
    Comment,
    CommentThread,
    Fiche,
    Meeting,
    MeetingAction,
    Proposal,
    Specification,
    Structure,
    TrameQuestion,
)
from workspace.find import conversations, store
from workspace.find.words import Entry, FindKind
from workspace.outline.words import QuestionState


@dataclass(frozen=True, slots=True)
class Source:
    """How rows of `model` are found: `watched` columns, and `describe` (None: this row is not to be found now)."""

    model: type[Any]
    kind: FindKind
    watched: tuple[str, ...]
    describe: Callable[[Connection, Any], Entry | None]


SOURCES: list[Source] = []


def register(source: Source) -> Source:
    """Index the rows of a table from now on."""
    SOURCES.append(source)

    def removed(_mapper: Any, connection: Connection, row: Any) -> None:
        store.drop(connection, source.kind, row.id)

    _listen(source.model, source.watched, lambda connection, row: _put(connection, source, row))
    event.listen(source.model, "after_delete", removed)
    return source


def follow(
    source: Source,
    model: type[Any],
    watched: tuple[str, ...],
    rows: Callable[[Connection, Any], Iterable[Any]],
    *,
    deleted: bool = False,
) -> None:
    """Index rows of `source` again when a row of another table is written, or `deleted` too: `rows` names them."""

    def written(connection: Connection, row: Any) -> None:
        for one in rows(connection, row):
            _put(connection, source, one)

    _listen(model, watched, written)
    if deleted:
        event.listen(model, "after_delete", lambda _mapper, connection, row: written(connection, row))


def _listen(model: type[Any], watched: tuple[str, ...], act: Callable[[Connection, Any], None]) -> None:
    def written(_mapper: Any, connection: Connection, row: Any) -> None:
        act(connection, row)

    def changed(_mapper: Any, connection: Connection, row: Any) -> None:
        if any(get_history(row, name).has_changes() for name in watched):
            act(connection, row)

    event.listen(model, "after_insert", written)
    event.listen(model, "after_update", changed)


def _put(connection: Connection, source: Source, row: Any) -> None:
    entry = source.describe(connection, row)
    if entry is None:
        store.drop(connection, source.kind, row.id)
    else:
        store.put(connection, entry)


def put_text(session: Session, text_id: UUID, said: Mapping[str, str]) -> None:
    """Note what fragments of a live text say now, in the transaction that writes their projection."""
    session.flush()  # the object that shows this text may be as new as its words
    store.put_text(session.connection(), text_id, said)


def rebuild(session: Session) -> int:
    """Index everything anew; gives how many objects there are."""
    count = 0
    connection = session.connection()
    for source in SOURCES:
        for row in session.scalars(select(source.model)):
            _put(connection, source, row)
            count += 1
    return count


def _fiche(_: Connection, row: Fiche) -> Entry | None:
    if row.archived_at is not None:
        return None
    return Entry(
        kind=FindKind.FICHE,
        object_id=row.id,
        group_id=row.group_id,
        title=row.title,
        parts={"accroche": row.accroche or ""},
        text_id=row.text_id,
    )


def _question(_: Connection, row: TrameQuestion) -> Entry | None:
    if row.state not in {None, QuestionState.KEPT}:
        return None
    return Entry(
        kind=FindKind.QUESTION,
        object_id=row.id,
        group_id=row.group_id,
        title=row.text,
        parts={"english": row.text_en or ""},
    )


def _structure(_: Connection, row: Structure) -> Entry | None:
    if row.left_at is not None:
        return None
    return Entry(
        kind=FindKind.STRUCTURE,
        object_id=row.id,
        group_id=row.group_id,
        title=row.name,
        parts={
            "presentation": row.presentation or "",
            "form": row.legal_form or "",
            "sites": ", ".join(str(site) for site in row.sites or ()),
            "web": row.web or "",
        },
    )


def _proposal(_: Connection, row: Proposal) -> Entry:
    return Entry(
        kind=FindKind.PROPOSAL,
        object_id=row.id,
        group_id=row.group_id,
        title=row.title,
        parts={"context": row.context or ""},
    )


def _specification(_: Connection, row: Specification) -> Entry:
    return Entry(
        kind=FindKind.SPECIFICATION,
        object_id=row.id,
        group_id=row.group_id,
        title=row.title,
        text_id=row.text_id,
    )


def _meeting(connection: Connection, row: Any) -> Entry:
    """Agenda and minutes are read from the meeting's text; what is to be done, from its actions."""
    actions = connection.execute(
        select(MeetingAction.what)
        .where(MeetingAction.meeting_id == row.id)
        .order_by(MeetingAction.created_at, MeetingAction.id)
    )
    return Entry(
        kind=FindKind.MEETING,
        object_id=row.id,
        group_id=row.group_id,
        title=row.title,
        parts={"place": row.place or "", "actions": "\n".join(actions.scalars())},
        text_id=row.text_id,
    )


def _meeting_of(connection: Connection, action: MeetingAction) -> Iterable[Any]:
    return connection.execute(
        select(Meeting.id, Meeting.group_id, Meeting.title, Meeting.place, Meeting.text_id).where(
            Meeting.id == action.meeting_id
        )
    ).all()


register(Source(Fiche, FindKind.FICHE, ("title", "accroche", "archived_at"), _fiche))
register(Source(TrameQuestion, FindKind.QUESTION, ("text", "text_en", "state"), _question))
register(
    Source(
        Structure, FindKind.STRUCTURE, ("name", "presentation", "legal_form", "sites", "web", "left_at"), _structure
    )
)
register(Source(Proposal, FindKind.PROPOSAL, ("title", "context"), _proposal))
register(Source(Specification, FindKind.SPECIFICATION, ("title",), _specification))
_MEETINGS = register(Source(Meeting, FindKind.MEETING, ("title", "place"), _meeting))
follow(_MEETINGS, MeetingAction, ("what",), _meeting_of, deleted=True)
_THREADS = register(Source(CommentThread, FindKind.COMMENT, (), conversations.describe))
follow(_THREADS, Comment, ("body", "deleted_at"), conversations.thread_of)
follow(_THREADS, Fiche, ("archived_at",), conversations.threads_of)
