"""Adhesions on both stores: a period and a fee are two facts, no overlap, receipts, reminders."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from budget import clock
from budget.adhesions import mails, service
from budget.adhesions.words import AdhesionLine, FeeKind, MembershipDraft, RuleDraft, Standing
from budget.contributions.words import ReceiptDraft
from budget.spending.words import PaymentMeans
from db.models import Fee, LedgerEntry, Membership
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.fiches.world import World
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit

TODAY = group_today()
RULE = RuleDraft(label="Structures", kind=FeeKind.ROLLING, amount_cents=5_000)


@pytest.fixture
def treasurer(world: World) -> Actor:
    return world.people["treasurer"]


@pytest.fixture
def rule_id(treasurer: Actor) -> UUID:
    return service.save_rule(treasurer, None, RULE)


def draft(world: World, rule_id: UUID, starts_on: date = TODAY) -> MembershipDraft:
    return MembershipDraft(structure_id=world.b, rule_id=rule_id, starts_on=starts_on, due_on=starts_on)


def line_of(actor: Actor, structure_id: UUID) -> AdhesionLine:
    return next(one for one in service.view_adhesions(actor).lines if one.structure_id == structure_id)


def test_membership_and_fee_are_two_facts(world: World, treasurer: Actor, rule_id: UUID) -> None:
    assert line_of(treasurer, world.b).standing is Standing.NONE
    assert world.host not in {one.structure_id for one in service.view_adhesions(treasurer).lines}
    membership_id = service.adhere(treasurer, draft(world, rule_id))
    assert line_of(treasurer, world.b).standing is Standing.DUE
    service.receive_fee(treasurer, membership_id, ReceiptDraft(amount_cents=2_000, received_on=TODAY))
    with pytest.raises(RuleBroken, match="error-receipt-over"):
        service.receive_fee(treasurer, membership_id, ReceiptDraft(amount_cents=3_001, received_on=TODAY))
    last = service.receive_fee(treasurer, membership_id, ReceiptDraft(amount_cents=3_000, received_on=TODAY))
    assert line_of(treasurer, world.b).standing is Standing.UP_TO_DATE
    service.cancel_fee_receipt(treasurer, last, "Erreur de compte")
    line = line_of(treasurer, world.b)
    assert line.latest is not None
    assert (line.standing, line.latest.paid_cents, line.latest.left_cents) == (Standing.DUE, 2_000, 3_000)
    with reading() as session:
        rows = session.scalars(select(LedgerEntry).order_by(LedgerEntry.number)).all()
    assert [(row.kind, row.debit, row.credit, row.amount_cents) for row in rows] == [
        ("fee_received", "512", "756", 2_000),
        ("fee_received", "512", "756", 3_000),
        ("fee_cancelled", "756", "512", 3_000),
    ]
    cash = ReceiptDraft(amount_cents=3_000, received_on=TODAY, means=PaymentMeans.CASH)
    service.cancel_fee_receipt(treasurer, service.receive_fee(treasurer, membership_id, cash), "Rendu")
    with reading() as session:
        rows = session.scalars(select(LedgerEntry).order_by(LedgerEntry.number)).all()
    assert [(row.debit, row.credit) for row in rows[3:]] == [("530", "756"), ("756", "530")]
    with pytest.raises(RuleBroken, match="error-membership-paid"):
        service.cancel_membership(treasurer, membership_id, "Ne souhaite plus")


def test_periods_do_not_overlap_and_a_renewal_follows(world: World, treasurer: Actor, rule_id: UUID) -> None:
    first = service.adhere(treasurer, draft(world, rule_id))
    with pytest.raises(RuleBroken, match="error-membership-overlap"):
        service.adhere(treasurer, draft(world, rule_id, TODAY + timedelta(days=100)))
    after = line_of(treasurer, world.b).next_start
    service.adhere(treasurer, draft(world, rule_id, after))
    line = line_of(treasurer, world.b)
    assert [one.starts_on for one in line.memberships] == [after, TODAY]
    assert line.standing is Standing.DUE  # the period of today speaks
    service.cancel_membership(treasurer, first, "Inscrite par erreur")
    service.adhere(treasurer, draft(world, rule_id))
    assert [one.is_cancelled for one in line_of(treasurer, world.b).memberships].count(True) == 1


def test_what_will_not_do(world: World, treasurer: Actor, rule_id: UUID) -> None:
    with pytest.raises(RuleBroken, match="error-membership-host"):
        service.adhere(treasurer, replace(draft(world, rule_id), structure_id=world.host))
    with pytest.raises(NotFound):
        service.adhere(treasurer, replace(draft(world, rule_id), structure_id=world.other_structure))
    with pytest.raises(RuleBroken, match="error-fee-due"):
        service.adhere(treasurer, replace(draft(world, rule_id), due_on=TODAY - timedelta(days=1)))
    with pytest.raises(RuleBroken, match="error-fee-rule-label"):
        service.save_rule(treasurer, None, replace(RULE, label="STRUCTURES"))
    with pytest.raises(StaleEdit):
        service.save_rule(treasurer, rule_id, RULE)
    service.archive_rule(treasurer, rule_id)
    with pytest.raises(NotFound):
        service.adhere(treasurer, draft(world, rule_id))


def test_changed_rule_leaves_recorded_fees_alone(world: World, treasurer: Actor, rule_id: UUID) -> None:
    service.adhere(treasurer, draft(world, rule_id))
    service.save_rule(treasurer, rule_id, replace(RULE, amount_cents=9_900, version=1))
    latest = line_of(treasurer, world.b).latest
    assert latest is not None
    assert latest.due_cents == 5_000


def test_fee_is_recalled_and_its_words_oblige_nobody(world: World, treasurer: Actor, rule_id: UUID) -> None:
    membership_id = service.adhere(treasurer, draft(world, rule_id))
    with unit_of_work() as session:
        session.execute(update(Membership).values(created_at=utc_now() - timedelta(days=60)))
        session.execute(update(Fee).values(due_on=TODAY - timedelta(days=15)))
    assert clock.tick() == 0  # mail is not set: the screen offers the words
    line = line_of(treasurer, world.b)
    assert line.latest is not None
    assert (line.standing, line.latest.reminder) == (Standing.LATE, 15)
    _, body = mails.words_of(service.view_letter(treasurer, membership_id), "fr", "A. M.")
    assert "Rien ne vous oblige à adhérer" in body
    assert "50,00" in body
    assert service.remind_fee(treasurer, membership_id) == 0
    with pytest.raises(RuleBroken, match="error-reminder-none"):
        service.remind_fee(treasurer, membership_id)


def test_receipt_of_a_fee_as_pdf(world: World, treasurer: Actor, rule_id: UUID) -> None:
    membership_id = service.adhere(treasurer, draft(world, rule_id))
    receipt_id = service.receive_fee(treasurer, membership_id, ReceiptDraft(amount_cents=5_000, received_on=TODAY))
    paper = service.export_fee_receipt(world.people["observer"], receipt_id)
    said = PdfReader(io.BytesIO(paper.data)).pages[0].extract_text()
    assert paper.name == f"C-{TODAY.year}-001.pdf"
    assert "LaPlateforme" in said
    assert "50,00" in said
