"""Roles, titles, structures of members; leaving; the last facilitator."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from sqlalchemy import select

from db.models import Member
from db.session import reading
from tests.integration.accounts.world import PASSWORD, World, address_of, another_session, now_as
from workspace.accounts import service as accounts
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.members import people, service
from workspace.members.words import MemberLine


def line_of(world: World, name: str) -> MemberLine:
    lines = [line for one in service.view_structures(world["facilitator"]) for line in one.members]
    return next(line for line in lines if line.member_id == world[name].member_id)


def change(world: World, name: str, *, by: str = "facilitator", version: int | None = None, **values) -> None:
    line = line_of(world, name)
    asked = {"role": line.role, "title": line.title, "structure_id": line.structure_id} | values
    people.change_member(world[by], line.member_id, version=line.version if version is None else version, **asked)


def test_facilitator_gives_role_title_and_structure_and_it_holds_at_the_next_visit(world: World) -> None:
    change(world, "partner", role=Role.TREASURER, title=" Chargé  d’accueil ", structure_id=world.b)
    line = line_of(world, "partner")
    assert (line.role, line.title, line.structure_id) == (Role.TREASURER, "Chargé d’accueil", world.b)
    now = now_as(world["partner"])
    assert now is not None
    assert (now.role, now.structure_id) == (Role.TREASURER, world.b)


def test_change_over_somebody_elses_save_writes_nothing(world: World) -> None:
    version = line_of(world, "partner").version
    change(world, "partner", title="Première", version=version)
    with pytest.raises(StaleEdit):
        change(world, "partner", title="Seconde", version=version)
    assert line_of(world, "partner").title == "Première"


@pytest.mark.parametrize("name", ["partner", "treasurer", "observer", "partner_b"])
def test_only_the_facilitator_changes_or_removes_people(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    with pytest.raises(NotAllowed):
        change(world, "partner_b", by=name, role=Role.FACILITATOR)
    with pytest.raises(NotAllowed):
        people.remove_member(world[name], line_of(world, "partner_b").member_id)


def test_members_and_structures_of_another_group_are_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        change(world, "partner", by="stranger", role=Role.OBSERVER)
    with pytest.raises(NotFound):
        people.remove_member(world["stranger"], world["partner"].member_id)
    with pytest.raises(NotFound):
        change(world, "partner", structure_id=world.far)
    for unknown in (uuid4(), world["stranger"].member_id):
        with pytest.raises(NotFound):
            people.remove_member(world["facilitator"], unknown)


def test_member_who_is_removed_is_out_at_once_and_keeps_their_account(world: World) -> None:
    elsewhere = another_session(world["partner"])
    people.remove_member(world["facilitator"], world["partner"].member_id)
    assert now_as(world["partner"]) is None
    assert now_as(elsewhere) is None
    assert now_as(world["partner_b"]) is not None
    ticket = accounts.sign_in(address_of("Benjamin"), PASSWORD, address="192.0.2.1")
    session_id = accounts.find_session(accounts.open_session(ticket, agent="").token)
    now = now_as(Actor(session_id=session_id))
    assert now is not None
    assert not now.is_member
    with pytest.raises(NotFound):
        people.remove_member(world["facilitator"], world["partner"].member_id)


def test_member_who_comes_back_takes_the_same_place_up(world: World) -> None:
    people.remove_member(world["facilitator"], world["partner"].member_id)
    token = people.invite(world["facilitator"], world.b, name="Benjamin", email="", role=Role.OBSERVER).token
    people.accept_invitation(token, name="Benjamin", email=address_of("Benjamin"), password=PASSWORD, locale="fr")
    line = line_of(world, "partner")
    assert (line.role, line.structure_id) == (Role.OBSERVER, world.b)


def test_nobody_removes_themselves(sqlite_world: World) -> None:
    world = sqlite_world
    with pytest.raises(RuleBroken, match="error-not-yourself"):
        people.remove_member(world["facilitator"], world["facilitator"].member_id)


def test_last_facilitator_cannot_step_down_before_another_is_there(world: World) -> None:
    with pytest.raises(RuleBroken, match="error-last-facilitator"):
        change(world, "facilitator", role=Role.PARTNER)
    change(world, "partner", role=Role.FACILITATOR)
    change(world, "facilitator", role=Role.PARTNER)


def test_two_facilitators_who_step_down_at_once_leave_one(world: World) -> None:
    change(world, "partner", role=Role.FACILITATOR)
    lines = [line_of(world, name) for name in ("facilitator", "partner")]
    gate, ends = threading.Barrier(2), []

    def step_down(line: MemberLine) -> None:
        gate.wait()
        try:
            people.change_member(
                world["facilitator"],
                line.member_id,
                role=Role.PARTNER,
                title="",
                structure_id=line.structure_id,
                version=line.version,
            )
            ends.append("ok")
        except DomainError as error:
            ends.append(error.code)

    threads = [threading.Thread(target=step_down, args=(line,)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["error-last-facilitator", "ok"]
    with reading() as session:
        roles = session.scalars(
            select(Member.role).where(Member.group_id == world.group_id, Member.left_at.is_(None))
        ).all()
    assert roles.count(Role.FACILITATOR) == 1


def test_mail_addresses_are_shown_to_who_may_reset_and_to_oneself(sqlite_world: World) -> None:
    world = sqlite_world

    def seen(name: str) -> set[str]:
        lines = [line for one in service.view_structures(world[name]) for line in one.members]
        return {line.email for line in lines if line.email}

    assert len(seen("facilitator")) == 6
    for name in ("partner", "treasurer", "observer"):
        assert seen(name) == {address_of(world[name].name)}


def test_reset_is_offered_exactly_where_it_is_allowed(sqlite_world: World) -> None:
    world = sqlite_world
    for name in ("facilitator", "admin", "partner"):
        for one in service.view_structures(world[name]):
            for line in one.members:
                try:
                    accounts.make_reset_link(world[name], line.person_id)
                    allowed = True
                except NotAllowed:
                    allowed = False
                assert line.may_reset is allowed, (name, line.name)
