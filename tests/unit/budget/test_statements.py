"""Bank statements in three forms, and files that only look like one."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.bank import rules
from budget.bank.words import Candidate, TargetKind
from budget.reading import statements
from budget.reading.columns import name_heads
from budget.reading.words import Columns
from tests.unit.budget import banks, vector_spending
from workspace.kernel.errors import RuleBroken


def test_vectors_of_bank_statements() -> None:
    assert vector_spending.bank_failed() == []


def test_csv_with_one_amount_under_a_preamble() -> None:
    sheet = statements.read_sheet(banks.CSV_AMOUNT)
    assert sheet.proposed == Columns(day=0, labels=(2,), amount=3)
    rows = statements.read_csv(sheet, sheet.proposed).rows
    assert [(row.day.isoformat(), row.amount_cents) for row in rows] == [
        ("2026-11-02", -182_001),
        ("2026-11-03", 5_000),
        ("2026-11-03", 5_000),
    ]
    assert rows[1].label == "COTISATION Été « à » l’€"
    assert len({row.key for row in rows}) == 3, "two equal movements are two"


def test_csv_with_debit_and_credit() -> None:
    sheet = statements.read_sheet(banks.CSV_DEBIT_CREDIT)
    assert sheet.proposed == Columns(day=0, labels=(2,), debit=3, credit=4, reference=1)
    rows = statements.read_csv(sheet, sheet.proposed).rows
    assert [(row.amount_cents, row.label, row.reference) for row in rows] == [
        (-1_250, "Chèque ; n° 12", "A1"),
        (125_000, "REMISE", "A2"),
    ]


def test_one_reference_on_two_days_is_two_movements() -> None:
    """A mandate's number, or a kind of operation, comes back month after month."""
    columns = Columns(day=1, labels=(2,), amount=3, reference=0)

    def keys(*rows: str) -> list[str]:
        text = "Référence;Date;Libellé;Montant\n" + "\n".join(rows)
        found = statements.read_csv(statements.read_sheet(text.encode()), columns).rows
        assert {row.reference for row in found} == {"MANDAT 7"}, "the first column may be the reference"
        return [row.key for row in found]

    october = "MANDAT 7;02/10/2026;PRLV;-12,50"
    assert keys(october) == keys(october)
    assert (
        len({*keys(october), *keys("MANDAT 7;02/11/2026;PRLV;-12,50"), *keys("MANDAT 7;02/10/2026;PRLV;-9,00")}) == 3
    )


def test_lines_that_are_no_movement_are_counted() -> None:
    text = "Date;Libellé;Montant\n02/11/2026;PAIN;-1,00\nCoupée\n;Total;-1,00\n"
    sheet = statements.read_sheet(text.encode())
    assert (len(sheet.rows), sheet.short) == (2, 1)
    assert statements.read_csv(sheet, sheet.proposed).left_out == 2


def test_heads_are_shown_each_unlike_the_others() -> None:
    assert name_heads(("Date", "Libellé", "", "Libellé", "Libellé (2)", "")) == (
        "Date", "Libellé", "3", "Libellé (2)", "Libellé (2) (2)", "6",
    )  # fmt: skip


def test_camt_balances_and_leaves_what_is_pending() -> None:
    got = statements.read_camt(banks.camt("100.00", ["-20.01", "5.00"], "84.99", pending="-7.00"))
    assert (got.opening_cents, got.closing_cents) == (10_000, 8_499)
    assert [row.amount_cents for row in got.rows] == [-2_001, 500]
    assert got.rows[0].label == "Imprimerie Exemple F-2026/1"
    assert got.rows[0].reference == "REF1"


def test_ofx_2_is_read_too() -> None:
    xml = (
        b'<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>'
        b"<BANKACCTFROM><ACCTID>1</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20261102</DTPOSTED>"
        b"<TRNAMT>-12.5</TRNAMT><FITID>9</FITID><NAME>X</NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>"
        b"</BANKMSGSRSV1></OFX>"
    )
    assert statements.is_ofx(xml)
    assert statements.read_ofx(xml).rows[0].amount_cents == -1_250


