"""A structure that stands for the group, on both stores: presented, voted on, admitted or refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from db.models import JournalEntry, Structure
from db.session import reading
from tests.integration.decisions.world import answer, opened, pass_time, refused
from tests.integration.fiches.world import World
from workspace.decisions import candidates, export, service
from workspace.decisions.candidacy import key_of
from workspace.decisions.views import CandidateView
from workspace.decisions.words import CandidateDraft, CandidateState, Kind, Method, Stance, Verdict
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.members import service as members

CRESS = CandidateDraft(
    name="CRESS", legal_form="Association", presentation="Elle réunit l’ESS.", motive="Elle connaît tout le monde."
)


def only(who: Actor) -> CandidateView:
    (one,) = candidates.view_candidates(who)
    return one


def test_candidate_has_no_voice_and_enters_by_the_decision(world: World) -> None:
    chief, partner = world.people["facilitator"], world.people["partner"]
    candidate_id = candidates.stand_candidate(partner, CRESS)
    one = only(world.people["observer"])
    assert (one.state, one.presented_by, one.presenter, one.proposal_id) == (
        CandidateState.CANDIDATE, "Benjamin", "Inter-Made", None,
    )  # fmt: skip
    about = service.view_choices(partner, key_of(candidate_id)).about
    assert (about.choice, about.effect, about.value, about.name) == (
        Kind.ADMISSION, "admit_structure", "CRESS", "CRESS",
    )  # fmt: skip
    proposal_id = opened(
        partner, about=key_of(candidate_id), kind=Kind.ADMISSION, effect=about.effect, effect_data={"1": about.value}
    )
    view = service.view_proposal(chief, proposal_id)
    assert {line.name for line in view.voters} == {"Apeas", "Inter-Made", "LaPlateforme"}
    assert only(chief).is_voted_on
    with refused("error-candidate-voted"):
        candidates.withdraw_candidate(partner, candidate_id)
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    one = only(chief)
    assert (one.state, one.is_voted_on, one.proposal_id) == (CandidateState.ADMITTED, False, proposal_id)
    entered = next(line for line in members.view_structures(chief) if line.structure_id == one.structure_id)
    assert (entered.draft.name, entered.draft.legal_form, entered.draft.presentation) == (
        "CRESS", "Association", "Elle réunit l’ESS.",
    )  # fmt: skip
    effect = export.export_decision(chief, proposal_id)["effect"]
    assert (effect["name"], effect["told"], effect["result"], effect["opened_by"]) == (
        "admit_structure", "CRESS", "done", "Benjamin",
    )  # fmt: skip


def test_refused_candidate_may_still_enter_by_a_further_round(world: World) -> None:
    chief = world.people["facilitator"]
    candidate_id = candidates.stand_candidate(chief, CRESS)
    proposal_id = opened(chief, about=key_of(candidate_id), effect="admit_structure", effect_data={"1": "CRESS"})
    answer(world.people["partner_b"], proposal_id, Stance.OBJECTION, "Trop tôt")
    pass_time(proposal_id)
    assert only(chief).state is CandidateState.REFUSED
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Structure).where(Structure.name == "CRESS")) == 0
    service.new_round(chief, proposal_id, closes_at=utc_now() + timedelta(days=1))
    answer(world.people["partner_b"], proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    assert only(chief).state is CandidateState.ADMITTED


def test_advice_leaves_the_candidate_as_it_is(world: World) -> None:
    chief = world.people["facilitator"]
    candidate_id = candidates.stand_candidate(chief, CRESS)
    proposal_id = opened(
        chief, about=key_of(candidate_id), quorum=100, effect="admit_structure", effect_data={"1": "CRESS"}
    )
    answer(chief, proposal_id, Stance.OBJECTION, "Trop tôt")
    pass_time(proposal_id)
    assert service.view_proposal(chief, proposal_id).outcome.verdict is Verdict.OBJECTED
    assert only(chief).state is CandidateState.CANDIDATE


def test_candidacy_is_presented_once_and_withdrawn_by_its_own(world: World) -> None:
    partner = world.people["partner"]
    with reading() as session:
        before = session.scalar(select(func.count()).select_from(JournalEntry))
    candidate_id = candidates.stand_candidate(partner, CRESS)
    with refused("error-candidate-same"):
        candidates.stand_candidate(world.people["facilitator"], CandidateDraft(name="cress", motive="x"))
    with refused("error-same-name"):
        candidates.stand_candidate(partner, CandidateDraft(name="Apeas", motive="x"))
    with pytest.raises(NotAllowed):
        candidates.withdraw_candidate(world.people["partner_b"], candidate_id)
    with pytest.raises(NotAllowed):
        candidates.stand_candidate(world.people["observer"], CandidateDraft(name="Autre", motive="x"))
    candidates.withdraw_candidate(partner, candidate_id)
    with refused("error-candidate-settled"):
        candidates.withdraw_candidate(partner, candidate_id)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(JournalEntry)) == before + 2
    assert candidates.view_candidates(world.people["stranger"]) == ()
    with pytest.raises(NotFound):
        opened(world.people["stranger"], Method.CONSENT, about=key_of(candidate_id))


BAD = [
    ("error-empty", {"motive": "  "}),
    ("error-empty", {"name": " "}),
    ("error-candidate-contact", {"presentation": "Écrire à accueil@exemple.fr"}),
    ("error-candidate-contact", {"motive": "Appeler le 04 91 00 00 00"}),
    ("error-too-long", {"name": "x" * 121}),
]


@pytest.mark.parametrize(("code", "given"), BAD, ids=["no motive", "no name", "mail", "telephone", "long"])
def test_candidacy_that_will_not_do_is_refused(sqlite_world: World, code: str, given: dict) -> None:
    with refused(code):
        candidates.stand_candidate(
            sqlite_world.people["partner"], CandidateDraft(**({"name": "CRESS", "motive": "Oui"} | given))
        )
    years = CandidateDraft(name="CRESS", motive="Née en 1998, 2 300 membres en 2024-2025")
    candidates.stand_candidate(sqlite_world.people["partner"], years)
