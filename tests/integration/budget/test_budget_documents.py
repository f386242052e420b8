"""Files received are kept byte for byte, once, and handed to the group alone."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest

from budget.bank import service as bank
from budget.documents import service
from budget.documents.store import keep_document
from budget.quotes import service as quotes
from budget.quotes import suppliers
from budget.quotes.words import SupplierDraft
from db.models import BankStatement, BudgetDocument
from db.session import reading, unit_of_work
from tests.integration.budget.offers import devis
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


def test_devis_is_for_all_unless_a_statement_is_the_same_file(world: World) -> None:
    treasurer, observer = world.people["treasurer"], world.people["observer"]
    kept = service.keep_file(treasurer, "devis.pdf", CONTENT)
    supplier_id = suppliers.add_supplier(treasurer, SupplierDraft(name="Imprimerie"))
    quotes.enter_devis(treasurer, devis(supplier_id, document_id=kept))
    assert service.view_document(observer, kept).content == CONTENT
    with unit_of_work() as session:
        session.add(BankStatement(group_id=world.group_id, document_id=kept, account="", read_at=utc_now()))
    with pytest.raises(NotAllowed):
        service.view_document(observer, kept)
