"""Rights at the pages: everybody who may knock, on every screen, through the real frame."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from budget.connections import connect
from pages.shell.navigation import SCREENS, Screen
from tests.integration.rights import table
from tests.integration.rights.world import WHO, World, copy_to, filled

# Pages that show one object, named by the address.
OBJECT_PAGES = {
    "fiche": lambda thing: {"fiche": thing.fiche_id},
    "historique": lambda thing: {"fiche": thing.fiche_id},
    "budget": lambda thing: {"enveloppe": thing.money.envelope_id},
    "reunion": lambda thing: {"reunion": thing.meeting.meeting_id},
    "decision": lambda thing: {"decision": thing.votes.proposal_id},
}


@pytest.fixture(scope="module")
def first_world(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> World:
    """A filled store to copy for each visitor."""
    connect()
    return filled(tmp_path_factory.mktemp("world"), sqlite_template)


@pytest.fixture
def world(first_world: World, visitor: Any, tmp_path: Path) -> World:
    copy_to(first_world, tmp_path / "filled")
    return first_world


def may_open(screen: Screen, who: str) -> bool:
    """Whether a screen shows its content: members everywhere but on the administrators' page."""
    if screen.public:
        return True
    if screen.admin:
        return who == "admin"
    if screen.url == "compte":
        return who != "anonymous"
    return who not in {"anonymous", "removed", "admin"}


@pytest.mark.parametrize("who", WHO)
def test_every_screen_opens_for_whom_it_should(visitor: Any, world: World, who: str) -> None:
    visitor.facts = replace(visitor.facts, session_id=world.actors[who].session_id)
    for screen in SCREENS:
        distances = ("own", "other structure", "other group") if screen.url in OBJECT_PAGES else ("page",)
        for distance in distances:
            query = {} if distance == "page" else OBJECT_PAGES[screen.url](world.things[distance])
            app = visitor.open("" if screen.default else screen.url, **query)
            shown = _content_of_others(app, world, who)
            assert not shown, f"{who} reads {shown} on {screen.url}"
            if not may_open(screen, who) and who != "anonymous":
                told = [*app.error, *app.warning, *app.info]
                assert told, f"{who} is not told anything on {screen.url}"
            table.note("page", screen.url, who, distance)


def _content_of_others(app: Any, world: World, who: str) -> list[str]:
    """Names of a group that this visitor must never read."""
    first, second = ("Fiche own", "Fiche other-structure", "Hôte"), ("Fiche other-group", "Ailleurs")
    forbidden = {
        "anonymous": first + second, "removed": first + second, "admin": first + second, "stranger": first,
    }.get(who, second)  # fmt: skip
    said = str(app.main) + str(app.sidebar)
    return [name for name in forbidden if name in said]
