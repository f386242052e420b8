"""A store that is read-only or full: a named refusal, nothing half written, reading goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from db import session as db_session
from tests.integration.welcome.test_first_visit import enter, found
from workspace.accounts import service as accounts
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StoreUnavailable
from workspace.members import service as members
from workspace.members.words import StructureDraft


def fill(actor: Actor) -> None:
    """Write until the store refuses; a full one still has room in its last pages."""
    for number in range(2000):
        members.create_structure(actor, StructureDraft(name=f"Une autre {number}", presentation="x" * 1500))


@pytest.mark.parametrize("pragma", ["query_only=ON", "max_page_count=1"], ids=["read-only", "full"])
def test_write_is_refused_with_a_name_and_reading_goes_on(sqlite_store: Path, pragma: str) -> None:
    actor = enter(found())
    engine = db_session.engine()
    engine.dispose()

    def squeeze(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    event.listen(engine, "connect", squeeze)
    with pytest.raises(StoreUnavailable):
        fill(actor)
    assert members.view_group(actor).name == "Groupe du Var"
    assert accounts.view_profile(actor).name == "A. B."
    event.remove(engine, "connect", squeeze)
    engine.dispose()
    members.create_structure(actor, StructureDraft(name="Après"))
    assert "Après" in [one.draft.name for one in members.view_structures(actor)]
