"""Adhesions: periods of each kind of rule, with their vectors, and who is up to date."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.adhesions import rules
from budget.adhesions.words import FeeKind, Period, RuleDraft, Standing
from workspace.kernel.errors import RuleBroken

VECTORS: dict[str, dict[str, Any]] = {
    one["id"]: one
    for one in json.loads((Path(__file__).parents[2] / "vectors" / "budget.json").read_text("utf-8"))[
        "membership_periods"
    ]
}
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def rule(kind: FeeKind, **said: Any) -> RuleDraft:
    return RuleDraft(label="x", kind=kind, amount_cents=said.pop("amount_cents", 12_000), **said)


def test_calendar_year_of_the_published_case() -> None:
    case = VECTORS["calendar-year"]
    told = rules.period_of(rule(FeeKind.CALENDAR), date.fromisoformat(case["paid_on"]))
    assert (told.ends_on.isoformat(), told.due_cents) == (case["expect_end"], 12_000)


def test_rolling_year_of_the_published_case() -> None:
    case = VECTORS["rolling-year"]
    told = rules.period_of(rule(FeeKind.ROLLING), date.fromisoformat(case["start"]))
    assert told.ends_on.isoformat() == case["expect_end"]


def test_no_overlap_of_the_published_rule() -> None:
    assert VECTORS["no-overlap"]["rule"]
    period = Period(starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), due_cents=0)
    rules.check_no_overlap(period, [(date(2025, 1, 1), date(2025, 12, 31)), (date(2027, 1, 1), date(2027, 1, 1))])
    for first, last in (("2025-06-01", "2026-01-01"), ("2026-12-31", "2027-06-01"), ("2026-03-01", "2026-04-01")):
        with pytest.raises(RuleBroken, match="error-membership-overlap"):
            rules.check_no_overlap(period, [(date.fromisoformat(first), date.fromisoformat(last))])


@pytest.mark.parametrize(
    ("starts_on", "first_month", "ends_on", "due"),
    [
        ("2026-01-01", 1, "2026-12-31", 12_000),
        ("2026-11-26", 1, "2026-12-31", 2_000),
        ("2026-12-31", 1, "2026-12-31", 1_000),
        ("2026-11-26", 9, "2027-08-31", 10_000),
        ("2026-08-31", 9, "2026-08-31", 1_000),
        ("2026-09-01", 9, "2027-08-31", 12_000),
    ],
)
def test_prorata_counts_the_months_that_are_left(starts_on: str, first_month: int, ends_on: str, due: int) -> None:
    told = rules.period_of(rule(FeeKind.PRORATA, first_month=first_month), date.fromisoformat(starts_on))
    assert (told.ends_on.isoformat(), told.due_cents) == (ends_on, due)


def test_prorata_rounds_half_up() -> None:
    assert rules.period_of(rule(FeeKind.PRORATA, amount_cents=1_002), date(2026, 12, 1)).due_cents == 84


@pytest.mark.parametrize(
    ("starts_on", "months", "ends_on"),
    [("2024-02-29", 12, "2025-02-28"), ("2026-08-31", 6, "2027-02-28"), ("2026-01-31", 1, "2026-02-28")],
)
def test_rolling_period_from_a_day_that_months_lack(starts_on: str, months: int, ends_on: str) -> None:
    told = rules.period_of(rule(FeeKind.ROLLING, months=months), date.fromisoformat(starts_on))
    assert told.ends_on.isoformat() == ends_on


@given(st.sampled_from(FeeKind), DAYS, st.integers(1, 12), st.integers(1, 36))
def test_periods_follow_each_other_without_gap_nor_overlap(
    kind: FeeKind, starts_on: date, first_month: int, months: int
) -> None:
    draft = rule(kind, first_month=first_month, months=months)
    one = rules.period_of(draft, starts_on)
    assert one.starts_on <= one.ends_on
    assert 0 < one.due_cents <= draft.amount_cents
    following = rules.period_of(draft, rules.next_start(one.ends_on, starts_on))
    assert following.starts_on == one.ends_on + timedelta(days=1)
    rules.check_no_overlap(following, [(one.starts_on, one.ends_on)])


@pytest.mark.parametrize(
    ("left", "today", "standing"),
    [
        (0, "2026-06-01", Standing.UP_TO_DATE),
        (0, "2025-12-01", Standing.COMING),
        (1, "2026-06-01", Standing.DUE),
        (1, "2026-06-30", Standing.DUE),
        (1, "2026-07-01", Standing.LATE),
        (1, "2027-01-01", Standing.ENDED),
        (0, "2027-01-01", Standing.ENDED),
    ],
)
def test_standing(left: int, today: str, standing: Standing) -> None:
    told = rules.standing_of(
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        left_cents=left,
        due_on=date(2026, 6, 30),
        today=date.fromisoformat(today),
    )
    assert told is standing


def test_renewal() -> None:
    today = date(2026, 11, 26)
    assert rules.next_start(None, today) == today
    assert rules.next_start(date(2026, 12, 31), today) == date(2027, 1, 1)
    assert rules.next_start(date(2020, 12, 31), today) == today
    assert not rules.is_to_renew(None, today)
    assert rules.is_to_renew(date(2026, 12, 26), today)
    assert not rules.is_to_renew(date(2026, 12, 27), today)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"amount_cents": -1}, "error-amount-negative"),
        ({"first_month": 13}, "error-fee-months"),
        ({"months": 37}, "error-fee-months"),
    ],
)
def test_rule_that_will_not_do(said: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        rules.clean_rule(rule(FeeKind.ROLLING, **said))
    with pytest.raises(RuleBroken, match="error-empty"):
        rules.clean_rule(RuleDraft(label=" ", kind=FeeKind.ROLLING, amount_cents=0))
