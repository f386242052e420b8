"""Writing comments and decisions. `session` first; never opens nor commits."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from db.models import Comment, CommentMention, CommentThread, SuggestionDecision
from workspace.comments.words import Outcome, Place
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.livetext.words import Proposal

KEPT_WORDS = 2000


def add_thread(session: Session, actor: Actor, text_id: UUID, place: Place | None) -> CommentThread:
    """A new, still empty conversation."""
    made = CommentThread(
        id=uuid4(),
        text_id=text_id,
        fragment=place.fragment if place else "",
        runs=[list(run) for run in place.runs] if place else [],
        quote=place.quote if place else "",
        before=place.before if place else None,
        after=place.after if place else None,
        created_at=utc_now(),
        created_by=actor.person_id,
    )
    session.add(made)
    session.flush()
    return made


def add_comment(session: Session, actor: Actor, thread_id: UUID, body: str) -> Comment:
    """One more message of a thread."""
    made = Comment(id=uuid4(), thread_id=thread_id, body=body, created_at=utc_now(), created_by=actor.person_id)
    session.add(made)
    session.flush()
    return made


def find_thread(session: Session, text_id: UUID, thread_id: UUID, *, hold: bool = False) -> CommentThread:
    """A thread of this very text. Raises NotFound. `hold` keeps it until the transaction ends."""
    query = select(CommentThread).where(CommentThread.id == thread_id, CommentThread.text_id == text_id)
    row = session.scalar(query.with_for_update() if hold else query)
    if row is None:
        raise NotFound
    return row


def find_comment(session: Session, text_id: UUID, comment_id: UUID) -> Comment:
    """A living comment of this very text. Raises NotFound."""
    row = session.scalar(
        select(Comment)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .where(Comment.id == comment_id, CommentThread.text_id == text_id, Comment.deleted_at.is_(None))
    )
    if row is None:
        raise NotFound
    return row


def remove_comment(session: Session, comment: Comment) -> None:
    """Empty a comment; the last one left takes its thread with it."""
    thread = session.get_one(CommentThread, comment.thread_id, with_for_update=True)
    left = session.scalar(
        select(func.count())
        .select_from(Comment)
        .where(Comment.thread_id == thread.id, Comment.id != comment.id, Comment.deleted_at.is_(None))
    )
    if not left:
        session.delete(thread)
        return
    comment.body, comment.deleted_at = "", utc_now()


def mention(session: Session, comment_id: UUID, people: Iterable[UUID]) -> list[UUID]:
    """Note whom a comment mentions; gives those it did not mention before."""
    known = set(session.scalars(select(CommentMention.person_id).where(CommentMention.comment_id == comment_id)))
    fresh = [person for person in people if person not in known]
    session.add_all(CommentMention(comment_id=comment_id, person_id=person) for person in fresh)
    session.flush()
    return fresh


def see_mentions(session: Session, person_id: UUID | None, text_id: UUID) -> int:
    """Note that somebody has seen what names them in a text; gives how many that were."""
    comments = (
        select(Comment.id)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .where(CommentThread.text_id == text_id)
    )
    done = session.execute(
        update(CommentMention)
        .where(
            CommentMention.person_id == person_id,
            CommentMention.seen_at.is_(None),
            CommentMention.comment_id.in_(comments),
        )
        .values(seen_at=utc_now())
        .returning(CommentMention.comment_id)
    )
    return len(done.all())


def write_decision(
    session: Session, actor: Actor, text_id: UUID, proposal: Proposal, outcome: Outcome
) -> SuggestionDecision:
    """Keep what was decided of a suggestion, in place of an older decision."""
    row = session.get(SuggestionDecision, (text_id, proposal.proposal_id))
    if row is None:
        row = SuggestionDecision(text_id=text_id, suggestion_id=proposal.proposal_id)
        session.add(row)
    row.author_id, row.author_name = None, proposal.name
    row.added, row.removed = proposal.added[:KEPT_WORDS], proposal.removed[:KEPT_WORDS]
    row.outcome, row.decided_at, row.decided_by = outcome, utc_now(), actor.person_id
    session.flush()
    return row
