"""The archived log as it is kept: runs of updates with their authors, packed. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from workspace.livetext.wire import read_bytes, read_varuint, write_bytes, write_varuint


def pack_history(rows: Iterable[tuple[int, datetime, UUID | None, bytes]]) -> bytes:
    """Rows (number, instant, person, update) as one compressed run; instants in microseconds since 1970."""
    parts = []
    for seq, at, person, payload in rows:
        parts += [write_varuint(seq), write_varuint(int(at.timestamp() * 1_000_000))]
        parts += [write_bytes(person.bytes if person else b""), write_bytes(payload)]
    return zlib.compress(b"".join(parts), 6)


def unpack_history(packed: bytes) -> list[tuple[int, int, UUID | None, bytes]]:
    """What `pack_history` wrote, instants still in microseconds since 1970."""
    data, at = zlib.decompress(packed), 0
    rows = []
    while at < len(data):
        seq, at = read_varuint(data, at)
        instant, at = read_varuint(data, at)
        person, at = read_bytes(data, at)
        payload, at = read_bytes(data, at)
        rows.append((seq, instant, UUID(bytes=person) if person else None, payload))
    return rows
