"""A text written again before the eyes, from its log: who wrote, and what it said after each moment of writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from workspace.history.words import Content
from workspace.livetext.blocks import make_doc, read_fragment

PAUSE = timedelta(seconds=90)
STEPS_MAXIMUM = 60
LOG_BYTES = 8 << 20

Row = tuple[datetime, UUID | None, bytes]


@dataclass(frozen=True, slots=True)
class RawStep:
    """A moment of writing before names are put to persons."""

    at: datetime
    person_id: UUID | None
    content: Content


def cuts(rows: Sequence[Row], *, maximum: int = STEPS_MAXIMUM) -> list[int]:
    """Where moments of writing end, as indexes into `rows`: another person, or a pause; at most `maximum` of them.

    When there are more, the pause that parts two moments grows until they fit.
    """
    if not rows:
        return []
    pause = PAUSE
    while True:
        ends = [
            index
            for index in range(len(rows) - 1)
            if rows[index + 1][0] - rows[index][0] > pause
            or (rows[index + 1][1] != rows[index][1] and pause == PAUSE)
        ]
        if len(ends) < maximum:
            return [*ends, len(rows) - 1]
        pause *= 2


def steps(fragments: Sequence[str], rows: Sequence[Row]) -> list[RawStep]:
    """What the text said after each moment of writing; moments that changed no word to read are left out."""
    doc = make_doc(fragments)
    ends = set(cuts(rows))
    made: list[RawStep] = []
    for index, (at, person_id, update) in enumerate(rows):
        doc.apply_update(update)
        if index not in ends:
            continue
        content = {name: read_fragment(doc, name) for name in fragments}
        if not made or made[-1].content != content:
            made.append(RawStep(at, person_id, content))
    return made
