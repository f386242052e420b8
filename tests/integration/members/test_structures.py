"""Groups, structures and lists: who writes, what is refused, what is never lost."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from db.models import Group, JournalEntry
from db.session import reading, unit_of_work
from tests.integration.accounts.world import World, now_as
from workspace.fiches import store as fiches_store
from workspace.fiches.words import FicheDraft, FicheKind
from workspace.kernel.actor import Role
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.members import people, service
from workspace.members.words import ListEntry, ListKind, StructureDraft, StructureView


def structure(world: World, structure_id: UUID, *, by: str = "facilitator") -> StructureView:
    return next(one for one in service.view_structures(world[by]) if one.structure_id == structure_id)


def etapes(world: World, *, by: str = "facilitator") -> list[ListEntry]:
    return service.view_list(world[by], ListKind.ETAPES)


def entry(name: str) -> ListEntry:
    return ListEntry(entry_id=None, name=name)


def test_partner_completes_their_own_structure(world: World) -> None:
    before = structure(world, world.a).draft
    draft = replace(
        before,
        legal_form="SCOP",
        since_year=1999,
        web="www.exemple.org",
        sites=("Nice", "Sète"),
        etape_ids=tuple(one.entry_id for one in etapes(world)[:2] if one.entry_id),
    )
    service.change_structure(world["partner"], world.a, draft)
    after = structure(world, world.a)
    assert after.draft == replace(draft, web="https://www.exemple.org", version=before.version + 1)
    assert after.etapes == ("Idée", "Projet")


@pytest.mark.parametrize(
    ("name", "error"), [("partner_b", NotAllowed), ("observer", NotAllowed), ("stranger", NotFound)]
)
def test_others_do_not_change_it(sqlite_world: World, name: str, error: type[Exception]) -> None:
    world = sqlite_world
    before = structure(world, world.a)
    with pytest.raises(error):
        service.change_structure(world[name], world.a, replace(before.draft, name="Pris"))
    assert structure(world, world.a) == before


def test_structure_saved_over_is_refused_and_keeps_what_was_saved_first(world: World) -> None:
    shown = structure(world, world.a).draft
    service.change_structure(world["facilitator"], world.a, replace(shown, legal_form="Association"))
    with pytest.raises(StaleEdit):
        service.change_structure(world["partner"], world.a, replace(shown, presentation="À moi"))
    now = structure(world, world.a).draft
    assert (now.legal_form, now.presentation) == ("Association", "")


def test_etapes_of_another_group_cannot_be_ticked(world: World) -> None:
    foreign = etapes(world, by="stranger")[0].entry_id
    assert foreign is not None
    shown = structure(world, world.a).draft
    with pytest.raises(NotFound):
        service.change_structure(world["partner"], world.a, replace(shown, etape_ids=(foreign,)))
    assert structure(world, world.a).draft == shown


@pytest.mark.parametrize("name", ["partner", "treasurer", "observer", "admin"])
def test_only_the_facilitator_adds_and_takes_leave_of_structures(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    with pytest.raises(NotAllowed):
        service.create_structure(world[name], StructureDraft(name="Nouvelle"))
    with pytest.raises(NotAllowed):
        service.leave_structure(world[name], world.b)


@pytest.mark.parametrize("again", ["Énergies Alternatives", "énergies alternatives", " ÉNERGIES  ALTERNATIVES "])
def test_two_structures_cannot_have_one_name_accents_included(world: World, again: str) -> None:
    service.create_structure(world["facilitator"], StructureDraft(name="Énergies Alternatives"))
    with pytest.raises(RuleBroken, match="error-same-name"):
        service.create_structure(world["facilitator"], StructureDraft(name=again))
    with pytest.raises(RuleBroken, match="error-same-name"):
        service.change_structure(world["facilitator"], world.a, replace(structure(world, world.a).draft, name=again))
    service.create_structure(world["stranger"], StructureDraft(name=again))


def test_directory_stands_in_the_order_of_the_alphabet_accents_apart(world: World) -> None:
    for name in ("Écho", "Essor", "zinc"):
        service.create_structure(world["facilitator"], StructureDraft(name=name))
    names = [one.draft.name for one in service.view_structures(world["partner"])]
    assert names == ["LaPlateforme", "Apeas", "Écho", "Essor", "Inter-Made", "zinc"]


def test_structure_that_leaves_takes_its_people_out_and_nobody_else(world: World) -> None:
    service.leave_structure(world["facilitator"], world.a)
    assert [one.structure_id for one in service.view_structures(world["facilitator"])] == [world.host, world.b]
    for name in ("partner", "treasurer", "observer"):
        assert now_as(world[name]) is None
    assert now_as(world["partner_b"]) is not None
    with pytest.raises(NotFound):
        service.leave_structure(world["facilitator"], world.a)


def test_structure_that_left_comes_back_under_its_name(world: World) -> None:
    service.leave_structure(world["facilitator"], world.a)
    back = service.create_structure(world["facilitator"], StructureDraft(name="INTER-MADE", legal_form="SCOP"))
    assert back == world.a
    view = structure(world, world.a)
    assert (view.draft.name, view.draft.legal_form, view.members) == ("INTER-MADE", "SCOP", ())


def test_host_stays_and_a_group_keeps_a_facilitator(world: World) -> None:
    with pytest.raises(RuleBroken, match="error-host-stays"):
        service.leave_structure(world["facilitator"], world.host)
    line = next(
        line for line in structure(world, world.host).members if line.member_id == world["facilitator"].member_id
    )
    people.change_member(
        world["facilitator"],
        line.member_id,
        role=Role.FACILITATOR,
        title="",
        structure_id=world.b,
        version=line.version,
    )
    with pytest.raises(RuleBroken, match="error-last-facilitator"):
        service.leave_structure(world["facilitator"], world.b)


def test_structure_of_another_group_is_not_found(sqlite_world: World) -> None:
    world = sqlite_world
    for act in (
        lambda: service.leave_structure(world["stranger"], world.b),
        lambda: service.change_structure(world["stranger"], world.b, StructureDraft(name="Pris", version=1)),
        lambda: service.leave_structure(world["facilitator"], uuid4()),
    ):
        with pytest.raises(NotFound):
            act()


def test_group_is_changed_by_the_facilitator_and_guarded_against_stale_forms(world: World) -> None:
    now = service.view_group(world["facilitator"])

    def save(by: str, *, zone: str = "Indian/Reunion", version: int = now.version) -> None:
        service.change_group(world[by], name="Nouveau", territory="Var", purpose="P", zone=zone, version=version)

    for name in ("partner", "treasurer", "observer", "admin"):
        with pytest.raises(NotAllowed):
            save(name)
    with pytest.raises(RuleBroken, match="error-zone"):
        save("facilitator", zone="Mars/Olympus")
    save("facilitator")
    with pytest.raises(StaleEdit):
        save("facilitator")
    after = service.view_group(world["observer"])
    assert (after.name, after.zone, after.facilitators) == ("Nouveau", "Indian/Reunion", ("Sandrine",))


def test_list_is_renamed_ordered_filled_and_thinned_in_one_save(world: World) -> None:
    idea, project, creation = etapes(world)
    swapped = [
        replace(project, name="Idée"),
        replace(idea, name="Projet", name_en="Project"),
        entry("Essai"),
    ]
    service.change_list(world["facilitator"], ListKind.ETAPES, swapped, shown=[idea, project, creation])
    after = etapes(world)
    assert [(one.entry_id, one.name) for one in after[:2]] == [(project.entry_id, "Idée"), (idea.entry_id, "Projet")]
    assert [one.name for one in after] == ["Idée", "Projet", "Essai"]
    assert [one.name for one in etapes(world, by="stranger")] == ["Idée", "Projet", "Création"]


def test_list_saved_over_somebodys_new_line_is_refused(world: World) -> None:
    shown = etapes(world)
    service.change_list(world["facilitator"], ListKind.ETAPES, [*shown, entry("Ajoutée")], shown=shown)
    with pytest.raises(StaleEdit):
        service.change_list(world["facilitator"], ListKind.ETAPES, shown[:1], shown=shown)
    assert [one.name for one in etapes(world)] == ["Idée", "Projet", "Création", "Ajoutée"]


def test_list_of_another_group_is_out_of_reach(sqlite_world: World) -> None:
    world = sqlite_world
    with pytest.raises(NotFound):
        service.change_list(world["facilitator"], ListKind.ETAPES, etapes(world, by="stranger"))
    for name in ("partner", "treasurer", "observer"):
        with pytest.raises(NotAllowed):
            service.change_list(world[name], ListKind.ETAPES, etapes(world))


def test_uses_count_structures_and_fiches_of_this_group(world: World) -> None:
    idea = etapes(world)[0]
    assert service.view_uses(world["observer"], ListKind.ETAPES) == {}
    shown = structure(world, world.a).draft
    service.change_structure(world["partner"], world.a, replace(shown, etape_ids=(idea.entry_id,)))
    with unit_of_work() as session:
        fiches_store.add_fiche(
            session,
            group_id=world.group_id,
            draft=FicheDraft(title="Une idée", kind=FicheKind.ETAPE, etape_ids=(idea.entry_id,)),
            created_by=world["partner"].person_id,
        )
    use = service.view_uses(world["observer"], ListKind.ETAPES)[idea.entry_id]
    assert (use.structures, use.fiches, use.questions) == (1, 1, 0)
    service.leave_structure(world["facilitator"], world.a)
    assert service.view_uses(world["facilitator"], ListKind.ETAPES)[idea.entry_id].structures == 0


def test_only_administrators_create_groups_and_become_their_facilitators(sqlite_world: World) -> None:
    world = sqlite_world

    def create(by: str) -> UUID:
        return service.create_group(world[by], name="Second", territory="Var", host="Hôte", languages=("fr",))

    for name in ("facilitator", "partner", "stranger"):
        with pytest.raises(NotAllowed):
            create(name)
    group_id = create("admin")
    with reading() as session:
        assert session.get_one(Group, group_id).name == "Second"
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "create_group")).one()
    assert line.group_id == group_id


def test_every_write_leaves_one_line_in_the_journal(sqlite_world: World) -> None:
    world = sqlite_world

    def operations() -> list[str]:
        with reading() as session:
            return list(session.scalars(select(JournalEntry.operation).order_by(JournalEntry.id)))

    before = len(operations())
    facilitator = world["facilitator"]
    made = service.create_structure(facilitator, StructureDraft(name="Nouvelle"))
    service.change_structure(facilitator, made, StructureDraft(name="Renommée", version=1))
    service.change_list(facilitator, ListKind.FONCTIONS, [entry("Accueil")])
    service.leave_structure(facilitator, made)
    with pytest.raises(NotFound):
        service.leave_structure(facilitator, made)
    assert operations()[before:] == ["create_structure", "change_structure", "change_lists", "leave_structure"]
