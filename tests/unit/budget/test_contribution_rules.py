"""Contributions: shares of every kind of key, reminders, hours, and the vectors of transfers and of in kind."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import segno.helpers
from hypothesis import given
from hypothesis import strategies as st

from budget.contributions import epc, papers, rules
from budget.contributions.words import (
    InKindDraft,
    InKindKind,
    InKindState,
    KeyDraft,
    KeyKind,
    KeyLine,
    ReceiptDraft,
    Transfer,
)
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import share

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "budget.json").read_text("utf-8")
)
EPC = {one["id"]: one for one in VECTORS["epc_qr"]}
A, B, C = uuid4(), uuid4(), uuid4()
TODAY = date(2026, 11, 26)
FIXED = st.none() | st.integers(0, 10**6)


def lines(*said: tuple[int, int | None]) -> tuple[KeyLine, ...]:
    return tuple(KeyLine(structure_id=uuid4(), weight=weight, fixed_cents=fixed) for weight, fixed in said)


def test_one_structure_gives_more_and_the_others_share_what_is_left() -> None:
    equal = rules.compute_shares(KeyKind.EQUAL, 100_000, lines((1, None), (1, None), (1, None)))
    assert equal.cents == (33_334, 33_333, 33_333)
    simulated = rules.compute_shares(KeyKind.EQUAL, 100_000, lines((1, 15_000), (1, None), (1, None)))
    assert (simulated.cents, simulated.missing_cents) == ((15_000, 42_500, 42_500), 0)


@pytest.mark.parametrize(
    ("kind", "cents", "missing"),
    [
        (KeyKind.EQUAL, (3_334, 3_333, 3_333), 0),
        (KeyKind.WEIGHTS, (2_000, 3_000, 5_000), 0),
        (KeyKind.FICHES, (2_000, 3_000, 5_000), 0),
        (KeyKind.FREE, (0, 0, 0), 10_000),
        (KeyKind.FIXED, (0, 0, 0), 10_000),
    ],
)
def test_each_kind_of_key(kind: KeyKind, cents: tuple[int, ...], missing: int) -> None:
    told = rules.compute_shares(kind, 10_000, lines((2, None), (3, None), (5, None)))
    assert (told.cents, told.missing_cents) == (cents, missing)


@given(st.sampled_from(KeyKind), st.integers(1, 10**8), st.lists(st.tuples(st.integers(0, 100), FIXED), max_size=30))
def test_shares_and_what_is_missing_make_the_amount(
    kind: KeyKind, amount: int, said: list[tuple[int, int | None]]
) -> None:
    told = rules.compute_shares(kind, amount, lines(*said))
    assert sum(told.cents) + told.missing_cents == amount
    assert all(got == fixed for got, (_, fixed) in zip(told.cents, said, strict=True) if fixed is not None)
    assert all(got >= 0 for got in told.cents)


@given(st.integers(1, 10**8), st.lists(st.integers(1, 100), min_size=1, max_size=30))
def test_weights_are_the_house_shares(amount: int, weights: list[int]) -> None:
    told = rules.compute_shares(KeyKind.WEIGHTS, amount, lines(*((one, None) for one in weights)))
    assert told.cents == share(amount, weights)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("error-key-nobody", {"lines": ()}),
        ("error-amount-positive", {"amount_cents": 0}),
        ("error-empty", {"title": " "}),
        ("error-key-weight", {"lines": lines((10_001, None))}),
        ("error-amount-negative", {"lines": lines((1, -1))}),
        ("error-key-over", {"lines": lines((1, 10_001))}),
        ("error-share-weights", {"kind": KeyKind.WEIGHTS, "lines": lines((0, None))}),
    ],
)
def test_key_that_will_not_do(code: str, said: dict[str, Any]) -> None:
    good: dict[str, Any] = {"title": "x", "kind": KeyKind.EQUAL, "amount_cents": 10_000, "lines": lines((1, None))}
    rules.clean_key(KeyDraft(**good))
    with pytest.raises(RuleBroken) as refused:
        rules.clean_key(KeyDraft(**{**good, **said}))
    assert refused.value.code == code


@pytest.mark.parametrize(("typed", "weight"), [("", 0), (" 3 ", 3), ("10000", 10_000)])
def test_weight_is_read(typed: str, weight: int) -> None:
    assert rules.read_weight(typed) == weight


@pytest.mark.parametrize("typed", ["-1", "1,5", "x", "10001", "²"])
def test_wrong_weight_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="error-key-weight"):
        rules.read_weight(typed)


def reminders(issued_on: date, due_on: date, until: date) -> list[tuple[int, int]]:
    """(day since the issue, reminder) of each that is given when somebody looks every day."""
    given: list[int] = []
    found = []
    for place in range((until - issued_on).days + 1):
        days = rules.due_reminder(
            issued_on=issued_on, due_on=due_on, today=issued_on + timedelta(days=place), given=given
        )
        if days is not None:
            given.append(days)
            found.append((place, days))
    return found


def test_reminders_of_the_published_case_come_once_each_on_their_day() -> None:
    case = next(one for one in VECTORS["membership_periods"] if one["id"] == "reminders")
    assert list(rules.REMINDERS) == case["days"]
    due_on = TODAY + timedelta(days=30)
    assert reminders(TODAY, due_on, due_on + timedelta(days=90)) == [(15, -15), (23, -7), (30, 0), (45, 15)]


def test_reminder_whose_day_had_passed_is_not_given() -> None:
    due_on = TODAY + timedelta(days=10)
    assert reminders(TODAY, due_on, due_on + timedelta(days=90)) == [(3, -7), (10, 0), (25, 15)]
    # Nobody looked for two months: one reminder, not four.
    late = rules.due_reminder(issued_on=TODAY, due_on=due_on, today=due_on + timedelta(days=60), given=[])
    assert late == 15


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("2,5", 150),
        ("2.5", 150),
        ("2 h 30", 150),
        ("2h", 120),
        ("0h45", 45),
        ("0,33", 20),
        ("1 H 05", 65),
    ],
)
def test_hours_are_read(typed: str, minutes: int) -> None:
    assert rules.read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "-1", "2 h 75", "deux", "10001", "1,234", "h30"])
def test_wrong_hours_are_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="error-hours"):
        rules.read_minutes(typed)


@pytest.mark.parametrize("case", VECTORS["in_kind"], ids=lambda one: one["id"])
def test_vectors_of_in_kind(case: dict[str, Any]) -> None:
    minutes, hourly = int(Decimal(case["hours"]) * 60), int(Decimal(case["rate"]) * 100)
    value = int(Decimal(case["value"]) * 100)
    assert rules.hours_value(minutes, hourly) == value
    if "entries" in case:
        assert rules.IN_KIND_ACCOUNTS[InKindKind.HOURS] == (
            case["entries"][0]["account"],
            case["entries"][1]["account"],
        )


def test_value_of_hours_rounds_half_up() -> None:
    assert rules.hours_value(30, 1_203) == 602
    assert rules.hours_value(1, 30) == 1


def gift(**said: Any) -> InKindDraft:
    good: dict[str, Any] = {
        "kind": InKindKind.GOODS, "task": "Papier", "who": "A. M.", "day": TODAY, "value_cents": 4_000,
        "valued_by": "Catalogue",
    }  # fmt: skip
    return InKindDraft(**{**good, **said})


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("error-day-to-come", {"day": TODAY + timedelta(days=1)}),
        ("error-empty", {"task": ""}),
        ("error-empty", {"who": " "}),
        ("error-empty", {"valued_by": ""}),
        ("error-amount-positive", {"value_cents": 0}),
        ("error-hours", {"kind": InKindKind.HOURS, "minutes": 0}),
    ],
)
def test_declaration_that_could_not_be_checked_is_refused(code: str, said: dict[str, Any]) -> None:
    assert rules.clean_in_kind(gift(), hourly_cents=1_202, today=TODAY) == gift()
    with pytest.raises(RuleBroken) as refused:
        rules.clean_in_kind(gift(**said), hourly_cents=1_202, today=TODAY)
    assert refused.value.code == code


def test_hours_take_the_value_of_the_method_whatever_was_typed() -> None:
    told = rules.clean_in_kind(gift(kind=InKindKind.HOURS, minutes=90), hourly_cents=1_202, today=TODAY)
    assert (told.value_cents, told.valued_by) == (1_803, "")


def test_nobody_validates_their_own() -> None:
    assert not rules.may_be_decided_by(InKindState.DECLARED, A, A)
    assert not rules.may_be_decided_by(InKindState.VALIDATED, A, B)
    assert not rules.may_be_decided_by(InKindState.DECLARED, A, None)
    assert rules.may_be_decided_by(InKindState.DECLARED, A, B)


def test_receipt_beyond_the_pledge_or_to_come_is_refused() -> None:
    for draft, code in (
        (ReceiptDraft(amount_cents=101, received_on=TODAY), "error-receipt-over"),
        (ReceiptDraft(amount_cents=0, received_on=TODAY), "error-amount-positive"),
        (ReceiptDraft(amount_cents=1, received_on=TODAY + timedelta(days=1)), "error-day-to-come"),
        (ReceiptDraft(amount_cents=1, received_on=date(1999, 12, 31)), "error-day-too-old"),
    ):
        with pytest.raises(RuleBroken, match=code):
            rules.check_receipt(draft, still_due_cents=100, today=TODAY)


@pytest.mark.parametrize("name", ["wikimedia-de", "girocode", "segno-fr-utf8"])
def test_published_codes_are_right(name: str) -> None:
    epc.check_payload(EPC[name]["lines"])


def test_published_code_without_its_character_set_is_refused() -> None:
    with pytest.raises(RuleBroken) as refused:
        epc.check_payload(EPC["redcross-be-bad"]["lines"])
    assert refused.value.code == "error-epc"


def transfer(**said: Any) -> Transfer:
    good: dict[str, Any] = {
        "holder": "Association Réseau ESS", "iban": "FR1420041010050500013M02606", "bic": "", "amount_cents": 12_345,
        "text": "Cotisation 2026 – Café solidaire",
    }  # fmt: skip
    return Transfer(**{**good, **said})


def test_our_code_is_the_observed_one_and_the_library_s() -> None:
    case = EPC["segno-fr-utf8"]
    assert list(epc.payload(transfer())) == case["lines"]
    theirs = segno.helpers.make_epc_qr(encoding="utf-8", **case["args"])
    ours = segno.make_qr("\n".join(case["lines"]).encode(), error="m", boost_error=False, encoding="utf-8")
    assert (ours.designator, ours.matrix) == (theirs.designator, theirs.matrix)
    assert ours.designator == case["designator"]
    assert papers.draw_code(transfer()).startswith("<svg")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"holder": "x" * 71}, "error-epc"),
        ({"holder": ""}, "error-epc"),
        ({"amount_cents": 0}, "error-epc"),
        ({"amount_cents": 100_000_000_000}, "error-epc"),
        ({"text": "x" * 141}, "error-epc"),
        ({"text": ""}, "error-epc"),
        ({"text": "é" * 140, "holder": "é" * 70}, "error-epc"),
        ({"iban": "FR1420041010050500013M02607"}, "error-iban"),
        ({"bic": "PSST"}, "error-bic"),
    ],
)
def test_limits_of_the_code(said: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        epc.payload(transfer(**said))
    assert refused.value.code == code


@given(st.integers(1, 99_999_999_999))
def test_amount_of_a_code_is_the_amount_to_the_cent(cents: int) -> None:
    said = epc.payload(transfer(amount_cents=cents))[7]
    assert Decimal(said.removeprefix("EUR")) * 100 == cents


def test_code_with_text_and_reference_both_is_refused() -> None:
    with pytest.raises(RuleBroken, match="error-epc"):
        epc.check_payload([*EPC["girocode"]["lines"][:9], "RF18539007547034", "both"])
