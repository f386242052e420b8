"""Files received are kept byte for byte, once, and handed to the group alone."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from uuid import UUID, uuid4

import pytest

from budget.bank import service as bank
from budget.documents import service
from budget.documents.store import keep_document
from budget.quotes import service as quotes
from budget.quotes import suppliers
from budget.quotes.words import SupplierDraft
from budget.spending import invoices
from db.models import BankStatement, BudgetDocument
from db.session import reading, unit_of_work
from tests.integration.budget.offers import devis, read_devis
from tests.integration.budget.spending_desk import make_plain
from tests.integration.fiches.world import World
from tests.unit.budget import banks
from workspace.kernel.actor import ANONYMOUS
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken

CONTENT = b"%PDF-1.4 \x00\xff not really one"


def test_same_bytes_come_back_and_twice_is_once(world: World) -> None:
    treasurer = world.people["treasurer"]
    first = service.keep_file(treasurer, "C:\\devis\\Devis n° 1.pdf", CONTENT)
    assert service.keep_file(world.people["facilitator"], "autre nom.pdf", CONTENT) == first
    file = service.view_document(world.people["facilitator"], first)
    assert (file.content, file.name, file.media_type) == (CONTENT, "Devis n° 1.pdf", "application/pdf")
    assert file.sha256 == hashlib.sha256(CONTENT).hexdigest()
    with reading() as session:
        assert session.query(BudgetDocument).count() == 1


def test_another_group_keeps_its_own_and_sees_no_other(world: World) -> None:
    ours = service.keep_file(world.people["treasurer"], "a.pdf", CONTENT)
    stranger = world.people["stranger"]
    assert service.keep_file(stranger, "a.pdf", CONTENT) != ours
    for unknown in (ours, uuid4()):
        with pytest.raises(NotFound):
            service.view_document(stranger, unknown)


def test_who_has_no_place_hands_in_for_a_group(world: World) -> None:
    with unit_of_work() as session:
        kept = keep_document(session, ANONYMOUS, name="offre.pdf", content=CONTENT, group_id=world.group_id)
    assert service.view_document(world.people["treasurer"], kept).name == "offre.pdf"
    with pytest.raises(NotAllowed):
        service.view_document(ANONYMOUS, kept)


def test_partner_keeps_nothing_and_empty_is_refused(world: World) -> None:
    with pytest.raises(NotAllowed):
        service.keep_file(world.people["partner"], "a.pdf", CONTENT)
    with pytest.raises(RuleBroken, match="error-document-empty"):
        service.keep_file(world.people["treasurer"], "a.pdf", b"")


def test_bank_statement_is_for_who_may_see_the_bank(world: World) -> None:
    """Before it is imported too, when nothing says yet what the file is."""
    treasurer, observer = world.people["treasurer"], world.people["observer"]
    kept = service.keep_file(treasurer, "releve.csv", banks.CSV_AMOUNT)
    for stage in ("kept", "imported"):
        with pytest.raises(NotAllowed):
            service.view_document(observer, kept)
        assert service.view_document(treasurer, kept).content == banks.CSV_AMOUNT, stage
        if stage == "kept":
            bank.import_statement(treasurer, kept)


def may_read(world: World, document_id: UUID) -> set[str]:
    """Which of the people of the group take a document away."""
    found = set()
    for who in ("observer", "partner", "treasurer", "facilitator"):
        with suppress(NotAllowed):
            service.view_document(world.people[who], document_id)
            found.add(who)
    return found


def test_devis_is_for_who_chooses_and_an_invoice_for_who_pays(world: World) -> None:
    treasurer = world.people["treasurer"]
    kept = service.keep_file(treasurer, "devis.pdf", CONTENT)
    assert may_read(world, kept) == {"treasurer", "facilitator"}
    supplier_id = suppliers.add_supplier(treasurer, SupplierDraft(name="Imprimerie"))
    devis_id = quotes.enter_devis(treasurer, devis(supplier_id, document_id=kept))
    assert may_read(world, kept) == {"partner", "treasurer", "facilitator"}
    for who, shown in (("observer", False), ("partner", True)):
        view = read_devis(world.people[who], devis_id)
        assert view.abilities.may_read_file is shown
    plain = make_plain(world)
    made = invoices.enter_invoice(treasurer, plain.draft("F-1", 100_00, document_id=kept))
    assert may_read(world, kept) == {"treasurer", "facilitator"}
    for who, shown in (("partner", False), ("treasurer", True)):
        assert invoices.view_invoice(world.people[who], made).abilities.may_read_file is shown


def test_devis_that_is_a_statement_too_is_for_the_treasury(world: World) -> None:
    treasurer = world.people["treasurer"]
    kept = service.keep_file(treasurer, "devis.pdf", CONTENT)
    supplier_id = suppliers.add_supplier(treasurer, SupplierDraft(name="Imprimerie"))
    quotes.enter_devis(treasurer, devis(supplier_id, document_id=kept))
    with unit_of_work() as session:
        session.add(BankStatement(group_id=world.group_id, document_id=kept, account="", read_at=utc_now()))
    assert may_read(world, kept) == {"treasurer", "facilitator"}
