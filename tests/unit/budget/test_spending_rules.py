"""Who is paid what, what is withheld, who raised a threshold: the pure rules."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.envelope import rules as envelope
from budget.envelope.rules import Raise
from budget.rates.rules import withheld
from budget.rates.table import DEFAULTS
from budget.spending import rules
from budget.spending.words import Dues, Payee

COSTS = json.loads((Path(__file__).parents[2] / "vectors" / "budget.json").read_text("utf-8"))["artist_author_cost"]
DAY = date(2026, 11, 2)
ONE, OTHER = uuid4(), uuid4()
CENTS = st.integers(0, 10**7)


@pytest.mark.parametrize("case", [one for one in COSTS if "precompte_total" in one], ids=lambda one: one["id"])
def test_published_amounts_are_withheld(case: dict) -> None:
    assert withheld(DEFAULTS, int(Decimal(case["gross_ht"]) * 100), DAY) == int(
        Decimal(case["precompte_total"]) * 100
    )


def test_reference_example_is_withheld() -> None:
    assert withheld(DEFAULTS, 100_000, DAY) == 16_030


@given(CENTS, CENTS, CENTS, CENTS, CENTS)
def test_what_is_left_is_all_told_and_never_asked_past_what_may_be_paid(
    gross: int, side: int, held: int, supplier: int, urssaf: int
) -> None:
    stands = Dues(
        gross_cents=gross,
        side_cents=side,
        withheld_cents=min(held, gross),
        to_supplier_cents=supplier,
        to_urssaf_cents=urssaf,
    )
    left = rules.lefts(stands)
    assert sum(left.values()) == stands.left_cents
    if stands.left_cents >= 0:
        assert min(left.values()) >= 0
        assert rules.payable(stands, Payee.SUPPLIER) <= gross


@given(CENTS, CENTS, CENTS, CENTS, CENTS)
def test_ledger_owes_the_urssaf_what_is_asked_for_it(
    gross: int, side: int, held: int, supplier: int, urssaf: int
) -> None:
    """While nobody was paid too much, the debt to the URSSAF is what is left to pay to it."""
    stands = Dues(
        gross_cents=gross,
        side_cents=side,
        withheld_cents=min(held, gross),
        to_supplier_cents=min(supplier, gross),
        to_urssaf_cents=min(urssaf, side),
    )
    assert rules.social_left(stands) == rules.lefts(stands)[Payee.URSSAF]


@given(st.lists(st.tuples(st.booleans(), CENTS), max_size=12), CENTS)
def test_nobody_alone_raises_his_own_threshold(changes: list[tuple[bool, int]], first: int) -> None:
    threshold, known = first, Raise(None, None)
    for _, cents in changes:
        known = envelope.raised(threshold, cents, known, ONE)
        threshold = cents
        assert envelope.own_threshold(threshold, known, ONE) <= first


def test_another_person_s_raise_counts_for_the_first() -> None:
    known = envelope.raised(500, 1_000, Raise(None, None), ONE)
    assert (envelope.own_threshold(1_000, known, ONE), envelope.own_threshold(1_000, known, OTHER)) == (500, 1_000)
    assert envelope.raised(1_000, 1_000, known, OTHER) == known
    known = envelope.raised(1_000, 2_000, known, OTHER)
    assert (envelope.own_threshold(2_000, known, ONE), envelope.own_threshold(2_000, known, OTHER)) == (2_000, 1_000)
    assert envelope.raised(2_000, 1_000, known, ONE) == Raise(None, None)