GOOD = "01/02/2026;x;1,00"
CAMT = banks.camt("1.00", ["1.00"], "2.00")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda: statements.read_sheet(b"bonjour\nle monde"), "error-statement-unreadable"),
        (lambda: statements.read_sheet(b"Date;Libelle;Montant\n" + b"1;2;3\n" * 5_001), "error-statement-long"),
        (lambda: statements.read_csv(_sheet("31/02/2026;x;1,00"), COLUMNS), "error-statement-row"),
        (lambda: statements.read_csv(_sheet("01/02/2026;x;environ"), COLUMNS), "error-statement-row"),
        (lambda: statements.read_csv(_sheet(";total;1,00"), COLUMNS), "error-statement-empty"),
        (lambda: statements.read_csv(_sheet(GOOD), Columns(day=0, labels=(1,), amount=9)), "error-statement-columns"),
        (lambda: statements.read_csv(_sheet(GOOD), Columns(day=0, labels=(1,))), "error-statement-columns"),
        (lambda: statements.read_ofx(banks.ofx("douze")), "error-statement-damaged"),
        (lambda: statements.read_ofx(banks.ofx().replace(b"EUR", b"USD")), "error-statement-currency"),
        (lambda: statements.read_ofx(banks.ofx(more="<ACCTID>77")), "error-statement-accounts"),
        (lambda: statements.read_ofx(b"OFXHEADER:100\n<OFX></OFX>"), "error-statement-empty"),
        (lambda: statements.read_ofx(b"<OFX><!DOCTYPE x [<!ENTITY a 'b'>]>"), "error-xml-entities"),
        (lambda: statements.read_camt(b"<a/>"), "error-statement-not-camt"),
        (lambda: statements.read_camt(CAMT.replace(b"-01</Dt></B", b"x</Dt></B")), "error-statement-damaged"),
        (lambda: statements.read_camt(CAMT.replace(b"Ccy='EUR'", b"Ccy='CHF'")), "error-statement-currency"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_says_why(act, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        act()
    assert broken.value.code == code


COLUMNS = Columns(day=0, labels=(1,), amount=2)


def _sheet(row: str):
    return statements.read_sheet(f"Date;Libelle;Montant\n{row}\n".encode())


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("-1 234,50", -123_450), ("1.234,50", 123_450), ("1,234.50", 123_450), ("12,5-", -1_250), ("+850", 85_000),
     ("1\u202f850,00 €", 185_000), ("-0,01", -1), ("12'000.00", 1_200_000)],
)  # fmt: skip
def test_amounts_as_banks_write_them(typed: str, cents: int) -> None:
    assert statements.read_amount(typed) == cents


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    for read in (statements.read_sheet, statements.read_ofx, statements.read_camt):
        with contextlib.suppress(RuleBroken):
            read(data)


DAY = date(2026, 11, 2)


def _invoice(number: str, supplier: str, cents: int) -> Candidate:
    from uuid import uuid4

    return Candidate(kind=TargetKind.INVOICE, object_id=uuid4(), number=number, who=supplier, amount_cents=cents)


def test_proposals_put_the_number_first_and_never_guess() -> None:
    exact = _invoice("F-9", "Autre", 182_001)
    named = _invoice("F-2026/1", "Imprimerie du Port", 182_001)
    part = _invoice("F-77", "Studio Mistral", 500_000)
    refund = _invoice("AV-1", "Studio Mistral", -2_000)
    everything = (exact, named, part, refund)
    assert rules.proposals(-182_001, DAY, "VIR F 2026 1", everything) == (named, exact)
    assert rules.proposals(-100, DAY, "VIR MISTRAL acompte", everything) == (part,)
    assert rules.proposals(2_000, DAY, "REMBOURSEMENT", everything) == (refund,)
    assert rules.proposals(-100, DAY, "FRAIS BANCAIRES", everything) == ()
    assert rules.proposals(-600_000, DAY, "MISTRAL", everything) == ()
