"""Devis by hand: entered whole, corrected, sorted; what will not do is named and nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from budget.quotes import service, suppliers
from budget.quotes.devis_words import CededRight, TypedLine, TypedTotal
from budget.quotes.words import DevisState, PriceKind, SupplierDraft, SupplierStatus, VatRounding
from tests.integration.budget.offers import TODAY, devis, read_devis
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit


@pytest.fixture
def treasurer(world):
    return world.people["treasurer"]


@pytest.fixture
def printer(treasurer):
    return suppliers.add_supplier(treasurer, SupplierDraft(name="Imprimerie Exemple"))


def test_devis_comes_back_as_it_was_typed_and_priced(treasurer, printer):
    made = service.enter_devis(treasurer, devis(printer))
    view = read_devis(treasurer, made)
    assert [(one.kind, one.copies) for one in view.lines] == [
        (PriceKind.WORK, 500),
        (PriceKind.WORK, 1000),
        (PriceKind.OPTION, 1000),
        (PriceKind.DELIVERY, 0),
    ]
    assert [(one.copies, one.total_cents) for one in view.costs] == [(500, 150_000), (1000, 181_200)]
    assert (view.lots[0].net_off, view.lots[0].vat_off, view.lots[0].gross_off) == (0, 0, 1)
    assert view.lots[1].gross_off is None
    assert not view.rights[0].is_complete
    assert view.state is DevisState.RECEIVED


def test_correcting_replaces_the_lines_and_needs_the_version(treasurer, printer):
    made = service.enter_devis(treasurer, devis(printer))
    shorter = devis(printer, lines=(TypedLine(label="x", unit_price="10", rate="0"),), stated=(), version=1)
    service.change_devis(treasurer, made, replace(shorter, rounding=VatRounding.LINE))
    view = read_devis(treasurer, made)
    assert [one.label for one in view.lines] == ["x"]
    assert view.rounding is VatRounding.LINE
    with pytest.raises(StaleEdit):
        service.change_devis(treasurer, made, shorter)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": " "}, "error-empty"),
        ({"lines": ()}, "error-devis-no-line"),
        ({"valid_until": date(2020, 1, 1)}, "error-devis-dates"),
        ({"rights": (CededRight(name="", extent="Partout"),)}, "error-right-name"),
        ({"stated": (TypedTotal(copies="700", net="1,00"),)}, "error-stated-lot"),
        ({"stated": (TypedTotal(copies="500", net="1.234,50"),)}, "error-amount-ambiguous"),
    ],
)
def test_what_will_not_do_is_named_and_nothing_is_kept(treasurer, printer, changes, code):
    with pytest.raises(RuleBroken, match=code):
        service.enter_devis(treasurer, devis(printer, **changes))
    assert service.view_devis_list(treasurer).devis_list == ()


def test_same_number_of_one_supplier_comes_once(treasurer, printer):
    service.enter_devis(treasurer, devis(printer))
    with pytest.raises(RuleBroken, match="error-devis-twice"):
        service.enter_devis(treasurer, devis(printer))
    other = suppliers.add_supplier(treasurer, SupplierDraft(name="Autre", status=SupplierStatus.FRANCHISE))
    service.enter_devis(treasurer, devis(other))
    assert len(service.view_devis_list(treasurer).devis_list) == 2


def test_devis_past_its_validity_is_expired_and_not_shortlisted(treasurer, printer):
    past = devis(printer, issued_on=TODAY - timedelta(days=60), valid_until=TODAY - timedelta(days=5))
    made = service.enter_devis(treasurer, past)
    assert read_devis(treasurer, made).state is DevisState.EXPIRED
    with pytest.raises(RuleBroken, match="error-devis-expired"):
        service.sort_devis(treasurer, made, DevisState.SHORTLISTED)
    service.sort_devis(treasurer, made, DevisState.REFUSED, "Trop tard")
    assert read_devis(treasurer, made).state is DevisState.REFUSED


def test_sorting_goes_both_ways_and_refusing_says_why(treasurer, printer):
    made = service.enter_devis(treasurer, devis(printer))
    service.sort_devis(treasurer, made, DevisState.SHORTLISTED)
    with pytest.raises(RuleBroken, match="error-empty"):
        service.sort_devis(treasurer, made, DevisState.REFUSED)
    service.sort_devis(treasurer, made, DevisState.REFUSED, "Papier trop fin")
    assert read_devis(treasurer, made).reason == "Papier trop fin"
    service.sort_devis(treasurer, made, DevisState.RECEIVED)
    view = read_devis(treasurer, made)
    assert (view.state, view.reason) == (DevisState.RECEIVED, "")
    with pytest.raises(RuleBroken, match="error-devis-state"):
        service.sort_devis(treasurer, made, DevisState.SELECTED)


def test_rights_and_other_groups(world, treasurer, printer):
    made = service.enter_devis(treasurer, devis(printer))
    assert not read_devis(world.people["observer"], made).abilities.may_change
    with pytest.raises(NotAllowed):
        service.enter_devis(world.people["partner"], devis(printer, number="2"))
    assert service.view_devis_list(world.people["stranger"]).devis_list == ()
    with pytest.raises(NotFound):
        service.enter_devis(world.people["stranger"], devis(printer, number="2"))
    with pytest.raises(NotFound):
        service.enter_devis(treasurer, devis(printer, number="3", document_id=uuid4()))
