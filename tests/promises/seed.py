"""A store to measure on: one group, its structures, people and fiches, made by the application's own services."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tests.promises.stage import SECRET


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """What a measure needs to come in: sessions (cookie and id) of people, and the fiches' texts."""

    session_ids: tuple[UUID, ...]
    cookies: tuple[str, ...]
    fiche_ids: tuple[UUID, ...]
    text_ids: tuple[UUID, ...]

    def tokens(self, text_id: UUID) -> list[str]:
        """A fresh live-text token for each session."""
        from workspace.livetext.ticket import make_token

        return [make_token(text_id, session_id) for session_id in self.session_ids]


def enter(data: Path) -> None:
    """Make this process use the store in a data folder."""
    from tests.conftest import point_at
    from workspace.kernel.settings import secret_key

    os.environ["CHEMISE_SECRET"] = SECRET
    secret_key.cache_clear()
    point_at(data)


def seed(data: Path, *, people: int = 40, structures: int = 30, fiches: int = 1) -> Seeded:
    """Fill an empty store. Everybody is a partner, but the first, who facilitates."""
    from db.migrate import migrate
    from db.models import Fiche, Instance
    from db.session import engine, reading, unit_of_work
    from workspace.accounts import store as accounts
    from workspace.accounts.queries import find_actor
    from workspace.fiches import service
    from workspace.fiches.words import FicheDraft, FicheKind
    from workspace.kernel.actor import Role
    from workspace.kernel.clock import utc_now
    from workspace.members import store as members
    from workspace.members.words import ListEntry, ListKind, StructureDraft

    enter(data)
    migrate()
    with unit_of_work() as session:
        session.merge(Instance(id=1, set_up_at=utc_now()))
        group = members.add_group(session, name="Promesses", territory="Bouches-du-Rhône")
        steps = [ListEntry(entry_id=None, name=name) for name in ("Idée", "Projet", "Création", "Développement")]
        members.replace_list(session, group.id, ListKind.ETAPES, steps)
        made = [
            members.add_structure(session, group.id, StructureDraft(name=f"Structure {n + 1}"), is_host=n == 0)
            for n in range(structures)
        ]
        opened = []
        for number in range(people):
            person = accounts.add_person(session, name=f"Personne {number + 1}", locale="fr", is_admin=number == 0)
            role = Role.PARTNER if number else Role.FACILITATOR
            members.add_member(
                session,
                group_id=group.id,
                person_id=person.id,
                structure_id=made[number % structures].id,
                role=role,
            )
            opened.append(accounts.open_session_row(session, person.id, "promises"))
        structure_ids = [one.id for one in made]
        sessions = [(row.id, token) for token, row in opened]
    with reading() as session:
        actor = find_actor(session, sessions[0][0])
        assert actor is not None
    fiche_ids = tuple(
        service.create_fiche(
            actor,
            FicheDraft(
                title=f"Fiche {number + 1}",
                accroche="Une phrase qui donne envie de lire la suite.",
                kind=FicheKind.STRUCTURE,
                structure_ids=(structure_ids[number % structures],),
            ),
        )
        for number in range(fiches)
    )
    with reading() as session:
        text_ids = tuple(session.get_one(Fiche, fiche_id).text_id for fiche_id in fiche_ids)
    engine().dispose()
    return Seeded(
        session_ids=tuple(session_id for session_id, _ in sessions),
        cookies=tuple(token for _, token in sessions),
        fiche_ids=fiche_ids,
        text_ids=text_ids,
    )
