"""The dated table of rates: what holds on a day, and that rooms read it rather than figures of their own."""

from __future__ import annotations

from datetime import date

import pytest

from budget import rates
from budget.adhesions import rules as adhesions
from budget.contributions import rules as contributions
from budget.quotes import rules as quotes
from budget.quotes import typed
from budget.spending import rules as spending


def test_rate_of_a_day_is_the_one_that_held(monkeypatch: pytest.MonkeyPatch) -> None:
    later = rates.Rate(from_on=date(2030, 1, 1), basis_points=(200, 20), source="Essai")
    monkeypatch.setattr(rates, "ARTIST", (*rates.ARTIST, later))
    assert [rates.artist_bp(date(year, 12, 31)) for year in (2010, 2029, 2030)] == [110, 110, 220]


def test_rooms_read_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = rates.Rate(from_on=date(2000, 1, 1), basis_points=(300,), source="Essai")
    assert quotes.artist_contribution(100_000) == 1_100
    monkeypatch.setattr(rates, "ARTIST", (changed,))
    assert quotes.artist_contribution(100_000) == 3_000
    assert rates.vat_bp() == typed.USUAL_RATES
    assert (rates.CHART.bank, rates.CHART.fees) == (spending.BANK, adhesions.FEES)
    assert (rates.CHART.bank, rates.CHART.cash_box) == (contributions.BANK, contributions.CASH_BOX)


@pytest.mark.parametrize("table", [rates.ARTIST, rates.VAT, rates.URSSAF, rates.CHARTS])
def test_lines_follow_each_other_and_say_where_they_come_from(table: tuple[rates.Rate, ...]) -> None:
    days = [line.from_on for line in table]
    assert days == sorted(set(days))
    assert all(line.source for line in table)


@pytest.mark.parametrize(
    ("paid", "declared"),
    [("2026-03-31", "2026-04-15"), ("2026-11-26", "2027-01-15"), ("2026-07-01", "2026-10-15")],
)
def test_contribution_is_declared_in_the_month_after_its_quarter(paid: str, declared: str) -> None:
    assert rates.urssaf_day(date.fromisoformat(paid)) == date.fromisoformat(declared)
