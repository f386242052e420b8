"""Two groups with people of each role, and fiches to act on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from db.models import Person
from db.session import unit_of_work
from workspace.fiches import store as fiches_store
from workspace.fiches.queries import list_etapes
from workspace.fiches.words import FicheDraft, FicheKind, TrameEntry
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.members import store as members_store
from workspace.members.words import ListEntry, ListKind, StructureDraft


@dataclass(frozen=True, kw_only=True)
class World:
    """`people["partner"]` is of structure A; `people["partner_b"]` of B; `people["stranger"]` of another group."""

    group_id: UUID
    a: UUID
    b: UUID
    host: UUID
    etapes: tuple[UUID, ...]
    people: dict[str, Actor]
    other_group_id: UUID
    other_structure: UUID
    other_etape: UUID
    other_fiche: UUID


def make_person(session, group_id: UUID, structure_id: UUID, role: Role, name: str) -> Actor:
    person = Person(name=name, created_at=utc_now())
    session.add(person)
    session.flush()
    member = members_store.add_member(
        session, group_id=group_id, person_id=person.id, structure_id=structure_id, role=role
    )
    return Actor(
        person_id=person.id,
        name=name,
        group_id=group_id,
        member_id=member.id,
        structure_id=structure_id,
        role=role,
    )


def make_world() -> World:
    with unit_of_work() as session:
        group = members_store.add_group(session, name="Accompagner 13", territory="Bouches-du-Rhône")
        host = members_store.add_structure(session, group.id, StructureDraft(name="LaPlateforme"), is_host=True)
        a = members_store.add_structure(session, group.id, StructureDraft(name="Inter-Made"))
        b = members_store.add_structure(session, group.id, StructureDraft(name="Apeas"))
        names = ("Idée", "Projet", "Création")
        members_store.replace_list(
            session, group.id, ListKind.ETAPES, [ListEntry(entry_id=None, name=name) for name in names]
        )
        people = {
            "facilitator": make_person(session, group.id, host.id, Role.FACILITATOR, "Sandrine"),
            "treasurer": make_person(session, group.id, a.id, Role.TREASURER, "Pierre"),
            "partner": make_person(session, group.id, a.id, Role.PARTNER, "Benjamin"),
            "partner_b": make_person(session, group.id, b.id, Role.PARTNER, "Amanda"),
            "observer": make_person(session, group.id, a.id, Role.OBSERVER, "Hélène"),
        }
        other = members_store.add_group(session, name="Autre", territory="Var")
        far = members_store.add_structure(session, other.id, StructureDraft(name="Ailleurs"), is_host=True)
        members_store.replace_list(session, other.id, ListKind.ETAPES, [ListEntry(entry_id=None, name="Idée")])
        stranger = make_person(session, other.id, far.id, Role.FACILITATOR, "Philippe")
        far_fiche = fiches_store.add_fiche(
            session, group_id=other.id, draft=FicheDraft(title="Ailleurs"), created_by=stranger.person_id
        )
        people["stranger"] = stranger
        return World(
            group_id=group.id,
            a=a.id,
            b=b.id,
            host=host.id,
            etapes=tuple(choice.choice_id for choice in list_etapes(session, people["partner"])),
            people=people,
            other_group_id=other.id,
            other_structure=far.id,
            other_etape=list_etapes(session, stranger)[0].choice_id,
            other_fiche=far_fiche.id,
        )


def structure_draft(*structures: UUID, title: str = "Une fiche de structure") -> FicheDraft:
    return FicheDraft(title=title, kind=FicheKind.STRUCTURE, structure_ids=structures)


def entry(text: str, question_id: UUID | None = None, etape_id: UUID | None = None) -> TrameEntry:
    return TrameEntry(question_id=question_id, text=text, etape_id=etape_id)
