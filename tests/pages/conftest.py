"""Visits of the real front door in AppTest: the frame, the services and a real store; only the handshake is given."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from budget.connections import connect
from pages.shell import session as shell_session
from pages.shell.session import VisitFacts
from tests.conftest import point_at
from workspace.accounts import service as accounts
from workspace.kernel.actor import Actor, Role
from workspace.welcome import service as welcome

PATIENCE = float(os.environ.get("CHEMISE_PATIENCE", "1"))  # more than 1 on a machine that does much else
FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
ANONYMOUS_VISIT = VisitFacts(
    session_id=None, is_loopback=True, address="127.0.0.1", language="fr", agent="Mozilla/5.0 Firefox/140.0"
)


class Visitor:
    """A browser: `facts` is its handshake, `open` loads a page with a query as a deep link does."""

    def __init__(self) -> None:
        self.facts = ANONYMOUS_VISIT

    def enter(self, role: Role) -> Actor:
        """Come in as the example's person of that role, through the real ticket and session."""
        return self.hold(welcome.enter_example(role, is_loopback=True))

    def hold(self, ticket: str) -> Actor:
        """Turn a ticket into this browser's session, as the bridge and the route do."""
        opened = accounts.open_session(ticket, agent=self.facts.agent)
        session_id = accounts.find_session(opened.token)
        assert session_id is not None
        self.facts = replace(self.facts, session_id=session_id)
        return self.actor()

    def actor(self) -> Actor:
        """Who this browser is now."""
        return shell_session.current_actor()

    def leave(self) -> None:
        """A browser without a cookie."""
        self.facts = replace(self.facts, session_id=None)

    def open(self, page: str = "", **query: str | UUID) -> AppTest:
        """Load a page; `page` is its address. Fails when the run raised."""
        app = AppTest.from_file(str(FRAME), default_timeout=20 * PATIENCE)
        for name, value in query.items():
            app.query_params[name] = str(value)
        if page:
            app.switch_page(_file_of(page))
        app.run()
        assert not app.exception, [item.value for item in app.exception]
        return app


def _file_of(page: str) -> str:
    from pages.shell.navigation import PAGES, SCREENS

    return str(next(PAGES / screen.path for screen in SCREENS if screen.url == page))


@pytest.fixture
def visitor(sqlite_store: Path, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A browser at this machine, before anything was set up."""
    # What another test's pages kept: its group may bear the same ids, as both come from one template.
    st.cache_data.clear()
    st.cache_resource.clear()
    made = Visitor()
    connect()  # as the front door does before anybody comes: the example has its budget
    monkeypatch.setattr(shell_session, "visit_facts", lambda: made.facts)
    # The frame imported the name; both must give this visitor's handshake.
    import sys

    for name, module in list(sys.modules.items()):
        if name.startswith("pages.") and getattr(module, "visit_facts", None) is not None:
            monkeypatch.setattr(module, "visit_facts", lambda: made.facts)
    return made


@pytest.fixture
def example(example_template: Path, visitor: Visitor, tmp_path: Path) -> Visitor:
    """The same browser, with the example group installed."""
    shutil.copytree(example_template, tmp_path, dirs_exist_ok=True)
    point_at(tmp_path)
    return visitor


@pytest.fixture
def entered(example: Visitor) -> Callable[[Role], Visitor]:
    """The same browser, inside the example under a role."""

    def enter(role: Role) -> Visitor:
        example.enter(role)
        return example

    return enter
