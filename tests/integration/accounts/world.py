"""People with passwords in two groups, each behind an open session."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from db.session import unit_of_work
from workspace.accounts import service, store
from workspace.accounts.secrets import hash_password
from workspace.accounts.visits import actor_of_session
from workspace.kernel.actor import Actor, Role
from workspace.members import store as members_store
from workspace.members.words import ListEntry, ListKind, StructureDraft

PASSWORD = "quatre mots sans rapport"


@functools.cache
def password_hash() -> str:
    """Hashed once: it is slow on purpose."""
    return hash_password(PASSWORD)


@dataclass(frozen=True, kw_only=True)
class World:
    """`host`, `a` and `b` are structures of the group; `far` is one of another group, where `stranger` is.

    `partner`, `treasurer` and `observer` are of A, `partner_b` of B, `facilitator` and `admin` of the host.
    """

    group_id: UUID
    host: UUID
    a: UUID
    b: UUID
    far_group_id: UUID
    far: UUID
    people: dict[str, Actor]

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]


def make_world() -> World:
    with unit_of_work() as session:
        group = members_store.add_group(session, name="Accompagner 13", territory="Bouches-du-Rhône")
        host = members_store.add_structure(session, group.id, StructureDraft(name="LaPlateforme"), is_host=True)
        a = members_store.add_structure(session, group.id, StructureDraft(name="Inter-Made"))
        b = members_store.add_structure(session, group.id, StructureDraft(name="Apeas"))
        far_group = members_store.add_group(session, name="Ailleurs", territory="Var")
        far = members_store.add_structure(session, far_group.id, StructureDraft(name="Loin"), is_host=True)
        for one in (group, far_group):
            names = ("Idée", "Projet", "Création")
            members_store.replace_list(
                session, one.id, ListKind.ETAPES, [ListEntry(entry_id=None, name=name) for name in names]
            )
        people = {
            "facilitator": _person(session, group.id, host.id, Role.FACILITATOR, "Sandrine"),
            "admin": _person(session, group.id, host.id, Role.PARTNER, "Tomas", is_admin=True),
            "treasurer": _person(session, group.id, a.id, Role.TREASURER, "Pierre"),
            "partner": _person(session, group.id, a.id, Role.PARTNER, "Benjamin"),
            "observer": _person(session, group.id, a.id, Role.OBSERVER, "Hélène"),
            "partner_b": _person(session, group.id, b.id, Role.PARTNER, "Amanda"),
            "stranger": _person(session, far_group.id, far.id, Role.FACILITATOR, "Philippe"),
        }
    return World(
        group_id=group.id, host=host.id, a=a.id, b=b.id, far_group_id=far_group.id, far=far.id, people=people
    )


def _person(
    session: Session, group_id: UUID, structure_id: UUID, role: Role, name: str, *, is_admin: bool = False
) -> Actor:
    person = store.add_person(
        session,
        name=name,
        locale="fr",
        email=address_of(name),
        password_hash=password_hash(),
        is_admin=is_admin,
    )
    member = members_store.add_member(
        session, group_id=group_id, person_id=person.id, structure_id=structure_id, role=role
    )
    _, opened = store.open_session_row(session, person.id, "Mozilla/5.0 (X11; Linux) Firefox/140.0")
    return Actor(
        person_id=person.id,
        session_id=opened.id,
        name=name,
        is_admin=is_admin,
        group_id=group_id,
        member_id=member.id,
        structure_id=structure_id,
        role=role,
    )


def address_of(name: str) -> str:
    return f"{name.lower().replace('é', 'e').replace('è', 'e')}@exemple.org"


def another_session(actor: Actor) -> Actor:
    """The same person in another browser."""
    with unit_of_work() as session:
        assert actor.person_id is not None
        _, opened = store.open_session_row(session, actor.person_id, "Mozilla/5.0 (iPhone) Safari/605.1")
    return replace(actor, session_id=opened.id)


def now_as(actor: Actor) -> Actor | None:
    """Who that session is now, as every visit reads it."""
    assert actor.session_id is not None
    return actor_of_session(actor.session_id)


def sign_in(name: str, password: str = PASSWORD, *, address: str = "192.0.2.1") -> str:
    return service.sign_in(address_of(name), password, address=address)
