"""The cahier des charges on a real store: template, freezing, voices, adoption, and that nothing changes it after."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from docx import Document
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from db.models import Fiche, JournalEntry, Person, SpecificationVersion, SpecificationVoice
from db.session import reading, unit_of_work
from tests.integration.decisions.world import answer, opened, pass_time
from tests.integration.fiches.world import World, structure_draft
from workspace.accueil.service import view_home
from workspace.accueil.words import Awaited
from workspace.comments import service as comments
from workspace.decisions.closing import settle_due
from workspace.decisions.words import Stance as BallotStance
from workspace.fiches import service as fiches
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.kernel.messages import translate
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run
from workspace.specification import service
from workspace.specification.clock import due_reminders
from workspace.specification.template import CLAUSES
from workspace.specification.words import AdoptionRule, ClauseState, ExportFormat, LinkKind, Stance


def paragraph(text: str) -> list[Block]:
    return [Block("paragraph", runs=(Run(text),))]


def write(actor: Actor, specification_id: UUID, **texts: str) -> None:
    """What these clauses say from now on, projection included."""
    text_id = service.view_specification(actor, specification_id).text_id
    replace_content(actor, text_id, {name: paragraph(text) for name, text in texts.items()})
    with unit_of_work() as session:
        text_store.write_projection(session, text_id, *read_content(session, text_id))


def written(world: World) -> UUID:
    """A cahier des charges with all of its clauses written."""
    partner = world.people["partner"]
    made = service.create_specification(partner, "Chemise du groupe")
    write(partner, made, **{name: f"Clause {name}, finie." for name in CLAUSES})
    return made


def frozen(world: World, rule: AdoptionRule = AdoptionRule.ALL) -> tuple[UUID, UUID]:
    made = written(world)
    return made, service.freeze_specification(world.people["facilitator"], made, rule)


def approve(actor: Actor, version_id: UUID) -> None:
    service.approve_version(actor, version_id, service.view_version(actor, version_id).said_hash)


def adopted(world: World) -> tuple[UUID, UUID]:
    made, version = frozen(world)
    for name in ("facilitator", "partner", "partner_b"):
        approve(world.people[name], version)
    service.adopt_version(world.people["facilitator"], version)
    return made, version


def test_begins_from_the_template_with_what_is_missing(world: World) -> None:
    partner = world.people["partner"]
    made = service.create_specification(partner, "Chemise du groupe")
    view = service.view_specification(world.people["observer"], made)
    assert [clause.name for clause in view.clauses] == list(CLAUSES)
    assert {clause.state for clause in view.clauses} == {ClauseState.OPEN}
    with pytest.raises(RuleBroken) as refused:
        service.freeze_specification(world.people["facilitator"], made)
    assert refused.value.code == "error-specification-missing"
    with pytest.raises(RuleBroken) as refused:
        service.create_specification(partner, "chemise  du GROUPE")
    assert refused.value.code == "error-specification-title"
    write(partner, made, calendar="", web="Sur le site de LaPlateforme.")
    states = {clause.name: clause.state for clause in service.view_specification(partner, made).clauses}
    assert (states["calendar"], states["web"]) == (ClauseState.EMPTY, ClauseState.WRITTEN)


def test_frozen_version_holds_what_was_said_then_and_waits_for_each_structure(world: World) -> None:
    made, version = frozen(world)
    write(world.people["partner"], made, envelope="4 000 euros.")
    kept = service.view_version(world.people["observer"], version)
    assert next(one for one in kept.clauses if one.name == "envelope").blocks == tuple(
        paragraph("Clause envelope, finie.")
    )
    assert {voice.name: voice.stance for voice in kept.voices} == {
        "Apeas": None, "Inter-Made": None, "LaPlateforme": None,
    }  # fmt: skip
    awaited = [act.kind for act in view_home(world.people["partner_b"]).awaited]
    assert Awaited.APPROVE_SPECIFICATION in awaited
    approve(world.people["partner_b"], version)
    assert Awaited.APPROVE_SPECIFICATION not in [act.kind for act in view_home(world.people["partner_b"]).awaited]
    assert service.view_specification(world.people["partner"], made).is_ahead


def test_one_voice_a_structure_the_latest_holds(world: World) -> None:
    _, version = frozen(world)
    service.object_version(world.people["treasurer"], version, "Trop cher pour nous")
    with pytest.raises(RuleBroken):
        service.object_version(world.people["partner"], version, "   ")
    approve(world.people["partner"], version)
    with reading() as session:
        voices = session.scalars(select(SpecificationVoice)).all()
    assert [(voice.structure_id, voice.stance) for voice in voices] == [(world.a, Stance.APPROVED)]
    with pytest.raises(NotAllowed):
        approve(world.people["observer"], version)
    with pytest.raises(NotFound):
        service.approve_version(world.people["stranger"], version, "")


@pytest.mark.parametrize("rule", AdoptionRule)
def test_is_adopted_when_its_rule_is_met(world: World, rule: AdoptionRule) -> None:
    _, version = frozen(world, rule)
    chief = world.people["facilitator"]
    approve(chief, version)
    with pytest.raises(RuleBroken) as refused:
        service.adopt_version(chief, version)
    assert refused.value.code == "error-specification-not-agreed"
    service.object_version(world.people["partner_b"], version, "Les délais")
    approve(world.people["partner"], version)
    with pytest.raises(RuleBroken):
        service.adopt_version(chief, version)
    approve(world.people["partner_b"], version)
    with pytest.raises(NotAllowed):
        service.adopt_version(world.people["partner"], version)
    service.adopt_version(chief, version)
    view = service.view_version(chief, version)
    assert view.is_adopted
    assert {voice.stance for voice in view.voices} == {Stance.APPROVED}
    with reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.operation == "adopt_specification")).all()
    assert [line.details["seal"] for line in lines] == [view.seal]


def test_consent_is_enough_with_half_of_the_structures(world: World) -> None:
    _, version = frozen(world, AdoptionRule.CONSENT)
    approve(world.people["facilitator"], version)
    approve(world.people["partner"], version)
    service.adopt_version(world.people["facilitator"], version)


def test_adopted_version_takes_no_voice_and_a_change_makes_the_next(world: World) -> None:
    made, version = adopted(world)
    chief = world.people["facilitator"]
    for act in (
        lambda: approve(world.people["partner"], version),
        lambda: service.object_version(world.people["partner"], version, "Trop tard"),
        lambda: service.adopt_version(chief, version),
    ):
        with pytest.raises(RuleBroken) as refused:
            act()
        assert refused.value.code == "error-specification-adopted"
    with pytest.raises(RuleBroken) as refused:
        service.freeze_specification(chief, made)
    assert refused.value.code == "error-specification-same"
    write(world.people["partner"], made, envelope="Enveloppe : 4 000 euros.")
    second = service.freeze_specification(chief, made)
    assert service.view_version(chief, second).number == 2
    assert service.compare_versions(chief, version, second).words_added > 0
    assert service.view_version(chief, version).is_adopted


def test_a_later_version_replaces_one_that_waits(world: World) -> None:
    made, version = frozen(world)
    write(world.people["partner"], made, envelope="Enveloppe : 4 000 euros.")
    service.freeze_specification(world.people["facilitator"], made)
    with pytest.raises(RuleBroken) as refused:
        approve(world.people["partner"], version)
    assert refused.value.code == "error-specification-replaced"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Autre"}, {"clauses": []}, {"said_hash": "0" * 64}, {"adopted_at": None}, {"approvals": []},
        {"seal": ""}, {"number": 9},
    ],
)  # fmt: skip
def test_database_refuses_any_update_of_an_adopted_version(world: World, change: dict[str, object]) -> None:
    _, version = adopted(world)
    before = service.view_version(world.people["partner"], version)
    with pytest.raises(DBAPIError), unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(**change))
    with pytest.raises(DBAPIError), unit_of_work() as session:
        session.execute(update(SpecificationVoice).values(stance=Stance.OBJECTION))
    assert service.view_version(world.people["partner"], version) == before


def test_person_who_leaves_for_good_does_not_break_an_adopted_version(world: World) -> None:
    _, version = adopted(world)
    with unit_of_work() as session:
        session.delete(session.get_one(Person, world.people["facilitator"].person_id))
    view = service.view_version(world.people["partner"], version)
    assert "Sandrine" in {voice.person for voice in view.voices}


def test_version_changed_behind_our_back_is_not_shown(world: World) -> None:
    _, version = frozen(world)
    with unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(title="Autre chose"))
    with pytest.raises(RuleBroken) as refused:
        service.view_version(world.people["partner"], version)
    assert refused.value.code == "error-specification-broken"


def test_clause_points_at_fiches_of_the_group_only(world: World) -> None:
    made = written(world)
    partner = world.people["partner"]
    fiche_id = fiches.create_fiche(partner, structure_draft(world.a, title="Partir d’une idée"))
    service.link_clause(partner, made, "content", LinkKind.FICHE, [fiche_id])
    for clause, one in (("content", world.other_fiche), ("sauce", fiche_id)):
        with pytest.raises(NotFound):
            service.link_clause(partner, made, clause, LinkKind.FICHE, [one])
    version = service.freeze_specification(world.people["facilitator"], made)
    kept = {one.name: one.reasons for one in service.view_version(partner, version).clauses}
    assert kept["content"] == ("Partir d’une idée",)
    with unit_of_work() as session:
        session.delete(session.get_one(Fiche, fiche_id))
    assert {one.name: one.links for one in service.view_specification(partner, made).clauses}["content"] == ()


def test_clause_points_at_decisions_and_is_seen_from_them(world: World) -> None:
    made, partner = written(world), world.people["partner"]
    advice, decided = (
        opened(partner, title=title, quorum=quorum) for title, quorum in (("Avis", 100), ("Papier", 0))
    )
    for one in (advice, decided):
        answer(partner, one, BallotStance.NO_OBJECTION)
        pass_time(one)
        settle_due()
    choices = service.view_desk(partner).choices[LinkKind.DECISION]
    assert [(one.object_id, one.name) for one in choices] == [(decided, "N° 2 · Papier")]
    english = service.view_desk(replace(partner, locale="en")).choices[LinkKind.DECISION]
    assert english[0].name == translate("en", "register-number", number=2, title="Papier")
    service.link_clause(partner, made, "deliverables", LinkKind.DECISION, [decided])
    for wrong in (advice, uuid4()):
        with pytest.raises(NotFound):
            service.link_clause(partner, made, "deliverables", LinkKind.DECISION, [wrong])
    (clause,) = service.view_justified(world.people["observer"], LinkKind.DECISION, decided)
    assert (clause.specification_id, clause.clause, clause.heading) == (made, "deliverables", "Ce qui est à livrer")
    assert service.view_justified(world.people["stranger"], LinkKind.DECISION, decided) == ()
    assert service.view_justified(partner, LinkKind.DECISION, advice) == ()
    version = service.freeze_specification(world.people["facilitator"], made)
    kept = {one.name: one.reasons for one in service.view_version(partner, version).clauses}
    assert (kept["deliverables"], kept["web"]) == (("N° 2 · Papier",), ())


def test_weights_of_the_criteria_make_a_hundred(world: World) -> None:
    made, chief = written(world), world.people["facilitator"]
    write(chief, made, criteria="Prix : 40 %, qualité visuelle : 55 %.")
    with pytest.raises(RuleBroken) as refused:
        service.freeze_specification(chief, made)
    assert (refused.value.code, refused.value.values["total"]) == ("error-specification-weights", "95")
    write(chief, made, criteria="Prix : 40 %, qualité visuelle : 60 %.")
    service.freeze_specification(chief, made)


def test_awaited_structures_are_reminded_once_a_day_and_once_by_themselves(world: World) -> None:
    chief = world.people["facilitator"]
    with unit_of_work() as session:
        for row in session.scalars(select(Person)):
            row.email = f"{row.name}@exemple.fr"
    made, version = frozen(world)
    approve(world.people["partner"], version)
    assert due_reminders() == []
    with unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(frozen_at=utc_now() - timedelta(days=8)))
    (reminder,) = due_reminders()
    assert [name for _, _, name in reminder.people] == ["Amanda", "Sandrine"]
    assert due_reminders() == []
    with pytest.raises(RuleBroken, match=r"^error-remind-soon$"):
        service.remind_structures(chief, version)
    with unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(reminded_at=utc_now() - timedelta(days=1)))
    assert service.remind_structures(chief, version).people == reminder.people
    for who in ("facilitator", "partner_b"):
        approve(world.people[who], version)
    assert not service.view_specification(chief, made).abilities.may_remind
    write(world.people["partner"], made, envelope="4 000 euros.")
    second = service.freeze_specification(chief, made)
    with pytest.raises(RuleBroken, match=r"^error-specification-replaced$"):
        service.remind_structures(chief, version)
    with unit_of_work() as session:
        session.execute(
            update(SpecificationVersion).values(frozen_at=utc_now() - timedelta(days=8), reminded_at=None)
        )
    assert [one.title for one in due_reminders()] == ["Chemise du groupe v2"]
    with pytest.raises(RuleBroken, match=r"^error-remind-soon$"):
        service.remind_structures(chief, second)


def test_comment_beside_a_clause_calls_whom_it_names_to_the_cahier(world: World) -> None:
    made, partner, chief = written(world), world.people["partner"], world.people["facilitator"]
    text_id = service.view_specification(partner, made).text_id
    posted = comments.open_thread(partner, text_id, None, "@Sandrine, est-ce assez ?", [chief.person_id])
    assert (posted.subject.page, posted.subject.object_id) == ("cahier", made)
    (thread,) = comments.view_margin(chief, text_id).threads
    assert [one.body for one in thread.comments] == [posted.body]
    home = view_home(chief)
    (act,) = [one for one in home.awaited if one.kind is Awaited.ANSWER_MENTION]
    assert (act.page, act.object_id, act.label) == ("cahier", made, "Chemise du groupe")
    (news,) = [one for one in home.changes if one.operation == "comment_add"]
    assert (news.page, news.object_id) == ("cahier", made)
    with pytest.raises(NotAllowed):
        comments.open_thread(world.people["observer"], text_id, None, "Moi aussi")
    with pytest.raises((NotAllowed, NotFound)):
        comments.view_margin(world.people["stranger"], text_id)


def test_files_hold_the_words_and_the_approvals(world: World) -> None:
    _, version = adopted(world)
    made = service.export_version(world.people["observer"], version, ExportFormat.DOCX)
    assert made.name == "Chemise-du-groupe-v1.docx"
    document = Document(io.BytesIO(made.data))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Clause envelope, finie." in said
    assert service.view_version(world.people["observer"], version).seal in said
    assert {row.cells[0].text for row in document.tables[-1].rows} >= {"Apeas", "Inter-Made", "LaPlateforme"}
    pdf = service.export_version(world.people["observer"], version, ExportFormat.PDF).data
    assert pdf.startswith(b"%PDF")
    assert b"/Lang(fr" in pdf
    assert b"/StructTreeRoot" in pdf
