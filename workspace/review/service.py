"""Use cases of review."""

from __future__ import annotations

from contextlib import nullcontext
from uuid import UUID

from sqlalchemy.orm import Session

from db.journal import record
from db.models import Fiche
from db.session import after_commit, reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import find_fiche, get_facts
from workspace.fiches.rules import SETTLED, fiche_target
from workspace.fiches.words import FicheStatus
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, RuleBroken, StaleEdit
from workspace.kernel.rights import Target, require
from workspace.livetext import hub
from workspace.livetext import store as livetext_store
from workspace.review import queries, rules, store
from workspace.review.queries import LiveRound
from workspace.review.words import Decision, ReviewScope, ReviewView, RoundState, Shown, Standing
from workspace.review.words import ReviewOperation as Op


def view_review(actor: Actor, fiche_id: UUID) -> ReviewView:
    """Where the review of a fiche stands. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW_REVIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_review(session, actor, fiche_id)


def show_fiche(actor: Actor, fiche_id: UUID) -> Shown:
    """The words of a fiche as they are now, with the hash that an approval of them sends back."""
    require(rules.POLICIES[Op.VIEW_REVIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_shown(session, find_fiche(session, actor, fiche_id))


def view_voice(actor: Actor, fiche_id: UUID, structure_id: UUID) -> tuple[Shown, Shown]:
    """(what a structure saw when it spoke, what the fiche says now). Raises NotFound when it did not speak."""
    require(rules.POLICIES[Op.VIEW_REVIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_voice(session, actor, fiche_id, structure_id)


def ask_review(actor: Actor, fiche_id: UUID, scope: ReviewScope, note: str = "") -> None:
    """Put a draft before structures: those it is linked to, or all. People may go on writing in it.

    Raises RuleBroken `error-review-asked` when it is in review already, `error-review-nobody` when nobody could
    approve.
    """
    cleaned = clean_line(note, maximum=rules.NOTE_LENGTH, required=False, field="note")
    with unit_of_work() as session:
        fiche = _own_fiche(session, actor, Op.ASK_REVIEW, fiche_id)
        if fiche.status is not FicheStatus.DRAFT and queries.find_round(session, fiche) is not None:
            raise RuleBroken("error-review-asked")
        facts, _ = get_facts(session, fiche)
        able = queries.able_structures(session, fiche.group_id)
        needs = rules.needed_structures(scope, facts.structure_ids, able)
        store.open_round(session, fiche, scope=scope, needs=needs, note=cleaned, asked_by=actor.person_id)
        record(
            session, actor, Op.ASK_REVIEW, kind="fiche", object_id=fiche.id, label=fiche.title,
            scope=scope.value, structures=len(needs),
        )  # fmt: skip


def approve_fiche(actor: Actor, fiche_id: UUID, seen_hash: str) -> bool:
    """The actor's structure approves the words with this hash; gives whether the fiche is approved by all now.

    Raises StaleEdit `error-review-changed` when the fiche says something else by now; nothing is written then. The
    last approval locks the text: what was typed before it is in the log and is what was compared, nothing comes
    after it. Raises RuleBroken `error-review-closed` when the fiche is not in review, NotAllowed when the actor's
    structure is not asked.
    """
    text_id, last = _before_speaking(actor, fiche_id)
    # The text is held only for an approval that may be the last: it stops everybody's typing for a moment.
    with hub.held(text_id) if last else nullcontext(), unit_of_work() as session:
        fiche, live = _open_round(session, actor, Op.APPROVE_FICHE, fiche_id)
        shown = _seen_now(session, fiche, seen_hash)
        _speak(session, actor, live, Decision.APPROVED, shown)
        live = queries.find_round(session, fiche) or live
        done = rules.is_complete(live.standings(shown.said_hash).values())
        if done:
            livetext_store.write_version(session, fiche.text_id, shown.content, created_by=None)
            store.settle(session, fiche, live.row)
            after_commit(session, lambda: hub.revalidate(text_id))
        record(
            session, actor, Op.APPROVE_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title,
            seq=shown.seq, said_hash=shown.said_hash, complete=int(done),
        )  # fmt: skip
    return done


def ask_changes(actor: Actor, fiche_id: UUID, seen_hash: str, reason: str) -> None:
    """The actor's structure asks for a change of the words with this hash and says why; raises as `approve_fiche`."""
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        fiche, live = _open_round(session, actor, Op.ASK_CHANGES, fiche_id)
        shown = _seen_now(session, fiche, seen_hash)
        _speak(session, actor, live, Decision.CHANGES, shown, reason=cleaned)
        record(
            session, actor, Op.ASK_CHANGES, kind="fiche", object_id=fiche.id, label=fiche.title,
            seq=shown.seq, reason=cleaned,
        )  # fmt: skip


