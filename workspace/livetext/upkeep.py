"""What a room writes beside its log: readable projection, automatic versions, compaction. Rhythm in `Tempo`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from workspace.livetext import compaction, store
from workspace.livetext.blocks import read_fragment, text_hash
from workspace.livetext.committer import Job
from workspace.livetext.rules import COMPACT_ALWAYS_ROWS, COMPACT_BYTES, COMPACT_ROWS, Tempo
from workspace.livetext.words import Block

if TYPE_CHECKING:
    from workspace.livetext.room import Room


@dataclass(frozen=True, slots=True)
class _Picture:
    """What the document says at one moment; the queue's order puts it after the edits it holds."""

    text_id: UUID
    seq: int
    content: dict[str, Sequence[Block]]


def _picture(room: Room) -> _Picture:
    content: dict[str, Sequence[Block]] = {name: read_fragment(room.doc, name) for name in room.fragments}
    return _Picture(room.text_id, room.low, content)


def tend(room: Room, tempo: Tempo, now: float) -> None:
    """Queue what is due for a room: called at each tick, cheap when nothing is."""
    quiet = now - room.changed_at
    since = room.dirty_since
    if since is not None and (quiet >= tempo.projection_quiet or now - since >= tempo.projection_longest):
        project(room)
    first = room.unversioned_since
    if first is not None and (quiet >= tempo.version_quiet or now - first >= tempo.version_longest):
        keep_version(room)
    if room.log_rows >= COMPACT_ALWAYS_ROWS or (quiet >= tempo.projection_quiet and _long(room)):
        compact(room)


def leave_in_order(room: Room) -> None:
    """Queue all that is due when the last one leaves or the process ends."""
    if room.dirty_since is not None:
        project(room)
    if room.unversioned_since is not None:
        keep_version(room)
    if _long(room):
        compact(room)


def _long(room: Room) -> bool:
    return room.log_rows >= COMPACT_ROWS or room.log_bytes >= COMPACT_BYTES


def project(room: Room) -> None:
    """Queue the projection of what the document says now."""
    room.dirty_since = None
    picture = _picture(room)

    def write(session: Session) -> None:
        # Edits queued before this job are committed by now: their numbers count as shown.
        seq = max(picture.seq, room.low)
        store.write_projection(session, picture.text_id, seq, picture.content)

    room.registry.commit(Job(write))


def keep_version(room: Room) -> None:
    """Queue an automatic version of what the document says now."""
    room.unversioned_since = None
    picture = _picture(room)

    def write(session: Session) -> None:
        store.write_version(session, picture.text_id, picture.content, created_by=None)

    room.registry.commit(Job(write))


def compact(room: Room) -> None:
    """Queue a snapshot of the living document and the archiving of the rows that it covers."""
    if room.unversioned_since is not None:
        keep_version(room)
    text_id, seq = room.text_id, room.low
    state, said = room.doc.get_update(), text_hash(room.doc, room.fragments)
    room.log_rows = room.log_bytes = 0

    def write(session: Session) -> int:
        return compaction.compact(session, text_id, seq, state, said)

    room.registry.commit(Job(write))
