"""Edits that the server makes, in the living document: everybody who is in the text sees them come.

One lineage: the difference becomes an update like that of a browser, judged by the same rules, written by the same
committer under the person's name, and sent to all. The caller journals its own act. Without running rooms (tests,
commands) the update is appended to the log directly.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import TimeoutError as TooLate
from typing import Any, cast
from uuid import UUID

from pycrdt import Doc

from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StoreUnavailable
from workspace.kernel.rights import Target, require
from workspace.livetext import hub, queries, store
from workspace.livetext.blocks import make_doc
from workspace.livetext.connection import Connection
from workspace.livetext.content import load_doc
from workspace.livetext.lineage import Lineage
from workspace.livetext.morph import change_to
from workspace.livetext.registry import Registry, TooManyRooms
from workspace.livetext.rules import POLICIES
from workspace.livetext.store import BrokenLog
from workspace.livetext.wire import Frame
from workspace.livetext.words import FRAGMENTS, Block, Operation, Refusal, TextState

PATIENCE = 20.0
Content = Mapping[str, Sequence[Block]]


def replace_content(actor: Actor, text_id: UUID, content: Content) -> None:
    """Make the named fragments of a text say these blocks, with the fewest edits; returns once they are committed.

    Raises NotFound, NotAllowed; RuleBroken `error-livetext-locked` when the text is locked and
    `error-livetext-unreadable` when the blocks hold what a text may not; StoreUnavailable when the store or the
    room cannot take them now. Nothing is written then.
    """
    with reading() as session:
        text = queries.find_text(session, text_id)
    if text is None:
        raise NotFound
    require(POLICIES[Operation.WRITE], actor, Target(group_id=text.group_id))
    if not set(content) <= set(FRAGMENTS[text.kind]):
        raise ValueError("unknown fragment")
    if text.locked:
        raise RuleBroken("error-livetext-locked")
    registry = hub.current()
    if registry is None:
        _append(actor, text, content)
    else:
        _through_room(registry, actor, text_id, content)


def _through_room(registry: Registry, actor: Actor, text_id: UUID, content: Content) -> None:
    if registry.draining:
        raise StoreUnavailable
    waiting = asyncio.run_coroutine_threadsafe(_in_room(registry, actor, text_id, content), registry.loop)
    try:
        refusal = waiting.result(PATIENCE)
    except (TooLate, TooManyRooms, BrokenLog) as error:
        raise StoreUnavailable from error
    if refusal is not None:
        raise _error(refusal)


async def _in_room(registry: Registry, actor: Actor, text_id: UUID, content: Content) -> Refusal | None:
    """Why the edit was not taken, None once it is committed."""
    room = await registry.enter(text_id)
    if room.closed:
        return Refusal.STORE_UNAVAILABLE
    update = _difference(room.doc, room.fragments, content)
    if update is None:
        return None
    hand = _Hand(actor)
    hand.received = 1
    room.take_update(cast("Connection", hand), update, answers=False)
    return await hand.done


def _difference(doc: Doc[Any], fragments: Sequence[str], content: Content) -> bytes | None:
    """The update that makes a copy of the document say the content; None when it already does."""
    copy = make_doc(fragments)
    copy.apply_update(doc.get_update())
    made: list[bytes] = []
    subscription = copy.observe(lambda event: made.append(event.update))
    change_to(copy, content)
    copy.unobserve(subscription)
    return made[0] if made else None


def _append(actor: Actor, text: TextState, content: Content) -> None:
    with unit_of_work() as session:
        store.lock_row(session, text.text_id)
        stored = store.load(session, text.text_id)
        if stored.locked:
            raise RuleBroken("error-livetext-locked")
        doc, names = load_doc(stored), FRAGMENTS[stored.kind]
        update = _difference(doc, names, content)
        if update is None:
            return
        lineage = Lineage(names)
        lineage.learn(doc.get_update())
        lineage.judge(update)  # what a room would refuse must not come in this way either
        store.append(session, [store.Append(text.text_id, actor.person_id, utc_now(), (update,))])


def _error(refusal: Refusal) -> RuleBroken | StoreUnavailable:
    if refusal is Refusal.LOCKED:
        return RuleBroken("error-livetext-locked")
    if refusal in {Refusal.UNREADABLE, Refusal.TOO_LARGE}:
        return RuleBroken("error-livetext-unreadable")
    return StoreUnavailable()


class _Hand:
    """The writer of one server edit, where a room expects a browser's connection: it has no socket."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.person_id = actor.person_id
        self.right: Refusal | None = None
        self.told: tuple[bool, str | None] | None = None
        self.resyncing = False
        self.received = self.queued = 0
        self.done: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()

    def _end(self, refusal: Refusal | None) -> None:
        if not self.done.done():
            self.done.set_result(refusal)

    def refuse(self, code: Refusal) -> None:
        """The room takes no edit now."""
        self._end(code)

    def settle(self) -> None:
        """Nothing new was said."""
        self._end(None)

    def note_commit(self, _ordinal: int) -> None:
        """It is in the log."""
        self._end(None)

    def lose(self) -> None:
        """The text was locked or removed by another process meanwhile."""
        self._end(Refusal.LOCKED)

    def send(self, *_frames: Frame) -> None:
        """Asked for what is missing: cannot be, the copy held all that the room holds."""
        self._end(Refusal.STORE_UNAVAILABLE)

    def acknowledge(self) -> None:
        """Nobody is told: the caller waits for the commit itself."""

    def due_ack(self) -> None:
        """No acknowledgement to send."""
