"""Majority judgment (Balinski & Laraki, *Majority Judgment*, MIT Press, 2010), with its exact tie-break.

Grades are numbers from 0, the worst. An option's majority grade is the middle of its grades; with an even number,
the lower of the two in the middle. Between options of equal grade, one grade of that value is taken out of each and
the new middles are compared, and so on until they differ. Two options remain equal only when they received exactly
the same grades.

Taking grades out one by one is long. The key computed here gives the same order in as many steps as there are grades
(MieuxVoter, majority-judgment libraries): the middle grade, then the larger of the two groups on its sides, counted
against the option when it stands below; the middle group is merged into the nearest grade of that side, and again.
`tests/unit/decisions/test_majority_judgment.py` compares both on every small profile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from workspace.decisions.tally.order import Ranking, ranked

Option = TypeVar("Option", bound=Hashable)
Key = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merit:
    """An option's majority grade, and how many grades stand above and below it."""

    grade: int
    above: int
    below: int


def count_grades(columns: Mapping[Option, Sequence[int]], grades: int) -> dict[Option, list[int]]:
    """How often each option received each of `grades` grades, the worst first."""
    counted: dict[Option, list[int]] = {}
    for option, column in columns.items():
        counter = Counter(column)
        counted[option] = [counter[grade] for grade in range(grades)]
    return counted


def merit(counts: Sequence[int], *, upper: bool = False) -> Merit:
    """The majority grade of one option. `upper` takes the higher middle, as a published variant does.

    Raises ValueError without any grade.
    """
    total = sum(counts)
    if total == 0:
        raise ValueError("no grade to take the middle of")
    middle = total // 2 if upper else (total - 1) // 2
    upto = list(accumulate(counts))
    grade = next(place for place, seen in enumerate(upto) if seen > middle)
    return Merit(grade=grade, above=total - upto[grade], below=upto[grade] - counts[grade])


def merit_key(counts: Sequence[int], *, upper: bool = False) -> Key:
    """What orders options whose numbers of grades are equal: the greater key is the better option."""
    left = list(counts)
    key: list[tuple[int, int]] = []
    while True:
        now = merit(left, upper=upper)
        against = now.below > now.above or (now.below == now.above and not upper)
        size = now.below if against else now.above
        key.append((now.grade, -size if against else size))
        if size == 0:
            return tuple(key)
        step = -1 if against else 1
        near = now.grade + step
        while left[near] == 0:
            near += step
        left[near] += left[now.grade]
        left[now.grade] = 0


def rank(counts: Mapping[Option, Sequence[int]], *, upper: bool = False) -> Ranking[Option]:
    """Options from the best to the worst, ties together.

    Raises ValueError when options did not receive the same number of grades: their middles would not be comparable.
    """
    if len({sum(one) for one in counts.values()}) > 1:
        raise ValueError("options must have received the same number of grades")
    if not any(sum(one) for one in counts.values()):
        return (tuple(counts),) if counts else ()
    return ranked({option: merit_key(one, upper=upper) for option, one in counts.items()})
