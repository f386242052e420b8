"""Rules of the comparison, pure: the weighted mean, the criteria that were typed, the quantity to begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from budget.quotes.compare_words import Criterion, Mark
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken

NAME_LENGTH = 80
NOTE_LENGTH = 300
CRITERIA_MAXIMUM = 12
WEIGHTS = range(1, 11)
MARKS = range(6)


def score(criteria: Iterable[Criterion], marks: Mapping[UUID, Mark]) -> Decimal | None:
    """The weighted mean of the marks there are, from 0 to 5; None when there is none."""
    given = [
        (one.weight, mark)
        for one in criteria
        if one.criterion_id is not None and (mark := marks.get(one.criterion_id, Mark()).mark) is not None
    ]
    if not given:
        return None
    return Decimal(sum(weight * mark for weight, mark in given)) / sum(weight for weight, _ in given)


def clean_criteria(typed: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Criteria as they were typed. Raises RuleBroken `error-too-many`, `error-criterion-weight`, `-twice`."""
    if len(typed) > CRITERIA_MAXIMUM:
        raise RuleBroken("error-too-many", field="criteria", maximum=CRITERIA_MAXIMUM)
    made: list[Criterion] = []
    for one in typed:
        name = clean_line(one.name, maximum=NAME_LENGTH, field="criterion")
        if one.weight not in WEIGHTS:
            raise RuleBroken("error-criterion-weight", name=name)
        if name.casefold() in {known.name.casefold() for known in made}:
            raise RuleBroken("error-criterion-twice", name=name)
        made.append(Criterion(criterion_id=one.criterion_id, name=name, weight=one.weight))
    return tuple(made)


def usual_lot(lots: Iterable[Sequence[int]]) -> int:
    """The quantity that most devis give a price for, the smaller of two; 0 when no price depends on one."""
    counted = Counter(copies for one in lots for copies in one if copies)
    return min(counted, key=lambda one: (-counted[one], one), default=0)
