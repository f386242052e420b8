"""A vote that adopts a version: what a structure says last holds, lifted objections agree."""

from __future__ import annotations

import workspace.specification.joining  # noqa: F401 the room registers what it brings
from tests.integration.decisions.world import answer, opened, pass_time
from tests.integration.fiches.world import World
from tests.integration.specification.test_specification import frozen
from workspace.decisions import ballots
from workspace.decisions import service as decisions
from workspace.decisions.words import Kind, ObjectionStatus, Stance
from workspace.specification import service

EVERYBODY = ("facilitator", "partner", "partner_b")


def test_objection_that_was_lifted_in_the_vote_approves_the_version(world: World) -> None:
    chief, (_, version_id) = world.people["facilitator"], frozen(world)
    proposal_id = opened(
        chief, kind=Kind.SPECIFICATION, effect="lock_specification", effect_data={"1": str(version_id)}
    )
    for who in EVERYBODY[:2]:
        answer(world.people[who], proposal_id, Stance.NO_OBJECTION)
    answer(world.people["partner_b"], proposal_id, Stance.OBJECTION, "Non")
    (one,) = decisions.view_proposal(chief, proposal_id).objections
    ballots.settle_objection(world.people["partner_b"], one.objection_id, ObjectionStatus.LIFTED)
    pass_time(proposal_id)
    assert decisions.view_proposal(chief, proposal_id).outcome.effect_code == "done"
    assert service.view_version(chief, version_id).is_adopted


def test_objection_on_the_page_after_the_ballot_holds(world: World) -> None:
    chief, (_, version_id) = world.people["facilitator"], frozen(world)
    proposal_id = opened(
        chief, kind=Kind.SPECIFICATION, effect="lock_specification", effect_data={"1": str(version_id)}
    )
    for who in EVERYBODY:
        answer(world.people[who], proposal_id, Stance.NO_OBJECTION)
    service.object_version(world.people["partner_b"], version_id, "En relisant, non")
    decisions.close_proposal(chief, proposal_id)
    outcome = decisions.view_proposal(chief, proposal_id).outcome
    assert outcome.effect_code == "error-specification-not-agreed"
    assert not service.view_version(chief, version_id).is_adopted
