"""Use cases of comments: `actor` first, one unit of work each. Everybody in the text is told after the commit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Comment, Person, SuggestionDecision
from db.session import after_commit, reading, unit_of_work
from workspace.comments import queries, rules, store
from workspace.comments.reading import open_document, read_text
from workspace.comments.words import CommentsOperation as Op
from workspace.comments.words import MarginView, Outcome, Place, Posted, Ruling
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require
from workspace.livetext import hub
from workspace.livetext import queries as text_queries
from workspace.livetext import store as text_store
from workspace.livetext.blocks import read_proposals
from workspace.livetext.words import FRAGMENTS, Proposal, TextState


def _find(session: Session, text_id: UUID) -> TextState:
    text = text_queries.find_text(session, text_id)
    if text is None:
        raise NotFound
    return text


def _open(session: Session, actor: Actor, operation: Op, text_id: UUID) -> TextState:
    text = _find(session, text_id)
    require(rules.POLICIES[operation], actor, Target(group_id=text.group_id))
    return text


def _note(session: Session, actor: Actor, operation: Op, text: TextState, **details: Any) -> None:
    """Journal, and tell everybody in the text once it is committed."""
    subject = queries.find_subject(session, text.text_id)
    journal.record(
        session,
        actor,
        operation.value,
        kind=subject.kind,
        object_id=subject.object_id,
        label=subject.title,
        **details,
    )
    text_store.notify(session, f"{text.text_id}:comments:")
    after_commit(session, lambda: hub.tell_comments(text.text_id))


def view_margin(actor: Actor, text_id: UUID) -> MarginView:
    """All that stands beside a text. Raises NotFound, NotAllowed."""
    with reading() as session:
        return queries.get_margin(session, actor, _open(session, actor, Op.READ, text_id))


def open_thread(actor: Actor, text_id: UUID, place: Place | None, body: str, mentions: Iterable[UUID] = ()) -> Posted:
    """Begin a conversation on a passage, or on the whole text.

    Raises RuleBroken when the passage is not (yet) what the stored text says, or the body is empty or too long;
    TooManyAttempts when the actor writes too fast.
    """
    clean = rules.clean_body(body)
    with unit_of_work() as session:
        text = _open(session, actor, Op.ADD, text_id)
        if place is not None:
            _check_place(session, text, place)
        thread = store.add_thread(session, actor, text_id, place)
        posted = _write(session, actor, text, thread_id=thread.id, body=clean, mentions=mentions)
        _note(session, actor, Op.ADD, text)
    return posted


def reply(actor: Actor, text_id: UUID, thread_id: UUID, body: str, mentions: Iterable[UUID] = ()) -> Posted:
    """Answer in a thread; a resolved one is open again. Raises as `open_thread`, and NotFound."""
    clean = rules.clean_body(body)
    with unit_of_work() as session:
        text = _open(session, actor, Op.ADD, text_id)
        thread = store.find_thread(session, text_id, thread_id, hold=True)
        thread.resolved_at = thread.resolved_by = None
        posted = _write(session, actor, text, thread_id=thread.id, body=clean, mentions=mentions)
        _note(session, actor, Op.ADD, text)
    return posted


def _check_place(session: Session, text: TextState, place: Place) -> None:
    """Words are read from the stored document by the ids of their characters: no browser is taken at its word."""
    if place.fragment not in FRAGMENTS[text.kind] or not place.runs or not rules.letters_of(place.quote).strip():
        raise RuleBroken("error-comments-passage")
    if len(place.runs) > rules.MOST_RUNS or len(place.quote) > rules.QUOTE_LENGTH:
        raise RuleBroken("error-comments-passage-long", maximum=rules.QUOTE_LENGTH)
    if read_text(session, text.text_id, text.seq).letters(place.runs) != rules.letters_of(place.quote):
        raise RuleBroken("error-comments-moving")


def _write(
    session: Session, actor: Actor, text: TextState, *, thread_id: UUID, body: str, mentions: Iterable[UUID]
) -> Posted:
    since = utc_now() - timedelta(minutes=1)
    rules.check_pace(queries.count_written(session, actor.person_id, since))
    made = store.add_comment(session, actor, thread_id, body)
    return _posted(session, actor, text, made, mentions)


def _posted(session: Session, actor: Actor, text: TextState, comment: Comment, mentions: Iterable[UUID]) -> Posted:
    people = queries.list_people(session, text.group_id)
    named = rules.named_in(comment.body, people, mentions, actor.person_id)
    fresh = store.mention(session, comment.id, named)
    return Posted(
        thread_id=comment.thread_id,
        comment_id=comment.id,
        body=comment.body,
        subject=queries.find_subject(session, text.text_id),
        notices=queries.list_notices(session, fresh),
    )


def edit_comment(actor: Actor, text_id: UUID, comment_id: UUID, body: str, mentions: Iterable[UUID] = ()) -> Posted:
    """Change one's own words. Only who was not mentioned before is told. Raises as `open_thread`, and NotFound."""
    clean = rules.clean_body(body)
    with unit_of_work() as session:
        text = _find(session, text_id)
        comment = _find_comment(session, actor, Op.EDIT, text, comment_id)
        if comment.body != clean:
            comment.body, comment.edited_at = clean, utc_now()
        posted = _posted(session, actor, text, comment, mentions)
        _note(session, actor, Op.EDIT, text)
    return posted


