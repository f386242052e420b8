"""Use cases of live texts: `actor` first, one unit of work each."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db import journal
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.kernel.rights import Target, require
from workspace.livetext import hub, queries, store
from workspace.livetext.content import read_content
from workspace.livetext.rules import POLICIES, check_unlock, write_refusal
from workspace.livetext.ticket import make_token
from workspace.livetext.words import Operation, Projection, TextState, TextTicket, VersionLine

LONGEST_NAME = 120


def _require(session: Session, actor: Actor, operation: Operation, text_id: UUID) -> TextState:
    text = queries.find_text(session, text_id)
    if text is None:
        raise NotFound
    require(POLICIES[operation], actor, Target(group_id=text.group_id))
    return text


def issue_ticket(actor: Actor, text_id: UUID) -> TextTicket:
    """What the actor's browser needs to join a text. Raises NotFound, NotAllowed."""
    if actor.session_id is None:
        raise NotAllowed
    with reading() as session:
        text = _require(session, actor, Operation.READ, text_id)
    return TextTicket(
        token=make_token(text_id, actor.session_id),
        can_write=write_refusal(actor, text.group_id, locked=text.locked) is None,
        locked=text.locked,
    )


def text_content(actor: Actor, text_id: UUID) -> dict[str, Projection]:
    """What each fragment of a text says, as last projected (at most ten seconds ago)."""
    with reading() as session:
        _require(session, actor, Operation.READ, text_id)
        return queries.get_projection(session, text_id)


def versions(actor: Actor, text_id: UUID) -> list[VersionLine]:
    """A text's versions, newest first."""
    with reading() as session:
        _require(session, actor, Operation.READ, text_id)
        return queries.list_versions(session, text_id)


def name_version(actor: Actor, text_id: UUID, name: str) -> UUID:
    """Keep what the log says now under a name; gives the version's id. Raises RuleBroken for a bad name.

    The document is read from the log, in this transaction, under the text's row lock: the version holds exactly
    what is acknowledged, whichever process people write in.
    """
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > LONGEST_NAME:
        raise RuleBroken("error-livetext-version-name", longest=LONGEST_NAME)
    with unit_of_work() as session:
        _require(session, actor, Operation.NAME_VERSION, text_id)
        store.lock_row(session, text_id)
        seq, content = read_content(session, text_id)
        store.write_projection(session, text_id, seq, content)
        made = store.write_version(session, text_id, content, created_by=actor.person_id, name=wanted)
        if made is None:
            raise NotFound
        journal.record(
            session, actor, Operation.NAME_VERSION.value, kind="text", object_id=text_id, label=wanted, seq=seq
        )
    return made


def lock_text(actor: Actor, text_id: UUID) -> None:
    """Take no more edits of a text; what was acknowledged before is in it, nothing comes after."""
    _set_lock(actor, text_id, Operation.LOCK, locked=True)


def unlock_text(actor: Actor, text_id: UUID) -> None:
    """Take edits again. What is approved reopens through its review only, what is archived when it is restored.

    Raises NotFound, NotAllowed, RuleBroken `error-livetext-approved`, `error-fiche-archived`, `error-meeting-closed`.
    """
    _set_lock(actor, text_id, Operation.UNLOCK, locked=False)


def _set_lock(actor: Actor, text_id: UUID, operation: Operation, *, locked: bool) -> None:
    with reading() as session:
        _require(session, actor, operation, text_id)
    with hub.held(text_id), unit_of_work() as session:
        _require(session, actor, operation, text_id)
        if not locked:
            check_unlock(
                queries.find_hold(session, text_id), minutes_closed=queries.has_closed_minutes(session, text_id)
            )
        store.set_lock(session, text_id, locked)
        journal.record(session, actor, operation.value, kind="text", object_id=text_id)
