"""What an outcome does by itself, on both stores: offered by rooms, told before the vote, done once at the close."""

from __future__ import annotations

import io
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import delete, select

import workspace.outline.joining
import workspace.specification.joining  # noqa: F401 both rooms register what they bring
from db.models import Fiche, JournalEntry, Picture
from db.session import reading, unit_of_work
from tests.integration.decisions.world import answer, draft, marks, names_of, opened, options, pass_time, refused
from tests.integration.fiches.world import World
from tests.integration.specification.test_specification import approve, frozen, write, written
from workspace.decisions import effects, service, subjects
from workspace.decisions.views import About
from workspace.decisions.words import Asks, Content, Decided, Kind, Method, OptionDraft, Stance
from workspace.fiches import pictures
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.outline import service as outline
from workspace.outline.words import Organisation
from workspace.specification import service as specification
from workspace.specification.words import AdoptionRule
from workspace.specification.words import Stance as Voice


def picture(actor: Actor, colour: str) -> UUID:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return pictures.add_picture(actor, actor.group_id, out.getvalue())[0]


def test_organisation_follows_the_option_that_was_chosen(world: World) -> None:
    chief = world.people["facilitator"]
    proposal_id = opened(
        chief, Method.SIMPLE_MAJORITY, "Étapes", "Structures", kind=Kind.ORGANISATION, quorum=0,
        effect="set_organisation", effect_data={"1": "etape", "2": "structure"},
    )  # fmt: skip
    view = service.view_proposal(chief, proposal_id)
    known = options(chief, proposal_id)
    assert {str(one.option_id): (one.value, one.name) for one in view.consequences} == {
        known["Étapes"]: ("etape", ""), known["Structures"]: ("structure", ""),
    }  # fmt: skip
    from workspace.decisions import ballots

    ballots.cast_ballot(chief, proposal_id, Content(choice=known["Structures"]))
    assert outline.view_organisation(chief).chosen is Organisation.ETAPE
    pass_time(proposal_id)
    outcome = service.view_proposal(chief, proposal_id).outcome
    assert (outcome.effect_code, outcome.consequence.value) == (effects.DONE, "structure")
    assert outline.view_organisation(chief).chosen is Organisation.STRUCTURE
    # Once: what somebody chooses afterwards is not undone by those who come and look.
    outline.set_organisation(chief, Organisation.ETAPE)
    service.view_proposal(chief, proposal_id)
    assert outline.view_organisation(chief).chosen is Organisation.ETAPE
    with reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.operation == "settle_vote")).all()
    assert [(line.details["effect"], line.details["effect_code"]) for line in lines] == [("set_organisation", "done")]


def test_below_quorum_or_rejected_nothing_is_done(world: World) -> None:
    chief = world.people["facilitator"]
    for quorum, stance in ((100, Stance.NO_OBJECTION), (0, Stance.OBJECTION)):
        proposal_id = opened(
            chief, kind=Kind.ORGANISATION, quorum=quorum, effect="set_organisation", effect_data={"1": "structure"}
        )
        answer(chief, proposal_id, stance, "parce que")
        pass_time(proposal_id)
        assert service.view_proposal(chief, proposal_id).outcome.effect == ""
    assert outline.view_organisation(chief).chosen is Organisation.ETAPE


def test_visual_chosen_is_the_group_s_until_another_is(world: World) -> None:
    chief = world.people["facilitator"]
    assert service.view_visual(chief) is None
    blue, green = picture(chief, "blue"), picture(chief, "green")
    shown = (OptionDraft(name="Bleu", pictures=(blue,)), OptionDraft(name="Vert", pictures=(green,)))
    given = draft(Method.MAJORITY_JUDGMENT, kind=Kind.VISUAL, effect="choose_visual", quorum=0)
    for best, number, chosen in (("Vert", 1, green), ("Bleu", 2, blue)):
        proposal_id = service.open_proposal(chief, replace(given, options=shown))
        assert {one.name for one in service.view_proposal(chief, proposal_id).consequences} == {"Bleu", "Vert"}
        marks(chief, proposal_id, **{"Bleu": 1, "Vert": 1, best: 5})
        pass_time(proposal_id)
        assert service.view_proposal(chief, proposal_id).outcome.effect_code == effects.DONE
        visual = service.view_visual(world.people["observer"])
        assert (visual.name, visual.number, visual.pictures) == (best, number, (chosen,))
    assert service.view_visual(world.people["stranger"]) is None
    with refused("error-effect-picture"):
        service.open_proposal(chief, replace(given, options=names_of("Bleu", "Vert")))
    with refused("error-effect-method"):
        opened(chief, Method.CONSENT, kind=Kind.VISUAL, effect="choose_visual")


