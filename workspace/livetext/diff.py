"""What changed between two sequences: the engine under comparisons and under server edits. Pure.

Patience diff (Bram Cohen): what stands once on each side and in the same order holds the rest in place, then the
pieces between are looked at again; where nothing stands once, Myers's greedy algorithm (An O(ND) Difference
Algorithm, 1986) up to a bound. Prose has many words that stand once, so a whole text costs little more than counting
its words, and the anchors are those a reader would choose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

MYERS_BOUND = 30  # edits looked for where no word stands once; beyond, the piece is called replaced
ALIKE = 0.4
PAIRS_LOOKED_AT = 4000

_TOKENS = re.compile(r"\s+|\w+(?:[’'\-]\w+)*|[^\w\s]")


class Span(NamedTuple):
    """`old[i1:i2]` became `new[j1:j2]`; `same` when they are equal."""

    same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def tokens(text: str) -> list[str]:
    """Words, spaces and signs, in order; joined they are the text again. "l’atelier", "rendez-vous": one word."""
    return _TOKENS.findall(text)


def spans(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Span]:
    """The whole of both sequences as spans in order, equal and different by turns.

    Replacing each different span of `old` by its part of `new` gives `new`, always.
    """
    made: list[Span] = []
    i = j = 0
    for a, b, length in _joined(_matches(old, new)):
        if a > i or b > j:
            made.append(Span(same=False, i1=i, i2=a, j1=j, j2=b))
        made.append(Span(same=True, i1=a, i2=a + length, j1=b, j2=b + length))
        i, j = a + length, b + length
    if i < len(old) or j < len(new):
        made.append(Span(same=False, i1=i, i2=len(old), j1=j, j2=len(new)))
    return made


def align(
    old: Sequence[Hashable], new: Sequence[Hashable], alike: Callable[[int, int], float]
) -> list[tuple[int | None, int | None]]:
    """Which element became which, in reading order: (i, j) same or changed, (i, None) gone, (None, j) come.

    `alike(i, j)` says from 0 to 1 how much a changed element still is the other; below ALIKE it is another one.
    Pairs never cross.
    """
    made: list[tuple[int | None, int | None]] = []
    for span in spans(old, new):
        if span.same:
            made += zip(range(span.i1, span.i2), range(span.j1, span.j2), strict=True)
        else:
            made += _gap(range(span.i1, span.i2), range(span.j1, span.j2), alike)
    return made


def _gap(olds: range, news: range, alike: Callable[[int, int], float]) -> Iterator[tuple[int | None, int | None]]:
    free, looks = olds.start, len(olds) * len(news) <= PAIRS_LOOKED_AT
    for j in news:
        best = max(((alike(i, j), -i) for i in range(free, olds.stop)), default=(0.0, 0)) if looks else (0.0, 0)
        if best[0] >= ALIKE:
            yield from ((i, None) for i in range(free, -best[1]))
            yield -best[1], j
            free = 1 - best[1]
        else:
            yield None, j
    yield from ((i, None) for i in range(free, olds.stop))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags of words share, from 0 to 1 (Dice's coefficient); two empty ones are alike."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Equal pieces (where in old, where in new, length), sorted and never crossing."""
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        low, high, start, end = waiting.pop()
        begun = low
        while low < high and start < end and old[low] == new[start]:
            low += 1
            start += 1
        if low > begun:
            found.append((begun, start - (low - begun), low - begun))
        until = high
        while high > low and end > start and old[high - 1] == new[end - 1]:
            high -= 1
            end -= 1
        if until > high:
            found.append((high, end, until - high))
        if low == high or start == end:
            continue
        anchors = _anchors(old, new, (low, high, start, end))
        if anchors:
            equal, between = _grown(old, new, (low, high, start, end), anchors)
            found += equal
            waiting += between
        else:
            found += _myers(old[low:high], new[start:end], low, start)
    found.sort()
    return found


def _grown(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    piece: tuple[int, int, int, int],
    anchors: list[tuple[int, int]],
) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int, int]]]:
    """(each anchor grown to the right, what lies between two of them and must be looked at)."""
    low, high, start, end = piece
    equal, between = [], []
    for i, j in anchors:
        if i < low or j < start:
            continue
        if i > low or j > start:
            between.append((low, i, start, j))
        low, start = i + 1, j + 1
        while low < high and start < end and old[low] == new[start]:
            low += 1
            start += 1
        equal.append((i, j, low - i))
    between.append((low, high, start, end))
    return equal, between


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], piece: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Elements that stand once on each side: the longest run of them in the same order on both."""
    low, high, start, end = piece
    left, right = Counter(old[low:high]), Counter(new[start:end])
    once = {one for one, count in left.items() if count == 1 and right.get(one) == 1}
    if not once:
        return []
    place = {new[j]: j for j in range(start, end) if new[j] in once}
    pairs = [(i, place[old[i]]) for i in range(low, high) if old[i] in once]
    tops: list[int] = []  # the smallest end in `new` of a run of each length
    at: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(tops, j)
        if length == len(tops):
            tops.append(j)
            at.append(index)
        else:
            tops[length], at[length] = j, index
        before.append(at[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    index = at[-1]
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _myers(old: Sequence[Hashable], new: Sequence[Hashable], low: int, start: int) -> Iterator[tuple[int, int, int]]:
    """Equal elements of two short pieces by the fewest edits; none when that takes more than the bound."""
    longest_old, longest_new = len(old), len(new)
    if abs(longest_old - longest_new) > MYERS_BOUND or not set(old) & set(new):
        return
    ends: dict[int, int] = {1: 0}
    trail: list[dict[int, int]] = []
    for edits in range(min(MYERS_BOUND, longest_old + longest_new) + 1):
        trail.append(dict(ends))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and ends[diagonal - 1] < ends[diagonal + 1])
            x = ends[diagonal + 1] if down else ends[diagonal - 1] + 1
            while x < longest_old and x - diagonal < longest_new and old[x] == new[x - diagonal]:
                x += 1
            ends[diagonal] = x
            if x >= longest_old and x - diagonal >= longest_new:
                yield from _walked_back(trail, longest_old, longest_new, low, start)
                return


def _walked_back(trail: list[dict[int, int]], x: int, y: int, low: int, start: int) -> Iterator[tuple[int, int, int]]:
    for edits in range(len(trail) - 1, -1, -1):
        ends, diagonal = trail[edits], x - y
        down = diagonal == -edits or (diagonal != edits and ends[diagonal - 1] < ends[diagonal + 1])
        came = diagonal + 1 if down else diagonal - 1
        before = ends[came]
        after = before if down else before + 1
        if edits == 0:
            after = 0
        if x > after:
            yield low + after, start + after - diagonal, x - after
        x, y = before, before - came


def _joined(matches: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Neighbours that continue each other as one."""
    i = j = length = 0
    for a, b, more in matches:
        if length and (a, b) == (i + length, j + length):
            length += more
            continue
        if length:
            yield i, j, length
        i, j, length = a, b, more
    if length:
        yield i, j, length
