"""Two groups to act in."""

from __future__ import annotations

import pytest

from tests.integration.fiches.world import World, make_world


@pytest.fixture
def world(store: str) -> World:
    return make_world()
