"""Files received are kept byte for byte, once, and handed to the group alone."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest

from budget.documents import service
from budget.documents.store import keep_document
from db.models import BudgetDocument
from db.session import reading, unit_of_work
from tests.integration.fiches.world import World
from workspace.kernel.actor import ANONYMOUS
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken

CONTENT = b"%PDF-1.4 \x00\xff not really one"


def test_same_bytes_come_back_and_twice_is_once(world: World) -> None:
    treasurer = world.people["treasurer"]
    first = service.keep_file(treasurer, "C:\\devis\\Devis n° 1.pdf", CONTENT)
    assert service.keep_file(world.people["facilitator"], "autre nom.pdf", CONTENT) == first
    file = service.view_document(world.people["observer"], first)
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
