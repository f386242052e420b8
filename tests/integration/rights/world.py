"""Two groups, everybody who may knock, and one object of each kind at each distance."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image

from db.models import Fiche, Instance, Invitation, Member, Person
from db.session import engine, reading, unit_of_work
from tests.conftest import point_at
from tests.integration.budget.contribution_rows import Given, make_given
from tests.integration.questionnaires.desk import good, make_form, public_token, stamp
from tests.integration.rights import meetings
from tests.integration.rights.money import Money, make_money
from tests.integration.rights.quotes import Quotes, make_quotes
from tests.integration.rights.spending import Spending, make_spending
from tests.integration.rights.votes import Votes, make_votes
from workspace.accounts import store as accounts
from workspace.accounts.queries import find_actor
from workspace.accounts.secrets import hash_password
from workspace.comments import service as comments
from workspace.fiches import pictures, service
from workspace.fiches.words import FicheDraft, FicheKind
from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.kernel.clock import utc_now
from workspace.members import people
from workspace.members import store as members
from workspace.members.words import ListEntry, ListKind, StructureDraft
from workspace.outline import service as outline
from workspace.outline.words import VariantDraft
from workspace.questionnaires import answers, results
from workspace.questionnaires import service as forms
from workspace.questionnaires.words import Item, Taken
from workspace.specification import service as specifications

PASSWORD = "une phrase assez longue 2026"
WHO = ("anonymous", "removed", "observer", "partner", "treasurer", "facilitator", "admin", "stranger")
DISTANCES = ("own", "other structure", "other group")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One object of each kind, all at the same distance from a partner of structure A."""

    group_id: UUID
    structure_id: UUID
    member_id: UUID
    person_id: UUID
    session_id: UUID
    invitation_id: UUID
    invitation_token: str
    fiche_id: UUID
    archived_id: UUID
    text_id: UUID
    picture_id: UUID
    thread_id: UUID
    comment_id: UUID
    form_id: UUID
    draft_form_id: UUID
    item: Item
    form_answer_id: UUID
    form_link_id: UUID
    form_token: str
    withdraw_token: str
    votes: Votes
    variant_id: UUID
    specification_id: UUID
    meeting: meetings.Met
    spending: Spending
    quotes: Quotes
    money: Money
    given: Given


@dataclass(frozen=True, kw_only=True)
class World:
    """`actors` and `cookies` by who; `things` by distance."""

    actors: dict[str, Actor]
    cookies: dict[str, str]
    things: dict[str, Thing]
    pictures: Path


def picture() -> bytes:
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


def _actor(session_id: UUID) -> Actor:
    with reading() as session:
        found = find_actor(session, session_id)
    assert found is not None
    return found


def filled(folder: Path, sqlite_template: Path) -> World:
    """A filled SQLite store in a folder, closed, to copy."""
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    world = make_world(folder)
    close()
    return world


def close() -> None:
    """Leave the store of this process in one file, to copy."""
    driver = engine().raw_connection()
    driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    engine().dispose()


def copy_to(world: World, folder: Path) -> None:
    """The store of that world again, in another folder, which this process then uses."""
    folder.mkdir(exist_ok=True)
    shutil.copy(world.pictures / "chemise.db", folder / "chemise.db")
    shutil.copytree(world.pictures / "pictures", folder / "pictures")
    point_at(folder)


