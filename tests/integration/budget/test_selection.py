"""Choosing a devis: one transaction from the reason to the commitment; by hand or by what the group decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from budget.envelope.words import LineKind
from budget.quotes import joining, selection, service, suppliers
from budget.quotes.words import DevisState, SupplierDraft, SupplierStatus
from budget.spending.commitments import cancel_commitment
from budget.spending.words import CommitmentState
from db.models import Commitment, JournalEntry
from db.session import reading, unit_of_work
from tests.integration.budget.offers import TODAY, devis
from tests.integration.budget.rows import add_envelope
from tests.integration.decisions.world import pass_time
from workspace.decisions import ballots, closing
from workspace.decisions import service as decisions
from workspace.decisions.effects import DONE
from workspace.decisions.words import Content
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken


@pytest.fixture
def line(world):
    with unit_of_work() as session:
        return add_envelope(session, world.group_id).id


@pytest.fixture
def treasurer(world):
    return world.people["treasurer"]


@pytest.fixture
def two(treasurer):
    """A devis of a printer (1 000 copies: 1 812.00) and of another (2 172.00)."""
    made = []
    for name, price in (("Imprimerie A", "1,4500"), ("Imprimerie B", "1,7500")):
        supplier = suppliers.add_supplier(treasurer, SupplierDraft(name=name))
        lines = list(devis(supplier).lines)
        lines[1] = replace(lines[1], unit_price=price)
        made.append(service.enter_devis(treasurer, devis(supplier, lines=tuple(lines))))
    return made


def choose(actor, devis_id, line_id, **changes):
    said = {"copies": 1000, "line_id": line_id, "reason": "Le moins cher à qualité égale", **changes}
    return selection.select_devis(actor, devis_id, **said)


def test_selecting_commits_the_cost_and_refuses_the_others_by_choice(treasurer, two, line):
    commitment_id = choose(treasurer, two[0], line, refused=[two[1]], refused_reason="Plus cher")
    with reading() as session:
        row = session.get_one(Commitment, commitment_id)
        assert (row.amount_cents, row.state, row.line_id) == (181_200, CommitmentState.PROPOSED, line)
        told = session.scalars(select(JournalEntry).where(JournalEntry.operation == "select_devis")).one()
        assert told.details["refused"] == 1
    chosen, other = (service.view_devis(treasurer, one) for one in two)
    assert (chosen.state, chosen.copies, chosen.commitment_id) == (DevisState.SELECTED, 1000, commitment_id)
    assert (other.state, other.reason) == (DevisState.REFUSED, "Plus cher")
    assert not chosen.abilities.may_change


def test_artist_author_commits_the_contribution_too(treasurer, line):
    artist = suppliers.add_supplier(treasurer, SupplierDraft(name="G", status=SupplierStatus.ARTIST_AUTHOR))
    lines = [replace(one, rate="0") for one in devis(artist).lines]
    made = service.enter_devis(treasurer, devis(artist, lines=tuple(lines), stated=()))
    commitment_id = choose(treasurer, made, line, copies=500)
    with reading() as session:
        assert session.get_one(Commitment, commitment_id).amount_cents == 119_000 + 6_000 + 1_309


@pytest.mark.parametrize(
    ("changes", "code"), [({"reason": " "}, "error-empty"), ({"copies": 700}, "error-devis-lot")]
)
def test_choice_that_will_not_do_writes_nothing(treasurer, two, line, changes, code):
    with pytest.raises(RuleBroken, match=code):
        choose(treasurer, two[0], line, **changes)
    assert service.view_devis(treasurer, two[0]).state is DevisState.RECEIVED
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Commitment)) == 0


def test_envelope_that_does_not_bear_it_refuses_all(world, treasurer, two):
    with unit_of_work() as session:
        small = add_envelope(session, world.group_id, minimum=0, maximum=100_000).id
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        choose(treasurer, two[0], small, refused=[two[1]], refused_reason="x")
    assert [service.view_devis(treasurer, one).state for one in two] == [DevisState.RECEIVED] * 2


def test_expired_selected_and_refused_devis_are_not_chosen(treasurer, two, line):
    supplier = suppliers.add_supplier(treasurer, SupplierDraft(name="Tard"))
    day = TODAY - timedelta(days=9)
    late = service.enter_devis(treasurer, devis(supplier, issued_on=day, valid_until=day))
    with pytest.raises(RuleBroken, match="error-devis-expired"):
        choose(treasurer, late, line)
    service.sort_devis(treasurer, two[1], DevisState.REFUSED, "Non")
    with pytest.raises(RuleBroken, match="error-devis-refused"):
        choose(treasurer, two[1], line)
    choose(treasurer, two[0], line)
    with pytest.raises(RuleBroken, match="error-devis-selected"):
        choose(treasurer, two[0], line)


def test_devis_is_free_again_once_its_commitment_is_cancelled(treasurer, two, line):
    commitment_id = choose(treasurer, two[0], line)
    with pytest.raises(RuleBroken, match="error-devis-selected"):
        service.sort_devis(treasurer, two[0], DevisState.RECEIVED)
    cancel_commitment(treasurer, commitment_id, "Le fournisseur renonce")
    assert service.view_devis(treasurer, two[0]).state is DevisState.RECEIVED
    assert choose(treasurer, two[0], line) != commitment_id


def test_rights_of_the_choice(world, two, line):
    with pytest.raises(NotAllowed):
        choose(world.people["partner"], two[0], line)
    with pytest.raises(NotFound):
        choose(world.people["stranger"], two[0], line)


def _vote(world, actor, two, *, winner="A"):
    lots = [(joining.lot_value(one, 1000), f"Imprimerie {name}", "") for one, name in zip(two, "AB", strict=True)]
    proposal_id = joining.put_to_vote(
        actor, kind=LineKind.PRINTING, lots=lots, title="Quel imprimeur", closes_at=utc_now() + timedelta(days=7)
    )
    options = decisions.view_proposal(actor, proposal_id).options
    for name in ("facilitator", "treasurer", "partner_b"):
        marks = {str(one.option_id): 5 if one.name == f"Imprimerie {winner}" else 1 for one in options}
        ballots.cast_ballot(world.people[name], proposal_id, Content(marks=marks))
    pass_time(proposal_id)
    closing.settle_due()
    return decisions.view_proposal(actor, proposal_id)


@pytest.mark.usefixtures("line")
def test_decision_chooses_the_devis_by_itself(world, treasurer, two):
    view = _vote(world, treasurer, two, winner="B")
    assert view.outcome.effect_code == DONE
    chosen = service.view_devis(treasurer, two[1])
    assert (chosen.state, chosen.copies) == (DevisState.SELECTED, 1000)
    assert "Quel imprimeur" in chosen.reason
    with reading() as session:
        row = session.get_one(Commitment, chosen.commitment_id)
        assert (row.state, row.created_by) == (CommitmentState.PROPOSED, treasurer.person_id)


@pytest.mark.usefixtures("line")
def test_vote_gives_nobody_the_right_to_commit(world, two):
    view = _vote(world, world.people["partner"], two)
    assert view.outcome.effect_code == "error-not-allowed"
    assert service.view_devis(world.people["treasurer"], two[0]).state is DevisState.RECEIVED


def test_decision_without_a_line_says_so_and_stands(world, treasurer, two):
    view = _vote(world, treasurer, two)
    assert view.outcome.effect_code == "error-devis-no-line-for-kind"
    assert view.outcome.number == 1
