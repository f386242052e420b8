"""Use cases of the trame on both stores."""

from __future__ import annotations

import pytest

from tests.integration.fiches.world import World, entry
from workspace.fiches import service
from workspace.fiches.words import FicheDraft, TrameEntry
from workspace.kernel.actor import ANONYMOUS
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit


def save(world: World, *entries: TrameEntry) -> None:
    who = world.people["facilitator"]
    service.save_trame(who, entries, service.view_trame(who).stamp)


def texts(world: World) -> list[str]:
    return [question.text for question in service.view_trame(world.people["observer"]).questions]


def test_trame_is_written_reordered_and_cut(world: World) -> None:
    save(world, entry("Ai-je une idée\u202f?", etape_id=world.etapes[0]), entry("Qui m’aide\u202f?"))
    first, second = service.view_trame(world.people["partner"]).questions
    assert (first.etape, first.version, second.etape) == ("Idée", 1, "")
    again = entry("Qui peut m’aider\u202f?", second.question_id)
    save(world, again, entry("Où\u202f?"), entry(first.text, first.question_id))
    assert texts(world) == ["Qui peut m’aider\u202f?", "Où\u202f?", "Ai-je une idée\u202f?"]
    after = service.view_trame(world.people["facilitator"]).questions
    assert [question.version for question in after] == [2, 1, 2]
    assert after[2].etape == ""
    save(world, entry("Où\u202f?", after[1].question_id), entry("", after[0].question_id))
    assert texts(world) == ["Où\u202f?"]


def test_fiches_answer_questions_until_the_question_goes(world: World) -> None:
    save(world, entry("Une\u202f?"), entry("Deux\u202f?"))
    one, two = service.view_trame(world.people["partner"]).questions
    draft = FicheDraft(title="Réponse", question_ids=(two.question_id, one.question_id))
    fiche_id = service.create_fiche(world.people["partner"], draft)
    questions = service.view_trame(world.people["observer"]).questions
    assert [[fiche.name for fiche in question.fiches] for question in questions] == [["Réponse"], ["Réponse"]]
    save(world, entry("Deux\u202f?", two.question_id))
    assert service.view_fiche(world.people["partner"], fiche_id).draft.question_ids == (two.question_id,)


def test_trame_saved_from_an_old_form_is_stale(world: World) -> None:
    who = world.people["facilitator"]
    shown = service.view_trame(who).stamp
    save(world, entry("Ajoutée par une autre\u202f?"))
    with pytest.raises(StaleEdit):
        service.save_trame(who, [entry("La mienne\u202f?")], shown)
    assert texts(world) == ["Ajoutée par une autre\u202f?"]


def test_trame_refuses_other_groups_questions_and_etapes(world: World) -> None:
    stranger = world.people["stranger"]
    service.save_trame(stranger, [entry("Ailleurs\u202f?")], service.view_trame(stranger).stamp)
    theirs = service.view_trame(stranger).questions[0].question_id
    with pytest.raises(NotFound):
        save(world, entry("Volée\u202f?", theirs))
    with pytest.raises(NotFound):
        save(world, entry("Volée\u202f?", etape_id=world.other_etape))
    assert texts(world) == []
    assert [question.text for question in service.view_trame(stranger).questions] == ["Ailleurs\u202f?"]


@pytest.mark.parametrize("name", ["treasurer", "partner", "observer"])
def test_trame_is_the_facilitators_to_change_and_everyones_to_read(world: World, name: str) -> None:
    who = world.people[name]
    trame = service.view_trame(who)
    assert not trame.may_change
    with pytest.raises(NotAllowed):
        service.save_trame(who, [entry("Non\u202f?")], trame.stamp)
    with pytest.raises(NotAllowed):
        service.view_trame(ANONYMOUS)


def test_question_of_five_hundred_letters_is_refused_clearly(world: World) -> None:
    with pytest.raises(RuleBroken) as raised:
        save(world, entry("x" * 500))
    assert (raised.value.code, raised.value.values["maximum"]) == ("error-too-long", 300)
