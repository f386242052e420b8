"""Who is in which text now, told to the store for the boards of all processes. Belongs to the event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from workspace.kernel.clock import utc_now
from workspace.livetext import presence
from workspace.livetext.committer import Job
from workspace.livetext.room import Room

STALE_PRESENCE = timedelta(minutes=10)


class Attendance:
    """The people in the rooms of one process. `commit` queues a write; `every`: seconds between two tellings."""

    def __init__(self, process: str, commit: Callable[[Job], None], every: float) -> None:
        self._process, self._commit, self._every = process, commit, every
        self._left: set[tuple[UUID, UUID]] = set()
        self._told_at = 0.0

    def start(self) -> None:
        """Forget those of processes that died, and begin to count."""
        self._told_at = time.monotonic()
        self._commit(Job(lambda session: presence.forget_presence(session, utc_now() - STALE_PRESENCE)))

    def came(self, text_id: UUID, person_id: UUID) -> None:
        """Show somebody on the boards at once."""
        self._left.discard((text_id, person_id))
        self._write(((text_id, person_id, None),), set())

    def left(self, text_id: UUID, person_id: UUID) -> None:
        """Their last connection to a text is gone."""
        self._left.add((text_id, person_id))

    def tend(self, rooms: Iterable[Room], now: float) -> None:
        """Tell who is there when it is time to, and who left at once."""
        due = now - self._told_at >= self._every
        if due or self._left:
            self.tell(rooms if due else ())
        if due:
            self._told_at = now

    def tell(self, rooms: Iterable[Room]) -> None:
        """Queue who is in these rooms and who left any."""
        gone, self._left = self._left, set()
        seen = tuple(
            (room.text_id, person_id, room.typed_at.get(person_id))
            for room in rooms
            for person_id in {member.person_id for member in room.members}
        )
        if seen or gone:
            self._write(seen, gone)

    def _write(self, seen: presence.Seen, gone: set[tuple[UUID, UUID]]) -> None:
        self._commit(Job(lambda session: presence.write_presence(session, self._process, seen, gone)))
