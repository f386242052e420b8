"""Invitations: who may make one, what it opens, once, and for whom."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.models import Invitation, Member, Person
from db.session import reading, unit_of_work
from tests.integration.accounts.world import PASSWORD, World, address_of, now_as
from workspace.accounts import service as accounts
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken, TooManyAttempts
from workspace.members import people, service
from workspace.members.mails import send_invitation

NEW = "une phrase pour entrer"


def invite(world: World, *, by: str = "partner", role: Role = Role.PARTNER, email: str = "") -> str:
    return people.invite(world[by], world.a, name="Zoé", email=email, role=role).token


def accept(token: str, *, email: str = "zoe@exemple.org", password: str = NEW) -> Actor:
    ticket = people.accept_invitation(token, name="Zoé", email=email, password=password, locale="fr")
    session_id = accounts.find_session(accounts.open_session(ticket, agent="").token)
    assert session_id is not None
    actor = now_as(Actor(session_id=session_id))
    assert actor is not None
    return actor


def count(table: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def dead(token: str) -> None:
    for call in (lambda: people.find_invitation(token), lambda: accept(token)):
        with pytest.raises(NotFound, match="error-link-dead"):
            call()


def test_link_says_what_it_opens_and_lets_one_person_in(world: World) -> None:
    made = people.invite(world["facilitator"], world.a, name=" Zoé ", email="ZOE@exemple.org ", role=Role.TREASURER)
    target = people.find_invitation(made.token)
    assert (target.name, target.email, target.group_name, target.structure_name, target.role) == (
        "Zoé",
        "zoe@exemple.org",
        "Accompagner 13",
        "Inter-Made",
        Role.TREASURER,
    )
    actor = accept(made.token)
    assert (actor.group_id, actor.structure_id, actor.role) == (world.group_id, world.a, Role.TREASURER)
    dead(made.token)


def test_link_is_kept_as_a_hash_only(sqlite_world: World) -> None:
    world = sqlite_world
    token = invite(world)
    with reading() as session:
        row = session.scalars(select(Invitation)).one()
        assert token not in {str(value) for value in vars(row).values()}


@pytest.mark.parametrize(
    "values",
    [
        {"expires_at": utc_now() - timedelta(seconds=1)},
        {"used_at": utc_now()},
        {"revoked_at": utc_now()},
    ],
    ids=["expired", "used", "revoked"],
)
def test_link_that_is_over_opens_nothing(sqlite_world: World, values: dict[str, object]) -> None:
    world = sqlite_world
    token = invite(world)
    with unit_of_work() as session:
        session.execute(update(Invitation).values(**values))
    before = count(Person)
    dead(token)
    assert count(Person) == before


def test_link_that_never_was_opens_nothing(sqlite_world: World) -> None:
    dead("jamais-fait")
    dead("")


def test_revoking_closes_the_link_and_empties_the_list(world: World) -> None:
    token = invite(world)
    line = people.view_invitations(world["partner"])[0]
    people.revoke_invitation(world["partner"], line.invitation_id)
    assert people.view_invitations(world["facilitator"]) == []
    dead(token)


def test_link_of_a_structure_that_left_opens_nothing_and_is_not_listed(world: World) -> None:
    token = invite(world)
    service.leave_structure(world["facilitator"], world.a)
    assert people.view_invitations(world["facilitator"]) == []
    dead(token)


def test_known_address_needs_that_accounts_password(world: World) -> None:
    token = people.invite(world["stranger"], world.far, name="B", email="", role=Role.PARTNER).token
    with pytest.raises(RuleBroken, match="error-sign-in"):
        accept(token, email=address_of("Benjamin"), password=NEW)
    actor = accept(token, email=address_of("Benjamin").upper(), password=PASSWORD)
    assert actor.person_id == world["partner"].person_id
    dead(token)


def test_guesses_through_a_link_are_limited(sqlite_world: World) -> None:
    world = sqlite_world
    token = people.invite(world["stranger"], world.far, name="B", email="", role=Role.PARTNER).token
    for _ in range(10):
        with pytest.raises(RuleBroken, match="error-sign-in"):
            accept(token, email=address_of("Benjamin"), password=NEW)
    with pytest.raises(TooManyAttempts):
        accept(token, email=address_of("Benjamin"), password=PASSWORD)


def test_member_who_uses_a_link_of_their_own_group_is_told_and_the_link_lives_on(world: World) -> None:
    token = invite(world)
    with pytest.raises(RuleBroken, match="error-already-member"):
        accept(token, email=address_of("Amanda"), password=PASSWORD)
    accept(token)


def test_weak_password_leaves_the_link_usable(sqlite_world: World) -> None:
    world = sqlite_world
    token = invite(world)
    with pytest.raises(RuleBroken, match="error-password-short"):
        accept(token, password="court")
    accept(token)


def together(calls: list) -> list[str]:
    """What each of the calls, made at the same moment, ended in."""
    ends: list[str] = []
    gate = threading.Barrier(len(calls))

    def run(call) -> None:
        gate.wait()
        try:
            call()
            ends.append("ok")
        except DomainError as error:
            ends.append(error.code)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


def test_four_at_once_through_one_link_make_one_member(world: World) -> None:
    token = invite(world)
    members, persons = count(Member), count(Person)
    ends = together([lambda n=n: accept(token, email=f"zoe{n}@exemple.org") for n in range(4)])
    assert ends == ["error-link-dead"] * 3 + ["ok"]
    assert (count(Member), count(Person)) == (members + 1, persons + 1)


def test_four_links_to_one_new_address_at_once_make_one_person(world: World) -> None:
    tokens = [invite(world) for _ in range(4)]
    members, persons = count(Member), count(Person)
    ends = together([lambda token=token: accept(token) for token in tokens])
    assert ends.count("ok") == 1
    assert set(ends) <= {"ok", "error-email-taken", "error-already-member"}
    assert (count(Member), count(Person)) == (members + 1, persons + 1)


@pytest.mark.parametrize("by", ["partner", "treasurer", "partner_b"])
@pytest.mark.parametrize("role", list(Role))
def test_partners_invite_for_their_own_structure_and_two_roles_only(sqlite_world: World, by: str, role: Role) -> None:
    own = sqlite_world[by].structure_id == sqlite_world.a
    fits = role in (Role.PARTNER, Role.OBSERVER)
    if own and fits:
        invite(sqlite_world, by=by, role=role)
    else:
        with pytest.raises(NotAllowed):
            invite(sqlite_world, by=by, role=role)


def test_observer_and_stranger_invite_nobody(sqlite_world: World) -> None:
    world = sqlite_world
    with pytest.raises(NotAllowed):
        invite(world, by="observer")
    with pytest.raises(NotFound):
        invite(world, by="stranger")
    assert count(Invitation) == 0


def test_invitations_are_seen_and_revoked_within_reach_only(sqlite_world: World) -> None:
    world = sqlite_world
    invite(world)
    line = people.view_invitations(world["partner"])[0]
    for name in ("facilitator", "treasurer"):
        assert [one.invitation_id for one in people.view_invitations(world[name])] == [line.invitation_id]
    for name in ("partner_b", "observer", "stranger"):
        assert people.view_invitations(world[name]) == []
    with pytest.raises(NotAllowed):
        people.revoke_invitation(world["partner_b"], line.invitation_id)
    with pytest.raises(NotFound):
        people.revoke_invitation(world["stranger"], line.invitation_id)
    assert people.view_invitations(world["partner"]) == [line]


def test_without_smtp_nothing_is_said_to_be_mailed(sqlite_world: World) -> None:
    world = sqlite_world
    made = people.invite(world["partner"], world.a, name="Zoé", email="zoe@exemple.org", role=Role.PARTNER)
    assert send_invitation(world["partner"], made) is False
    assert people.view_invitations(world["partner"])[0].mailed is False
