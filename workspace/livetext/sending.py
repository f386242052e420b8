"""What a room sends in one go: updates joined into one, carets, acknowledgements; one write a browser."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from pycrdt import merge_updates

from workspace.livetext import wire
from workspace.livetext.wire import Frame

if TYPE_CHECKING:
    from workspace.livetext.connection import Connection
    from workspace.livetext.hand import Hand


def join_updates(
    waiting: Sequence[tuple[bytes, Connection | Hand | None]],
) -> tuple[tuple[Frame, ...], Connection | Hand | None]:
    """(the updates as one frame, their author when there is only one: it needs no echo)."""
    if not waiting:
        return (), None
    authors = {author for _, author in waiting}
    update = waiting[0][0] if len(waiting) == 1 else merge_updates(*(update for update, _ in waiting))
    return (wire.update_frame(update),), authors.pop() if len(authors) == 1 else None


def send_all(
    members: Collection[Connection],
    frames: tuple[Frame, ...],
    only_author: Connection | Hand | None,
    alone: tuple[Frame, ...],
    acks: set[Connection | Hand],
) -> None:
    """The same bytes to everybody; to the only author just `alone`; its acknowledgement to each of `acks`."""
    apart = acks if only_author is None else acks | {only_author}
    joined = b"".join([frame.wire for frame in frames])
    for member in tuple(members):
        if member not in apart:
            if joined:
                member.deliver(frames, joined)
            continue
        mine = alone if member is only_author else frames
        due = member.due_ack() if member in acks else None
        if due is not None:
            mine += (due,)
        if mine:
            member.send(*mine)
