"""The envelope's rules: where it stands against its band, and the vectors of ranges."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.envelope import rules
from budget.envelope.words import Band, Funding, Spending, Standing
from workspace.kernel.errors import RuleBroken

VECTORS: dict[str, dict[str, Any]] = {
    one["id"]: one
    for one in json.loads((Path(__file__).parents[2] / "vectors" / "budget.json").read_text("utf-8"))["budget_range"]
}
BAND = Band(300_000, 400_000)
CENTS = st.integers(0, 10**7)


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


def test_ranges_of_lines_add_up() -> None:
    case = VECTORS["range-sum"]
    spent = [(one["min_cents"], one["max_cents"]) for one in case["items"] if one["type"] == "EXPENSE"]
    assert rules.whole_band(spent) == Band(case["expect"]["min_goal"], case["expect"]["max_goal"])


def test_existing_money_lowers_what_is_asked() -> None:
    case = VECTORS["existing-funding"]
    assert rules.still_to_fund(cents(case["cost"]), cents(case["existing"])) == cents(case["max_new_funding"])


@pytest.mark.parametrize("state", VECTORS["envelope-3000-4000"]["states"], ids=lambda one: one["committed"])
def test_band_holds_both_its_bounds(state: dict[str, str]) -> None:
    told = rules.position(BAND, Spending(committed_cents=cents(state["committed"])))
    assert told.standing == Standing(state["expect"])


@given(CENTS, CENTS, CENTS, CENTS, CENTS)
def test_what_is_taken_and_what_is_free_make_the_envelope(
    committed: int, invoiced: int, paid: int, pledged: int, in_kind: int
) -> None:
    spending = Spending(committed_cents=committed, invoiced_cents=invoiced, paid_cents=paid)
    told = rules.position(BAND, spending, Funding(pledged_cents=pledged, in_kind_cents=in_kind))
    assert spending.paid_cents + spending.unpaid_cents + spending.committed_cents == spending.taken_cents
    assert told.free_to_maximum_cents + spending.taken_cents == BAND.maximum_cents
    assert told.free_to_minimum_cents + spending.taken_cents == BAND.minimum_cents
    assert told.free_to_maximum_cents == rules.position(BAND, spending).free_to_maximum_cents
    assert told.host_share_cents == max(0, spending.taken_cents - pledged)


@given(CENTS, st.integers(1, 10**7))
def test_envelope_bears_what_fits_and_nothing_more(taken: int, amount: int) -> None:
    spending = Spending(committed_cents=taken)
    if taken + amount <= BAND.maximum_cents:
        rules.check_bears(BAND, spending, amount)
        return
    with pytest.raises(RuleBroken, match="error-envelope-passed") as refused:
        rules.check_bears(BAND, spending, amount)
    free = refused.value.values["free_cents"]
    assert isinstance(free, int)
    assert free == max(0, BAND.maximum_cents - taken)
