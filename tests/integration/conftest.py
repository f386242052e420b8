"""Two groups to act in, for every room; accounts and members have people with passwords instead."""

from __future__ import annotations

import pytest

from tests.integration.fiches.world import World, make_world


@pytest.fixture
def world(store: str) -> World:
    return make_world()


@pytest.fixture
def sqlite_world(sqlite_store: object) -> World:
    return make_world()
