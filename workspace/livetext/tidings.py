"""What a room tells its members that is not in the text itself. Belongs to the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workspace.livetext import wire

if TYPE_CHECKING:
    from workspace.livetext.registry import Registry


def tell_comments(registry: Registry, text_id: UUID) -> None:
    """Tell everybody who is in a text that its comments or suggestions changed."""
    room = registry.rooms.get(text_id)
    for member in tuple(room.members) if room is not None else ():
        member.send(wire.comments())
