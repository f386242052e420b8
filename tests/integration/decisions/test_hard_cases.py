"""What somebody who looks for the crack in a vote tries, on both stores: each was one once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import Member, Objection, ProposalRound
from db.session import reading, unit_of_work
from tests.integration.decisions.world import WEEK, answer, draft, marks, opened, options, pass_time, refused
from tests.integration.fiches.world import World
from workspace.decisions import ballots, closing, counting, export, service
from workspace.decisions.packing import content_of, packed, rule_of
from workspace.decisions.words import (
    AGAINST,
    Content,
    Kind,
    Method,
    ObjectionStatus,
    OptionDraft,
    Rule,
    Stance,
    Stand,
    Threshold,
    TieRule,
    Verdict,
)
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now


@pytest.mark.parametrize(("after", "stances"), [("abstains", (1, 0, 0)), ("reserves", (1, 1, 0))])
def test_who_objected_then_said_something_else_is_counted_as_that(
    world: World, after: str, stances: tuple[int, int, int]
) -> None:
    chief, b = world.people["facilitator"], world.people["partner_b"]
    proposal_id = opened(chief)
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    answer(b, proposal_id, Stance.OBJECTION, "Non")
    said = Content(stand=Stand.ABSTAIN) if after == "abstains" else Content(choice=Stance.RESERVATION.value)
    ballots.cast_ballot(b, proposal_id, said)
    tally = service.view_proposal(chief, proposal_id).tally
    assert tally is not None
    assert tally.stances == stances
    assert tally.turnout.abstain == (1 if after == "abstains" else 0)


def test_only_who_may_cast_for_a_structure_ends_its_objection(world: World) -> None:
    chief, a = world.people["facilitator"], world.people["partner"]
    proposal_id = opened(chief)
    answer(a, proposal_id, Stance.OBJECTION, "Non")
    ballots.name_representatives(a, world.a, titular=a.member_id, substitute=None)
    (one,) = service.view_proposal(a, proposal_id).objections
    with refused("error-ballot-representative"):
        ballots.settle_objection(world.people["treasurer"], one.objection_id, ObjectionStatus.LIFTED)
    assert service.view_proposal(chief, proposal_id).objections[0].status is ObjectionStatus.OPEN
    ballots.settle_objection(a, one.objection_id, ObjectionStatus.LIFTED)


def test_an_objection_lifted_after_the_close_does_not_rewrite_the_round_that_it_stopped(world: World) -> None:
    chief, b = world.people["facilitator"], world.people["partner_b"]
    proposal_id = opened(chief)
    answer(b, proposal_id, Stance.OBJECTION, "Non")
    pass_time(proposal_id)
    service.view_proposal(chief, proposal_id)
    service.new_round(chief, proposal_id, closes_at=utc_now() + WEEK)
    (one,) = service.view_proposal(b, proposal_id).objections
    ballots.settle_objection(b, one.objection_id, ObjectionStatus.LIFTED)
    first = export.export_decision(chief, proposal_id, 1)
    assert [line["status"] for line in first["objections"]] == ["open"]
    assert first["objections"][0]["lifted_by_version"] is None
    assert first["result"]["verdict"] == "objected"


def test_a_round_keeps_the_rule_under_which_it_was_held(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.MAJORITY_JUDGMENT, "Bleu", "Vert", secret=True)
    marks(chief, proposal_id, Bleu=5, Vert=5)
    pass_time(proposal_id)
    service.view_proposal(chief, proposal_id)
    service.new_round(chief, proposal_id, closes_at=utc_now() + WEEK)
    changing = service.view_change(chief, proposal_id).draft
    other = replace(changing, rule=Rule(method=Method.APPROVAL, hidden=False), note="Plus simple")
    service.change_proposal(chief, proposal_id, other)
    view = service.view_proposal(chief, proposal_id)
    assert view.rule.method is Method.APPROVAL
    assert view.earlier[0].rule.method is Method.MAJORITY_JUDGMENT
    assert {line.content for line in view.earlier[0].voters} == {None}
    first = export.export_decision(chief, proposal_id, 1)
    assert (first["rule"]["method"], first["rule"]["secret"]) == ("majority_judgment", True)
    assert "structure" not in export.as_csv(first).decode().splitlines()[0]
    again = counting.count(
        rule_of(first["rule"]), first["options"], [content_of(one) for one in first["ballots"]],
        roll=len(first["roll"]),
    )  # fmt: skip
    assert packed(again) == first["result"]


def test_a_secret_vote_that_time_has_ended_tells_no_ballot_before_it_is_sealed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.APPROVAL, secret=True)
    marks(chief, proposal_id, Bleu=1)
    marks(world.people["partner"], proposal_id, Vert=1)
    pass_time(proposal_id)
    with monkeypatch.context() as patched:  # the instant passes between the closing and the reading
        patched.setattr(closing, "settle_due", lambda _group_id=None: 0)
        assert export.export_decision(chief, proposal_id)["ballots"] == []
    assert len(export.export_decision(chief, proposal_id)["ballots"]) == 2


def test_an_instruction_is_read_by_giver_and_holder_only(world: World) -> None:
    a, b, chief = world.people["partner"], world.people["partner_b"], world.people["facilitator"]
    opened(chief, Method.APPROVAL, secret=True)
    ballots.give_procuration(b, world.a, proposal_id=None, until=(utc_now() + WEEK).date(), instruction="Vert")
    seen = {who: service.view_decisions(world.people[who]).procurations[0].instruction for who in world.people
            if who in {"partner", "partner_b", "facilitator", "observer"}}  # fmt: skip
    assert (seen["partner"], seen["partner_b"], seen["facilitator"]) == ("Vert", "Vert", "")
    assert a.structure_id == world.a


def test_a_procuration_for_a_vote_that_is_decided_stands_in_the_way_of_nothing(world: World) -> None:
    b, chief = world.people["partner_b"], world.people["facilitator"]
    proposal_id = opened(chief)
    ballots.give_procuration(b, world.a, proposal_id=proposal_id)
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    service.view_proposal(chief, proposal_id)
    assert service.view_decisions(b).procurations == ()
    ballots.give_procuration(b, world.host, proposal_id=None, until=(utc_now() + WEEK).date())


def test_representatives_who_only_observe_now_do_not_lock_their_structure_out(world: World) -> None:
    a = world.people["partner"]
    proposal_id = opened(world.people["facilitator"])
    ballots.name_representatives(a, world.a, titular=world.people["treasurer"].member_id, substitute=None)
    with unit_of_work() as session:
        session.execute(
            update(Member).where(Member.id == world.people["treasurer"].member_id).values(role=Role.OBSERVER)
        )
    answer(a, proposal_id, Stance.NO_OBJECTION)


def test_after_the_first_ballot_neither_dates_nor_pictures_nor_hidden_authors_change(world: World) -> None:
    chief, start = world.people["facilitator"], utc_now() + timedelta(days=30)
    days = tuple(OptionDraft(name=name, at=start + timedelta(days=place)) for place, name in enumerate("AB"))
    proposal_id = service.open_proposal(chief, replace(draft(Method.DATE_POLL, "A", "B"), options=days))
    marks(chief, proposal_id, A=2, B=0)
    kept = replace(service.view_change(chief, proposal_id).draft, note="x")
    moved = (replace(kept.options[0], at=start + timedelta(days=9)), *kept.options[1:])
    from tests.integration.decisions.test_effects import picture

    shown = (replace(kept.options[0], pictures=(picture(chief, "red"),)), *kept.options[1:])
    for frozen in (
        replace(kept, options=moved), replace(kept, options=shown), replace(kept, authors_shown=True),
    ):  # fmt: skip
        with refused("error-decision-frozen"):
            service.change_proposal(chief, proposal_id, frozen)
    service.change_proposal(chief, proposal_id, replace(kept, context="Autre lieu"))


def test_a_qualified_majority_that_is_not_reached_is_parted_by_no_lot(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(
        chief, Method.QUALIFIED_MAJORITY, "Bleu", "Vert", threshold=Threshold.TWO_THIRDS, tie_rule=TieRule.DRAW
    )
    for who, name in (("facilitator", "Bleu"), ("partner", "Vert")):
        ballots.cast_ballot(world.people[who], proposal_id, Content(choice=options(chief, proposal_id)[name]))
    pass_time(proposal_id)
    outcome = service.view_proposal(chief, proposal_id).outcome
    assert (outcome.verdict, outcome.winner) == (Verdict.REJECTED, "")


@pytest.mark.parametrize("method", [Method.APPROVAL, Method.DATE_POLL])
def test_what_nobody_wants_is_drawn_by_no_lot(world: World, method: Method) -> None:
    chief, start = world.people["facilitator"], utc_now() + timedelta(days=30)
    days = tuple(OptionDraft(name=name, at=start + timedelta(days=place)) for place, name in enumerate("AB"))
    proposal_id = service.open_proposal(chief, replace(draft(method, "A", "B", tie_rule=TieRule.DRAW), options=days))
    marks(chief, proposal_id, A=0, B=0)
    pass_time(proposal_id)
    assert service.view_proposal(chief, proposal_id).outcome.verdict is Verdict.REJECTED


def test_procuration_held_from_outside_the_roll_is_named_in_the_register(world: World) -> None:
    a, b, chief = world.people["partner"], world.people["partner_b"], world.people["facilitator"]
    proposal_id = opened(chief, voters=(world.b, world.host))
    ballots.give_procuration(b, world.a, proposal_id=proposal_id)
    answer(a, proposal_id, Stance.NO_OBJECTION, voice=world.b)
    pass_time(proposal_id)
    roll = export.export_decision(chief, proposal_id)["roll"]
    assert {line["structure"]: line["via"] for line in roll}["Apeas"] == "Inter-Made"


def test_tie_between_for_and_against_is_redone_from_the_export_with_its_seed(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.SIMPLE_MAJORITY, tie_rule=TieRule.DRAW)
    (option,) = options(chief, proposal_id).values()
    ballots.cast_ballot(chief, proposal_id, Content(choice=option))
    ballots.cast_ballot(world.people["partner"], proposal_id, Content(choice=AGAINST))
    pass_time(proposal_id)
    data = json.loads(json.dumps(export.export_decision(chief, proposal_id)))
    again = counting.count(
        rule_of(data["rule"]), data["options"], [content_of(one) for one in data["ballots"]],
        roll=len(data["roll"]), seed=data["result"]["seed"],
    )  # fmt: skip
    assert packed(again) == data["result"]


def test_a_vote_whose_roll_is_empty_closes_without_a_voice(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, opens_at=utc_now() + timedelta(days=1), voters=(world.b,), quorum=100)
    from workspace.members import service as members

    members.leave_structure(chief, world.b)
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    assert (view.voters, view.outcome.verdict) == ((), Verdict.NO_VOICE)


def test_kept_objection_stops_and_a_recount_from_the_export_finds_it(world: World) -> None:
    chief, b = world.people["facilitator"], world.people["partner_b"]
    proposal_id = opened(chief, kind=Kind.SPECIFICATION)
    answer(b, proposal_id, Stance.OBJECTION, "Non")
    with reading() as session:
        (objection,) = session.scalars(select(Objection.id)).all()
    ballots.settle_objection(b, objection, ObjectionStatus.KEPT)
    pass_time(proposal_id)
    data = export.export_decision(chief, proposal_id)
    assert (data["result"]["verdict"], data["objections"][0]["status"]) == ("objected", "kept")


def test_round_that_is_asked_for_and_was_never_held_is_not_found(sqlite_world: World) -> None:
    from workspace.kernel.errors import NotFound

    chief = sqlite_world.people["facilitator"]
    proposal_id = opened(chief)
    with pytest.raises(NotFound):
        export.export_decision(chief, proposal_id, 2)
    with reading() as session:
        assert session.get(ProposalRound, (proposal_id, 2)) is None


def test_an_effect_that_breaks_leaves_the_decision_and_the_room_open(
    sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.decisions import effects

    def broken(_session: object, _decided: object) -> None:
        raise KeyError("a room that changed")

    chief = sqlite_world.people["facilitator"]
    proposal_id = opened(chief, effect="admit_structure", effect_data={"1": "CRESS"})
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    known = effects._registered["admit_structure"]
    monkeypatch.setitem(effects._registered, "admit_structure", replace(known, apply=broken))
    outcome = service.view_proposal(chief, proposal_id).outcome
    assert (outcome.number, outcome.effect_code) == (1, effects.GONE)
    assert len(service.view_decisions(chief).register) == 1
