"""Rights: the table of docs/rights.md, the declared policies and what the use cases do are one and the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import JournalEntry
from db.session import reading
from tests.integration.rights import table
from tests.integration.rights.acts import DOINGS, WITH_EXAMPLE
from tests.integration.rights.world import WHO, Thing, World, close, copy_to, filled
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
    return filled(tmp_path_factory.mktemp("world"), sqlite_template)


class Stage:
    """The store that the cells act in, taken anew after each cell that wrote anything: most are refusals."""

    def __init__(self, first: World, factory: pytest.TempPathFactory) -> None:
        self._first, self._factory = first, factory
        self._folder: Path | None = None
        self._watch: sqlite3.Connection | None = None
        self._version = 0

    def set(self) -> World:
        """The world as it was filled."""
        if self._folder is None or os.environ["CHEMISE_DATA"] != str(self._folder) or self._seen() != self._version:
            self.close()
            self._folder = self._factory.mktemp("cell")
            copy_to(self._first, self._folder)
            self._watch = sqlite3.connect(self._folder / "chemise.db")
            self._version = self._seen()
        return self._first

    def _seen(self) -> int:
        """What changes whenever somebody else has written: https://sqlite.org/pragma.html#pragma_data_version."""
        assert self._watch is not None
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        if self._watch is not None and self._folder is not None:
            self._watch.close()
            shutil.rmtree(self._folder)


@pytest.fixture(scope="module")
def stage(first_world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(first_world, tmp_path_factory)
    yield made
    made.close()


@pytest.fixture(scope="module")
def stage_with_example(first_world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The same with the example beside the two groups, installed once: eight times would be a minute."""
    folder = tmp_path_factory.mktemp("world-example")
    copy_to(first_world, folder)
    welcome.install_example(is_loopback=True)
    close()
    made = Stage(replace(first_world, pictures=folder), tmp_path_factory)
    yield made
    made.close()


@pytest.fixture
def world(stage: Stage) -> World:
    """A filled store."""
    return stage.set()


CELLS = [(operation, distance) for operation, doing in DOINGS.items() for distance in doing.distances]


@pytest.mark.parametrize(("operation", "distance"), CELLS)
def test_use_case_gives_what_the_table_gives(
    request: pytest.FixtureRequest, stage: Stage, operation: str, distance: str
) -> None:
    here: Stage = request.getfixturevalue("stage_with_example") if operation in WITH_EXAMPLE else stage
    for who in WHO:
        _cell(here.set(), operation, who, distance)


def _cell(world: World, operation: str, who: str, distance: str) -> None:
    """One person acts on one object; there are 7,000 of these, too many to be a test each."""
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
