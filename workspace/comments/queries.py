"""Reads of comments. `session` first, frozen values out."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Comment, CommentMention, CommentThread, Fiche, Meeting, Member, Person, Specification, Text
from workspace.accounts.queries import names_of
from workspace.comments import rules
from workspace.comments.reading import read_text
from workspace.comments.words import (
    CommentLine,
    CommentsOperation,
    MarginView,
    Mention,
    Named,
    Notice,
    Place,
    Subject,
    ThreadView,
)
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed
from workspace.livetext.words import TextState

# What texts belong to, with the page that shows it.
OWNERS: tuple[tuple[type[Fiche | Specification | Meeting], str, str], ...] = (
    (Fiche, "fiche", "fiche"),
    (Specification, "specification", "cahier"),
    (Meeting, "meeting", "reunion"),
)


def find_subject(session: Session, text_id: UUID) -> Subject:
    """What a text belongs to; itself, without a title, for a text of another kind."""
    for owner, kind, page in OWNERS:
        row = session.execute(select(owner.id, owner.title).where(owner.text_id == text_id)).first()
        if row is not None:
            return Subject(kind=kind, object_id=row.id, title=row.title, page=page)
    return Subject(kind="text", object_id=text_id, title="", page="")


def list_people(session: Session, group_id: UUID) -> dict[UUID, str]:
    """The names of a group's present members, by person, in the order of names."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(Member, Member.person_id == Person.id)
        .where(Member.group_id == group_id, Member.left_at.is_(None), Person.removed_at.is_(None))
        .order_by(Person.name)
    )
    return {row.id: row.name for row in rows}


def place_of(row: CommentThread) -> Place | None:
    """Where a thread holds on to, None for the whole text."""
    if not row.fragment:
        return None
    return Place(
        fragment=row.fragment,
        runs=tuple((client, clock, length) for client, clock, length in row.runs),
        quote=row.quote,
        before=row.before,
        after=row.after,
    )


def get_margin(session: Session, actor: Actor, text: TextState) -> MarginView:
    """All threads of a text, the oldest first."""
    threads = session.scalars(
        select(CommentThread).where(CommentThread.text_id == text.text_id).order_by(CommentThread.created_at)
    ).all()
    comments: dict[UUID, list[CommentLine]] = defaultdict(list)
    rows = session.execute(
        select(Comment, Person.name)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .outerjoin(Person, Person.id == Comment.created_by)
        .where(CommentThread.text_id == text.text_id)
        .order_by(Comment.created_at, Comment.id)
    )
    for row, name in rows:
        comments[row.thread_id].append(_line(row, name or "", actor, text))
    awaiting = _awaiting(session, actor, text.text_id)
    people = list_people(session, text.group_id)
    names = names_of(session, {row.resolved_by for row in threads if row.resolved_by})
    writes = allowed(rules.POLICIES[CommentsOperation.DECIDE], actor, Target(group_id=text.group_id))
    return MarginView(
        threads=tuple(
            _thread(session, row, text, names, tuple(comments[row.id]), awaits_me=row.id in awaiting)
            for row in threads
        ),
        people=tuple(Named(person_id=person, name=name) for person, name in people.items()),
        may_comment=allowed(rules.POLICIES[CommentsOperation.ADD], actor, Target(group_id=text.group_id)),
        may_decide=writes and not text.locked,
    )


def _thread(
    session: Session,
    row: CommentThread,
    text: TextState,
    names: dict[UUID | None, str],
    comments: tuple[CommentLine, ...],
    *,
    awaits_me: bool,
) -> ThreadView:
    place = place_of(row)
    alive, said = "", ""
    if place is not None:
        reading = read_text(session, text.text_id, text.seq)
        alive, said = reading.letters(place.runs), reading.texts.get(place.fragment, "")
    return ThreadView(
        thread_id=row.id,
        place=place,
        standing=rules.standing_of(place, alive, said),
        resolved_at=row.resolved_at,
        resolved_by=names.get(row.resolved_by, "") if row.resolved_by else "",
        awaits_me=awaits_me,
        comments=comments,
    )


def _line(row: Comment, name: str, actor: Actor, text: TextState) -> CommentLine:
    target = Target(group_id=text.group_id, person_id=row.created_by)
    return CommentLine(
        comment_id=row.id,
        person_id=row.created_by,
        name=name,
        body=row.body,
        at=row.created_at,
        is_edited=row.edited_at is not None,
        is_deleted=row.deleted_at is not None,
        may_edit=row.deleted_at is None and allowed(rules.POLICIES[CommentsOperation.EDIT], actor, target),
        may_delete=row.deleted_at is None and allowed(rules.POLICIES[CommentsOperation.DELETE], actor, target),
    )


def _awaiting(session: Session, actor: Actor, text_id: UUID) -> set[UUID]:
    """Threads of a text where a mention awaits the actor."""
    return set(session.scalars(_unseen(select(Comment.thread_id), actor).where(CommentThread.text_id == text_id)))


def _unseen(query: Any, actor: Actor) -> Any:
    return (
        query.join(CommentMention, CommentMention.comment_id == Comment.id)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .where(
            CommentMention.person_id == actor.person_id,
            CommentMention.seen_at.is_(None),
            Comment.deleted_at.is_(None),
            CommentThread.resolved_at.is_(None),
        )
    )


def list_mentions(session: Session, actor: Actor) -> tuple[Mention, ...]:
    """Where a comment of the actor's group names them and they have not seen it, the latest first."""
    archived = select(Fiche.text_id).where(Fiche.archived_at.is_not(None), Fiche.text_id.is_not(None))
    query = _unseen(select(Text.id, func.count().label("number")).select_from(Comment), actor)
    rows = session.execute(
        query.join(Text, Text.id == CommentThread.text_id)
        .where(Text.group_id == actor.group_id, Text.id.not_in(archived))
        .group_by(Text.id)
        .order_by(func.max(Comment.created_at).desc())
    ).all()
    found = (Mention(subject=find_subject(session, row.id), count=row.number) for row in rows)
    return tuple(one for one in found if one.subject.page)


def count_written(session: Session, person_id: UUID | None, since: datetime) -> int:
    """How many comments somebody wrote since an instant."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Comment)
            .where(Comment.created_by == person_id, Comment.created_at > since)
        )
        or 0
    )


def list_notices(session: Session, people: list[UUID]) -> tuple[Notice, ...]:
    """The mail addresses of people, for those who have one."""
    rows = session.execute(
        select(Person.email, Person.locale, Person.name).where(Person.id.in_(people), Person.email.is_not(None))
    )
    return tuple(Notice(email=row.email, locale=row.locale, name=row.name) for row in rows)
