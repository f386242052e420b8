"""Electronic invoices: official totals, rules that break, doubts, and XML that must not be opened."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.reading import facturx, rules
from budget.reading.words import Mention
from budget.spending.words import InvoiceKind
from tests.unit.budget import vector_spending as vectors
from tests.unit.budget.cii import cii
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up


def test_readable_samples_give_their_official_totals() -> None:
    assert vectors.misread() == []


def test_wrong_samples_are_refused_with_their_rules() -> None:
    assert vectors.accepted() == []


def test_doubts_are_told_and_refuse_nothing() -> None:
    assert vectors.undoubted() == []


def test_what_a_french_invoice_says_beside_its_totals() -> None:
    got = facturx.read_invoice((vectors.INVOICES / "akretion_factur-x-en16931.xml").read_bytes())
    assert (got.number, got.issued_on.isoformat()) == ("F20260023", "2026-01-31")
    assert (got.seller_name, got.seller_siret, got.seller_vat) == (
        "LE FOURNISSEUR",
        "12345678200077",
        "FR11123456782",
    )
    assert len(got.lines) == 3
    assert rules.kind_of(got) is InvoiceKind.INVOICE
    assert set(rules.mentions_missing(got)) <= {Mention.LATE_FEES, Mention.EXEMPTION}
    least = facturx.read_invoice((vectors.INVOICES / "akretion_factur-x-minimum.xml").read_bytes())
    assert {Mention.ADDRESS, Mention.SUPPLY_DATE, Mention.LATE_FEES} <= set(rules.mentions_missing(least))


def test_credit_note_is_negative_whichever_way_it_is_written() -> None:
    written = [
        (one, cii(one)) for one in vectors.VECTORS["en16931_invoices"] if one["id"] == "fr-avoir-AV-2017-0005"
    ] + [(vectors.GOOD, cii(vectors.GOOD, type_code="381"))]
    for _, xml in written:
        got = facturx.read_invoice(xml)
        assert rules.kind_of(got) is InvoiceKind.CREDIT_NOTE
        assert rules.signed_cents(got, got.grand_total) < 0


def test_price_per_quantity_of_the_official_file_is_a_doubt_only() -> None:
    name = "cen_CII_example8_vat-per-line-differs.xml"
    got = facturx.read_invoice((vectors.INVOICES / name).read_bytes())
    assert {one.code for one in rules.doubts(got)} == {"QTY-PRICE"}


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
REMOTE = b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "error-xml-entities"),
        (OUTSIDE, "error-xml-entities"),
        (REMOTE, "error-xml-entities"),
        (BOMB.decode().encode("utf-16"), "error-xml-entities"),
        (b"<a><b></a>", "error-xml-damaged"),
        (b"", "error-xml-damaged"),
        (b"<a/>" + b" " * (4 << 20), "error-xml-large"),
        (b"<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>", "error-xml-not-invoice"),
        (cii(vectors.GOOD).replace(b">EUR<", b">USD<"), "error-xml-currency"),
        (cii(vectors.GOOD).replace(b">571.04<", b">5e2<", 1), "error-xml-number"),
        (cii(vectors.GOOD).replace(b">20261102<", b">20261302<"), "error-xml-incomplete"),
        (cii(vectors.GOOD, number=""), "error-xml-incomplete"),
    ],
)
def test_what_must_not_be_read(data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        facturx.read_invoice(data)
    assert broken.value.code == code


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    with pytest.raises(RuleBroken):
        facturx.read_invoice(data)


@given(st.integers(0, 600), st.sampled_from([b"9", b"<", b"\x00", b"-"]))
def test_any_changed_byte_is_read_or_refused_by_name(place: int, sign: bytes) -> None:
    xml = cii(vectors.GOOD)
    at = len(xml) - 1 - place * len(xml) // 601
    with contextlib.suppress(RuleBroken):
        facturx.read_invoice(xml[:at] + sign + xml[at + 1 :])


def test_figures_that_cannot_be_rounded_are_doubts_and_no_failure() -> None:
    got = facturx.read_invoice((vectors.INVOICES / "akretion_factur-x-en16931.xml").read_bytes())
    huge = replace(got.lines[0], price=Decimal(10**30), quantity=Decimal(10**6), per=Decimal("0.001"))
    found = rules.doubts(replace(got, lines=(huge,), vat=()))
    assert [one.code for one in found] == ["QTY-PRICE"]
    assert half_up(found[0].computed * 100) > 0
    with pytest.raises(RuleBroken, match="error-amount-too-large"):
        rules.signed_cents(got, Decimal(10**35))
