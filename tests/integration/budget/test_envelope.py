"""The envelope and its lines: set, changed, read; alerts and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from budget.envelope import bound, service, sources
from budget.envelope.words import (
    AlertKind,
    DueKind,
    EnvelopeDraft,
    EnvelopeView,
    Funding,
    LineDraft,
    LineKind,
    Standing,
)
from budget.ledger import service as ledger
from budget.quotes.words import SupplierStatus
from budget.spending import commitments
from budget.spending.words import InvoiceState, PaymentMeans
from db.models import BudgetLine, Envelope, Invoice, JournalEntry, Payment, Supplier
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.budget.test_commitments import add_invoice
from tests.integration.fiches.world import World
from workspace.accueil import service as accueil
from workspace.accueil.words import Awaited
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit

DRAFT = EnvelopeDraft(
    title="Support commun",
    year=2026,
    minimum_cents=300_000,
    maximum_cents=400_000,
    two_approvals_from_cents=50_000,
    source="Projet de la structure d’accueil",
)
LINE = LineDraft(label="Impression", kind=LineKind.PRINTING, account="6236", minimum_cents=150_000)


def shown(world: World, who: str = "treasurer") -> EnvelopeView:
    view = service.view_budget(world.people[who]).shown
    assert view is not None
    return view


@pytest.fixture
def place(world: World) -> tuple[UUID, UUID]:
    """A line of an envelope of 3000 to 4000 (two approvals from 500), and a supplier."""
    with unit_of_work() as session:
        return add_envelope(session, world.group_id).id, add_supplier(session, world.group_id).id


def test_envelope_is_set_then_changed(world: World) -> None:
    who = world.people["treasurer"]
    assert service.view_budget(who).shown is None
    assert service.view_glance(who) is None
    made = service.create_envelope(who, DRAFT)
    line = service.add_line(who, made, LINE)
    view = shown(world, "observer")
    assert (view.title, view.year, view.source) == ("Support commun", 2026, "Projet de la structure d’accueil")
    assert view.position.standing is Standing.BELOW_MINIMUM
    assert [(one.label, one.position.band.maximum_cents, one.may_remove) for one in view.lines] == [
        ("Impression", 150_000, True)
    ]
    assert (view.abilities.may_change, shown(world).abilities.may_change) == (False, True)
    service.change_envelope(who, made, replace(DRAFT, title="Autre", minimum_cents=0))
    with pytest.raises(StaleEdit):
        service.change_envelope(who, made, DRAFT)
    service.change_line(who, line, LineDraft(label="Tirage", kind=LineKind.OTHER, account="62 36", minimum_cents=1))
    assert [(one.label, one.account, one.version) for one in shown(world).lines] == [("Tirage", "6236", 2)]
    service.remove_line(who, line)
    assert shown(world).lines == ()
    with reading() as session:
        told = list(session.scalars(select(JournalEntry.operation)))
    assert told == ["create_envelope", *["change_envelope"] * 4]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, "error-empty"),
        ({"year": 1700}, "error-year"),
        ({"minimum_cents": -1}, "error-envelope-negative"),
        ({"maximum_cents": 299_999}, "error-envelope-band"),
        ({"minimum_cents": 0, "maximum_cents": 0}, "error-envelope-empty"),
        ({"two_approvals_from_cents": -1}, "error-envelope-threshold"),
    ],
)
def test_wrong_envelope_is_refused_by_name(world: World, fields: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        service.create_envelope(world.people["treasurer"], replace(DRAFT, **fields))


def test_wrong_lines_and_strangers_are_refused(world: World) -> None:
    who = world.people["facilitator"]
    made = service.create_envelope(who, DRAFT)
    with pytest.raises(RuleBroken, match="error-envelope-same"):
        service.create_envelope(who, DRAFT)
    with pytest.raises(RuleBroken, match="error-account"):
        service.add_line(who, made, LineDraft(label="x", kind=LineKind.WEB, account="web", minimum_cents=0))
    with pytest.raises(NotAllowed):
        service.add_line(world.people["partner"], made, LINE)
    with pytest.raises(NotFound):
        service.add_line(world.people["stranger"], made, LINE)
    with pytest.raises(NotFound):
        service.change_line(who, uuid4(), LINE)
    assert service.view_budget(world.people["stranger"], made).shown is None
    for _ in range(20):
        service.add_line(who, made, LINE)
    with pytest.raises(RuleBroken, match="error-too-many"):
        service.add_line(who, made, LINE)


def test_line_that_was_used_stays(world: World, place: tuple[UUID, UUID]) -> None:
    add_invoice(world, place, 100, state=InvoiceState.REFUSED)
    with pytest.raises(RuleBroken, match="error-line-used"):
        service.remove_line(world.people["treasurer"], place[0])
    assert not shown(world).lines[0].may_remove


def test_closed_year_is_only_read(world: World, place: tuple[UUID, UUID]) -> None:
    with unit_of_work() as session:
        session.scalars(select(Envelope)).one().year = 2025
    ledger.close_year(world.people["treasurer"], 2025)
    view = shown(world)
    assert view.is_closed
    assert not view.abilities.may_change
    with pytest.raises(RuleBroken, match="error-year-closed"):
        service.add_line(world.people["treasurer"], view.envelope_id, LINE)
    with pytest.raises(RuleBroken, match="error-year-closed"):
        commitments.propose_commitment(
            world.people["treasurer"], line_id=place[0], supplier_id=place[1], label="x", amount_cents=1, reason="x"
        )


def test_alerts_name_what_does_not_hold(world: World, place: tuple[UUID, UUID]) -> None:
    made = commitments.propose_commitment(
        world.people["treasurer"], line_id=place[0], supplier_id=place[1], label="Pli", amount_cents=100, reason="x"
    )
    add_invoice(world, place, 401_000, made)
    with unit_of_work() as session:
        session.get_one(BudgetLine, place[0]).maximum_cents = 400_500
        session.get_one(BudgetLine, place[0]).minimum_cents = 400_500
    told = {one.kind: one.cents for one in shown(world).alerts}
    assert told == {
        AlertKind.ENVELOPE_OVER: 1_000,
        AlertKind.LINE_OVER: 500,
        AlertKind.LINES_OVER: 500,
        AlertKind.INVOICE_OVER: 400_900,
    }


def test_dates_of_what_is_owed(world: World, place: tuple[UUID, UUID]) -> None:
    with unit_of_work() as session:
        artist = Supplier(group_id=world.group_id, name="Atelier", status=SupplierStatus.ARTIST_AUTHOR)
        session.add(artist)
        session.flush()
        other = artist.id
    late = add_invoice(world, place, 500)
    fee = add_invoice(world, (place[0], other), 100_000, side_cents=1_100)
    with unit_of_work() as session:
        session.get_one(Invoice, late).due_on = group_today() - timedelta(days=3)
        session.add(
            Payment(
                group_id=world.group_id,
                invoice_id=fee,
                amount_cents=100_000,
                paid_on=date(2026, 11, 20),
                means=PaymentMeans.TRANSFER,
                created_at=utc_now(),
            )
        )
    found = {one.kind: (one.on, one.cents) for one in shown(world).due_dates}
    assert found == {
        DueKind.INVOICE: (group_today() - timedelta(days=3), 500),
        DueKind.URSSAF: (date(2027, 1, 15), 1_100),
    }
    assert AlertKind.INVOICE_LATE in {one.kind for one in shown(world).alerts}


def test_what_structures_bring_stands_beside(
    world: World, place: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_funding", [])
    sources.register_funding(
        lambda _session, _group, _envelope: Funding(pledged_cents=900, received_cents=400, in_kind_cents=7_000)
    )
    add_invoice(world, place, 1_000)
    position = shown(world).position
    assert (position.funding.expected_cents, position.host_share_cents) == (500, 100)
    assert position.free_to_maximum_cents == 399_000


def test_accueil_tells_who_is_awaited(
    world: World, place: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.accueil import sources as accueil_sources

    monkeypatch.setattr(accueil_sources, "_awaited", [bound.list_awaited])
    commitments.propose_commitment(
        world.people["treasurer"], line_id=place[0], supplier_id=place[1], label="Gros", amount_cents=60_000,
        reason="x",
    )  # fmt: skip
    for who, waits in (("facilitator", True), ("treasurer", False), ("partner", False), ("stranger", False)):
        kinds = [one.kind for one in accueil.view_home(world.people[who]).awaited]
        assert (Awaited.APPROVE_COMMITMENT in kinds) is waits, who
    (view,) = shown(world, "facilitator").commitments
    assert (view.awaited, view.needed, [name for name, _ in view.approvals]) == (("Sandrine",), 2, ["Pierre"])
    assert view.may_approve
    assert shown(world).proposed_cents == 60_000
