"""Commitments: counted in the envelope once approved, by two persons from the threshold on, never past it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from budget.envelope import queries
from budget.envelope.words import Spending
from budget.spending import commitments
from budget.spending.words import CommitmentState, InvoiceKind, InvoiceState, PaymentMeans
from db.models import BudgetLine, Commitment, CommitmentApproval, Invoice, JournalEntry, Payment
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.fiches.world import World
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken


@pytest.fixture
def place(world: World) -> tuple[UUID, UUID]:
    """A line of an envelope of 3000 to 4000 (two approvals from 500), and a supplier."""
    with unit_of_work() as session:
        return add_envelope(session, world.group_id).id, add_supplier(session, world.group_id).id


def bind(world: World, place: tuple[UUID, UUID], cents: int, who: str = "treasurer", **fields: Any) -> UUID:
    given = {"line_id": place[0], "supplier_id": place[1], "label": "1 000 exemplaires", "reason": "Le moins cher"}
    return commitments.propose_commitment(world.people[who], amount_cents=cents, **(given | fields))


def state_of(commitment_id: UUID) -> CommitmentState:
    with reading() as session:
        return session.get_one(Commitment, commitment_id).state


def spending(place: tuple[UUID, UUID]) -> Spending:
    with reading() as session:
        envelope_id = session.get_one(BudgetLine, place[0]).envelope_id
        return queries.total(queries.list_spending(session, [envelope_id]))


def add_invoice(world: World, place: tuple[UUID, UUID], cents: int, commitment_id: UUID | None = None, **fields: Any):
    given = {"state": InvoiceState.APPROVED, "kind": InvoiceKind.INVOICE, "side_cents": 0} | fields
    with unit_of_work() as session:
        row = Invoice(
            id=uuid4(),
            group_id=world.group_id,
            supplier_id=place[1],
            line_id=place[0],
            commitment_id=commitment_id,
            number=uuid4().hex[:10],
            issued_on=group_today(),
            due_on=None,
            net_cents=cents,
            vat_cents=0,
            gross_cents=cents,
            created_at=utc_now(),
            **given,
        )
        session.add(row)
        return row.id


def test_small_amount_needs_its_author_only(world: World, place: tuple[UUID, UUID]) -> None:
    made = bind(world, place, 49_999)
    assert state_of(made) is CommitmentState.APPROVED
    assert spending(place) == Spending(committed_cents=49_999)


def test_from_the_threshold_another_person_approves(world: World, place: tuple[UUID, UUID]) -> None:
    made = bind(world, place, 50_000)
    assert state_of(made) is CommitmentState.PROPOSED
    assert spending(place) == Spending()
    with pytest.raises(RuleBroken, match="error-commitment-own"):
        commitments.approve_commitment(world.people["treasurer"], made)
    assert commitments.approve_commitment(world.people["facilitator"], made)
    assert spending(place) == Spending(committed_cents=50_000)
    with pytest.raises(RuleBroken, match="error-commitment-decided"):
        commitments.approve_commitment(world.people["facilitator"], made)
    with reading() as session:
        who = set(session.scalars(select(CommitmentApproval.person_id)))
        told = [row.operation for row in session.scalars(select(JournalEntry).order_by(JournalEntry.at))]
    assert who == {world.people["treasurer"].person_id, world.people["facilitator"].person_id}
    assert told == ["propose_commitment", "approve_commitment"]


def test_envelope_is_never_passed_by_a_cent(world: World, place: tuple[UUID, UUID]) -> None:
    with pytest.raises(RuleBroken, match="error-envelope-passed") as refused:
        bind(world, place, 400_001)
    assert refused.value.values == {"free_cents": 400_000, "over_cents": 1}
    bind(world, place, 400_000)


def test_second_of_two_proposals_meets_a_full_envelope_at_its_approval(
    world: World, place: tuple[UUID, UUID]
) -> None:
    first, second = bind(world, place, 300_000), bind(world, place, 200_000)
    commitments.approve_commitment(world.people["facilitator"], first)
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        commitments.approve_commitment(world.people["facilitator"], second)
    assert state_of(second) is CommitmentState.PROPOSED


def test_each_cent_is_counted_once(world: World, place: tuple[UUID, UUID]) -> None:
    made = bind(world, place, 40_000)
    paid = add_invoice(world, place, 30_000, made, side_cents=330)
    add_invoice(world, place, 5_000)
    add_invoice(world, place, 90_000, made, state=InvoiceState.RECEIVED)
    assert spending(place) == Spending(committed_cents=9_670, invoiced_cents=35_330)
    add_invoice(world, place, -1_000, made, kind=InvoiceKind.CREDIT_NOTE)
    add_invoice(world, place, 20_000, made)
    with unit_of_work() as session:
        for cents, cancelled in ((30_000, None), (10, utc_now())):
            session.add(
                Payment(
                    group_id=world.group_id,
                    invoice_id=paid,
                    amount_cents=cents,
                    paid_on=group_today(),
                    means=PaymentMeans.TRANSFER,
                    created_at=utc_now(),
                    cancelled_at=cancelled,
                )
            )
    told = spending(place)
    assert told == Spending(invoiced_cents=54_330, paid_cents=30_000)
    assert (told.taken_cents, told.unpaid_cents) == (54_330, 24_330)


def test_cancelling_frees_what_no_invoice_took(world: World, place: tuple[UUID, UUID]) -> None:
    made = bind(world, place, 40_000)
    add_invoice(world, place, 30_000, made)
    with pytest.raises(RuleBroken, match="error-empty"):
        commitments.cancel_commitment(world.people["treasurer"], made, "  ")
    commitments.cancel_commitment(world.people["treasurer"], made, "Facture finale moins chère")
    assert spending(place) == Spending(invoiced_cents=30_000)
    with pytest.raises(RuleBroken, match="error-commitment-cancelled"):
        commitments.cancel_commitment(world.people["treasurer"], made, "encore")
    with reading() as session:
        row = session.get_one(Commitment, made)
    assert (row.cancel_reason, row.cancelled_by) == (
        "Facture finale moins chère",
        world.people["treasurer"].person_id,
    )


def test_lines_are_offered_with_what_is_free(world: World, place: tuple[UUID, UUID]) -> None:
    bind(world, place, 40_000)
    with reading() as session:
        (line,) = queries.list_lines(session, world.people["partner"])
        assert queries.list_lines(session, world.people["stranger"]) == ()
    assert (line.label, line.envelope_title, line.year) == ("Impression", "Plaquette commune", 2026)
    assert (line.free_cents, line.line_free_cents, line.account) == (360_000, 360_000, "6236")


@pytest.mark.parametrize("who", ["partner", "observer"])
def test_members_without_the_charge_bind_nothing(world: World, place: tuple[UUID, UUID], who: str) -> None:
    with pytest.raises(NotAllowed):
        bind(world, place, 100, who)


def test_bad_input_is_refused_by_name(world: World, place: tuple[UUID, UUID]) -> None:
    for fields, error in (
        ({"line_id": uuid4()}, NotFound),
        ({"supplier_id": uuid4()}, NotFound),
        ({"label": " "}, RuleBroken),
        ({"reason": "x" * 1001}, RuleBroken),
    ):
        with pytest.raises(error):
            bind(world, place, 100, **fields)
    with pytest.raises(RuleBroken, match="error-commitment-amount"):
        bind(world, place, 0)
    with pytest.raises(NotFound):
        commitments.approve_commitment(world.people["stranger"], bind(world, place, 60_000))
    with pytest.raises(NotFound):
        bind(world, place, 100, "stranger")