def make_world(folder: Path) -> World:
    """Fill the current store."""
    secret = hash_password(PASSWORD)
    sessions: dict[str, tuple[UUID, str]] = {}
    with unit_of_work() as session:
        session.add(Instance(id=1, set_up_at=utc_now()))
        first = members.add_group(session, name="Premier", territory="13")
        second = members.add_group(session, name="Second", territory="84")
        host = members.add_structure(session, first.id, StructureDraft(name="Hôte"), is_host=True)
        a = members.add_structure(session, first.id, StructureDraft(name="A"))
        b = members.add_structure(session, first.id, StructureDraft(name="B"))
        away = members.add_structure(session, second.id, StructureDraft(name="Ailleurs"), is_host=True)
        away_2 = members.add_structure(session, second.id, StructureDraft(name="Ailleurs aussi"))
        for group in (first, second):
            entries = [ListEntry(entry_id=None, name=name) for name in ("Idée", "Projet")]
            members.replace_list(session, group.id, ListKind.ETAPES, entries)

        def person(name: str, structure: object = None, role: Role | None = None, *, admin: bool = False) -> Person:
            made = accounts.add_person(
                session, name=name, locale="fr", email=f"{name}@exemple.fr", password_hash=secret, is_admin=admin
            )
            if role is not None:
                members.add_member(
                    session, group_id=structure.group_id, person_id=made.id, structure_id=structure.id, role=role
                )
            token, row = accounts.open_session_row(session, made.id, "test")
            sessions[name] = (row.id, token)
            return made

        for name, role in (("observer", Role.OBSERVER), ("partner", Role.PARTNER), ("treasurer", Role.TREASURER)):
            person(name, a, role)
        person("facilitator", host, Role.FACILITATOR)
        person("facilitator2", host, Role.FACILITATOR)
        removed = person("removed", a, Role.PARTNER)
        person("admin", admin=True)
        person("stranger", away, Role.FACILITATOR)
        for name, structure in (("own", a), ("other structure", b), ("other group", away_2)):
            person(name.replace(" ", "-"), structure, Role.PARTNER)
        session.flush()
        place = session.query(Member).filter(Member.person_id == removed.id).one()
        place.left_at = utc_now()
        structures = {"own": a.id, "other structure": b.id, "other group": away_2.id}
    chiefs = {"own": "facilitator", "other structure": "facilitator", "other group": "stranger"}
    things = {
        distance: _thing(distance, structures[distance], _actor(sessions[chiefs[distance]][0]), sessions)
        for distance in DISTANCES
    }
    actors = {who: _actor(sessions[who][0]) if who in sessions else ANONYMOUS for who in WHO}
    return World(
        actors=actors,
        cookies={who: sessions[who][1] for who in WHO if who in sessions},
        things=things,
        pictures=folder,
    )


def _thing(distance: str, structure_id: UUID, chief: Actor, sessions: dict[str, tuple[UUID, str]]) -> Thing:
    assert chief.group_id is not None
    name = distance.replace(" ", "-")
    invitation = people.invite(chief, structure_id, name="Invité", email="", role=Role.PARTNER)
    draft = FicheDraft(title=f"Fiche {name}", kind=FicheKind.STRUCTURE, structure_ids=(structure_id,))
    fiche_id = service.create_fiche(chief, draft)
    archived_id = service.create_fiche(chief, draft)
    service.archive_fiche(chief, archived_id)
    picture_id, _ = pictures.add_picture(chief, chief.group_id, picture())
    owner = _actor(sessions[name][0])
    with reading() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        invitation_id = session.get_one(Invitation, invitation.invitation_id).id
    with unit_of_work() as session:
        given = make_given(session, chief.group_id, structure_id, chief.person_id, name)
    said = comments.open_thread(owner, text_id, None, "Un mot.")
    assert owner.member_id is not None
    assert owner.person_id is not None
    return Thing(
        group_id=chief.group_id,
        structure_id=structure_id,
        member_id=owner.member_id,
        person_id=owner.person_id,
        session_id=sessions[name][0],
        invitation_id=invitation_id,
        invitation_token=invitation.token,
        fiche_id=fiche_id,
        archived_id=archived_id,
        text_id=text_id,
        picture_id=picture_id,
        thread_id=said.thread_id,
        comment_id=said.comment_id,
        **_form(chief),
        votes=make_votes(chief, owner),
        variant_id=outline.propose_variant(owner, VariantDraft(name=f"Trame {name}")),
        meeting=meetings.make_met(chief, name, structure_id),
        specification_id=specifications.create_specification(chief, f"Cahier {name}"),
        spending=make_spending(chief, name),
        quotes=(quotes := make_quotes(chief, name)),
        money=make_money(chief, name, quotes.supplier_id),
        given=given,
    )


def _form(chief: Actor) -> dict[str, Any]:
    """A draft, and an open questionnaire with one answer and one personal link."""
    draft_id, form_id = make_form(chief, opened=False), make_form(chief)
    token = public_token(chief, form_id)
    taken = answers.take_answer(token, form_id, good(chief, form_id), stamp(form_id))
    assert isinstance(taken, Taken)
    forms.make_links(chief, form_id, ["x"])
    given = next(iter(results.view_results(chief, form_id).answers.values()))
    return {
        "form_id": form_id,
        "draft_form_id": draft_id,
        "item": forms.view_form(chief, draft_id).items[1],
        "form_answer_id": given[0].answer_id,
        "form_link_id": forms.view_form(chief, form_id).links[0].link_id,
        "form_token": token,
        "withdraw_token": taken.withdraw_token,
    }
