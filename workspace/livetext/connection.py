"""One browser in a room: reads its frames, keeps its counts, says what became of each."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING
from uuid import UUID

from starlette.types import Receive, Send

from workspace.kernel.actor import Actor
from workspace.livetext import wire
from workspace.livetext.outlet import Outlet
from workspace.livetext.rules import Bucket
from workspace.livetext.wire import EMPTY_UPDATE, Frame, Malformed
from workspace.livetext.words import CloseCode, Refusal

if TYPE_CHECKING:
    from workspace.livetext.room import Room

_ABANDON_AFTER = 5.0
_closing: set[asyncio.Task[None]] = set()


class Connection:
    """State of one socket. `received` counts update-carrying frames; acknowledgements speak in that number."""

    def __init__(
        self, actor: Actor, *, session_id: UUID, person_id: UUID, send: Send, largest: int, rate: int
    ) -> None:
        self.actor = actor
        self.session_id = session_id
        self.person_id = person_id
        self.right: Refusal | None = None
        self.told: tuple[bool, str | None] | None = None
        self.outlet: Outlet | None = None
        self.received = 0
        self.queued = 0
        self.committed = 0
        self.acknowledged = 0
        self.resyncing = False
        self.closed = False
        self._skipped = 0
        self._send = send
        self._largest = largest
        self._bucket = Bucket(per_second=float(rate), at=time.monotonic(), since=time.monotonic())

    def send(self, *frames: Frame) -> None:
        """Send frames, in order."""
        self.deliver(frames, b"".join(frame.wire for frame in frames))

    def deliver(self, frames: tuple[Frame, ...], joined: bytes) -> None:
        """Send frames already joined for everybody; cuts this browser when it does not read."""
        if not self.closed and self.outlet is not None and not self.outlet.send(frames, joined):
            self.close(CloseCode.TOO_SLOW)

    def close(self, code: int) -> None:
        """End the socket with a code; the browser comes back by itself where that makes sense."""
        if self.closed:
            return
        self.closed = True
        loop = asyncio.get_running_loop()
        task = loop.create_task(self._say_goodbye(code))
        _closing.add(task)
        task.add_done_callback(_closing.discard)
        if self.outlet is not None:
            loop.call_later(_ABANDON_AFTER, self.outlet.abandon)

    async def _say_goodbye(self, code: int) -> None:
        try:
            await asyncio.wait_for(self._send({"type": "websocket.close", "code": code}), _ABANDON_AFTER)
        except Exception:  # noqa: BLE001 - it is gone already, which is what we want
            return

    async def read(self, room: Room, receive: Receive) -> None:
        """Read frames until the socket ends."""
        if self.outlet is not None:
            self.outlet.hear(lambda data: self.take(room, data), room.gather)
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            pause = self.take(room, message.get("bytes") or b"")
            if pause:
                await asyncio.sleep(pause)

    def take(self, room: Room, data: bytes) -> float:
        """One message: size, rate, then what it says; gives the seconds to wait before reading the next."""
        if self.closed or not data:
            return 0.0
        if len(data) > self._largest:
            self.send(wire.refusal(Refusal.TOO_LARGE, self.received + 1))
            self.close(CloseCode.TOO_LARGE)
            return 0.0
        pause = self._bucket.take(time.monotonic())
        if pause is None:
            self.send(wire.refusal(Refusal.RATE, self.received + 1))
            self.close(CloseCode.TOO_MANY)
            return 0.0
        self.handle(room, data)
        return pause

    def handle(self, room: Room, data: bytes) -> None:
        """One frame. Whatever it holds, nothing is raised."""
        try:
            kind = data[0]
            if kind == wire.SYNC:
                self._sync(room, data)
            elif kind == wire.AWARENESS:
                said, _ = wire.read_bytes(data, 1)
                room.take_caret(self, said)
            elif kind == wire.QUERY_AWARENESS:
                self.send(room.carets.everything())
        except Malformed:
            return

    def _sync(self, room: Room, data: bytes) -> None:
        step = data[1] if len(data) > 1 else -1
        if step == wire.STEP1:
            vector, _ = wire.read_bytes(data, 2)
            room.answer(self, vector)
        elif step in {wire.STEP2, wire.UPDATE}:
            self.received += 1
            try:
                update, end = wire.read_bytes(data, 2)
            except Malformed:
                end = -1
            if end != len(data):
                self.refuse(Refusal.UNREADABLE)
                return
            if step == wire.STEP2:
                self.resyncing = False
            if update == EMPTY_UPDATE:
                self.settle()
            else:
                room.take_update(self, update, answers=step == wire.STEP2)

    def refuse(self, code: Refusal) -> None:
        """Say that the last frame was not taken; it no longer counts as waiting."""
        self.send(wire.refusal(code, self.received))
        self.settle()

    def settle(self) -> None:
        """The last frame needs no commit: it is acknowledged with, or after, those before it.

        Not while a frame before it fell into a hole: that one is only safe with the exchange that repeats it.
        """
        if self.resyncing:
            return
        self._skipped = self.received
        if self.committed == self.queued:
            self.acknowledge()

    def note_commit(self, ordinal: int) -> None:
        """A frame of ours is committed; acknowledgements go out with the room's next sending."""
        self.committed = ordinal

    def lost(self) -> None:
        """An edit of ours will never be stored: the room is loaded again, and this browser comes back to it."""

    def acknowledge(self) -> None:
        """Say how many frames are done, when that is news."""
        frame = self.due_ack()
        if frame is not None:
            self.send(frame)

    def due_ack(self) -> Frame | None:
        """The acknowledgement to send now, or None."""
        upto = max(self.committed, self._skipped) if self.committed == self.queued else self.committed
        if upto <= self.acknowledged:
            return None
        self.acknowledged = upto
        return wire.ack(upto)
