"""Suppliers: added, corrected, put away; what will not do is refused with the sentence of its field."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from budget.quotes import service, store, suppliers
from budget.quotes.words import SupplierDraft, SupplierStatus
from tests.integration.budget.offers import devis
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit

PRINTER = SupplierDraft(
    name=" Imprimerie  Exemple ",
    siret="732 829 320 00074",
    vat_number="FR 44 732829320",
    iban="FR76 3000 6000 0112 3456 7890 189",
    email="Devis@Exemple.fr",
)


def test_supplier_is_added_with_its_numbers_bare(world):
    made = suppliers.add_supplier(world.people["treasurer"], PRINTER)
    (view,) = suppliers.view_suppliers(world.people["treasurer"]).suppliers
    assert view.supplier_id == made
    assert view.name == "Imprimerie Exemple"
    assert view.draft.siret == "73282932000074"
    assert view.draft.iban == "FR7630006000011234567890189"
    assert view.draft.email == "devis@exemple.fr"


def test_account_mail_and_address_are_shown_to_who_keeps_the_accounts_only(world):
    suppliers.add_supplier(world.people["treasurer"], replace(PRINTER, address="3, rue des Lices"))
    found = suppliers.view_suppliers(world.people["observer"])
    assert not found.may_change
    draft = found.suppliers[0].draft
    assert (draft.iban, draft.email, draft.address) == ("", "", "")
    assert draft.siret == "73282932000074"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"siret": "73282932000075"}, "error-siret"),
        ({"iban": "FR7630006000011234567890188"}, "error-iban"),
        ({"vat_number": "FR23334175221"}, "error-vat-siret"),
        ({"vat_number": "FR00"}, "error-vat-number"),
        ({"email": "pas une adresse"}, "error-email"),
        ({"name": " "}, "error-empty"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_kept(world, change, code):
    with pytest.raises(RuleBroken, match=code):
        suppliers.add_supplier(world.people["treasurer"], replace(PRINTER, **change))
    assert suppliers.view_suppliers(world.people["treasurer"]).suppliers == ()


def test_same_name_twice_is_refused_accents_apart(world):
    chief = world.people["facilitator"]
    suppliers.add_supplier(chief, SupplierDraft(name="Élan"))
    with pytest.raises(RuleBroken, match="error-supplier-name"):
        suppliers.add_supplier(chief, SupplierDraft(name="elan"))


def test_correcting_needs_the_version_that_was_shown(world):
    chief = world.people["treasurer"]
    made = suppliers.add_supplier(chief, PRINTER)
    draft = suppliers.view_suppliers(chief).suppliers[0].draft
    suppliers.change_supplier(chief, made, replace(draft, status=SupplierStatus.FRANCHISE))
    with pytest.raises(StaleEdit):
        suppliers.change_supplier(chief, made, draft)
    assert suppliers.view_suppliers(chief).suppliers[0].draft.status is SupplierStatus.FRANCHISE


def test_archived_supplier_stands_last_and_comes_back(world):
    chief = world.people["treasurer"]
    first = suppliers.add_supplier(chief, SupplierDraft(name="A"))
    suppliers.add_supplier(chief, SupplierDraft(name="B"))
    suppliers.archive_supplier(chief, first)
    found = suppliers.view_suppliers(chief).suppliers
    assert [(one.name, one.is_archived) for one in found] == [("B", False), ("A", True)]
    suppliers.archive_supplier(chief, first, archived=False)
    assert not suppliers.view_suppliers(chief).suppliers[0].is_archived


def test_rights(world):
    made = suppliers.add_supplier(world.people["treasurer"], PRINTER)
    with pytest.raises(NotAllowed):
        suppliers.add_supplier(world.people["partner"], SupplierDraft(name="x"))
    with pytest.raises(NotFound):
        suppliers.archive_supplier(world.people["stranger"], made)
    assert suppliers.view_suppliers(world.people["stranger"]).suppliers == ()


def _both(monkeypatch, name, act):
    """Two persons who have both looked whether it is taken before either writes; what each is told."""
    gate, check = threading.Barrier(2), getattr(store, name)

    def checked(*given, **named):
        check(*given, **named)
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(timeout=1)

    def told(place):
        try:
            act(place)
        except RuleBroken as broken:
            return broken.code
        return "kept"

    monkeypatch.setattr(store, name, checked)
    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(told, range(2)))


def test_same_name_at_the_same_moment_is_refused_with_its_sentence(world, monkeypatch):
    chief, drafts = world.people["treasurer"], [SupplierDraft(name=name) for name in ("Élan", "Elan")]
    told = _both(monkeypatch, "check_free_name", lambda place: suppliers.add_supplier(chief, drafts[place]))
    assert told == ["error-supplier-name", "kept"]


def test_same_devis_at_the_same_moment_is_refused_with_its_sentence(world, monkeypatch):
    chief = world.people["treasurer"]
    supplier_id = suppliers.add_supplier(chief, SupplierDraft(name="Élan"))
    told = _both(monkeypatch, "_check_ties", lambda _place: service.enter_devis(chief, devis(supplier_id)))
    assert told == ["error-devis-twice", "kept"]
