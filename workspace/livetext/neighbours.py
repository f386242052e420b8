"""The other processes on the same texts, on PostgreSQL: what they committed, read into the rooms of this one."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from db.session import engine, is_sqlite
from workspace.livetext import store
from workspace.livetext.listener import Listener
from workspace.livetext.tidings import tell_comments

if TYPE_CHECKING:
    from workspace.livetext.registry import Registry
    from workspace.livetext.room import Room

log = logging.getLogger("chemise.livetext")


class Neighbours:
    """An ear to the other processes. Belongs to the event loop, except for what the listener's thread calls."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._listener: Listener | None = None
        self._catching: set[UUID] = set()

    def start(self) -> None:
        """Begin to listen; a SQLite file has one process, so there is nobody to hear."""
        if not is_sqlite():
            self._listener = Listener(engine().url, self._heard, self._heard_again)
            self._listener.start()

    def stop(self) -> None:
        """Hear nothing more."""
        if self._listener is not None:
            self._listener.stop()

    def _heard(self, message: str) -> None:
        """A NOTIFY, in the listener's thread: text:seq:process, text:rights: or text:comments:."""
        text_id, said, process = message.split(":")
        if said == "rights":
            self._registry.revalidate(UUID(text_id) if text_id != "*" else None)
        elif said == "comments":
            self._registry.from_thread(tell_comments, self._registry, UUID(text_id))
        elif process != self._registry.process:
            self._registry.from_thread(self._other_wrote, UUID(text_id))

    def _heard_again(self) -> None:
        """The ear was deaf for a while: look at everything. In the listener's thread."""
        self._registry.from_thread(self._look_at_all)

    def _look_at_all(self) -> None:
        for room in tuple(self._registry.rooms.values()):
            self.catch_up(room)
        self._registry.revalidate_now(None)

    def _other_wrote(self, text_id: UUID) -> None:
        room = self._registry.rooms.get(text_id)
        if room is not None:
            self.catch_up(room)

    def catch_up(self, room: Room) -> None:
        """Read what other processes committed in a text, soon and once at a time."""
        if self._listener is None:
            return
        if room.text_id in self._catching:
            room.stale = True
            return
        self._catching.add(room.text_id)
        self._registry.spawn(self._catch_up(room))

    async def _catch_up(self, room: Room) -> None:
        try:
            again = True
            while again and not room.closed:
                room.stale = False
                rows = await self._registry.read(partial(store.updates_after, text_id=room.text_id, seq=room.low))
                room.take_foreign(rows)
                again = room.stale
        except store.BrokenLog:
            log.exception("live text: a room is loaded again")
            room.reset()
        finally:
            self._catching.discard(room.text_id)
