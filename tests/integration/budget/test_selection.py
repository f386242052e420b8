"""Choosing a devis: one transaction from the reason to the commitment; by hand or by what the group decided."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from budget.envelope.words import LineKind
from budget.quotes import joining, selection, service, suppliers, typed
from budget.quotes.words import DevisState, SupplierDraft, SupplierStatus
from budget.spending.commitments import cancel_commitment
from budget.spending.words import CommitmentState
from db.models import Commitment, JournalEntry, Proposal
from db.session import reading, unit_of_work
from tests.integration.budget.offers import TODAY, devis, read_devis
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


def cost_of(actor, devis_id, copies=1000):
    return next(one for one in read_devis(actor, devis_id).costs if one.copies == copies)


def choose(actor, devis_id, line_id, *, treasurer=None, **changes):
    """Choose at the cost that a reader of the devis is shown."""
    said = {"copies": 1000, "line_id": line_id, "reason": "Le moins cher à qualité égale", **changes}
    lots = {one.copies: one.total_cents for one in read_devis(treasurer or actor, devis_id).costs}
    said.setdefault("cost_cents", lots.get(said["copies"], 1))
    return selection.select_devis(actor, devis_id, **said)


def test_selecting_commits_the_cost_and_refuses_the_others_by_choice(treasurer, two, line):
    commitment_id = choose(treasurer, two[0], line, refused=[two[1]], refused_reason="Plus cher")
    with reading() as session:
        row = session.get_one(Commitment, commitment_id)
        assert (row.amount_cents, row.state, row.line_id) == (181_200, CommitmentState.PROPOSED, line)
        told = session.scalars(select(JournalEntry).where(JournalEntry.operation == "select_devis")).one()
        assert told.details["refused"] == 1
    chosen, other = (read_devis(treasurer, one) for one in two)
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
    assert read_devis(treasurer, two[0]).state is DevisState.RECEIVED
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Commitment)) == 0


def test_envelope_that_does_not_bear_it_refuses_all(world, treasurer, two):
    with unit_of_work() as session:
        small = add_envelope(session, world.group_id, minimum=0, maximum=100_000).id
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        choose(treasurer, two[0], small, refused=[two[1]], refused_reason="x")
    assert [read_devis(treasurer, one).state for one in two] == [DevisState.RECEIVED] * 2


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
    assert read_devis(treasurer, two[0]).state is DevisState.RECEIVED
    assert choose(treasurer, two[0], line) != commitment_id


def test_rights_of_the_choice(world, two, line):
    with pytest.raises(NotAllowed):
        choose(world.people["partner"], two[0], line)
    with pytest.raises(NotFound):
        choose(world.people["stranger"], two[0], line, treasurer=world.people["treasurer"])


def _vote(world, actor, two, *, winner="A", meanwhile=lambda: None):
    chief = world.people["treasurer"]
    lots = [
        (joining.lot_value(one, cost_of(chief, one)), f"Imprimerie {name}", "")
        for one, name in zip(two, "AB", strict=True)
    ]
    proposal_id = joining.put_to_vote(
        actor, kind=LineKind.PRINTING, lots=lots, title="Quel imprimeur", closes_at=utc_now() + timedelta(days=7)
    )
    options = decisions.view_proposal(actor, proposal_id).options
    for name in ("facilitator", "treasurer", "partner_b"):
        marks = {str(one.option_id): 5 if one.name == f"Imprimerie {winner}" else 1 for one in options}
        ballots.cast_ballot(world.people[name], proposal_id, Content(marks=marks))
    meanwhile()
    pass_time(proposal_id)
    closing.settle_due()
    return decisions.view_proposal(actor, proposal_id)


@pytest.mark.usefixtures("line")
def test_decision_chooses_the_devis_by_itself(world, treasurer, two):
    view = _vote(world, treasurer, two, winner="B")
    assert view.outcome.effect_code == DONE
    chosen = read_devis(treasurer, two[1])
    assert (chosen.state, chosen.copies) == (DevisState.SELECTED, 1000)
    assert "Quel imprimeur" in chosen.reason
    with reading() as session:
        row = session.get_one(Commitment, chosen.commitment_id)
        assert (row.state, row.created_by) == (CommitmentState.PROPOSED, treasurer.person_id)


@pytest.mark.usefixtures("line")
def test_vote_gives_nobody_the_right_to_commit(world, two):
    view = _vote(world, world.people["partner"], two)
    assert view.outcome.effect_code == "error-not-allowed"
    assert read_devis(world.people["treasurer"], two[0]).state is DevisState.RECEIVED


def test_decision_without_a_line_says_so_and_stands(world, treasurer, two):
    view = _vote(world, treasurer, two)
    assert view.outcome.effect_code == "error-devis-no-line-for-kind"
    assert view.outcome.number == 1


def test_another_cost_than_the_one_shown_commits_nothing(treasurer, two, line):
    shown = cost_of(treasurer, two[0]).total_cents
    supplier_id = read_devis(treasurer, two[0]).supplier_id
    (draft,) = (one.draft for one in suppliers.view_suppliers(treasurer).suppliers if one.supplier_id == supplier_id)
    suppliers.change_supplier(treasurer, supplier_id, replace(draft, status=SupplierStatus.ARTIST_AUTHOR))
    with pytest.raises(RuleBroken, match="error-devis-price"):
        choose(treasurer, two[0], line, cost_cents=shown, refused=[two[1]], refused_reason="x")
    assert [read_devis(treasurer, one).state for one in two] == [DevisState.RECEIVED] * 2
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Commitment)) == 0


@pytest.mark.usefixtures("line")
def test_vote_of_an_older_version_without_a_price_is_read_and_says_the_way_out(world, treasurer, two):
    def older():
        with unit_of_work() as session:
            row = session.scalars(select(Proposal)).one()
            row.effect_data = {one: value.rpartition("/")[0] for one, value in row.effect_data.items()}

    view = _vote(world, treasurer, two, meanwhile=older)
    assert (view.outcome.number, view.outcome.effect_code) == (1, "error-devis-unpriced")
    assert view.outcome.consequence.name
    assert read_devis(treasurer, two[0]).state is DevisState.RECEIVED
    assert [one.number for one in decisions.view_decisions(treasurer).register] == [1]


@pytest.mark.usefixtures("line")
def test_vote_commits_the_voted_price_or_nothing(world, treasurer, two):
    def dearer():
        draft = typed.draft_of(read_devis(treasurer, two[1]))
        lines = (
            replace(draft.lines[0], unit_price="2000"),
            replace(draft.lines[1], unit_price="3"),
            *draft.lines[2:],
        )
        service.change_devis(treasurer, two[1], replace(draft, lines=lines))

    view = _vote(world, treasurer, two, winner="B", meanwhile=dearer)
    assert view.outcome.effect_code == "error-devis-price"
    assert read_devis(treasurer, two[1]).state is DevisState.RECEIVED


def test_two_who_refuse_each_other_s_devis_take_turns(world, two, line, monkeypatch):
    """Each holds its own devis when it asks for the envelope, unless all devis are held before."""
    gate, propose = threading.Barrier(2), selection.propose

    def together(*given, **named):
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(timeout=1)
        return propose(*given, **named)

    monkeypatch.setattr(selection, "propose", together)
    lots = [cost_of(world.people["treasurer"], one).total_cents for one in two]

    def act(place):
        who = world.people[("treasurer", "facilitator")[place]]
        try:
            selection.select_devis(
                who, two[place], copies=1000, cost_cents=lots[place], line_id=line, reason="x",
                refused=[two[1 - place]], refused_reason="y",
            )  # fmt: skip
        except RuleBroken as broken:
            return broken.code
        return "chosen"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, range(2))) == ["chosen", "error-devis-refused"]
