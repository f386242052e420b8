"""All rooms of a process: opening, sharing, tending and ending them; the bridge to the committer and to rights.

Who is in them is told by `attendance.py`; what other processes write comes in by `neighbours.py`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from db.session import reading
from workspace.accounts.queries import find_actors
from workspace.kernel.rights import Target, allowed
from workspace.livetext import queries, store, upkeep
from workspace.livetext.attendance import Attendance
from workspace.livetext.committer import Committer, Done, Edit, Job
from workspace.livetext.neighbours import Neighbours
from workspace.livetext.room import Room
from workspace.livetext.rules import OPEN_ROOMS, POLICIES, Tempo, write_refusal
from workspace.livetext.words import CloseCode, Operation

log = logging.getLogger("chemise.livetext")
T = TypeVar("T")


class TooManyRooms(Exception):
    """No more texts can be open at the same time in this process."""


class Registry:
    """The rooms of one process. Its methods belong to the event loop, except those that say otherwise."""

    def __init__(self, tempo: Tempo | None = None) -> None:
        self.tempo = tempo or Tempo()
        self.process = f"{os.getpid()}-{uuid4().hex[:12]}"
        self.rooms: dict[UUID, Room] = {}
        self.healthy = True
        self.draining = False
        self.loop: asyncio.AbstractEventLoop
        self._opening: dict[UUID, asyncio.Future[Room]] = {}
        self._committer = Committer(self.process, self._answer, self._health)
        self.neighbours = Neighbours(self)
        self.attendance = Attendance(self.process, self.commit, self.tempo.presence)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._store_ok = True
        self._recheck_at = 0.0

    # -- life

    async def start(self) -> None:
        """Begin: committer, clock, and on PostgreSQL the ear to the other processes."""
        self.loop = asyncio.get_running_loop()
        self._committer.start()
        self._recheck_at = time.monotonic()
        self.neighbours.start()
        self.attendance.start()
        self.spawn(self._tick())

    async def drain(self) -> None:
        """End in order: refuse frames, commit, acknowledge, project, keep versions, close with 1012."""
        self.draining = True
        rooms = list(self.rooms.values())
        with suppress(TimeoutError):
            async with asyncio.timeout(self.tempo.drain / 2):
                for room in rooms:
                    await room.settled.wait()
        for room in rooms:
            room.flush()
            upkeep.leave_in_order(room)
            for member in tuple(room.members):
                self.attendance.left(room.text_id, member.person_id)
                member.close(CloseCode.RESTART)
        self.attendance.tell(())
        self.neighbours.stop()
        if not await asyncio.to_thread(self._committer.stop, self.tempo.drain / 2):
            log.error("live text: the store did not take everything before the end")
        for task in tuple(self._tasks):
            task.cancel()

    def spawn(self, work: Any) -> None:
        """Run a coroutine; a failure is logged, nothing else falls with it."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("live text: a background task failed", exc_info=error)

    # -- rooms

    async def enter(self, text_id: UUID) -> Room:
        """The room of a text, loaded. Raises NotFound, BrokenLog, TooManyRooms.

        The first one in loads it, the others wait for the same load: nobody is served an empty document.
        """
        room = self.rooms.get(text_id)
        if room is not None:
            return room
        opening = self._opening.get(text_id)
        if opening is None:
            if len(self.rooms) + len(self._opening) >= OPEN_ROOMS and not self._free_one():
                raise TooManyRooms
            opening = self._opening[text_id] = self.loop.create_task(self._open(text_id))
            opening.add_done_callback(lambda done: self._opened(text_id, done))
        return await asyncio.shield(opening)

    async def _open(self, text_id: UUID) -> Room:
        stored = await self.read(lambda session: store.load(session, text_id))
        room = Room(self, text_id, stored)
        self.rooms[text_id] = room
        # Another process may have committed between the read and now; its message found no room.
        self.neighbours.catch_up(room)
        return room

    def _opened(self, text_id: UUID, done: asyncio.Future[Room]) -> None:
        self._opening.pop(text_id, None)
        if not done.cancelled():
            done.exception()

    def _free_one(self) -> bool:
        idle = [room for room in self.rooms.values() if not room.members and not room.pending]
        if not idle:
            return False
        self._unload(min(idle, key=lambda room: room.idle_since))
        return True

    def _unload(self, room: Room) -> None:
        upkeep.leave_in_order(room)
        room.closed = True
        self.forget(room)

    def forget(self, room: Room) -> None:
        """A room is no longer served; the next one in loads it again."""
        if self.rooms.get(room.text_id) is room:
            del self.rooms[room.text_id]

    async def read(self, work: Callable[[Session], T]) -> T:
        """What `work` reads in a transaction of its own, in a thread."""

        def run() -> T:
            with reading() as session:
                return work(session)

        return await asyncio.to_thread(run)

    # -- commits

    def commit(self, item: Edit | Job) -> None:
        """Queue a write."""
        self._committer.put(item)

    def from_thread(self, work: Callable[..., None], *values: Any) -> None:
        """Let the loop do something soon. From any thread."""
        with suppress(RuntimeError):  # the loop is closed: the process ends
            self.loop.call_soon_threadsafe(work, *values)

    def _answer(self, done: list[Done]) -> None:
        self.from_thread(self._committed, done)

    def _committed(self, done: list[Done]) -> None:
        rooms: dict[Room, None] = {}
        for one in done:
            one.edit.room.committed(one)
            rooms[one.edit.room] = None
        for room in rooms:
            room.acknowledge()
            if room.behind:
                self.neighbours.catch_up(room)

    def _health(self, healthy: bool) -> None:
        self.from_thread(self._set_health, healthy)

    def _set_health(self, healthy: bool) -> None:
        self._store_ok = healthy
        self._say_health(healthy)

    def _say_health(self, healthy: bool) -> None:
        if healthy != self.healthy:
            self.healthy = healthy
            for room in tuple(self.rooms.values()):
                room.tell_states()

    # -- clock

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(self.tempo.tick)
            now = time.monotonic()
            try:
                self._tend(now)
            except Exception:
                log.exception("live text: upkeep failed")

    def _tend(self, now: float) -> None:
        since = self._committer.waiting_since()
        stuck = since is not None and now - since > self.tempo.commit_alarm
        self._say_health(self._store_ok and not stuck)
        for room in tuple(self.rooms.values()):
            if room.members:
                upkeep.tend(room, self.tempo, now)
            elif not room.pending:
                upkeep.leave_in_order(room)
                if now - room.idle_since > self.tempo.grace:
                    self._unload(room)
        self.attendance.tend(tuple(self.rooms.values()), now)
        if now - self._recheck_at >= self.tempo.recheck:
            self._recheck_at = now
            self.revalidate_now(None)

    # -- rights

    def revalidate(self, text_id: UUID | None = None) -> None:
        """Check again, now, who may be in a text (None: in all). From any thread."""
        self.from_thread(self.revalidate_now, text_id)

    def revalidate_now(self, text_id: UUID | None) -> None:
        """The same, from the event loop."""
        for room in tuple(self.rooms.values()):
            if text_id in {None, room.text_id}:
                self.spawn(self._recheck(room))

    async def _recheck(self, room: Room) -> None:
        ids = {member.session_id for member in room.members}
        actors, text = await self.read(
            lambda session: (find_actors(session, ids), queries.find_text(session, room.text_id))
        )
        if text is None:
            room.reset(CloseCode.UNKNOWN_TEXT)
            return
        room.locked, room.held = text.locked, False
        for member in tuple(room.members):
            if member.session_id not in ids:
                continue
            actor = actors.get(member.session_id)
            if actor is None:
                member.close(CloseCode.TOKEN)
            elif not allowed(POLICIES[Operation.READ], actor, Target(group_id=room.group_id)):
                member.close(CloseCode.RIGHT)
            else:
                member.actor = actor
                member.right = write_refusal(actor, room.group_id, locked=False)
        room.tell_states()

    @contextmanager
    def held(self, text_id: UUID, timeout: float = 5.0) -> Iterator[None]:
        """Take no edit of a text, with all accepted ones committed, while the caller changes its lock.

        From any thread but the loop's own. A store that does not answer in `timeout` seconds is not waited for.
        """
        waiting: Future[None] = asyncio.run_coroutine_threadsafe(self._hold(text_id), self.loop)
        with suppress(TooLate):
            waiting.result(timeout)
        try:
            yield
        finally:
            self.revalidate(text_id)

    async def _hold(self, text_id: UUID) -> None:
        room = self.rooms.get(text_id)
        if room is not None:
            room.held = True
            await room.settled.wait()
