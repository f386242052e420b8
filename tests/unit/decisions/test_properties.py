"""What a count must be whatever the ballots: blind to names and to order, never hurt by a better mark."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.decisions.vectors import by_removal
from workspace.decisions.tally import majority_judgment, pairs, sums
from workspace.decisions.tally.order import ranked, ranks

NAMES = "ABCDE"
ballots_of = st.integers(1, 5).flatmap(
    lambda options: st.lists(st.lists(st.integers(0, 4), min_size=options, max_size=options), min_size=1, max_size=25)
)


def columns(ballots: list[list[int]]) -> dict[str, list[int]]:
    return {NAMES[place]: list(column) for place, column in enumerate(zip(*ballots, strict=True))}


def judged(ballots: list[list[int]]) -> dict[str, int]:
    return ranks(majority_judgment.rank(majority_judgment.count_grades(columns(ballots), 5)))


def approved(ballots: list[list[int]]) -> dict[str, int]:
    return ranks(sums.rank_totals(columns([[mark // 3 for mark in one] for one in ballots]))[0])


def dotted(ballots: list[list[int]]) -> dict[str, int]:
    return ranks(sums.rank_totals(columns(ballots))[0])


def dated(ballots: list[list[int]]) -> dict[str, int]:
    return ranks(sums.rank_dates(columns([[mark // 2 for mark in one] for one in ballots]))[0])


def schulzed(ballots: list[list[int]]) -> dict[str, int]:
    """Marks read as ranks: 4 is first."""
    turned = columns([[5 - mark for mark in one] for one in ballots])
    return ranks(pairs.rank_schulze(list(turned), list(turned.values())))


METHODS = [judged, approved, dotted, dated, schulzed]


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_same_result_under_any_order_of_ballots(method, data) -> None:
    ballots = data.draw(ballots_of)
    assert method(data.draw(st.permutations(ballots))) == method(ballots)


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_neutral_renaming_the_options_renames_the_result(method, data) -> None:
    ballots = data.draw(ballots_of)
    order = data.draw(st.permutations(range(len(ballots[0]))))
    before, after = method(ballots), method([[one[place] for place in order] for one in ballots])
    assert all(after[NAMES[new]] == before[NAMES[old]] for new, old in enumerate(order))


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_monotone_a_better_mark_never_lowers_an_option(method, data) -> None:
    """Schulze too: raising one option on one ballot, the others staying in their order."""
    ballots = data.draw(ballots_of)
    voter, option = data.draw(st.integers(0, len(ballots) - 1)), data.draw(st.integers(0, len(ballots[0]) - 1))
    raised = [list(one) for one in ballots]
    raised[voter][option] = min(4, raised[voter][option] + data.draw(st.integers(1, 4)))
    before, after = method(ballots), method(raised)
    if before[NAMES[option]] == 1:
        assert after[NAMES[option]] == 1


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_everybody_s_preference_is_the_result_s(method, data) -> None:
    """When each ballot puts an option strictly first, it wins alone; the others never pass it."""
    others = data.draw(ballots_of)
    ballots = [[4, *(min(mark, 1) for mark in one[1:])] for one in others]
    result = method(ballots)
    assert result["A"] == 1
    assert list(result.values()).count(1) == 1 or len(ballots[0]) == 1


@given(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=40))
def test_majority_judgment_is_the_book_s_removal(ballots: list[list[int]]) -> None:
    counts = majority_judgment.count_grades(columns(ballots), 5)
    assert majority_judgment.rank(counts) == ranked({name: tuple(by_removal(one)) for name, one in counts.items()})


def test_majority_judgment_is_the_book_s_removal_on_every_small_profile() -> None:
    for voters in range(1, 7):
        profiles = [one for one in product(range(voters + 1), repeat=4) if sum(one) == voters]
        quick = sorted(profiles, key=majority_judgment.merit_key)
        slow = sorted(profiles, key=lambda one: tuple(by_removal(list(one))))
        assert quick == slow
        assert len({majority_judgment.merit_key(one) for one in profiles}) == len(profiles)


def best_path(won: list[list[int]], start: int, end: int, seen: frozenset[int]) -> int:
    """The strongest path by trying every one of them: slow, and plainly the definition."""
    best = won[start][end] if won[start][end] > won[end][start] else 0
    for through in range(len(won)):
        if through not in seen | {start, end} and won[start][through] > won[through][start]:
            rest = best_path(won, through, end, seen | {start})
            best = max(best, min(won[start][through], rest))
    return best


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=1, max_size=25))
def test_schulze_agrees_with_the_definition_and_with_condorcet(ballots: list[list[int]]) -> None:
    turned = [[5 - mark for mark in column] for column in zip(*ballots, strict=True)]
    won, everyone = pairs.duels(turned), range(4)
    counted = [[sum(one[a] > one[b] for one in ballots) for b in everyone] for a in everyone]
    assert won == counted
    paths = [[best_path(won, a, b, frozenset()) if a != b else 0 for b in everyone] for a in everyone]
    mine = pairs.strongest_paths(won)
    assert all(mine[a][b] == paths[a][b] for a in everyone for b in everyone if a != b)
    first = pairs.condorcet_winner(won)
    if first is not None:
        assert pairs.rank_schulze(list("ABCD"), turned)[0] == ("ABCD"[first],)
