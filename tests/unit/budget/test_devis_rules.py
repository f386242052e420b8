"""Devis: what lots cost, what the document states beside, cells as people type them, the vectors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.quotes import pricing, rules, typed
from budget.quotes.checking import clean_devis
from budget.quotes.devis_words import LotChoice, PricedLine, StatedTotal, TypedLine, TypedTotal
from budget.quotes.words import DevisState, PriceKind, QuoteTotals, SupplierStatus, VatRounding
from budget.rates import rules as rates
from budget.rates.table import DEFAULTS
from tests.integration.budget.offers import devis
from tests.unit.budget.test_money_rules import VECTORS, cents
from workspace.kernel.errors import RuleBroken

LIABLE, TOTAL = SupplierStatus.LIABLE, VatRounding.TOTAL
DAY = date(2026, 11, 2)
BP = rates.artist_bp(DEFAULTS, DAY)


def priced(price, *, copies=0, quantity=1, vat=2000, kind=PriceKind.WORK, kept=False):
    return PricedLine(
        kind=kind,
        label="x",
        copies=copies,
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        vat_bp=vat,
        kept=kept,
    )


@pytest.mark.parametrize("case", VECTORS["ttc_to_ht"], ids=lambda case: case["id"])
def test_price_with_vat_is_parted_exactly(case):
    got = rules.from_gross(cents(case["ttc"]), int(Decimal(case["rate"]) * 100))
    assert got == QuoteTotals(cents(case["ht"]), cents(case["vat"]))


@given(st.integers(-(10**9), 10**9), st.sampled_from(rates.vat_bp(DEFAULTS, DAY)))
def test_parted_price_adds_up(gross, rate):
    assert rules.from_gross(gross, rate).gross_cents == gross


def test_tiers_of_vectors_and_their_inversions():
    case = next(one for one in VECTORS["price_breaks"] if one["id"] == "picto-10x15")
    wanted = {one["qty"]: cents(one["total"]) for one in case["cases"]}
    lines = []
    for quantity in wanted:
        tier = max((one for one in case["tiers"] if one["min_qty"] <= quantity), key=lambda one: one["min_qty"])
        lines.append(priced(tier["unit_price"], copies=quantity, quantity=quantity, vat=0))
    costs = [pricing.lot_cost(lines, one, TOTAL, LIABLE, BP) for one in pricing.lots_of(lines)]
    assert {one.copies: one.total_cents for one in costs} == wanted
    told = {(one.copies, one.total_cents, one.cheaper_copies, one.cheaper_cents) for one in pricing.inversions(costs)}
    assert told == {
        (one["qty"], cents(one["total"]), one["cheaper_at"], cents(one["cheaper_total"]))
        for one in case["inversions"]
    }


def test_lots_of_vectors_cost_their_price_and_nothing_in_between():
    case = next(one for one in VECTORS["price_breaks"] if one["id"] == "flyers-lots")
    lines = [priced(one["ht"], copies=one["qty"], vat=0) for one in case["lots"]]
    unit = {one["qty"]: Decimal(said) for one, said in zip(case["lots"], case["unit_cost"], strict=True)}
    for copies in pricing.lots_of(lines):
        assert pricing.lot_cost(lines, copies, TOTAL, LIABLE, BP).per_copy == unit[copies]
    assert pricing.choose_lot(pricing.lots_of(lines), 700) == LotChoice(wanted=700, order=1000, below=250)


@pytest.mark.parametrize(
    ("wanted", "order", "below"), [(500, 500, None), (700, 1000, 500), (1200, None, 1000), (100, 500, None)]
)
def test_quantity_between_two_lots_takes_the_larger(wanted, order, below):
    got = pricing.choose_lot((500, 1000), wanted)
    assert (got.order, got.below, got.is_exact) == (order, below, wanted == 500)


def test_price_without_quantity_serves_any():
    assert pricing.choose_lot((0,), 700).is_exact


def test_comparison_of_vectors():
    (case,) = VECTORS["quote_comparison"]
    costs = {}
    for offer in case["offers"]:
        status = SupplierStatus.ARTIST_AUTHOR if offer["artist_author"] else LIABLE
        line = priced(offer["ht"], vat=int(offer["vat_rate"]) * 100)
        costs[offer["id"]] = pricing.lot_cost([line], 0, TOTAL, status, BP).total_cents
        assert costs[offer["id"]] == cents(offer["cost"])
    assert sorted(costs, key=costs.__getitem__) == case["expect_rank"]


@pytest.mark.parametrize("case", VECTORS["artist_author_cost"], ids=lambda case: case["id"])
def test_artist_author_is_counted_on_work_and_rights_together(case):
    if "creation" not in case:
        pytest.skip("a fee in one piece: tests/unit/budget/test_money_rules.py")
    lines = [priced(case["creation"], vat=0), priced(case["rights"], vat=0, kind=PriceKind.RIGHTS)]
    got = pricing.lot_cost(lines, 0, TOTAL, SupplierStatus.ARTIST_AUTHOR, BP)
    assert (got.artist_cents, got.total_cents) == (cents(case["diffuseur_1_1"]), cents(case["cost_franchise_vat"]))


def test_delivery_is_no_fee_and_options_count_when_kept():
    lines = [
        priced(1000, vat=0),
        priced(50, vat=0, kind=PriceKind.DELIVERY),
        priced(100, vat=0, kind=PriceKind.OPTION),
        priced(200, vat=0, kind=PriceKind.OPTION, kept=True),
    ]
    artist = SupplierStatus.ARTIST_AUTHOR
    got = pricing.lot_cost(lines, 0, TOTAL, artist, BP)
    assert (got.base.net_cents, got.options.net_cents, got.artist_cents) == (105_000, 20_000, 1_320)
    assert pricing.lot_cost(lines, 0, TOTAL, artist, BP, all_options=True).options.net_cents == 30_000


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.booleans()), min_size=1, max_size=12),
    st.sampled_from(list(VatRounding)),
)
def test_options_cost_what_they_add(amounts, rounding):
    lines = [
        priced(Decimal(cents_) / 100, kind=PriceKind.OPTION if option else PriceKind.WORK, kept=option)
        for cents_, option in amounts
    ]
    got = pricing.lot_cost(lines, 0, rounding, LIABLE, BP)
    bare = [priced(line.unit_price) for line in lines]
    assert got.total_cents == pricing.lot_cost(bare, 0, rounding, LIABLE, BP).total_cents


def test_difference_with_the_document_is_told_to_the_cent():
    lines = [priced("299.33"), priced("179.33"), priced("99.34")]
    (lot,) = pricing.lot_views(lines, [StatedTotal(copies=0, gross_cents=69_361)], TOTAL, LIABLE, BP)
    assert (lot.net_off, lot.gross_off, lot.is_off) == (None, 1, True)
    (lot,) = pricing.lot_views(lines, [StatedTotal(copies=0, gross_cents=69_361)], VatRounding.LINE, LIABLE, BP)
    assert not lot.is_off


def test_validity_ends_with_its_last_day():
    last = date(2026, 11, 30)
    assert pricing.state_on(last, DevisState.RECEIVED, last) is DevisState.RECEIVED
    assert pricing.state_on(date(2026, 12, 1), DevisState.SHORTLISTED, last) is DevisState.EXPIRED
    assert pricing.state_on(date(2026, 12, 1), DevisState.SELECTED, last) is DevisState.SELECTED


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0,195", "0.195"),
        ("1\u202f250,00 €", "1250.00"),
        ("-0,095", "-0.095"),
        ("1,1950", "1.1950"),
        ("12", "12"),
        ("12 345.6", "12345.6"),
    ],
)
def test_unit_prices_keep_their_decimals(cell, value):
    assert typed.read_price(cell, 1) == Decimal(value)


@pytest.mark.parametrize(
    ("line", "code", "row"),
    [
        (TypedLine(label="x", unit_price="1,195", rate="20"), "error-line-price-two-ways", 2),
        (TypedLine(label="x", unit_price="12.345,60", rate="20"), "error-line-price", 2),
        (TypedLine(label="x", unit_price="abc", rate="20"), "error-line-price", 2),
        (TypedLine(label="", unit_price="1", rate="20"), "error-line-label", 2),
        (TypedLine(label="x", unit_price="1", rate=""), "error-line-rate", 2),
        (TypedLine(label="x", unit_price="1", rate="101"), "error-line-rate", 2),
        (TypedLine(label="x", unit_price="1", rate="20", quantity="0"), "error-line-quantity", 2),
        (TypedLine(label="x", unit_price="1", rate="20", copies="mille"), "error-line-copies", 2),
    ],
)
def test_cell_that_will_not_do_is_named_by_its_row(line, code, row):
    with pytest.raises(RuleBroken) as refused:
        typed.read_lines([TypedLine(), line])
    assert (refused.value.code, refused.value.values["row"]) == (code, row)


def test_lines_are_read_as_typed():
    (line,) = typed.read_lines(
        [
            TypedLine(
                kind="option", label=" Pelliculage ", copies="1 000", quantity="2,5", unit_price="0,12", rate="5,5 %",
                kept=True,
            ),
            TypedLine(),
        ]
    )  # fmt: skip
    assert (line.kind, line.label, line.copies, line.vat_bp, line.kept) == (
        PriceKind.OPTION, "Pelliculage", 1000, 550, True,
    )  # fmt: skip
    assert line.quantity == Decimal("2.5")


def test_nothing_typed_says_so():
    with pytest.raises(RuleBroken, match="error-devis-no-line"):
        typed.read_lines([TypedLine(rate="20")])


def test_stated_total_belongs_to_a_lot():
    assert typed.read_stated([TypedTotal(copies="500", gross="12,00"), TypedTotal()], (500, 1000)) == (
        StatedTotal(copies=500, gross_cents=1200),
    )
    with pytest.raises(RuleBroken, match="error-stated-lot"):
        typed.read_stated([TypedTotal(copies="700", gross="12,00")], (500, 1000))


GROUPS = " ".join(["1", *["000"] * 10])


@pytest.mark.parametrize("read", [typed.read_quantity, typed.read_price])
def test_number_longer_than_any_amount_is_refused(read):
    with pytest.raises(RuleBroken, match="error-line-"):
        read(GROUPS, 1)
    with pytest.raises(RuleBroken, match="error-line-copies"):
        typed.read_copies(GROUPS, 1)


@pytest.mark.parametrize(
    "lines",
    [
        (TypedLine(label="x", quantity="999999999", unit_price="999999999", rate="20"),),
        (
            TypedLine(label="x", quantity="999999999", unit_price="999999999", rate="0"),
            TypedLine(label="y", quantity="999999999", unit_price="-999999999", rate="0"),
        ),
        (TypedLine(kind="option", label="x", unit_price="999999999", quantity="2", rate="0"),),
    ],
)
def test_devis_whose_lots_no_column_holds_is_refused(lines):
    with pytest.raises(RuleBroken, match="error-devis-too-large"):
        clean_devis(devis(uuid4(), lines=lines, stated=()))
