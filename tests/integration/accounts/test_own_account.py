"""One's own account: password, reset link, sessions, language, groups, data."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select, update
from starlette.applications import Starlette

from db.models import JournalEntry, OneTimeToken, Person, SignInSession
from db.session import reading, unit_of_work
from tests.integration.accounts.world import PASSWORD, World, address_of, another_session, now_as, sign_in
from workspace.accounts import rules, service
from workspace.accounts.export import export_my_data
from workspace.accounts.routes import routes
from workspace.kernel.actor import ANONYMOUS, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, TooManyAttempts
from workspace.members import store as members_store

NEW = "une autre phrase à soi"


def test_changing_the_password_ends_every_other_session(world: World) -> None:
    actor = world["partner"]
    elsewhere, colleague = another_session(actor), world["partner_b"]
    service.change_password(actor, PASSWORD, NEW)
    assert now_as(actor) is not None
    assert now_as(elsewhere) is None
    assert now_as(colleague) is not None
    sign_in("Benjamin", NEW)
    with pytest.raises(RuleBroken, match="error-sign-in"):
        sign_in("Benjamin", PASSWORD)


def test_changing_the_password_needs_the_current_one_and_counts_guesses(sqlite_world: World) -> None:
    world = sqlite_world
    actor = world["partner"]
    for _ in range(rules.GUESSES_PER_PERSON_AND_ADDRESS):
        with pytest.raises(RuleBroken, match="error-password-current"):
            service.change_password(actor, "pas le bon du tout", NEW)
    with pytest.raises(TooManyAttempts):
        service.change_password(actor, PASSWORD, NEW)
    sign_in("Benjamin", PASSWORD)


def test_reset_link_serves_once_and_ends_all_sessions(world: World) -> None:
    token = service.make_reset_link(world["facilitator"], world["partner"].person_id)
    assert service.find_reset(token).name == "Benjamin"
    service.reset_password(token, NEW)
    assert now_as(world["partner"]) is None
    sign_in("Benjamin", NEW)
    for call in (lambda: service.find_reset(token), lambda: service.reset_password(token, "encore une autre phrase")):
        with pytest.raises(NotFound, match="error-link-dead"):
            call()


def test_reset_link_dies_when_a_newer_one_is_made_or_its_hour_is_over(world: World) -> None:
    first = service.make_reset_link(world["facilitator"], world["partner"].person_id)
    second = service.make_reset_link(world["facilitator"], world["partner"].person_id)
    with pytest.raises(NotFound, match="error-link-dead"):
        service.find_reset(first)
    with unit_of_work() as session:
        session.execute(update(OneTimeToken).values(expires_at=utc_now() - timedelta(seconds=1)))
    with pytest.raises(NotFound, match="error-link-dead"):
        service.reset_password(second, NEW)


def test_weak_password_leaves_the_reset_link_usable(sqlite_world: World) -> None:
    world = sqlite_world
    token = service.make_reset_link(world["facilitator"], world["partner"].person_id)
    with pytest.raises(RuleBroken, match="error-password-short"):
        service.reset_password(token, "court")
    service.reset_password(token, NEW)


@pytest.mark.parametrize("name", ["partner", "treasurer", "observer"])
def test_only_facilitator_and_administrator_make_reset_links(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    with pytest.raises(NotAllowed):
        service.make_reset_link(world[name], world["partner_b"].person_id)
    service.make_reset_link(world["admin"], world["partner_b"].person_id)


def test_reset_link_never_crosses_groups_nor_reaches_an_administrator(world: World) -> None:
    facilitator = world["facilitator"]
    for unknown in (world["stranger"].person_id, uuid4()):
        with pytest.raises(NotFound):
            service.make_reset_link(facilitator, unknown)
    with pytest.raises(NotAllowed, match="error-reset-admin"):
        service.make_reset_link(facilitator, world["admin"].person_id)
    with unit_of_work() as session:
        members_store.add_member(
            session,
            group_id=world.far_group_id,
            person_id=world["partner"].person_id,
            structure_id=world.far,
            role=Role.PARTNER,
        )
    with pytest.raises(NotAllowed, match="error-reset-elsewhere"):
        service.make_reset_link(facilitator, world["partner"].person_id)
    service.make_reset_link(world["admin"], world["partner"].person_id)


def test_asking_a_reset_tells_nothing_and_is_limited(sqlite_world: World) -> None:
    assert service.ask_reset("personne@exemple.org", address="192.0.2.1") is None
    found = service.ask_reset(f" {address_of('Benjamin').upper()} ", address="192.0.2.1")
    assert found is not None
    assert (found[0], found[2]) == (address_of("Benjamin"), "fr")
    for _ in range(2):
        service.ask_reset(address_of("Benjamin"), address="198.51.100.1")
    with pytest.raises(TooManyAttempts):
        service.ask_reset(address_of("Benjamin"), address="203.0.113.1")


def test_sessions_are_listed_for_their_owner_only(sqlite_world: World) -> None:
    world = sqlite_world
    actor = world["partner"]
    elsewhere = another_session(actor)
    lines = service.list_sessions(actor)
    assert {line.session_id: line.is_current for line in lines} == {
        actor.session_id: True,
        elsewhere.session_id: False,
    }
    with pytest.raises(NotAllowed):
        service.list_sessions(ANONYMOUS)


def test_one_session_ends_and_anothers_is_not_found(world: World) -> None:
    actor, colleague = world["partner"], world["partner_b"]
    elsewhere = another_session(actor)
    service.end_session(actor, elsewhere.session_id)
    assert now_as(elsewhere) is None
    assert now_as(actor) is not None
    for foreign in (colleague.session_id, uuid4()):
        with pytest.raises(NotFound):
            service.end_session(actor, foreign)
    assert now_as(colleague) is not None


def test_all_other_sessions_end_and_the_current_one_stays(world: World) -> None:
    actor = world["partner"]
    others = [another_session(actor) for _ in range(3)]
    assert service.end_other_sessions(actor) == 3
    assert now_as(actor) is not None
    assert [now_as(other) for other in others] == [None] * 3
    assert now_as(world["partner_b"]) is not None
    with pytest.raises(NotAllowed):
        service.end_other_sessions(ANONYMOUS)


def test_session_left_unused_for_a_week_is_no_longer_listed(sqlite_world: World) -> None:
    world = sqlite_world
    actor = world["partner"]
    old = another_session(actor)
    with unit_of_work() as session:
        session.execute(
            update(SignInSession)
            .where(SignInSession.id == old.session_id)
            .values(last_seen_at=utc_now() - rules.SESSION_IDLE - timedelta(minutes=1))
        )
    assert [line.session_id for line in service.list_sessions(actor)] == [actor.session_id]


def test_name_and_language_change_together(sqlite_world: World) -> None:
    world = sqlite_world
    actor = world["partner"]
    service.change_profile(actor, name=" Benjamin  Né ", locale="en")
    now = now_as(actor)
    assert now is not None
    assert (now.name, now.locale) == ("Benjamin Né", "en")
    with pytest.raises(RuleBroken, match="error-language"):
        service.change_profile(actor, locale="de")
    with pytest.raises(RuleBroken, match="error-too-long"):
        service.change_profile(actor, name="x" * 500)


def test_switching_groups_takes_effect_in_this_session_only(world: World) -> None:
    actor = world["partner"]
    with pytest.raises(NotFound):
        service.switch_group(actor, world.far_group_id)
    with unit_of_work() as session:
        members_store.add_member(
            session,
            group_id=world.far_group_id,
            person_id=actor.person_id,
            structure_id=world.far,
            role=Role.OBSERVER,
        )
    elsewhere = another_session(actor)
    service.switch_group(actor, world.far_group_id)
    here, there = now_as(actor), now_as(elsewhere)
    assert here is not None
    assert there is not None
    assert (here.group_id, here.role) == (world.far_group_id, Role.OBSERVER)
    assert there.group_id == world.group_id


def test_export_holds_me_and_neither_secrets_nor_others(world: World) -> None:
    actor = world["partner"]
    service.change_profile(world["partner_b"], name="Amanda Secrète")
    held = export_my_data(actor)
    written = json.dumps(held)
    assert held["person"]["email"] == address_of("Benjamin")
    assert [one["structure"] for one in held["memberships"]] == ["Inter-Made"]
    assert len(held["sessions"]) == 1
    assert held["journal"][-1]["operation"] == "export_my_data"
    with reading() as session:
        person = session.get_one(Person, actor.person_id)
        token_hash = session.scalar(select(SignInSession.token_hash).where(SignInSession.person_id == person.id))
    for secret in (person.password_hash, token_hash, "Amanda", "argon2"):
        assert secret not in written
    with pytest.raises(NotAllowed):
        export_my_data(ANONYMOUS)


def get_data(headers: dict[str, str]) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=routes()))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/session/data", headers=headers)

    return asyncio.run(ask())


def test_export_route_answers_the_session_it_was_given_and_nobody_else(sqlite_world: World) -> None:
    world = sqlite_world
    assert get_data({}).status_code == 401
    assert get_data({"x-chemise-session": str(uuid4())}).status_code == 401
    answer = get_data({"x-chemise-session": str(world["partner"].session_id)})
    assert answer.status_code == 200
    assert answer.json()["person"]["name"] == "Benjamin"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment")
    with reading() as session:
        asked = session.scalars(select(JournalEntry).where(JournalEntry.operation == "export_my_data")).all()
    assert len(asked) == 1


def test_stale_actor_value_gives_no_access_to_anothers_account(sqlite_world: World) -> None:
    world = sqlite_world
    forged = replace(world["partner"], person_id=world["partner_b"].person_id)
    with pytest.raises(NotFound):
        service.end_session(forged, world["partner"].session_id)
