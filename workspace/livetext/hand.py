"""An edit that a use case makes, such as an import: it goes through the room like anybody's, and is logged likewise.

The change is made on a copy of the living document, away from the event loop; what it adds is one update that the
room judges, applies, stores and sends on. The lineage stays one, those who write meanwhile lose nothing, and the
author of the row is the person who asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLate
from contextlib import suppress
from typing import Any
from uuid import UUID

from pycrdt import Doc

from db.session import unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StoreUnavailable
from workspace.livetext import hub, store, upkeep
from workspace.livetext.blocks import make_doc, read_fragment
from workspace.livetext.content import load_doc
from workspace.livetext.lineage import Lineage
from workspace.livetext.registry import Registry, TooManyRooms
from workspace.livetext.rules import write_refusal
from workspace.livetext.store import BrokenLog
from workspace.livetext.wire import Frame, Malformed
from workspace.livetext.words import FRAGMENTS, Refusal

Change = Callable[[Doc[Any]], None]
UNREADABLE = frozenset({Refusal.UNREADABLE, Refusal.TOO_LARGE})
PATIENCE = 20.0  # seconds for the room to load and the store to commit
PAUSE = 0.05  # seconds between two tries while the store is behind


class NotTaken(StoreUnavailable):
    """The room took nothing of the edit, so it may be offered again without being made twice."""


class Hand:
    """Stands in a room where a browser's connection would: never a member, heard once."""

    def __init__(self, actor: Actor, person_id: UUID, right: Refusal | None) -> None:
        self.actor = actor
        self.person_id = person_id
        self.right = right
        self.told: tuple[bool, str | None] | None = None
        self.received = 1
        self.queued = 0
        self.resyncing = False
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def refuse(self, code: Refusal) -> None:
        """The room did not take the edit."""
        self._fail(_error(code))

    def settle(self) -> None:
        """Nothing of the edit is new."""
        if not self.done.done():
            self.done.set_result(None)

    def lost(self) -> None:
        """The store did not take it: the text was locked or removed in this very moment."""
        self._fail(_error(Refusal.LOCKED))

    def send(self, *_frames: Frame) -> None:
        """Only asked for what a document lacks; the copy was whole, so the room was loaded anew meanwhile."""
        self._fail(NotTaken())

    def note_commit(self, _ordinal: int) -> None:
        """The edit is committed."""
        self.settle()

    def acknowledge(self) -> None:
        """No browser waits for a frame."""

    def due_ack(self) -> None:
        """No browser waits for a frame."""

    def _fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


def _error(code: Refusal) -> RuleBroken | StoreUnavailable:
    if code is Refusal.STORE_UNAVAILABLE:
        return NotTaken()
    return RuleBroken("error-livetext-unreadable" if code in UNREADABLE else "error-livetext-locked")


def make_update(fragments: tuple[str, ...], whole: bytes, change: Change) -> bytes | None:
    """What `change` adds to a document given as one update; None when it adds and takes away nothing."""
    copy = make_doc(fragments)
    copy.apply_update(whole)
    made: list[bytes] = []
    subscription = copy.observe(lambda event: made.append(event.update))
    with copy.transaction():
        change(copy)
    copy.unobserve(subscription)
    return made[0] if made else None


def edit(actor: Actor, text_id: UUID, change: Change) -> None:
    """Change a text as `actor`; comes back once it is committed. From any thread but the event loop's own.

    The caller has checked the right; a text that is locked meanwhile still refuses. Never call it inside a unit of
    work: the committer waits for its turn at the store. Raises NotFound, RuleBroken `error-livetext-locked` or
    `error-livetext-unreadable`, StoreUnavailable.
    """
    registry = hub.current()
    if registry is None:
        _edit_stored(actor, text_id, change)
        return
    waiting = asyncio.run_coroutine_threadsafe(_edit_open(registry, actor, text_id, change), registry.loop)
    try:
        waiting.result(PATIENCE)
    except TooLate:
        waiting.cancel()
        raise StoreUnavailable from None


async def _edit_open(registry: Registry, actor: Actor, text_id: UUID, change: Change) -> None:
    """Offer the change until the room takes it: a store that is late for a moment makes nobody start again."""
    if actor.person_id is None:
        raise StoreUnavailable
    while not registry.draining:
        with suppress(NotTaken):
            await _offer(registry, Hand(actor, actor.person_id, None), text_id, change)
            return
        await asyncio.sleep(PAUSE)
    raise StoreUnavailable


async def _offer(registry: Registry, hand: Hand, text_id: UUID, change: Change) -> None:
    try:
        room = await registry.enter(text_id)
    except (TooManyRooms, BrokenLog) as error:
        raise StoreUnavailable from error
    hand.right = write_refusal(hand.actor, room.group_id, locked=False)
    update = await asyncio.to_thread(make_update, room.fragments, room.whole(), change)
    if update is None:
        return
    if room.closed:
        raise NotTaken
    if room.unversioned_since is not None:
        upkeep.keep_version(room)  # the moment before can be found again
    room.take_update(hand, update, answers=False)
    if room.closed and not hand.done.done():
        raise StoreUnavailable
    await hand.done
    if not room.closed:
        upkeep.project(room)  # who imports looks at the result, or for it, at once


def _edit_stored(actor: Actor, text_id: UUID, change: Change) -> None:
    """The same without rooms (commands, tests): straight into the log, under the text's row lock."""
    with unit_of_work() as session:
        store.lock_row(session, text_id)
        stored = store.load(session, text_id)
        fragments = FRAGMENTS[stored.kind]
        doc = load_doc(stored)
        lineage = Lineage(fragments)
        whole = doc.get_update()
        lineage.learn(whole)
        made = make_update(fragments, whole, change)
        if made is None:
            return
        try:
            lineage.judge(made)
        except Malformed as error:
            raise _error(Refusal.UNREADABLE) from error
        doc.apply_update(made)
        seqs = store.append(session, [store.Append(text_id, actor.person_id, utc_now(), (made,))])
        if seqs[0] is None:
            raise _error(Refusal.LOCKED) if stored.locked else NotFound()
        store.write_projection(session, text_id, seqs[0], {name: read_fragment(doc, name) for name in fragments})
