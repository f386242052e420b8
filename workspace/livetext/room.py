"""One text being edited: the living document, who is there, what goes out. Everything here runs in one event loop."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pycrdt import Doc

from workspace.kernel.clock import utc_now
from workspace.livetext import wire
from workspace.livetext.blocks import make_doc
from workspace.livetext.carets import Carets
from workspace.livetext.committer import Done, Edit
from workspace.livetext.content import fill
from workspace.livetext.lineage import Lineage, News
from workspace.livetext.rules import CARET_WINDOW, LoadMeter, coalescing_window
from workspace.livetext.sending import join_updates, send_all
from workspace.livetext.store import BrokenLog, Stored
from workspace.livetext.wire import Malformed
from workspace.livetext.words import FRAGMENTS, CloseCode, Refusal

if TYPE_CHECKING:
    from workspace.livetext.connection import Connection
    from workspace.livetext.hand import Hand
    from workspace.livetext.registry import Registry

log = logging.getLogger("chemise.livetext")


class Room:
    """A loaded text. `low` is the log number up to which the document holds everything."""

    def __init__(self, registry: Registry, text_id: UUID, stored: Stored) -> None:
        self.registry = registry
        self.text_id = text_id
        self.group_id = stored.group_id
        self.fragments = FRAGMENTS[stored.kind]
        self.doc: Doc[Any] = make_doc(self.fragments)
        self.locked = stored.locked
        self.held = False
        self.closed = False
        self.stale = False
        self.members: set[Connection] = set()
        self.carets = Carets()
        self.low = stored.seq
        self.ahead: set[int] = set()
        self.pending = 0
        self.settled = asyncio.Event()
        self.settled.set()
        self.log_rows = len(stored.updates)
        self.log_bytes = sum(map(len, stored.updates))
        self.typed_at: dict[UUID, datetime] = {}
        self.dirty_since: float | None = None
        self.unversioned_since: float | None = None
        self.changed_at = 0.0
        self.idle_since = time.monotonic()
        self._lineage: Lineage | None = None
        self._whole: bytes | None = None
        self._outbox: list[tuple[bytes, Connection | Hand | None]] = []
        self._acks: set[Connection | Hand] = set()
        self._meter = LoadMeter()
        self._flush: asyncio.Handle | None = None
        self._flushed = 0.0
        self._inbox: list[tuple[Callable[[bytes], None], bytes]] = []
        self._wait = 0.0
        self._moment: tuple[float, datetime] | None = None
        fill(self.doc, stored)

    @property
    def lineage(self) -> Lineage:
        """Made at the first edit, not at the first join: who only reads does not wait for it."""
        if self._lineage is None:
            made = Lineage(self.fragments)
            made.learn(self.whole())
            if made.clocks != wire.read_state_vector(self.doc.get_state()):
                raise BrokenLog(f"text {self.text_id}: the document has a hole")
            self._lineage = made
        return self._lineage

    def whole(self) -> bytes:
        """The whole document as one update, kept until the next edit: forty may join at once."""
        if self._whole is None:
            self._whole = self.doc.get_update()
        return self._whole

    # -- coming and going

    def join(self, member: Connection) -> None:
        """Let a connection in: our state vector, its right, who is here."""
        self.members.add(member)
        member.send(wire.step1(self.doc.get_state()))
        self.tell_state(member)
        if self.carets:
            member.send(self.carets.everything())

    def leave(self, member: Connection) -> None:
        """Let a connection go; its carets disappear at once."""
        self.members.discard(member)
        self._acks.discard(member)
        if self.carets.leave(member):
            self._send_in(0.0)
        if not any(other.person_id == member.person_id for other in self.members):
            self.typed_at.pop(member.person_id, None)
            self.registry.attendance.left(self.text_id, member.person_id)
        if not self.members:
            self.idle_since = time.monotonic()

    def refusal_of(self, member: Connection | Hand) -> Refusal | None:
        """Why a connection may not write now, None when it may."""
        if member.right is not None:
            return member.right
        if self.locked or self.held:
            return Refusal.LOCKED
        return None if self.registry.healthy else Refusal.STORE_UNAVAILABLE

    def tell_state(self, member: Connection) -> None:
        """Say whether a connection may write, when that changed; and ask for what it could not send before."""
        reason = self.refusal_of(member)
        now = (reason is None, reason.value if reason else None)
        if member.told == now:
            return
        again = member.told is not None and reason is None
        member.told = now
        member.send(wire.state(can_write=now[0], reason=now[1]))
        if again:
            member.resyncing = True
            member.send(wire.step1(self.doc.get_state()))

    def tell_states(self) -> None:
        """Say it to everybody."""
        for member in tuple(self.members):
            self.tell_state(member)

    def reset(self, code: int = CloseCode.RESTART) -> None:
        """Throw this room away: browsers come back to what is stored, with what they have not had acknowledged."""
        self.closed = True
        self.registry.forget(self)
        for member in tuple(self.members):
            member.close(code)

    # -- frames

    def answer(self, member: Connection, vector: bytes) -> None:
        """Give what a state vector lacks."""
        try:
            lacking = self.whole() if vector == b"\x00" else self.doc.get_update(vector)
        except ValueError:
            raise Malformed("not a state vector") from None
        member.send(wire.step2(lacking))

    def take_caret(self, member: Connection, said: bytes) -> None:
        """Awareness of one connection."""
        if self.carets.take(said, member, member.person_id, member.actor.name):
            self._send_in(self._flushed + CARET_WINDOW - self.registry.loop.time())

    def take_update(self, member: Connection | Hand, update: bytes, *, answers: bool) -> None:
        """An update: right, sense, holes; then apply, queue for the store, queue for the others."""
        reason = self.refusal_of(member)
        if reason is not None and not answers:
            if self.held and not self.locked:
                member.told = (False, reason.value)  # so that it is asked again when the hold ends without a lock
            member.refuse(reason)
            return
        if member.resyncing:
            return
        try:
            verdict = self.lineage.judge(update, member.person_id)
        except Malformed:
            member.refuse(Refusal.UNREADABLE)
            return
        except BrokenLog:
            log.exception("live text %s: not served", self.text_id)
            self.reset()
            return
        if verdict.news is News.HOLE:
            self._ask_again(member)
        elif verdict.news is News.NOTHING or (
            verdict.news is News.DELETIONS and answers and self.lineage.only_known_deletions(update, self.doc)
        ):
            member.settle()
        elif reason is not None:
            member.refuse(reason)
        elif self._apply(update):
            self.lineage.admit(verdict)
            self._accept(update, member)

    def _ask_again(self, member: Connection | Hand) -> None:
        """Something this update hangs on never came: ask for all we lack, apply nothing (y-crdt#632)."""
        member.resyncing = True
        member.send(wire.step1(self.doc.get_state()))

    def _apply(self, update: bytes) -> bool:
        try:
            self.doc.apply_update(update)
        except Exception:
            log.exception("live text %s: an update that was judged good did not apply", self.text_id)
        except BaseException as error:
            # A panic of the Rust library is no Exception; what is stored is whole, so start again from there.
            if isinstance(error, KeyboardInterrupt | SystemExit | asyncio.CancelledError):
                raise
            log.critical("live text %s: the document library failed", self.text_id)
        else:
            return True
        self.reset()
        return False

    def _accept(self, update: bytes, member: Connection | Hand) -> None:
        now, at = self._moment or (time.monotonic(), utc_now())
        member.queued = member.received
        self.pending += 1
        self.settled.clear()
        self.registry.commit(Edit(self.text_id, member.person_id, at, update, self, (member, member.received)))
        self.typed_at[member.person_id] = at
        self._note_change(now)
        self._send_on(update, member, now)

    def _note_change(self, now: float) -> None:
        self._whole = None
        self.changed_at = now
        if self.dirty_since is None:
            self.dirty_since = now
        if self.unversioned_since is None:
            self.unversioned_since = now

    def take_foreign(self, rows: list[tuple[int, bytes]]) -> None:
        """Rows of the log after `low`, in order, to take in what other processes committed.

        Our own may be among them when their answer is still on its way: what they say is known already. Raises
        BrokenLog when a row is missing (archived meanwhile): the room must be loaded again.
        """
        now = time.monotonic()
        present = {seq for seq, _ in rows} | self.ahead
        if rows and not all(seq in present for seq in range(self.low + 1, rows[-1][0])):
            raise BrokenLog(f"text {self.text_id}: rows after {self.low} are gone")
        for seq, payload in rows:
            if seq <= self.low or seq in self.ahead:
                continue
            verdict = self.lineage.judge(payload)
            if verdict.news is News.HOLE or (verdict.news is not News.NOTHING and not self._apply(payload)):
                raise BrokenLog(f"text {self.text_id}: row {seq} hangs on something missing")
            if verdict.news is not News.NOTHING:
                self.lineage.admit(verdict)
                self._note_change(now)
                self._send_on(payload, None, now)
            self._note_seq(seq, len(payload))

    # -- commits

    def committed(self, done: Done) -> None:
        """An edit of ours is in the log, or will never be."""
        member, ordinal = done.edit.ticket
        self.pending -= 1
        if self.pending == 0:
            self.settled.set()
        if done.seq is None:
            member.lost()
            if not self.closed:
                self.reset()
            return
        member.note_commit(ordinal)
        self._acks.add(member)
        if done.seq != self.low:
            self._note_seq(done.seq, len(done.edit.payload))

    def _note_seq(self, seq: int, size: int) -> None:
        if seq not in self.ahead and seq > self.low:
            self.log_rows += 1
            self.log_bytes += size
            self.ahead.add(seq)
        while self.low + 1 in self.ahead:
            self.low += 1
            self.ahead.discard(self.low)

    @property
    def behind(self) -> bool:
        """Whether another process committed something that is not here yet."""
        return bool(self.ahead)

    def acknowledge(self) -> None:
        """Send the acknowledgements that commits made due: with the next sending when one is near."""
        if self._acks and self._wait:
            self._send_in(self._wait)
            return
        for member in self._acks:
            member.acknowledge()
        self._acks.clear()

    # -- sending

    def gather(self, treat: Callable[[bytes], None], data: bytes) -> bool:
        """Keep what a socket brought until the next sending, when the room is busy; False: treat it now.

        Read together, edits cost half: the second one finds everything in the processor's caches.
        """
        if not self._wait and not self._inbox:
            return False
        self._inbox.append((treat, data))
        if self._flush is None:
            self._send_in(self._wait)
        return True

    def take_in(self) -> None:
        """Treat what came in since the last turn, in order."""
        if not self._inbox:
            return
        inbox, self._inbox = self._inbox, []
        self._moment = time.monotonic(), utc_now()
        try:
            for treat, data in inbox:
                try:
                    treat(data)
                except Exception:
                    log.exception("live text %s: a frame was not treated", self.text_id)
        finally:
            self._moment = None

    def _send_on(self, update: bytes, author: Connection | Hand | None, now: float) -> None:
        rate = self._meter.note(now)
        self._outbox.append((update, author))
        if self._flush is None:
            self._wait = coalescing_window(rate * len(self.members))
        self._send_in(self._wait)

    def _send_in(self, seconds: float) -> None:
        """Send in this turn of the loop or in some time, whatever comes first."""
        loop = self.registry.loop
        if self._flush is not None:
            if not isinstance(self._flush, asyncio.TimerHandle) or self._flush.when() <= loop.time() + seconds:
                return
            self._flush.cancel()
        self._flush = loop.call_soon(self.flush) if seconds <= 0.0 else loop.call_later(seconds, self.flush)

    def flush(self) -> None:
        """Send what waits: updates joined into one, carets, acknowledgements; one write a browser."""
        self.take_in()  # while `_flush` is set: what comes in now goes out now
        self._flush = None
        self._wait = coalescing_window(self._meter.rate(time.monotonic()) * len(self.members))
        self._flushed = self.registry.loop.time()
        waiting, self._outbox = self._outbox, []
        frames, only_author = join_updates(waiting)
        alone = (news,) if (news := self.carets.news()) is not None else ()
        acks, self._acks = self._acks, set()
        send_all(self.members, frames + alone, only_author, alone, acks)
