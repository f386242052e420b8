"""Who is in a room and where their caret is: the awareness protocol, with the truth about names.

Source: y-protocols 1.0.7 awareness.js. The server keeps the last state of each client, lets nobody speak for
somebody else, and writes person, name and colour itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from workspace.livetext import wire
from workspace.livetext.rules import AWARENESS_BYTES, CARETS_EACH

# Dark enough for white letters (contrast of 4.5 or more with #ffffff).
COLORS = (
    "#9c2f2f",
    "#8a4b08",
    "#5d6100",
    "#1f6f3d",
    "#0b6a72",
    "#1f5fa8",
    "#5a46b0",
    "#8b2f86",
    "#a02a5c",
    "#4d5b66",
)
_GONE = b"null"


def color_of(person_id: UUID) -> str:
    """A person's colour, the same everywhere and for ever."""
    return COLORS[hashlib.sha256(person_id.bytes).digest()[0] % len(COLORS)]


@dataclass(slots=True)
class _Caret:
    clock: int
    said: bytes
    person_id: UUID
    holder: Any


@dataclass(slots=True)
class Carets:
    """The awareness of one room; `changed` are the clients to tell about at the next sending."""

    changed: set[int] = field(default_factory=set)
    _known: dict[int, _Caret] = field(default_factory=dict)
    _gone: dict[int, int] = field(default_factory=dict)

    def take(self, data: bytes, holder: Any, person_id: UUID, name: str) -> bool:
        """Take what a connection says about its own clients; gives whether there is something to tell.

        Raises Malformed. A client id belongs to the connection that spoke first, or to a new one of that person.
        """
        told = False
        for client, clock, said in wire.read_awareness(data):
            caret = self._known.get(client)
            if caret is not None and caret.person_id != person_id:
                continue
            if len(said) > AWARENESS_BYTES or (caret is not None and clock <= caret.clock and said != _GONE):
                continue
            if said == _GONE:
                told = self._forget(client, clock, holder) or told
                continue
            if caret is None and sum(other.holder is holder for other in self._known.values()) >= CARETS_EACH:
                continue
            self._known[client] = _Caret(clock, _signed(said, person_id, name), person_id, holder)
            self._gone.pop(client, None)
            self.changed.add(client)
            told = True
        return told

    def leave(self, holder: Any) -> bool:
        """Forget what a connection held; gives whether there is something to tell."""
        mine = [client for client, caret in self._known.items() if caret.holder is holder]
        for client in mine:
            self._forget(client, self._known[client].clock + 1, holder)
        return bool(mine)

    def _forget(self, client: int, clock: int, holder: Any) -> bool:
        caret = self._known.get(client)
        if caret is None or caret.holder is not holder:
            return False
        del self._known[client]
        self._gone[client] = max(clock, caret.clock + 1)
        self.changed.add(client)
        return True

    def news(self) -> wire.Frame | None:
        """What changed since the last time, as one frame; None when nothing did."""
        if not self.changed:
            return None
        frame = wire.awareness_frame(self._entries(self.changed))
        self.changed = set()
        self._gone = {}
        return frame

    def everything(self) -> wire.Frame:
        """All that is known, as one frame; for who joins or asks."""
        return wire.awareness_frame(self._entries(self._known))

    def __bool__(self) -> bool:
        return bool(self._known)

    def _entries(self, clients: Iterable[int]) -> list[tuple[int, int, bytes]]:
        entries = []
        for client in clients:
            caret = self._known.get(client)
            if caret is not None:
                entries.append((client, caret.clock, caret.said))
            elif client in self._gone:
                entries.append((client, self._gone[client], _GONE))
        return entries


def _signed(said: bytes, person_id: UUID, name: str) -> bytes:
    """The state with its `user` replaced by who it really is."""
    try:
        state = json.loads(said)
    except (ValueError, RecursionError):
        raise wire.Malformed("awareness is not JSON") from None
    if not isinstance(state, dict):
        raise wire.Malformed("awareness is no object")
    state["user"] = {"person_id": str(person_id), "name": name, "color": color_of(person_id)}
    return json.dumps(state, ensure_ascii=True, separators=(",", ":")).encode()
