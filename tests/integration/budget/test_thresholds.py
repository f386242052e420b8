"""Raising the threshold gives nobody alone what two had to agree on; a closed year is read only; devis end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from budget.connections import connect
from budget.envelope import service, sources
from budget.envelope.words import DueKind
from budget.quotes import store as devis_store
from budget.spending import commitments, invoices
from budget.spending.words import CommitmentState
from db.models import BudgetLine, Commitment, Envelope, LedgerYear
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.offers import devis
from tests.integration.budget.rows import add_envelope
from tests.integration.budget.spending_desk import Plain, make_plain
from tests.integration.budget.test_envelope import DRAFT, LINE
from tests.integration.fiches.world import World
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken


@pytest.fixture
def plain(world: World) -> Plain:
    return make_plain(world)


def envelope_of(plain: Plain) -> UUID:
    with reading() as session:
        return session.get_one(BudgetLine, plain.line_id).envelope_id


def raise_to(plain: Plain, cents: int, who: str = "treasurer") -> None:
    actor, one = plain.world.people[who], envelope_of(plain)
    view = service.view_budget(actor, one).shown
    assert view is not None
    band = view.position.band
    service.change_envelope(
        actor,
        one,
        replace(
            DRAFT,
            title=view.title,
            year=view.year,
            minimum_cents=band.minimum_cents,
            maximum_cents=band.maximum_cents,
            two_approvals_from_cents=cents,
            version=view.version,
        ),
    )


def bind(plain: Plain, cents: int, who: str = "treasurer", line_id: UUID | None = None) -> CommitmentState:
    made = commitments.propose_commitment(
        plain.world.people[who], line_id=line_id or plain.line_id, supplier_id=plain.supplier_id, label="Encre",
        amount_cents=cents, reason="Stock",
    )  # fmt: skip
    with reading() as session:
        return session.get_one(Commitment, made).state


def test_who_raises_the_threshold_stays_held_to_the_one_before(plain: Plain) -> None:
    raise_to(plain, 300_000)
    assert bind(plain, 50_000) is CommitmentState.PROPOSED
    assert bind(plain, 49_999) is CommitmentState.APPROVED
    assert bind(plain, 60_000, "facilitator") is CommitmentState.APPROVED
    bill = invoices.enter_invoice(plain.world.people["treasurer"], plain.draft("F-1", 60_000))
    with pytest.raises(RuleBroken) as broken:
        invoices.approve_invoice(plain.world.people["treasurer"], bill, 1)
    assert (broken.value.code, broken.value.values["threshold_cents"]) == ("error-invoice-own", 50_000)
    raise_to(plain, 350_000)
    assert bind(plain, 50_001) is CommitmentState.PROPOSED, "raising twice gives nothing more"
    raise_to(plain, 300_001, "facilitator")
    view = service.view_budget(plain.world.people["treasurer"], envelope_of(plain)).shown
    assert view is not None
    assert view.alone_below_cents == 50_000, "another person lowering it lifts nothing"
    raise_to(plain, 300_002, "facilitator")
    assert bind(plain, 60_001) is CommitmentState.APPROVED, "another person raised it too"


def test_who_sets_an_envelope_with_a_high_threshold_is_held_to_the_usual_one(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    made = service.create_envelope(treasurer, replace(DRAFT, title="Neuve", two_approvals_from_cents=400_000))
    line_id = service.add_line(treasurer, made, LINE)
    assert bind(plain, 50_000, line_id=line_id) is CommitmentState.PROPOSED


def test_envelope_of_a_closed_year_is_only_read(plain: Plain) -> None:
    people = plain.world.people
    small = commitments.propose_commitment(
        people["treasurer"], line_id=plain.line_id, supplier_id=plain.supplier_id, label="Encre", amount_cents=100,
        reason="Stock",
    )  # fmt: skip
    waiting = invoices.enter_invoice(people["treasurer"], plain.draft("F-1", 100))
    with unit_of_work() as session:
        # Invoices of the year after may still stand on the envelope of the year that is closed.
        session.get_one(Envelope, envelope_of(plain)).year = 2025
        session.add(LedgerYear(group_id=plain.world.group_id, year=2025, closed_at=utc_now(), seal="b" * 64))
    for act in (
        lambda: commitments.cancel_commitment(people["treasurer"], small, "plus besoin"),
        lambda: invoices.approve_invoice(people["facilitator"], waiting, 1),
        lambda: invoices.enter_invoice(people["treasurer"], plain.draft("F-2", 100)),
    ):
        with pytest.raises(RuleBroken, match="error-year-closed"):
            act()
    able = invoices.view_invoice(people["facilitator"], waiting).abilities
    assert [able.may_decide, able.may_change, able.may_cancel] == [False] * 3
    view = service.view_budget(people["treasurer"], envelope_of(plain)).shown
    assert view is not None
    assert [(one.may_approve, one.may_cancel) for one in view.commitments] == [(False, False)]


def test_only_devis_that_may_still_be_accepted_have_a_date(plain: Plain) -> None:
    connect()
    with unit_of_work() as session:
        old = add_envelope(session, plain.world.group_id, title="Avant", year=2020).envelope_id
        today = group_today()
        for at, days in enumerate([*range(-30, -1), 5]):
            day = today + timedelta(days=days)
            draft = replace(devis(plain.supplier_id), number=f"D-{at}", issued_on=day, valid_until=day)
            devis_store.add_devis(session, plain.world.group_id, draft, created_by=None)
    with reading() as session:
        group_id = session.scalars(select(Envelope.group_id).where(Envelope.id == old)).one()
        told = [
            [one.on for one in sources.due_dates(session, group_id, envelope) if one.kind is DueKind.QUOTE]
            for envelope in (envelope_of(plain), old)
        ]
    assert told == [[today + timedelta(days=5)], []]
