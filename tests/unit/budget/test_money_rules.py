"""Money to the cent: the vectors of published figures, and properties on any amount."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.quotes import pricing, rules
from budget.quotes.devis_words import PricedLine
from budget.quotes.words import PriceKind, QuoteLine, SupplierStatus, VatRounding
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import format_money, half_up, parse_amount, share

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "budget.json").read_text("utf-8"))


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


@pytest.mark.parametrize("case", VECTORS["vat_rounding"], ids=lambda case: case["id"])
def test_vat_on_lines_and_on_totals(case: dict[str, Any]) -> None:
    lines = [QuoteLine(cents(one), int(Decimal(case["rate"]) * 100)) for one in case["lines_ht"]]
    for rounding, name in ((VatRounding.LINE, "per_line"), (VatRounding.TOTAL, "on_total")):
        got = rules.totals(lines, rounding)
        wanted = [cents(case[key]) for key in ("ht", f"vat_{name}", f"ttc_{name}")]
        assert [got.net_cents, got.vat_cents, got.gross_cents] == wanted


@pytest.mark.parametrize("case", VECTORS["line_ht_rounding"], ids=lambda case: case["id"])
def test_unit_price_keeps_its_decimals(case: dict[str, Any]) -> None:
    got = [rules.line_net(Decimal(one["unit_price"]), int(one["qty"])) for one in case["lines"]]
    assert got == [cents(one["line_ht"]) for one in case["lines"]]
    assert sum(got) == cents(case["sum_of_rounded_lines"])


@pytest.mark.parametrize("case", VECTORS["allocation"], ids=lambda case: case["id"])
def test_shares_of_vectors(case: dict[str, Any]) -> None:
    assert list(share(case["amount_cents"], case["weights"])) == case["expect_cents"]


@pytest.mark.parametrize("weights", [*(case["weights"] for case in VECTORS["allocation_errors"]), [2, -1]])
def test_shares_refuse_weights_that_share_nothing(weights: list[int]) -> None:
    with pytest.raises(RuleBroken, match="error-share-weights"):
        share(100, weights)


@pytest.mark.parametrize("case", VECTORS["artist_author_cost"], ids=lambda case: case["id"])
def test_artist_author_costs_the_contribution(case: dict[str, Any]) -> None:
    assert rules.artist_contribution(cents(case["gross_ht"]), 110) == cents(case["diffuseur_1_1"])
    line = PricedLine(
        kind=PriceKind.WORK, label="x", copies=0, quantity=Decimal(1), unit_price=Decimal(case["gross_ht"]), vat_bp=0
    )
    cost = pricing.lot_cost([line], 0, VatRounding.TOTAL, SupplierStatus.ARTIST_AUTHOR, 110)
    assert cost.total_cents == cents(case["cost_franchise_vat"])


@pytest.mark.parametrize("case", VECTORS["number_input_fr"], ids=lambda case: repr(case["text"]))
def test_amounts_typed(case: dict[str, Any]) -> None:
    if case["expect"] == "reject":
        with pytest.raises(RuleBroken):
            parse_amount(case["text"])
    else:
        assert parse_amount(case["text"]) == cents(case["expect"])


@pytest.mark.parametrize("typed", ["12 345,60", "12\u202f345,60 €", "12345.6", "12\u00a0345,6"])
def test_one_amount_in_many_hands(typed: str) -> None:
    assert parse_amount(typed) == 1_234_560


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12,345.6", "error-amount-ambiguous"),
        ("12.345,60", "error-amount-ambiguous"),
        ("12.345", "error-amount-ambiguous"),
        ("1 2345", "error-amount-unreadable"),
        ("environ 300", "error-amount-unreadable"),
        (" € ", "error-amount-empty"),
        ("99999999999", "error-amount-too-large"),
        ("9" * 40, "error-amount-too-large"),
        ("1" + " 000" * 12, "error-amount-too-large"),
    ],
)
def test_doubtful_amounts_are_refused_by_name(typed: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        parse_amount(typed)


def test_half_goes_away_from_zero() -> None:
    assert [half_up(Decimal(one)) for one in ("266.5", "267.5", "-2.5", "2.4")] == [267, 268, -3, 2]


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any))
def test_shares_are_exact_and_fair(amount: int, weights: list[int]) -> None:
    got = share(amount, weights)
    assert sum(got) == amount
    assert all(
        abs(part - Fraction(amount * weight, sum(weights))) < 1 for part, weight in zip(got, weights, strict=True)
    )
    assert got == tuple(-part for part in share(-amount, weights))


@given(st.integers(-(10**10), 10**10))
def test_what_is_written_is_read_back(amount: int) -> None:
    assert parse_amount(format_money(amount)) == amount


def test_amounts_written_in_each_language() -> None:
    assert format_money(123_450) == "1\u202f234,50\u00a0€"
    assert format_money(-5, "en") == "\u2212€0.05"
    assert format_money(123_450, "en") == "€1,234.50"
