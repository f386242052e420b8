"""What the text of a PDF seems to say of a devis: proposed when it is sure, left out when it is not."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.documents.words import PdfReading
from budget.quotes.proposing import Proposed, propose
from budget.quotes.typed import read_pasted
from budget.quotes.words import SupplierDraft, SupplierView

TEXT = """IMPRIMERIE EXEMPLE       SIRET 732 829 320 00074      capital 120 000,00 €
DEVIS N° D-2026/17                      Date : 12/11/2026
Devis valable jusqu'au 31/12/2026
Total HT 1 250,00   Total TTC 1 500,00"""
KNOWN = SupplierView(
    supplier_id=uuid4(), draft=SupplierDraft(name="A", siret="73282932000074"), is_archived=False, invented=True
)


def test_what_is_sure_is_proposed():
    got = propose(PdfReading(text=TEXT, net_cents=125_000, gross_cents=150_000), [KNOWN])
    assert got == Proposed(
        supplier_id=KNOWN.supplier_id,
        number="D-2026/17",
        issued_on=date(2026, 11, 12),
        valid_until=date(2026, 12, 31),
        net_cents=125_000,
        gross_cents=150_000,
    )


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Devis n° : 42", "number", "42"),
        ("Notre devis pour votre chemise", "number", ""),
        ("le 31/02/2026", "issued_on", None),
        ("SIRET 732 829 320 00075", "supplier_id", None),
    ],
)
def test_what_is_not_sure_is_left_out(text, name, value):
    assert getattr(propose(PdfReading(text=text), [KNOWN]), name) == value


def test_two_suppliers_of_one_siret_are_not_told_apart():
    assert propose(PdfReading(text=TEXT), [KNOWN, KNOWN]).supplier_id is None


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text):
    propose(PdfReading(text=text), [KNOWN])


def test_pasted_lines_take_tabs_and_semicolons():
    tabs, short = read_pasted("Chemise\t500\t1\t12,50\t20\n\n;;\nLivraison; ; ; 60")
    assert (tabs.label, tabs.copies, tabs.unit_price, tabs.rate) == ("Chemise", "500", "12,50", "20")
    assert (short.label, short.copies, short.unit_price, short.rate) == ("Livraison", "", "60", "")
