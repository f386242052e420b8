"""Credit notes and deposits are held to what they stand on, at the entry, at the approval and at the cancellation."""

from __future__ import annotations

import pytest

from budget.documents.service import keep_file
from budget.envelope import queries
from budget.spending import invoices
from budget.spending.words import InvoiceKind
from db.models import BudgetLine
from db.session import reading
from tests.integration.budget.spending_desk import Plain, make_plain
from tests.integration.fiches.world import World
from tests.unit.budget import cii
from tests.unit.budget.vector_spending import GOOD
from workspace.kernel.errors import RuleBroken, StaleEdit

CREDIT = InvoiceKind.CREDIT_NOTE


@pytest.fixture
def plain(world: World) -> Plain:
    return make_plain(world)


def taken(plain: Plain) -> int:
    with reading() as session:
        envelope_id = session.get_one(BudgetLine, plain.line_id).envelope_id
        return queries.total(queries.list_spending(session, [envelope_id])).taken_cents


def test_credit_note_never_outlives_its_invoice(plain: Plain) -> None:
    treasurer, facilitator = plain.world.people["treasurer"], plain.world.people["facilitator"]
    bill = plain.approved("F-1", 100_000)
    note = invoices.enter_invoice(treasurer, plain.draft("AV-1", 100_000, kind=CREDIT, corrects_id=bill))
    invoices.cancel_invoice(facilitator, bill, "doublon")
    with pytest.raises(RuleBroken, match="error-invoice-corrects"):
        invoices.approve_invoice(facilitator, note, 1)
    assert taken(plain) == 0


def test_credit_notes_take_off_no_more_than_there_is(plain: Plain) -> None:
    treasurer, facilitator = plain.world.people["treasurer"], plain.world.people["facilitator"]
    bill = plain.approved("F-1", 100_000)
    with pytest.raises(RuleBroken, match="error-invoice-credit-over"):
        invoices.enter_invoice(treasurer, plain.draft("AV-1", 100_001, kind=CREDIT, corrects_id=bill))
    notes = [
        invoices.enter_invoice(treasurer, plain.draft(f"AV-{at}", 60_000, kind=CREDIT, corrects_id=bill))
        for at in (1, 2)
    ]
    invoices.approve_invoice(facilitator, notes[0], 1)
    with pytest.raises(RuleBroken) as broken:
        invoices.approve_invoice(facilitator, notes[1], 1)
    assert (broken.value.code, broken.value.values["owed_cents"]) == ("error-invoice-credit-over", 40_000)
    assert taken(plain) == 40_000


def test_cancelling_a_credit_note_never_passes_the_envelope(plain: Plain) -> None:
    facilitator = plain.world.people["facilitator"]
    bill = plain.approved("F-1", 400_000)
    note = plain.approved("AV-1", 100_000, kind=CREDIT, corrects_id=bill)
    plain.approved("F-2", 100_000)
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        invoices.cancel_invoice(facilitator, note, "erreur")
    assert taken(plain) == 400_000


def test_figures_never_seen_are_not_approved(plain: Plain) -> None:
    treasurer, facilitator = plain.world.people["treasurer"], plain.world.people["facilitator"]
    bill = invoices.enter_invoice(treasurer, plain.draft("F-1", 100_000))
    seen = invoices.view_invoice(facilitator, bill).draft.version
    invoices.change_invoice(treasurer, bill, plain.draft("F-1", 390_000, version=seen))
    with pytest.raises(StaleEdit):
        invoices.approve_invoice(facilitator, bill, seen)
    assert taken(plain) == 0
    invoices.approve_invoice(facilitator, bill, seen + 1)


def test_only_approved_deposits_are_taken_off(plain: Plain) -> None:
    treasurer, facilitator = plain.world.people["treasurer"], plain.world.people["facilitator"]
    with pytest.raises(RuleBroken) as broken:
        invoices.enter_invoice(treasurer, plain.draft("F-1", 100_000, deducted_cents=30_000))
    assert (broken.value.code, broken.value.values["left_cents"]) == ("error-invoice-deposits", 0)
    deposit = plain.approved("A-1", 30_000, kind=InvoiceKind.DEPOSIT)
    final = invoices.enter_invoice(treasurer, plain.draft("F-1", 100_000, deducted_cents=30_000))
    with pytest.raises(RuleBroken, match="error-invoice-deposits"):
        invoices.enter_invoice(treasurer, plain.draft("F-2", 100_000, deducted_cents=1))
    with pytest.raises(RuleBroken, match="error-invoice-deposit-used"):
        invoices.cancel_invoice(facilitator, deposit, "erreur")
    invoices.approve_invoice(facilitator, final, 1)
    assert taken(plain) == 100_000


def test_money_paid_before_is_told_and_not_taken_for_a_deposit(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    stated = cii.cii(GOOD | {"prepaid": "10.00", "due": "561.00"})
    rounded = stated.replace(b"<ram:GrandTotal", b"<ram:RoundingAmount>-0.04</ram:RoundingAmount><ram:GrandTotal")
    got = invoices.read_document(treasurer, keep_file(treasurer, "facture.xml", rounded))
    assert (got.problem, got.gross_cents, got.prepaid_cents, got.rounding_cents) == ("", 57_104, 1_000, -4)
