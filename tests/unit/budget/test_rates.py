"""The dated table of rates: what holds on a day, what a correction may be, and that rooms read the table."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from budget.adhesions import rules as adhesions
from budget.contributions import rules as contributions
from budget.rates import rules
from budget.rates.table import CHART, CHARTS, DEFAULTS
from budget.rates.words import CorrectionDraft, RateKind, RateLine, RateTable
from budget.spending import rules as spending
from budget.spending.words import InvoiceDraft
from workspace.kernel.errors import RuleBroken

DAY = date(2026, 11, 2)


def corrected(kind: RateKind, value: int, from_on: date) -> RateTable:
    """The house's table with one correction."""
    line = RateLine(kind=kind, from_on=from_on, value=value, source="Essai", correction_id=uuid4())
    return RateTable((line, *DEFAULTS.lines))


def test_rate_of_a_day_is_the_one_that_held() -> None:
    table = corrected(RateKind.ARTIST, 200, date(2030, 1, 1))
    assert [rules.artist_bp(table, date(year, 12, 31)) for year in (2010, 2029, 2030)] == [110, 110, 210]


def test_correction_wins_over_the_house_s_line_of_its_day() -> None:
    assert corrected(RateKind.VAT_USUAL, 1_960, date(2014, 1, 1)).rate_at(RateKind.VAT_USUAL, DAY) == 1_960
    assert corrected(RateKind.VAT_USUAL, 1_960, date(2013, 1, 1)).rate_at(RateKind.VAT_USUAL, DAY) == 2_000


def test_rooms_read_the_table() -> None:
    draft = InvoiceDraft(
        supplier_id=uuid4(), line_id=uuid4(), number="1", issued_on=DAY, net_cents=100_000, vat_cents=0,
        gross_cents=100_000,
    )  # fmt: skip
    table = corrected(RateKind.ARTIST, 290, DAY)
    assert (spending.side_of(draft, DEFAULTS), spending.side_of(draft, table)) == (1_100, 3_000)
    assert (rules.withheld(DEFAULTS, 100_000, DAY), rules.withheld(DEFAULTS, -100_000, DAY)) == (16_030, -16_030)
    assert rules.withheld(corrected(RateKind.CSG_BASE, 10_000, DAY), 100_000, DAY) == 16_200
    assert rules.vat_bp(DEFAULTS, DAY) == (2000, 1000, 550, 210, 0)
    assert (CHART.bank, CHART.fees) == (spending.BANK, adhesions.FEES)
    assert (CHART.bank, CHART.cash_box) == (contributions.BANK, contributions.CASH_BOX)


def test_every_kind_has_a_line_and_every_line_says_where_it_comes_from() -> None:
    assert {one.kind for one in DEFAULTS.lines} == set(RateKind)
    assert all(one.source for one in (*DEFAULTS.lines, *CHARTS))
    told = [(one.kind, one.from_on) for one in DEFAULTS.lines]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1,1", 110), ("1.1", 110), (" 1,10\u202f% ", 110), ("0", 0), ("98,25", 9_825), ("100 %", 10_000)],
)
def test_rate_is_read_as_people_type_it(typed: str, value: int) -> None:
    assert rules.read_value(RateKind.ARTIST, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (RateKind.ARTIST, "110 %", "error-rate-large"),
        (RateKind.ARTIST, "-1", "error-rate-unreadable"),
        (RateKind.ARTIST, "1,125", "error-rate-unreadable"),
        (RateKind.ARTIST, "1,1,1", "error-rate-unreadable"),
        (RateKind.ARTIST, "", "error-rate-unreadable"),
        (RateKind.URSSAF_DAY, "31", "error-rate-day"),
        (RateKind.URSSAF_DAY, "0", "error-rate-day"),
        (RateKind.URSSAF_DAY, "1,1", "error-rate-day"),
    ],
)
def test_what_is_no_rate_is_refused(kind: RateKind, typed: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        rules.read_value(kind, typed)


def test_correction_needs_a_source_and_a_day_that_no_document_bears() -> None:
    draft = CorrectionDraft(kind=RateKind.ARTIST, value="1,2", from_on=DAY, source="  ")
    with pytest.raises(RuleBroken, match="error-empty"):
        rules.clean_correction(draft, None)
    good = CorrectionDraft(kind=RateKind.ARTIST, value="1,2", from_on=DAY, source="urssaf.fr")
    assert rules.clean_correction(good, date(2026, 11, 1)).value == 120
    with pytest.raises(RuleBroken, match="error-rate-used"):
        rules.clean_correction(good, DAY)
    vat = CorrectionDraft(kind=RateKind.VAT_USUAL, value="21", from_on=DAY, source="CGI")
    assert rules.clean_correction(vat, DAY).value == 2_100
    with pytest.raises(RuleBroken, match="error-rate-years"):
        rules.clean_correction(
            CorrectionDraft(kind=RateKind.CSG, value="1", from_on=date(26, 1, 1), source="x"), None
        )


@pytest.mark.parametrize(
    ("paid", "declared"),
    [("2026-03-31", "2026-04-15"), ("2026-11-26", "2027-01-15"), ("2026-07-01", "2026-10-15")],
)
def test_contribution_is_declared_in_the_month_after_its_quarter(paid: str, declared: str) -> None:
    assert rules.urssaf_day(DEFAULTS, date.fromisoformat(paid)) == date.fromisoformat(declared)
