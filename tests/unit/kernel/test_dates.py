"""Days as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from workspace.kernel.dates import long_day, long_instant, read_day, read_day_if_any, typed_day
from workspace.kernel.errors import RuleBroken


def test_day_and_instant_are_those_of_the_language_and_zone() -> None:
    assert long_day(date(2026, 11, 1), "fr") == "1er novembre 2026"
    assert long_day(date(2026, 11, 1), "en") == "1 November 2026"
    late = datetime(2026, 11, 20, 23, 5, tzinfo=UTC)
    assert long_instant(late, "Europe/Paris", "fr") == "21 novembre 2026, 00:05"
    assert long_instant(late, "Europe/Paris", "en") == "21 November 2026, 00:05"


@pytest.mark.parametrize(
    "typed",
    [
        "26/11/2026", " 26 / 11 / 2026 ", "26.11.26", "26-11-2026", "26 11 2026", "26112026", "2026-11-26",
        "26 novembre 2026", "26 nov. 2026", "26 NOVEMBRE 2026", "26 November 2026", "26th november 2026",
    ],
)  # fmt: skip
def test_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1er août 2026", date(2026, 8, 1)), ("1 aout 2026", date(2026, 8, 1)), ("3 juil. 2027", date(2027, 7, 3)),
     ("29/2/2028", date(2028, 2, 29)), ("01/02/2026", date(2026, 2, 1))],
)  # fmt: skip
def test_day_before_month_accents_and_leap_years(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2026", "29/02/2027", "11/26/2026", "demain", "26/11", "26/11/02026", "26/11/0026", "00/01/2026",
        "3 jui 2026", "3 ma 2026", "26/11/2026 x", "-1/1/2026", "٢٦/١١/٢٠٢٦", "9" * 40, "1/1/9999",
    ],
    ids=[f"bad{place}" for place in range(15)],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_day(typed)
    assert refused.value.code == "error-day-unreadable"
    assert refused.value.values["typed"] == typed


def test_nothing_typed_is_no_day_where_one_is_needed() -> None:
    assert read_day_if_any("  ") is None
    with pytest.raises(RuleBroken) as refused:
        read_day("")
    assert refused.value.code == "error-day-empty"


def test_what_a_field_shows_is_read_back() -> None:
    for day in (date(1900, 1, 1), date(2026, 11, 26), date(2199, 12, 31)):
        assert read_day(typed_day(day)) == day
    assert typed_day(None) == ""