def test_visual_whose_picture_is_gone_leaves_the_outcome_and_says_why(world: World) -> None:
    chief = world.people["facilitator"]
    blue = picture(chief, "blue")
    shown = (OptionDraft(name="Bleu", pictures=(blue,)), OptionDraft(name="Vert"))
    proposal_id = service.open_proposal(
        chief, replace(draft(Method.APPROVAL, effect="choose_visual", quorum=0), options=shown)
    )
    marks(chief, proposal_id, Bleu=1)
    with unit_of_work() as session:
        session.execute(delete(Picture).where(Picture.id == blue))
    pass_time(proposal_id)
    outcome = service.view_proposal(chief, proposal_id).outcome
    assert (outcome.winner, outcome.effect_code) == ("Bleu", "error-effect-picture-gone")
    assert service.view_visual(chief) is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_minutes_say_what_the_outcome_did_and_who_closed(world: World, language: str) -> None:
    from workspace.decisions import export, minutes

    chief = world.people["facilitator"]
    proposal_id = opened(
        chief,
        Method.SIMPLE_MAJORITY,
        kind=Kind.ORGANISATION,
        effect="set_organisation",
        effect_data={"1": "structure"},
    )
    (option,) = options(chief, proposal_id).values()
    from workspace.decisions import ballots

    for who in ("facilitator", "partner", "partner_b"):
        ballots.cast_ballot(world.people[who], proposal_id, Content(choice=option))
    service.close_proposal(chief, proposal_id)
    data = export.export_decision(chief, proposal_id)
    said, closed = minutes._said(data, language, "Europe/Paris")["effect"]
    assert ("les structures" if language == "fr" else "structures") in said
    assert closed.count("Sandrine") == 2
    assert minutes.make_minutes(data, language, "Europe/Paris").startswith(b"%PDF")
    assert b"set_organisation" in export.as_csv(data)
    (line,) = service.view_decisions(chief).register
    assert (line.effect_code, line.consequence.value) == (effects.DONE, "structure")


@pytest.mark.parametrize("rule", AdoptionRule)
def test_consent_on_a_version_adopts_it_by_its_own_rule(world: World, rule: AdoptionRule) -> None:
    chief = world.people["facilitator"]
    made, version = frozen(world, rule)
    about = service.view_choices(chief, f"version:{version}").about
    assert (about.effect, about.value, about.choice) == ("lock_specification", str(version), Kind.SPECIFICATION)
    proposal_id = opened(
        chief, kind=Kind.SPECIFICATION, about=about.key, effect=about.effect, effect_data={"1": about.value}
    )
    assert [one.name for one in service.view_proposal(chief, proposal_id).consequences] == ["Chemise du groupe v1"]
    approve(world.people["partner"], version)  # said on the cahier's page, and kept
    answer(chief, proposal_id, Stance.NO_OBJECTION)
    answer(world.people["partner_b"], proposal_id, Stance.RESERVATION, "Vite")
    pass_time(proposal_id)
    view = service.view_proposal(chief, proposal_id)
    assert view.outcome.effect_code == effects.DONE
    assert view.outcome.consequence.name == "Chemise du groupe v1"
    kept = specification.view_version(chief, version)
    assert kept.is_adopted
    assert {voice.name: (voice.stance, voice.person) for voice in kept.voices} == {
        "Apeas": (Voice.APPROVED, "Amanda"),
        "Inter-Made": (Voice.APPROVED, "Benjamin"),
        "LaPlateforme": (Voice.APPROVED, "Sandrine"),
    }
    with refused("error-specification-same"):
        specification.freeze_specification(chief, made)


