"""Public forms count who comes: each test begins anew."""

from __future__ import annotations

import pytest

from workspace.questionnaires import routes


@pytest.fixture(autouse=True)
def calm() -> None:
    """No count of another test."""
    routes.flood.forget()