def stop_review(actor: Actor, fiche_id: UUID) -> None:
    """Take a fiche back to draft; what was approved counts no more. Raises RuleBroken `error-review-closed`."""
    with unit_of_work() as session:
        fiche = _own_fiche(session, actor, Op.STOP_REVIEW, fiche_id)
        if fiche.status is not FicheStatus.IN_REVIEW:
            raise RuleBroken("error-review-closed")
        live = queries.find_round(session, fiche)
        if live is not None:
            live.row.state = RoundState.CLOSED
        store.set_status(session, fiche, FicheStatus.DRAFT)
        record(session, actor, Op.STOP_REVIEW, kind="fiche", object_id=fiche.id, label=fiche.title)


def reopen_fiche(actor: Actor, fiche_id: UUID, reason: str) -> None:
    """Take an approved or published fiche back into review and unlock its text; the reason is kept and shown.

    Approvals stand for as long as the words stay; once they change, those structures are asked again. Raises
    RuleBroken `error-review-not-settled`; a published fiche is reopened by who may publish.
    """
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        fiche = _own_fiche(session, actor, Op.REOPEN_FICHE, fiche_id)
        if fiche.status not in SETTLED:
            raise RuleBroken("error-review-not-settled")
        if fiche.status is FicheStatus.PUBLISHED:
            require(rules.POLICIES[Op.PUBLISH_FICHE], actor, Target(group_id=fiche.group_id))
        live = queries.find_round(session, fiche)
        if live is not None:
            row = live.row
            row.state, row.approved_at = RoundState.OPEN, None
            row.reopened_at, row.reopened_by, row.reason = utc_now(), actor.person_id, cleaned
        store.set_status(session, fiche, FicheStatus.IN_REVIEW)
        livetext_store.set_lock(session, fiche.text_id, locked=False)
        text_id = fiche.text_id
        after_commit(session, lambda: hub.revalidate(text_id))
        record(session, actor, Op.REOPEN_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title, reason=cleaned)


def publish_fiche(actor: Actor, fiche_id: UUID) -> None:
    """Mark an approved fiche as published; its text stays locked. Raises RuleBroken `error-review-not-approved`."""
    with unit_of_work() as session:
        fiche = _own_fiche(session, actor, Op.PUBLISH_FICHE, fiche_id)
        if fiche.status is not FicheStatus.APPROVED:
            raise RuleBroken("error-review-not-approved")
        store.set_status(session, fiche, FicheStatus.PUBLISHED)
        record(session, actor, Op.PUBLISH_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title)


def _own_fiche(session: Session, actor: Actor, op: Op, fiche_id: UUID) -> Fiche:
    """The fiche, kept for this transaction, once the actor's right over it is checked."""
    fiche = find_fiche(session, actor, fiche_id, lock=True)
    facts, group = get_facts(session, fiche)
    require(rules.POLICIES[op], actor, fiche_target(facts, group))
    if facts.is_archived:
        raise RuleBroken("error-fiche-archived")
    return fiche


def _open_round(
    session: Session, actor: Actor, op: Op, fiche_id: UUID, *, lock: bool = True
) -> tuple[Fiche, LiveRound]:
    """The fiche, kept for this transaction, and its open round, once the actor may speak for their structure."""
    fiche = find_fiche(session, actor, fiche_id, lock=lock)
    live = queries.find_round(session, fiche)
    needs = live.needs if live else frozenset()
    require(rules.POLICIES[op], actor, Target(group_id=fiche.group_id, structure_ids=needs))
    if fiche.archived_at is not None:
        raise RuleBroken("error-fiche-archived")
    if live is None or fiche.status is not FicheStatus.IN_REVIEW:
        raise RuleBroken("error-review-closed")
    return fiche, live


def _seen_now(session: Session, fiche: Fiche, seen_hash: str) -> Shown:
    """The words of now, which nobody changes until the end of this transaction. Raises StaleEdit when others."""
    livetext_store.lock_row(session, fiche.text_id)
    shown = queries.get_shown(session, fiche)
    if shown.said_hash != seen_hash:
        raise StaleEdit("error-review-changed")
    return shown


def _speak(
    session: Session, actor: Actor, live: LiveRound, decision: Decision, shown: Shown, *, reason: str = ""
) -> None:
    if actor.structure_id is None:
        raise NotAllowed
    store.write_voice(
        session,
        live.row.id,
        live.voices.get(actor.structure_id),
        structure_id=actor.structure_id,
        person_id=actor.person_id,
        decision=decision,
        shown=shown,
        reason=reason,
    )


def _before_speaking(actor: Actor, fiche_id: UUID) -> tuple[UUID, bool]:
    """(the fiche's text, whether nobody but the actor's structure is still waited for)."""
    with reading() as session:
        fiche, live = _open_round(session, actor, Op.APPROVE_FICHE, fiche_id, lock=False)
        standings = live.standings(queries.get_shown(session, fiche).said_hash)
        others = [one for structure_id, one in standings.items() if structure_id != actor.structure_id]
        return fiche.text_id, all(one is Standing.APPROVED for one in others)