def test_version_that_cannot_be_adopted_any_more_leaves_the_outcome_and_says_why(world: World) -> None:
    chief = world.people["facilitator"]
    made, version = frozen(world)
    found = {}
    for case in ("error-specification-not-agreed", "error-specification-replaced"):
        proposal_id = opened(
            chief, kind=Kind.SPECIFICATION, quorum=0, effect="lock_specification", effect_data={"1": str(version)}
        )
        answer(chief, proposal_id, Stance.NO_OBJECTION)
        if case.endswith("replaced"):
            write(world.people["partner"], made, envelope="4 000 euros.")
            specification.freeze_specification(chief, made)
        pass_time(proposal_id)
        found[case] = service.view_proposal(chief, proposal_id).outcome
    assert {case: one.effect_code for case, one in found.items()} == {case: case for case in found}
    assert [one.verdict.value for one in found.values()] == ["adopted", "adopted"]
    # What was not done left nothing behind: nobody approved by a vote that could not adopt.
    assert {one.stance for one in specification.view_version(chief, version).voices} == {None}


def test_only_what_is_the_group_s_can_be_told_to_an_effect(world: World) -> None:
    stranger = world.people["stranger"]
    _, version = frozen(world)
    for name, data in (("lock_specification", str(version)), ("lock_specification", "x"), ("launch_rocket", "x")):
        with pytest.raises(NotFound):
            opened(stranger, effect=name, effect_data={"1": data})
    with refused("error-effect-nothing"):
        opened(stranger, effect="set_organisation", effect_data={"2": "etape"})
    assert {one.name: one.choices for one in service.view_choices(stranger).effects}["lock_specification"] == {}


def test_room_outside_registers_its_effect_and_its_subject(sqlite_world: World) -> None:
    chief, done = sqlite_world.people["facilitator"], []
    number = str(uuid4())
    effect = effects.Effect(
        name="select_example", kind=Kind.DEVIS, asks=Asks.CHOICE, apply=lambda _session, one: done.append(one),
        choices=lambda _session, _group: {"a": "Imprimerie A", "b": "Imprimerie B"},
    )  # fmt: skip
    try:
        effects.register(effect)
        subjects.register(
            "example", lambda _session, _group, rest: About(key=f"example:{rest}", kind="example", name="A", page="x")
        )
        proposal_id = opened(
            chief, Method.MAJORITY_JUDGMENT, "A", "B", "Aucun", kind=Kind.DEVIS, quorum=0, about=f"example:{number}",
            effect="select_example", effect_data={"1": "a", "2": "b"},
        )  # fmt: skip
        marks(chief, proposal_id, A=1, B=5, Aucun=0)
        pass_time(proposal_id)
        view = service.view_proposal(chief, proposal_id)
    finally:
        effects._registered.pop("select_example")
        subjects._registered.pop("example")
    assert (view.about.key, view.outcome.effect_code) == (f"example:{number}", effects.DONE)
    assert [(one.value, one.group_id) for one in done] == [("b", sqlite_world.group_id)]
    assert isinstance(done[0], Decided)


def test_subjects_are_found_in_the_group_and_bring_their_words(world: World) -> None:
    partner, made = world.people["partner"], written(world)
    about = service.view_choices(partner, f"clause:{made}:envelope").about
    assert (about.name, about.context, about.query) == (
        "Enveloppe", "Clause envelope, finie.", {"cahier": str(made), "clause": "envelope"},
    )  # fmt: skip
    assert service.view_choices(partner, "candidate:").about.effect == effects.ADMIT_STRUCTURE
    for wrong in (f"clause:{made}:sauce", "clause:x:web", f"version:{uuid4()}", "candidate:x", "rocket:1", "fiche:"):
        with pytest.raises(NotFound):
            service.view_choices(partner, wrong)
    with pytest.raises(NotFound):
        service.view_choices(world.people["stranger"], f"clause:{made}:envelope")


def test_proposal_outlives_what_it_is_about(world: World) -> None:
    from tests.integration.fiches.world import structure_draft
    from workspace.fiches import service as fiches

    partner = world.people["partner"]
    fiche_id = fiches.create_fiche(partner, structure_draft(world.a))
    proposal_id = opened(partner, about=f"fiche:{fiche_id}")
    assert service.view_proposal(partner, proposal_id).about.name == "Une fiche de structure"
    with unit_of_work() as session:
        session.delete(session.get_one(Fiche, fiche_id))
    assert service.view_proposal(partner, proposal_id).about is None
    service.change_proposal(partner, proposal_id, service.view_change(partner, proposal_id).draft)
