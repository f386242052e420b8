"""Two trames side by side: what each question of the left one became in the right one. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from workspace.outline.rules import aside, kept
from workspace.outline.words import Compared, Line, Outline, Verdict

Places = dict[UUID, int]


def compare(left: Outline, right: Outline) -> tuple[Compared, ...]:
    """The right trame in its order, each question beside what it comes from; then what is aside or missing there.

    Questions are matched by where they come from, whatever their words. As few questions as possible are called
    moved: those outside of the longest run that kept its order. Every kept line of both trames is in some row.
    """
    left_places, right_places = _places(left), _places(right)
    pairs = {line.line_id: _ancestors(line, left) for line in right}
    still = _unmoved(kept(right), pairs, left_places)
    parted = _parted(right)
    rows = [_row(line, pairs[line.line_id], left_places, right_places, still, parted) for line in kept(right)]
    shown = {one.line_id for row in rows for one in row.left}
    for line in aside(right):
        ancestors = tuple(one for one in pairs[line.line_id] if one.line_id not in shown and not one.is_aside)
        if ancestors:
            rows.append(_left_out(Verdict.ASIDE, ancestors, line, left_places))
            shown |= {one.line_id for one in ancestors}
    rows += [
        _left_out(Verdict.ABSENT, (line,), None, left_places) for line in kept(left) if line.line_id not in shown
    ]
    return tuple(rows)


def _places(outline: Outline) -> Places:
    return {line.line_id: place for place, line in enumerate(kept(outline), start=1)}


def _ancestors(line: Line, left: Outline) -> tuple[Line, ...]:
    """The left lines that share a source with it; kept ones alone when there are some.

    Questions that are new on both sides have only their words to be known by.
    """
    if line.sources:
        sources = set(line.sources)
        found = tuple(one for one in left if sources & set(one.sources))
    else:
        same = line.wording.text.casefold()
        found = tuple(one for one in left if not one.sources and one.wording.text.casefold() == same)
    return tuple(one for one in found if not one.is_aside) or found


def _parted(right: Outline) -> frozenset[UUID]:
    """Sources that several kept lines of the right trame share."""
    count: dict[UUID, int] = defaultdict(int)
    for line in kept(right):
        for source in line.sources:
            count[source] += 1
    return frozenset(source for source, times in count.items() if times > 1)


def _unmoved(lines: Sequence[Line], pairs: dict[UUID, tuple[Line, ...]], places: Places) -> frozenset[UUID]:
    """The longest run of right lines whose first ancestor is in the same order on the left (patience sorting).

    A line that stands on the left too is known by its own place, whatever was merged into it.
    """
    known = [
        (places.get(line.line_id) or min(places[one.line_id] for one in pairs[line.line_id]), line.line_id)
        for line in lines
        if pairs[line.line_id] and all(one.line_id in places for one in pairs[line.line_id])
    ]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (place, _) in enumerate(known):
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
        before.append(ends[at - 1] if at else None)
    run: set[UUID] = set()
    step = ends[-1] if ends else None
    while step is not None:
        run.add(known[step][1])
        step = before[step]
    return frozenset(run)


def _row(  # noqa: PLR0917 one row's facts
    line: Line,
    ancestors: tuple[Line, ...],
    left_places: Places,
    right_places: Places,
    still: frozenset[UUID],
    parted: frozenset[UUID],
) -> Compared:
    reworded = len(ancestors) == 1 and ancestors[0].wording.text != line.wording.text
    return Compared(
        verdict=_verdict(line, ancestors, still, parted),
        left=ancestors,
        right=line,
        left_places=tuple(left_places.get(one.line_id, 0) for one in ancestors),
        right_place=right_places[line.line_id],
        reworded=reworded,
    )


def _verdict(line: Line, ancestors: tuple[Line, ...], still: frozenset[UUID], parted: frozenset[UUID]) -> Verdict:
    if not ancestors:
        return Verdict.NEW
    if len(ancestors) > 1:
        return Verdict.MERGED
    if parted & set(line.sources):
        return Verdict.SPLIT
    if ancestors[0].is_aside:
        return Verdict.BACK
    return Verdict.KEPT if line.line_id in still else Verdict.MOVED


def _left_out(verdict: Verdict, left: tuple[Line, ...], right: Line | None, places: Places) -> Compared:
    return Compared(
        verdict=verdict,
        left=left,
        right=right,
        left_places=tuple(places.get(one.line_id, 0) for one in left),
        right_place=0,
        reworded=False,
    )
