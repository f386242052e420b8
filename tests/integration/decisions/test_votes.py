"""Voting on both stores: one structure, one voice; what is counted, what is refused, what the register keeps."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from db.models import Ballot, JournalEntry, SealedBallot, Structure
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.decisions.world import answer, draft, marks, names_of, opened, options, pass_time, refused
from tests.integration.fiches.world import World
from workspace.decisions import ballots, closing, counting, export, service
from workspace.decisions.packing import content_of, packed, rule_of
from workspace.decisions.words import (
    AGAINST,
    Base,
    Content,
    Kind,
    Method,
    ObjectionStatus,
    OptionDraft,
    Stage,
    Stance,
    Stand,
    Threshold,
    TieRule,
    Verdict,
)
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, StaleEdit
from workspace.members import service as members


def journal_count() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(JournalEntry)) or 0


def test_consent_from_opening_to_register(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.CONSENT, title="La trame", quorum=50)
    for who, stance in (("facilitator", Stance.NO_OBJECTION), ("partner", Stance.RESERVATION)):
        before = journal_count()
        answer(world.people[who], proposal_id, stance)
        assert journal_count() == before + 1
    view = service.view_proposal(chief, proposal_id)
    assert [(line.name, line.cast_by) for line in view.voters] == [
        ("Apeas", ""), ("Inter-Made", "Benjamin"), ("LaPlateforme", "Sandrine"),
    ]  # fmt: skip
    assert view.tally is not None
    assert view.tally.stances == (1, 1, 0)
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    assert (view.stage, view.outcome.number, view.outcome.verdict) == (Stage.CLOSED, 1, Verdict.ADOPTED)
    assert not view.outcome.is_advisory
    listed = service.view_decisions(chief)
    assert [line.title for line in listed.register] == ["La trame"]
    assert listed.open == ()
    with refused("error-decision-closed"):
        answer(chief, proposal_id, Stance.OBJECTION, "trop tard")


def test_last_cast_before_the_close_counts_in_the_one_row(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"], Method.SIMPLE_MAJORITY)
    (option,) = options(chief, proposal_id).values()
    for who, choice in (("treasurer", AGAINST), ("partner", option), ("treasurer", AGAINST), ("partner", option)):
        ballots.cast_ballot(world.people[who], proposal_id, Content(choice=choice))
    with reading() as session:
        (row,) = session.scalars(select(Ballot)).all()
    assert (row.structure_id, row.cast_by_name, row.casts) == (world.a, "Benjamin", 4)
    view = service.view_proposal(chief, proposal_id)
    assert (view.tally.rows[0].counts, view.tally.against) == ((1,), 0)


def test_options_come_in_one_s_own_order_and_stay_so(world: World) -> None:
    proposal_id = opened(world.people["facilitator"], Method.APPROVAL, *"ABCDEFGH")
    orders = {}
    for who in ("facilitator", "partner", "partner_b", "treasurer"):
        seen = {
            tuple(o.name for o in service.view_proposal(world.people[who], proposal_id).options) for _ in range(3)
        }
        assert len(seen) == 1
        orders[who] = seen.pop()
    assert len(set(orders.values())) > 1


def test_hidden_results_stay_hidden_until_the_close(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.MAJORITY_JUDGMENT, hidden=True)
    marks(chief, proposal_id, Bleu=5, Vert=1, Ocre=0)
    view = service.view_proposal(world.people["partner"], proposal_id)
    assert view.tally is None
    assert [line.content for line in view.voters] == [None, None, None]
    assert export.export_decision(world.people["partner"], proposal_id)["ballots"] == []
    pass_time(proposal_id)
    view = service.view_proposal(world.people["partner"], proposal_id)
    assert (view.tally.verdict, view.outcome.winner) == (Verdict.CHOSEN, "Bleu")


def test_best_of_bad_mock_ups_is_not_chosen(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"], Method.MAJORITY_JUDGMENT)
    marks(chief, proposal_id, Bleu=1, Vert=0, Ocre=0)
    assert service.view_proposal(chief, proposal_id).tally.verdict is Verdict.NONE_GOOD


@pytest.mark.parametrize(
    ("base", "verdict"),
    [(Base.EXPRESSED, Verdict.ADOPTED), (Base.PRESENT, Verdict.REJECTED), (Base.ROLL, Verdict.REJECTED)],
)
def test_what_a_majority_is_counted_of_decides(world: World, base: Base, verdict: Verdict) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.QUALIFIED_MAJORITY, threshold=Threshold.TWO_THIRDS, base=base)
    (option,) = options(chief, proposal_id).values()
    ballots.cast_ballot(chief, proposal_id, Content(choice=option))
    ballots.cast_ballot(world.people["partner"], proposal_id, Content(stand=Stand.ABSTAIN))
    tally = service.view_proposal(chief, proposal_id).tally
    assert tally.verdict is verdict
    assert (tally.turnout.present, tally.turnout.absent, tally.turnout.abstain) == (2, 1, 1)


def test_below_quorum_a_result_is_an_advice(world: World) -> None:
    chief, proposal_id = (
        world.people["facilitator"],
        opened(world.people["facilitator"], quorum=67, effect="", title="Q"),
    )
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    answer(world.people["partner"], proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    assert view.tally.turnout.needed == 3
    assert (view.outcome.verdict, view.outcome.is_advisory) == (Verdict.ADOPTED, True)
    assert view.abilities.may_new_round


def test_tie_stays_a_tie_and_goes_to_a_second_round_of_the_tied(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.APPROVAL)
    marks(chief, proposal_id, Bleu=1)
    marks(world.people["partner"], proposal_id, Vert=1)
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    assert view.tally.verdict is Verdict.TIE
    assert len(view.tally.tied) == 2
    service.new_round(chief, proposal_id, closes_at=utc_now() + timedelta(days=1))
    view = service.view_proposal(chief, proposal_id)
    assert (view.round, view.stage, {one.name for one in view.options}) == (2, Stage.OPEN, {"Bleu", "Vert"})
    assert [line.content.marks for line in view.earlier[0].voters if line.content] != []
    with refused("error-round-open"):
        service.new_round(chief, proposal_id, closes_at=utc_now() + timedelta(days=1))


def test_casting_voice_and_draw_part_a_tie_as_was_said_before(world: World) -> None:
    chief = world.people["facilitator"]
    found = {}
    for rule in ({"tie_rule": TieRule.CASTING_VOICE, "casting": world.host}, {"tie_rule": TieRule.DRAW}):
        proposal_id = opened(chief, Method.APPROVAL, "Bleu", "Vert", **rule)
        marks(chief, proposal_id, Vert=1)
        marks(world.people["partner"], proposal_id, Bleu=1)
        pass_time(proposal_id)
        view = service.view_proposal(chief, proposal_id)
        found[view.tally.parted_by] = view
        assert view.tally.verdict is Verdict.CHOSEN
    assert found["casting_voice"].outcome.winner == "Vert"
    lot = found["draw"].tally
    assert counting.drawn(lot.tied, lot.seed) == lot.winner


def test_secret_ballots_lose_their_voters_at_the_close(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, Method.MAJORITY_JUDGMENT, secret=True)
    marks(chief, proposal_id, Bleu=5, Vert=1, Ocre=0)
    marks(world.people["partner"], proposal_id, Bleu=4, Vert=1, Ocre=0)
    assert service.view_proposal(chief, proposal_id).rule.hidden
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    with reading() as session:
        assert [row.content for row in session.scalars(select(Ballot))] == [None, None]
        assert len(session.scalars(select(SealedBallot)).all()) == 2
    assert [line.cast_by for line in view.voters] == ["", "Benjamin", "Sandrine"]
    assert {line.content for line in view.voters} == {None}
    data = export.export_decision(chief, proposal_id)
    said = json.dumps(data["ballots"])
    assert "Sandrine" not in said
    assert str(world.a) not in said
    assert "structure" not in export.as_csv(data).decode().splitlines()[0]


def test_anybody_counts_again_from_the_export(world: World) -> None:
    chief = world.people["facilitator"]
    for method, ballot in (
        (Method.MAJORITY_JUDGMENT, {"Bleu": 5, "Vert": 3, "Ocre": 1}),
        (Method.RANKING, {"Bleu": 2, "Vert": 1}),
        (Method.DOTS, {"Bleu": 2, "Ocre": 3}),
    ):
        proposal_id = opened(chief, method, title=f"Refaire {method}")
        marks(chief, proposal_id, **ballot)
        marks(world.people["partner_b"], proposal_id, **ballot)
        pass_time(proposal_id)
        data = json.loads(json.dumps(export.export_decision(world.people["observer"], proposal_id)))
        again = counting.count(
            rule_of(data["rule"]),
            data["options"],
            [content_of(one) for one in data["ballots"]],
            roll=len(data["roll"]),
        )
        assert packed(again) == data["result"]
        text = json.dumps(data["text"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(text.encode()).hexdigest() == data["outcome"]["text_sha256"]
        assert export.as_csv(data).count(b"\r\n") == 3


def test_roll_is_frozen_at_the_opening(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"])
    from workspace.members.words import StructureDraft

    late = members.create_structure(chief, StructureDraft(name="Arrivée depuis"))
    assert late not in {line.structure_id for line in service.view_proposal(chief, proposal_id).voters}
    newcomer = replace(world.people["partner"], structure_id=late)
    with refused("error-ballot-roll"):
        answer(newcomer, proposal_id, Stance.NO_OBJECTION)


def test_roll_of_a_later_opening_is_that_of_the_opening(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(chief, opens_at=utc_now() + timedelta(days=1))
    assert service.view_proposal(chief, proposal_id).stage is Stage.SCHEDULED
    with refused("error-decision-not-open"):
        answer(chief, proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id, timedelta(days=1))
    with unit_of_work() as session:
        for row in session.scalars(select(Structure)):
            row.created_at = row.created_at - timedelta(days=2)
    assert len(service.view_proposal(chief, proposal_id).voters) == 3
    answer(chief, proposal_id, Stance.NO_OBJECTION)


def test_structure_cannot_leave_a_vote_that_is_open(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"], title="En cours")
    with refused("error-structure-votes"):
        members.leave_structure(chief, world.b)
    service.withdraw_proposal(chief, proposal_id, "On attend")
    members.leave_structure(chief, world.b)


def test_after_the_first_ballot_words_change_with_a_notice_and_nothing_else(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"], title="Avant")
    view = service.view_proposal(chief, proposal_id)
    (one,) = view.options
    same = draft(
        title="Avant",
        closes_at=view.closes_at,
        quorum=view.rule.quorum,
        version=view.version,
    )
    same = replace(same, options=(OptionDraft(name=one.name, option_id=one.option_id),))
    service.change_proposal(chief, proposal_id, replace(same, rule=replace(view.rule, quorum=60)))
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    view = service.view_proposal(chief, proposal_id)
    kept = replace(same, rule=view.rule, version=view.version)
    for frozen in (
        replace(kept, rule=replace(view.rule, quorum=10)),
        replace(kept, rule=replace(view.rule, method=Method.SIMPLE_MAJORITY)),
        replace(kept, rule=replace(view.rule, voters=(world.a,))),
        replace(kept, closes_at=view.closes_at + timedelta(days=1)),
        replace(kept, options=names_of("Autre")),
    ):
        with refused("error-decision-frozen"):
            service.change_proposal(chief, proposal_id, frozen)
    with refused("error-empty"):
        service.change_proposal(chief, proposal_id, replace(kept, title="Après"))
    service.change_proposal(chief, proposal_id, replace(kept, title="Après", note="Une faute"))
    view = service.view_proposal(chief, proposal_id)
    assert (view.title, view.text_version, [change.note for change in view.changes]) == ("Après", 2, ["Une faute"])
    assert next(line.text_version for line in view.voters if line.cast_by) == 1
    with pytest.raises(StaleEdit):
        service.change_proposal(chief, proposal_id, replace(kept, title="Encore", note="x"))


def test_before_the_first_ballot_everything_changes_and_the_words_are_those_that_were_typed(world: World) -> None:
    chief = world.people["facilitator"]
    given = draft(Method.APPROVAL, *"ABCDEF", kind=Kind.ORGANISATION)
    given = replace(given, options=tuple(replace(one, author=f"Auteur {one.name}") for one in given.options))
    proposal_id = service.open_proposal(chief, given)
    changing = service.view_change(chief, proposal_id)
    assert changing.may_change_rule
    assert [(one.name, one.author) for one in changing.draft.options] == [(one, f"Auteur {one}") for one in "ABCDEF"]
    fewer = replace(
        changing.draft,
        options=(*changing.draft.options[3:], OptionDraft(name="")),
        rule=replace(changing.draft.rule, voters=(world.a, world.b), quorum=100),
        closes_at=changing.draft.closes_at + timedelta(days=1),
    )
    service.change_proposal(chief, proposal_id, fewer)
    view = service.view_proposal(chief, proposal_id)
    assert {one.name for one in view.options} == {"D", "E", "F"}
    assert {line.structure_id for line in view.voters} == {world.a, world.b}
    marks(world.people["partner"], proposal_id, D=1)
    changing = service.view_change(chief, proposal_id)
    assert not changing.may_change_rule
    spelled = replace(
        changing.draft,
        note="Une majuscule",
        options=(replace(changing.draft.options[0], name="Dé"), *changing.draft.options[1:]),
    )
    service.change_proposal(chief, proposal_id, spelled)
    again = service.view_change(chief, proposal_id).draft.options
    assert [(one.name, one.author) for one in again] == [("Dé", "Auteur D"), ("E", "Auteur E"), ("F", "Auteur F")]
    with refused("error-decision-frozen"):
        service.change_proposal(
            chief, proposal_id, replace(service.view_change(chief, proposal_id).draft, effect="choose_visual")
        )
    with pytest.raises(NotAllowed):
        service.view_change(world.people["partner_b"], proposal_id)
    pass_time(proposal_id, timedelta(days=9))
    with refused("error-decision-closed"):
        service.view_change(chief, proposal_id)


def test_objection_is_discussed_then_lifted_by_the_version_that_answers_it(world: World) -> None:
    chief, b = world.people["facilitator"], world.people["partner_b"]
    proposal_id = opened(chief)
    with refused("error-objection-reason"):
        answer(b, proposal_id, Stance.OBJECTION, "  ")
    answer(b, proposal_id, Stance.OBJECTION, "Trop de texte")
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    (objection,) = service.view_proposal(b, proposal_id).objections
    assert (objection.status, objection.is_mine) == (ObjectionStatus.OPEN, True)
    ballots.discuss_objection(chief, objection.objection_id, "Et à cent mots ?")
    view = service.view_proposal(chief, proposal_id)
    assert view.tally.verdict is Verdict.OBJECTED
    lighter = replace(
        draft(title=view.title, closes_at=view.closes_at, version=view.version, context="Cent mots", note="Allégé"),
        options=(OptionDraft(name="Le texte", option_id=view.options[0].option_id),),
        rule=view.rule,
    )
    service.change_proposal(chief, proposal_id, lighter)
    with refused("error-objection-own"):
        ballots.settle_objection(chief, objection.objection_id, ObjectionStatus.LIFTED)
    ballots.settle_objection(b, objection.objection_id, ObjectionStatus.LIFTED, "Cela me va")
    view = service.view_proposal(chief, proposal_id)
    assert (view.objections[0].status, view.objections[0].lifted_by_version) == (ObjectionStatus.LIFTED, 2)
    assert [remark.text for remark in view.objections[0].remarks] == ["Et à cent mots ?"]
    assert view.tally.verdict is Verdict.ADOPTED
    answer(b, proposal_id, Stance.OBJECTION, "Finalement non")
    assert service.view_proposal(chief, proposal_id).objections[0].status is ObjectionStatus.OPEN
    answer(b, proposal_id, Stance.RESERVATION)
    assert service.view_proposal(chief, proposal_id).objections[0].status is ObjectionStatus.WITHDRAWN


def test_new_round_after_an_objection_keeps_the_earlier_stances_in_sight(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"])
    answer(world.people["partner_b"], proposal_id, Stance.OBJECTION, "Non")
    pass_time(proposal_id)
    assert service.view_proposal(chief, proposal_id).outcome.verdict is Verdict.OBJECTED
    service.new_round(chief, proposal_id, closes_at=utc_now() + timedelta(days=2))
    view = service.view_proposal(chief, proposal_id)
    assert [(line.name, line.content.choice) for line in view.earlier[0].voters if line.content] == [
        ("Apeas", "objection")
    ]
    assert {line.cast_by for line in view.voters} == {""}
    answer(world.people["partner_b"], proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    assert service.view_proposal(chief, proposal_id).outcome.number == 2
    with refused("error-round-decided"):
        service.new_round(chief, proposal_id, closes_at=utc_now() + timedelta(days=2))


def test_procuration_is_cast_by_its_holder_until_the_principal_votes(world: World) -> None:
    a, b, chief = world.people["partner"], world.people["partner_b"], world.people["facilitator"]
    proposal_id = opened(chief)
    with refused("error-ballot-no-procuration"):
        answer(a, proposal_id, Stance.NO_OBJECTION, voice=world.b)
    given = ballots.give_procuration(b, world.a, proposal_id=proposal_id, instruction="Sans objection")
    voices = service.view_proposal(a, proposal_id).voices
    assert [(voice.name, voice.is_own, voice.instruction) for voice in voices] == [
        ("Inter-Made", True, ""), ("Apeas", False, "Sans objection"),
    ]  # fmt: skip
    answer(a, proposal_id, Stance.NO_OBJECTION, voice=world.b)
    line = next(line for line in service.view_proposal(chief, proposal_id).voters if line.name == "Apeas")
    assert (line.cast_by, line.via) == ("Benjamin", "Inter-Made")
    with refused("error-procuration-own"):
        ballots.revoke_procuration(a, given)
    with refused("error-procuration-cast"):
        ballots.revoke_procuration(b, given)
    answer(b, proposal_id, Stance.RESERVATION)
    with refused("error-ballot-principal"):
        answer(a, proposal_id, Stance.NO_OBJECTION, voice=world.b)
    view = service.view_proposal(chief, proposal_id)
    assert view.tally.stances == (0, 1, 0)
    ballots.revoke_procuration(b, given)
    assert service.view_decisions(b).procurations == ()


def test_procuration_neither_circles_nor_chains_nor_piles_up(world: World) -> None:
    a, b, chief = world.people["partner"], world.people["partner_b"], world.people["facilitator"]
    today = group_today()
    with refused("error-procuration-until"):
        ballots.give_procuration(b, world.a, proposal_id=None)
    with refused("error-procuration-self"):
        ballots.give_procuration(b, world.b, proposal_id=None, until=today)
    with pytest.raises(NotFound):
        ballots.give_procuration(b, world.other_structure, proposal_id=None, until=today)
    ballots.give_procuration(b, world.a, proposal_id=None, until=today + timedelta(days=30))
    with refused("error-procuration-already"):
        ballots.give_procuration(b, world.host, proposal_id=None, until=today)
    with refused("error-procuration-circle"):
        ballots.give_procuration(a, world.b, proposal_id=None, until=today)
    with refused("error-procuration-chain"):
        ballots.give_procuration(a, world.host, proposal_id=None, until=today)
    with refused("error-procuration-chain"):
        ballots.give_procuration(chief, world.b, proposal_id=None, until=today)
    with refused("error-procuration-cap"):
        ballots.give_procuration(chief, world.a, proposal_id=None, until=today)


def test_named_representatives_alone_cast(world: World) -> None:
    a, proposal_id = world.people["partner"], opened(world.people["facilitator"])
    ballots.name_representatives(a, world.a, titular=world.people["treasurer"].member_id, substitute=None)
    with refused("error-ballot-representative"):
        answer(a, proposal_id, Stance.NO_OBJECTION)
    answer(world.people["treasurer"], proposal_id, Stance.NO_OBJECTION)
    with pytest.raises(NotFound):
        ballots.name_representatives(a, world.a, titular=world.people["observer"].member_id, substitute=None)
    with pytest.raises(NotAllowed):
        ballots.name_representatives(a, world.b, titular=None, substitute=None)


def test_observer_advises_apart_and_never_votes(world: World) -> None:
    observer, proposal_id = world.people["observer"], opened(world.people["facilitator"])
    with pytest.raises(NotAllowed):
        answer(observer, proposal_id, Stance.NO_OBJECTION)
    ballots.give_advice(observer, proposal_id, Content(choice="reservation", reason="Trop long"))
    view = service.view_proposal(observer, proposal_id)
    assert view.tally.verdict is Verdict.NO_VOICE
    assert [(line.name, line.content.reason) for line in view.advice] == [("Hélène", "Trop long")]
    assert view.own_advice.choice == "reservation"


def test_adopted_admission_lets_the_structure_in_and_a_rejected_one_does_not(world: World) -> None:
    chief = world.people["facilitator"]
    for name, stance, there in (("CRESS", Stance.NO_OBJECTION, True), ("Autre", Stance.OBJECTION, False)):
        proposal_id = opened(
            chief, title=name, kind=Kind.ADMISSION, effect="admit_structure", effect_data={"1": name}
        )
        answer(chief, proposal_id, stance, "parce que")
        pass_time(proposal_id)
        view = service.view_proposal(chief, proposal_id)
        assert view.outcome.effect_code == ("done" if there else "")
        assert (name in {one.draft.name for one in members.view_structures(chief)}) == there
    proposal_id = opened(chief, effect="admit_structure", effect_data={"1": "cress"})
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    assert service.view_proposal(chief, proposal_id).outcome.effect_code == "error-same-name"
    with pytest.raises(NotFound):
        opened(chief, effect="launch_rocket")


def test_close_early_only_when_nobody_is_awaited(world: World) -> None:
    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"])
    for who in ("facilitator", "partner"):
        answer(world.people[who], proposal_id, Stance.NO_OBJECTION)
    with refused("error-decision-awaited"):
        service.close_proposal(chief, proposal_id)
    answer(world.people["partner_b"], proposal_id, Stance.NO_OBJECTION)
    service.close_proposal(chief, proposal_id)
    assert service.view_proposal(chief, proposal_id).stage is Stage.CLOSED
    assert closing.settle_due() == 0


def test_reminder_names_those_who_are_awaited_once_a_day(world: World) -> None:
    from db.models import Person

    chief, proposal_id = world.people["facilitator"], opened(world.people["facilitator"])
    with unit_of_work() as session:
        for row in session.scalars(select(Person)):
            row.email = f"{row.name}@exemple.fr"
    answer(world.people["partner"], proposal_id, Stance.NO_OBJECTION)
    reminder = service.remind_voters(chief, proposal_id)
    assert sorted(name for _, _, name in reminder.people) == ["Amanda", "Sandrine"]
    with refused("error-remind-soon"):
        service.remind_voters(chief, proposal_id)


BAD_RULES = [
    ("error-decision-same-option", {"method": Method.APPROVAL}, ("Bleu", "bleu")),
    ("error-decision-too-few-options", {"method": Method.APPROVAL}, ("Seule",)),
    ("error-decision-too-many-options", {"method": Method.SIMPLE_MAJORITY}, ("A", "B", "C")),
    ("error-decision-quorum", {"quorum": 101}, ()),
    (
        "error-decision-casting-secret",
        {"method": Method.APPROVAL, "secret": True, "tie_rule": TieRule.CASTING_VOICE},
        (),
    ),
    ("error-decision-casting-none", {"tie_rule": TieRule.CASTING_VOICE}, ()),
    ("error-decision-consent-secret", {"secret": True}, ()),
    ("error-decision-mentions", {"method": Method.MAJORITY_JUDGMENT, "mentions": ("Bien", "bien")}, ()),
    ("error-decision-dots", {"method": Method.DOTS, "dots": 0}, ()),
    ("error-decision-date-missing", {"method": Method.DATE_POLL}, ("Lundi", "Mardi")),
]


@pytest.mark.parametrize(("code", "rule", "names"), BAD_RULES)
def test_rule_that_will_not_do_is_refused_by_name(sqlite_world: World, code: str, rule: dict, names: tuple) -> None:
    who, given = sqlite_world.people["partner"], dict(rule)
    method = given.pop("method", Method.CONSENT)
    with refused(code):
        opened(who, method, *names, **given)
    assert service.view_decisions(who).open == ()


def test_close_in_the_past_and_things_of_others_are_refused(sqlite_world: World) -> None:
    world, who = sqlite_world, sqlite_world.people["partner"]
    for closes in (utc_now(), utc_now() - timedelta(days=1)):
        with refused("error-decision-close"):
            opened(who, closes_at=closes)
    with refused("error-decision-close"):
        opened(who, opens_at=utc_now() + timedelta(days=9))
    for changes in (
        {"voters": (world.other_structure,)},
        {"about": f"fiche:{world.other_fiche}"},
        {"about": "fiche:not-an-id"},
        {"tie_rule": TieRule.CASTING_VOICE, "casting": world.other_structure},
    ):
        with pytest.raises(NotFound):
            opened(who, **changes)
    with pytest.raises(NotFound):
        service.open_proposal(who, replace(draft(), options=(OptionDraft(name="x", pictures=(uuid4(),)),)))


BAD_BALLOTS = [
    (Method.MAJORITY_JUDGMENT, {"Bleu": 5, "Vert": 1}, "error-ballot-missing"),
    (Method.MAJORITY_JUDGMENT, {"Bleu": 6, "Vert": 1, "Ocre": 1}, "error-ballot-unknown-mark"),
    (Method.MAJORITY_JUDGMENT, {"Bleu": -1, "Vert": 1, "Ocre": 1}, "error-ballot-unknown-mark"),
    (Method.DATE_POLL, {"Bleu": 2}, "error-ballot-missing"),
    (Method.APPROVAL, {"Bleu": 2}, "error-ballot-unknown-mark"),
    (Method.DOTS, {"Bleu": 3, "Vert": 3}, "error-ballot-dots"),
    (Method.DOTS, {}, "error-ballot-dots"),
    (Method.RANKING, {"Bleu": 4}, "error-ballot-unknown-mark"),
    (Method.RANKING, {}, "error-ballot-choice"),
]


@pytest.mark.parametrize(("method", "given", "code"), BAD_BALLOTS)
def test_ballot_that_cannot_be_counted_is_refused(
    sqlite_world: World, method: Method, given: dict, code: str
) -> None:
    who = sqlite_world.people["partner"]
    start = utc_now() + timedelta(days=30)
    days = tuple(
        OptionDraft(name=name, at=start + timedelta(days=place))
        for place, name in enumerate(("Bleu", "Vert", "Ocre"))
    )
    proposal_id = service.open_proposal(who, replace(draft(method, "Bleu", "Vert", "Ocre"), options=days))
    with refused(code):
        marks(who, proposal_id, **given)
    with refused("error-ballot-unknown-option"):
        ballots.cast_ballot(who, proposal_id, Content(marks={str(uuid4()): 1}))
    assert service.view_proposal(who, proposal_id).voices[0].content is None
