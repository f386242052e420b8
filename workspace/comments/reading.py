"""What the characters of a document say, by their own ids: where comments hold on to.

Yjs gives each character an id (client, clock) that it keeps for ever; a deleted one is known as deleted. So what is
left of a passage is a matter of looking up its ids, and never of comparing words. Clocks count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from pycrdt import Doc
from sqlalchemy.orm import Session

from workspace.livetext import store
from workspace.livetext.anatomy import LARGEST_CLOCK, STRING, decode
from workspace.livetext.blocks import make_doc, plain_text, read_fragment
from workspace.livetext.words import FRAGMENTS, TextKind


class Reading:
    """A document at one moment."""

    def __init__(self, doc: Doc[Any], fragments: Iterable[str]) -> None:
        self.texts = {name: plain_text(read_fragment(doc, name, whole=True)) for name in fragments}
        update = decode(doc.get_update())
        self._strings = {
            client: [(item.clock, item.value[0].encode("utf-16-le")) for item in items if item.content == STRING]
            for client, items in update.items.items()
        }
        self._starts = {client: [clock for clock, _ in found] for client, found in self._strings.items()}
        dead: dict[int, list[tuple[int, int]]] = {}
        for client, clock, length in update.deletes:
            dead.setdefault(client, []).append((clock, clock + length))
        self._dead = {client: sorted(ranges) for client, ranges in dead.items()}

    def letters(self, runs: Iterable[tuple[int, int, int]]) -> str:
        """What is left of these characters, in their order."""
        found = b"".join(self._alive(client, clock, clock + length) for client, clock, length in runs)
        return found.decode("utf-16-le", errors="replace")

    def _alive(self, client: int, start: int, end: int) -> bytes:
        strings = self._strings.get(client, [])
        at = max(0, bisect_right(self._starts.get(client, []), start) - 1)
        kept = bytearray()
        for clock, units in strings[at:]:
            if clock >= end:
                break
            for unit in range(max(clock, start), min(clock + len(units) // 2, end)):
                if not self._is_dead(client, unit):
                    kept += units[2 * (unit - clock) : 2 * (unit - clock) + 2]
        return bytes(kept)

    def _is_dead(self, client: int, clock: int) -> bool:
        ranges = self._dead.get(client, [])
        at = bisect_right(ranges, (clock, LARGEST_CLOCK)) - 1
        return at >= 0 and clock < ranges[at][1]


def open_document(session: Session, text_id: UUID) -> tuple[Doc[Any], TextKind]:
    """The document as the log says it now. Raises NotFound."""
    stored = store.load(session, text_id)
    doc = make_doc(FRAGMENTS[stored.kind])
    for update in (stored.snapshot, *stored.updates):
        if update is not None:
            doc.apply_update(update)
    return doc, stored.kind


def read_text(session: Session, text_id: UUID, seq: int) -> Reading:
    """The reading of a text; kept for the number of its log, since ten browsers ask at the same time."""
    kept = _kept(text_id, seq)
    if not kept:
        doc, kind = open_document(session, text_id)
        kept.append(Reading(doc, FRAGMENTS[kind]))
    return kept[0]


@lru_cache(maxsize=16)
def _kept(_text_id: UUID, _seq: int) -> list[Reading]:
    return []
