"""Rights: the table of docs/rights.md, the declared policies and what the use cases do are one and the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import JournalEntry
from db.session import engine, reading
from tests.conftest import point_at
from tests.integration.rights import table
from tests.integration.rights.acts import DOINGS
from tests.integration.rights.world import WHO, Thing, World, make_world
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.welcome import service as welcome

ROWS = table.rows()


def test_every_operation_has_a_row_and_every_row_an_operation() -> None:
    assert set(ROWS) == set(table.policies())


def test_every_operation_is_done_by_the_matrix() -> None:
    assert set(DOINGS) == set(table.policies())


@pytest.mark.parametrize("operation", sorted(ROWS))
def test_table_says_what_the_policy_says(operation: str) -> None:
    policy = table.policies()[operation]
    said = {role: getattr(policy, role).value.replace("none", "no") for role in table.COLUMNS[:4]}
    said["admin"] = "yes" if policy.admin else "no"
    said["signed-in"] = "self" if policy.signed_in else "no"
    said["public"] = "yes" if policy.public else "no"
    assert ROWS[operation].cells == said


@pytest.fixture(scope="module")
def first_world(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> World:
    """A filled store to copy for each cell."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    world = make_world(folder)
    driver = engine().raw_connection()
    driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    engine().dispose()
    return world


@pytest.fixture
def world(first_world: World, tmp_path: Path) -> Iterator[World]:
    """A store of one's own, filled."""
    shutil.copy(first_world.pictures / "chemise.db", tmp_path / "chemise.db")
    shutil.copytree(first_world.pictures / "pictures", tmp_path / "pictures")
    point_at(tmp_path)
    yield first_world
    point_at(tmp_path)


CELLS = [
    (operation, who, distance) for operation, doing in DOINGS.items() for who in WHO for distance in doing.distances
]


@pytest.mark.parametrize(("operation", "who", "distance"), CELLS)
def test_use_case_gives_what_the_table_gives(world: World, operation: str, who: str, distance: str) -> None:
    actor = world.actors[who]
    thing = _thing(world, actor, distance)
    row = ROWS[operation]
    for act in DOINGS[operation].acts:
        before = _journal_size()
        # Somebody without a group has none of their own to enter.
        nothing_own = operation == "switch_group" and actor.group_id is None
        if table.expected(row, who, distance) and not nothing_own:
            act(world, actor, thing)
        elif operation == "note_visit" and not actor.is_member:
            act(world, actor, thing)  # a person without a group: nothing to remember, and nothing written
            assert _journal_size() == before
        else:
            with pytest.raises((NotAllowed, NotFound)):
                act(world, actor, thing)
            if operation != "text_unlock":  # there the facilitator locks first, which is journaled
                assert _journal_size() == before
    table.note("operation", operation, who, distance)


def _thing(world: World, actor: Actor, distance: str) -> Thing:
    """The object to act on; for persons, the actor's own session and group, or somebody else's."""
    if distance in world.things:
        return world.things[distance]
    if distance == "other person":
        return world.things["own" if actor.group_id != world.things["own"].group_id else "other group"]
    thing = world.things["own"]
    if distance == "self" and actor.session_id is not None:
        return replace(thing, session_id=actor.session_id, group_id=actor.group_id or thing.group_id)
    return thing


def _journal_size() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(JournalEntry)) or 0


def test_public_operations_of_the_first_visit_are_closed_to_other_machines(world: World) -> None:
    with pytest.raises(NotAllowed):
        welcome.install_example(is_loopback=False)
    with pytest.raises(NotAllowed):
        welcome.enter_example(welcome.ENTER_ROLES[0], is_loopback=False)
    for who in WHO:
        if who == "admin":
            continue
        with pytest.raises(NotAllowed):
            welcome.remove_example(world.actors[who], is_loopback=False)
    from tests.integration.rights.acts import _founding

    with pytest.raises(RuleBroken) as refused:
        welcome.set_up(_founding(), is_loopback=False, typed_code="BBBB", code="AAAA", address="192.0.2.1")
    assert refused.value.code == "error-setup-code"


def test_pair_of_ids_from_two_groups_is_refused(world: World) -> None:
    """Rights on the object are not enough: what it is tied to must be the group's too."""
    from workspace.fiches import service as fiches
    from workspace.fiches.words import FicheDraft
    from workspace.kernel.actor import Role
    from workspace.members import people

    chief, own, away = world.actors["facilitator"], world.things["own"], world.things["other group"]
    with pytest.raises(NotFound):
        fiches.create_fiche(chief, FicheDraft(title="x", structure_ids=(away.structure_id,)))
    with pytest.raises(NotFound):
        fiches.move_fiche(chief, away.fiche_id, 1)
    with pytest.raises(NotFound):
        people.change_member(
            chief, own.member_id, role=Role.PARTNER, title="", structure_id=away.structure_id, version=1
        )
    with pytest.raises(NotFound):
        people.invite(chief, away.structure_id, name="x", email="", role=Role.PARTNER)


def test_partner_gives_no_role_above_their_own(world: World) -> None:
    from workspace.kernel.actor import Role
    from workspace.members import people

    for role in (Role.FACILITATOR, Role.TREASURER):
        with pytest.raises(NotAllowed):
            people.invite(world.actors["partner"], world.things["own"].structure_id, name="x", email="", role=role)


def test_reset_link_of_an_administrator_is_for_administrators(world: World) -> None:
    from workspace.accounts.service import make_reset_link

    with pytest.raises((NotAllowed, NotFound)):
        make_reset_link(world.actors["facilitator"], world.actors["admin"].person_id)
