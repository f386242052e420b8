"""Comments as they are found: one object a conversation, so that words of a question and of its answer meet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from db.models import Comment, CommentThread, Fiche, Meeting, Person, Specification, Text
from workspace.find.words import Conversation, Entry, FindKind


def describe(connection: Connection, thread: Any) -> Entry | None:
    """What a conversation says now; None without a living message, or beside an archived fiche.

    It has no name of its own: what it is about is read when it is found (`list_conversations`).
    """
    rows = connection.execute(
        select(Text.group_id, Comment.body)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .join(Text, Text.id == CommentThread.text_id)
        .outerjoin(Fiche, Fiche.text_id == Text.id)
        .where(Comment.thread_id == thread.id, Comment.deleted_at.is_(None), Fiche.archived_at.is_(None))
        .order_by(Comment.created_at, Comment.id)
    ).all()
    if not rows:
        return None
    return Entry(
        kind=FindKind.COMMENT,
        object_id=thread.id,
        group_id=rows[0].group_id,
        title="",
        parts={"comment": "\n".join(row.body for row in rows)},
    )


def thread_of(connection: Connection, comment: Comment) -> Iterable[Any]:
    """The conversation of a message."""
    return connection.execute(select(CommentThread.id).where(CommentThread.id == comment.thread_id)).all()


def threads_of(connection: Connection, fiche: Fiche) -> Iterable[Any]:
    """The conversations beside a fiche."""
    return connection.execute(select(CommentThread.id).where(CommentThread.text_id == fiche.text_id)).all()


def _kind_of(row: Any) -> FindKind:
    """Of the text that a conversation is about."""
    if row.fiche_id:
        return FindKind.FICHE
    return FindKind.SPECIFICATION if row.specification_id else FindKind.MEETING


def list_conversations(session: Session, thread_ids: Collection[UUID]) -> dict[UUID, Conversation]:
    """What conversations are about, who began them, whether they are resolved."""
    rows = session.execute(
        select(
            CommentThread.id,
            CommentThread.fragment,
            CommentThread.resolved_at,
            Person.name,
            Fiche.id.label("fiche_id"),
            Fiche.title.label("fiche"),
            Specification.id.label("specification_id"),
            Specification.title.label("specification"),
            Meeting.id.label("meeting_id"),
            Meeting.title.label("meeting"),
        )
        .outerjoin(Person, Person.id == CommentThread.created_by)
        .outerjoin(Fiche, Fiche.text_id == CommentThread.text_id)
        .outerjoin(Specification, Specification.text_id == CommentThread.text_id)
        .outerjoin(Meeting, Meeting.text_id == CommentThread.text_id)
        .where(CommentThread.id.in_(thread_ids))
    )
    return {
        row.id: Conversation(
            kind=_kind_of(row),
            object_id=row.fiche_id or row.specification_id or row.meeting_id,
            fragment=row.fragment,
            title=row.fiche or row.specification or row.meeting or "",
            author=row.name or "",
            is_resolved=row.resolved_at is not None,
        )
        for row in rows
    }