def _find_comment(session: Session, actor: Actor, operation: Op, text: TextState, comment_id: UUID) -> Comment:
    author = session.scalar(select(Comment.created_by).where(Comment.id == comment_id))
    require(rules.POLICIES[operation], actor, Target(group_id=text.group_id, person_id=author))
    return store.find_comment(session, text.text_id, comment_id)


def delete_comment(actor: Actor, text_id: UUID, comment_id: UUID) -> None:
    """Take a comment away; with the last one its thread goes. Raises NotFound, NotAllowed."""
    with unit_of_work() as session:
        text = _find(session, text_id)
        store.remove_comment(session, _find_comment(session, actor, Op.DELETE, text, comment_id))
        _note(session, actor, Op.DELETE, text)


def settle_thread(actor: Actor, text_id: UUID, thread_id: UUID, *, resolved: bool) -> None:
    """Resolve a thread or open it again. Twice is as good as once: the first one stays noted."""
    with unit_of_work() as session:
        text = _open(session, actor, Op.RESOLVE, text_id)
        thread = store.find_thread(session, text_id, thread_id, hold=True)
        if resolved != (thread.resolved_at is not None):
            thread.resolved_at = utc_now() if resolved else None
            thread.resolved_by = actor.person_id if resolved else None
        _note(session, actor, Op.RESOLVE, text, resolved=int(resolved))


def follow_words(actor: Actor, text_id: UUID, thread_id: UUID, place: Place) -> None:
    """Hold on to the same words where they stand now, when their own characters are gone.

    Said by a browser that found them; taken only when nothing is left of the old ones and the new ones say exactly
    the quote. Raises RuleBroken otherwise.
    """
    with unit_of_work() as session:
        text = _open(session, actor, Op.FOLLOW, text_id)
        thread = store.find_thread(session, text_id, thread_id, hold=True)
        known = queries.place_of(thread)
        _check_place(session, text, place)
        now = read_text(session, text_id, text.seq)
        if known is None or known.quote != place.quote or known.fragment != place.fragment:
            raise RuleBroken("error-comments-moving")
        if rules.says_something(now.letters(known.runs)):
            raise RuleBroken("error-comments-moving")
        thread.runs = [list(run) for run in place.runs]
        _note(session, actor, Op.FOLLOW, text)


def see_mentions(actor: Actor, text_id: UUID) -> int:
    """Note that the actor has seen what names them in a text; gives how many comments that were."""
    with unit_of_work() as session:
        text = _open(session, actor, Op.SEE, text_id)
        seen = store.see_mentions(session, actor.person_id, text_id)
        if seen:
            _note(session, actor, Op.SEE, text, seen=seen)
    return seen


def decide(actor: Actor, text_id: UUID, suggestion_ids: Iterable[UUID], outcome: Outcome) -> list[Ruling]:
    """Decide of suggestions; gives what stands for each, which the browser then carries out.

    Whoever comes first decides. Somebody who decides the same suggestion a moment later is given the first answer
    and its author, and nothing is undone. One that is no longer in the text is left out, unless it was just decided.
    Raises RuleBroken in a locked text, or when none of them is in the text.
    """
    with unit_of_work() as session:
        text = _open(session, actor, Op.DECIDE, text_id)
        if text.locked:
            raise RuleBroken("error-suggestion-locked")
        text_store.lock_row(session, text_id)
        doc, kind = open_document(session, text_id)
        standing = read_proposals(doc, FRAGMENTS[kind])
        asked = list(dict.fromkeys(suggestion_ids))[: rules.MOST_DECISIONS]
        rulings = [_rule(session, actor, text_id, one, proposal=standing.get(one), outcome=outcome) for one in asked]
        made = [ruling for ruling in rulings if ruling is not None]
        if not made:
            raise RuleBroken("error-suggestion-gone")
        _note(session, actor, Op.DECIDE, text, outcome=outcome.value, count=sum(one.is_mine for one in made))
    return made


def _rule(
    session: Session,
    actor: Actor,
    text_id: UUID,
    suggestion_id: UUID,
    *,
    proposal: Proposal | None,
    outcome: Outcome,
) -> Ruling | None:
    earlier = session.get(SuggestionDecision, (text_id, suggestion_id))
    if earlier is not None:
        is_mine = earlier.decided_by == actor.person_id
        if proposal is None or rules.decision_stands(earlier.decided_at, utc_now(), is_mine=is_mine):
            person = session.get(Person, earlier.decided_by) if earlier.decided_by else None
            return Ruling(
                suggestion_id=suggestion_id,
                outcome=earlier.outcome,
                by=person.name if person else "",
                is_mine=is_mine,
            )
    if proposal is None:
        return None
    row = store.write_decision(session, actor, text_id, proposal, outcome)
    if session.get(Person, proposal.person_id) is not None:
        row.author_id = proposal.person_id
    return Ruling(suggestion_id=suggestion_id, outcome=outcome, by=actor.name, is_mine=True)
