"""What structures bring to an envelope: by its keys, in kind on the latest only; calls stand on its timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from budget.contributions import brought, calls, in_kind, service
from budget.contributions.words import Basis, MethodDraft, ReceiptDraft
from budget.envelope.words import DueKind, Funding
from db.models import Envelope
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.contribution_rows import PAYEE, hours, key_draft
from tests.integration.budget.rows import add_envelope
from tests.integration.fiches.world import World
from workspace.kernel.clock import utc_now

TODAY = group_today()


@pytest.fixture
def envelopes(world: World) -> tuple[UUID, UUID]:
    """The envelope of this year, and one of an earlier year."""
    with unit_of_work() as session:
        latest = add_envelope(session, world.group_id).envelope_id
        before = Envelope(
            group_id=world.group_id,
            title="Avant",
            year=2020,
            minimum_cents=0,
            maximum_cents=100_000,
            two_approvals_from_cents=0,
            created_at=utc_now(),
        )
        session.add(before)
        session.flush()
        return latest, before.id


def test_each_key_counts_for_its_envelope(world: World, envelopes: tuple[UUID, UUID]) -> None:
    treasurer = world.people["treasurer"]
    service.save_payee(treasurer, PAYEE)
    typed = service.save_key(treasurer, None, key_draft(world.b, title="Tapé"))
    pledge = service.pledge(treasurer, typed, world.b, 15_000)
    calls.call_pledge(treasurer, pledge, date(2099, 1, 15))
    calls.receive(treasurer, pledge, ReceiptDraft(amount_cents=10_000, received_on=TODAY))
    old = replace(key_draft(world.b, title="Ancien"), basis=Basis.ENVELOPE, basis_id=envelopes[1])
    service.pledge(treasurer, service.save_key(treasurer, None, old), world.b, 700)
    in_kind.add_method(treasurer, MethodDraft(text="Au SMIC", hourly_cents=1_202, from_on=date(2020, 1, 1)))
    declared = in_kind.declare(world.people["partner_b"], world.b, hours(60))
    in_kind.decide(treasurer, declared, accepted=True)
    with reading() as session:
        told = [brought.funding(session, world.group_id, one) for one in envelopes]
        due = [list(brought.list_due(session, world.group_id, one)) for one in envelopes]
    assert told == [
        Funding(pledged_cents=15_000, received_cents=10_000, in_kind_cents=1_202),
        Funding(pledged_cents=700),
    ]
    assert [(one.kind, one.on, one.label, one.cents) for one in due[0]] == [
        (DueKind.CALL, date(2099, 1, 15), "Apeas", 5_000)
    ]
    assert due[1] == []


def test_next_year_s_envelope_moves_nothing(world: World) -> None:
    treasurer = world.people["treasurer"]
    before = service.save_key(treasurer, None, key_draft(world.a, title="Avant toute enveloppe"))
    service.pledge(treasurer, before, world.a, 300)
    with unit_of_work() as session:
        this_year = add_envelope(session, world.group_id, year=TODAY.year).envelope_id
    typed = service.save_key(treasurer, None, key_draft(world.b, title="Tapé"))
    service.pledge(treasurer, typed, world.b, 15_000)
    in_kind.add_method(treasurer, MethodDraft(text="Au SMIC", hourly_cents=1_202, from_on=date(2020, 1, 1)))
    declared = in_kind.declare(world.people["partner_b"], world.b, hours(60, day=TODAY))
    in_kind.decide(treasurer, declared, accepted=True)
    told = Funding(pledged_cents=15_300, in_kind_cents=1_202)
    with unit_of_work() as session:
        assert brought.funding(session, world.group_id, this_year) == told
        next_year = add_envelope(session, world.group_id, year=TODAY.year + 1).envelope_id
        twin = add_envelope(session, world.group_id, year=TODAY.year, title="Zéro").envelope_id
    changed = replace(key_draft(world.b, title="Tapé", cents=90_000), version=1)
    service.save_key(treasurer, typed, changed)
    with reading() as session:
        assert [brought.funding(session, world.group_id, one) for one in (this_year, next_year, twin)] == [
            told,
            Funding(),
            Funding(),
        ]
