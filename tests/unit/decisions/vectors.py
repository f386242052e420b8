"""The published vectors, brought to the shape of our counts. Filling in missing grades is the sources' own choice."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from workspace.decisions.tally import majority_judgment, pairs, quorum, sums
from workspace.decisions.tally.order import ranks

FILE = Path(__file__).resolve().parents[2] / "vectors" / "decisions.json"
VECTORS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["vectors"]
OFFERED = {
    "majority_judgment", "majority_value", "approval", "score_sum", "schulze", "condorcet_winner", "proxy_cap",
}  # fmt: skip


def check(vector: dict[str, Any]) -> None:
    """Raise AssertionError when our count does not give the published result."""
    given, expected = vector["input"], vector["expected"]
    {
        "majority_judgment": _majority_judgment,
        "majority_value": _majority_judgment,
        "approval": _approval,
        "score_sum": _score_sum,
        "schulze": _schulze,
        "condorcet_winner": _condorcet,
        "proxy_cap": _proxy_cap,
    }[vector["method"]](given, expected)


def _same(ranking: Any, expected: dict[str, Any]) -> None:
    """Compare with whatever the source publishes: places, groups, or who comes first."""
    if "ranks" in expected:
        assert ranks(ranking) == expected["ranks"]
    if "ranking" in expected:
        assert [set(group) for group in ranking] == [set(group) for group in expected["ranking"]]
    if "winners" in expected:
        assert set(ranking[0]) == set(expected["winners"])
    if "tie" in expected:
        assert set(ranking[0]) == set(expected["tie"])


def _expanded(column: list[tuple[int, int]]) -> list[int]:
    return [value for value, count in column for _ in range(count)]


def _grades(given: dict[str, Any]) -> dict[str, list[int]]:
    """Counts by grade, the worst first, whatever the form of the source."""
    if given["kind"] == "tallies":
        return _filled(given)
    if given["kind"] == "grades":
        top = 1 + max(max(grades) for grades in given["options"].values())
        return majority_judgment.count_grades(given["options"], top)
    if given["kind"] == "score_ballots":
        names = given["ballots"][0]["scores"]
        columns = {
            name: _expanded([(one["scores"][name], one["count"]) for one in given["ballots"]]) for name in names
        }
        return majority_judgment.count_grades(columns, 1 + max(max(column) for column in columns.values()))
    assert given["kind"] == "grade_ballots"
    kept = [one for one in given["ballots"] if all(one["grades"].values())]
    names = kept[0]["grades"]
    columns = {name: _expanded([(5 - one["grades"][name], one["count"]) for one in kept]) for name in names}
    return majority_judgment.count_grades(columns, 5)


def _filled(given: dict[str, Any]) -> dict[str, list[int]]:
    counts = {name: list(one) for name, one in given["tallies"].items()}
    missing = given["missing"]
    if missing == "none":
        return counts
    if missing == "normalize_lcm":
        whole = math.lcm(*(sum(one) for one in counts.values()))
        return {name: [count * (whole // sum(one)) for count in one] for name, one in counts.items()}
    for one in counts.values():
        if missing.startswith("static_grade:"):
            grade = int(missing.split(":")[1])
        else:
            grade = majority_judgment.merit(one).grade
        one[grade] += given["participants"] - sum(one)
    return counts


def _majority_judgment(given: dict[str, Any], expected: dict[str, Any]) -> None:
    counts = _grades(given)
    if "error" in expected:
        with pytest.raises(ValueError, match="same number"):
            majority_judgment.rank(counts)
        return
    _same(majority_judgment.rank(counts, upper=given.get("median") == "high"), expected)
    if "majority_values" in expected:
        for name, value in expected["majority_values"].items():
            assert by_removal(counts[name]) == value
    if "medians" in expected:
        for name, word in expected["medians"].items():
            assert given["scale"][majority_judgment.merit(counts[name]).grade] == word
    if "raw_best_to_worst" in expected:
        assert [list(reversed(one)) for one in counts.values()] == expected["raw_best_to_worst"]


def by_removal(counts: list[int]) -> list[int]:
    """The majority value as the book defines it: the middle grade taken out again and again."""
    left, value = list(counts), []
    while any(left):
        grade = majority_judgment.merit(left).grade
        left[grade] -= 1
        value.append(grade)
    return value


def _approval(given: dict[str, Any], expected: dict[str, Any]) -> None:
    columns = {
        name: _expanded([(int(name in one["approved"]), one["count"]) for one in given["ballots"]])
        for name in given["candidates"]
    }
    ranking, totals = sums.rank_totals(columns)
    _same(ranking, expected)
    assert totals == expected.get("totals", totals)


def _score_sum(given: dict[str, Any], expected: dict[str, Any]) -> None:
    names = given["ballots"][0]["scores"]
    columns = {name: _expanded([(one["scores"][name], one["count"]) for one in given["ballots"]]) for name in names}
    ranking, totals = sums.rank_totals(columns)
    _same(ranking, expected)
    assert totals == expected["totals"]


def _columns(given: dict[str, Any]) -> list[list[int]]:
    columns = []
    for name in given["candidates"]:
        column = []
        for one in given["ballots"]:
            places = [place for place, group in enumerate(one["ranking"], start=1) if name in group]
            column += [(places or [len(one["ranking"]) + 1])[0]] * one["count"]
        columns.append(column)
    return columns


def _schulze(given: dict[str, Any], expected: dict[str, Any]) -> None:
    _same(pairs.rank_schulze(given["candidates"], _columns(given)), expected)


def _condorcet(given: dict[str, Any], expected: dict[str, Any]) -> None:
    won = pairs.duels(_columns(given))
    first = pairs.condorcet_winner(won)
    assert ([] if first is None else [given["candidates"][first]]) == expected["winners"]
    if "schulze_winner" in expected:
        assert pairs.rank_schulze(given["candidates"], _columns(given))[0] == (expected["schulze_winner"],)


def _proxy_cap(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert [quorum.procuration_cap(one) for one in given["associes"]] == expected["max_extra_votes"]
