"""Counts that are sums: approval, dots, and dates."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from workspace.decisions.tally.order import Ranking, ranked

Option = TypeVar("Option", bound=Hashable)
YES, IF_NEEDED, NO = 2, 1, 0


def rank_totals(columns: Mapping[Option, Sequence[int]]) -> tuple[Ranking[Option], dict[Option, int]]:
    """(ranking, totals): what each ballot gives to each option, added up. Approval gives 0 or 1; dots, any number."""
    totals = {option: sum(column) for option, column in columns.items()}
    return ranked(totals), totals


def rank_dates(columns: Mapping[Option, Sequence[int]]) -> tuple[Ranking[Option], dict[Option, tuple[int, int, int]]]:
    """(ranking, answers yes / if need be / no of each date).

    First the date that most can attend, at need; among those, the one that suits most people.
    """
    answers = {
        option: (column.count(YES), column.count(IF_NEEDED), column.count(NO))
        for option, column in ((option, list(column)) for option, column in columns.items())
    }
    return ranked({option: (yes + needed, yes) for option, (yes, needed, _) in answers.items()}), answers
