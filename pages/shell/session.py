"""Who visits: facts that our middleware put on the websocket, and the actor read from the database at every run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from workspace.accounts.visits import actor_of_session
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.messages import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """What the handshake says; nothing here can be set by a client."""

    session_id: UUID | None
    is_loopback: bool
    address: str
    language: str
    agent: str

    @property
    def is_phone(self) -> bool:
        """Whether the browser says that it is a phone's: all of them say « Mobi » somewhere."""
        return "Mobi" in self.agent


def visit_facts() -> VisitFacts:
    """The facts of this websocket. Tests replace this one function."""
    facts = st.user.to_dict()
    session = facts.get("session")
    return VisitFacts(
        session_id=UUID(session) if isinstance(session, str) and session else None,
        is_loopback=facts.get("loopback") == "1",
        address=str(facts.get("address") or ""),
        language=str(facts.get("language") or LANGUAGES[0]),
        agent=str(facts.get("agent") or ""),
    )


_of_this_run: ContextVar[Actor | None] = ContextVar("actor", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """Read the actor once for the whole of a page's run; the run of a part alone reads it for itself."""
    token = _of_this_run.set(_read_actor())
    try:
        yield
    finally:
        _of_this_run.reset(token)


def current_actor() -> Actor:
    """Who acts in this run; read at each run, so that a right that was taken away is gone at the next click."""
    return _of_this_run.get() or _read_actor()


def _read_actor() -> Actor:
    facts = visit_facts()
    if facts.session_id is None:
        return ANONYMOUS
    return actor_of_session(facts.session_id) or ANONYMOUS


def require_actor() -> Actor:
    """A member, or the run stops with a sentence: first line of each page."""
    actor = current_actor()
    if not actor.is_member:
        st.error(t("shell-sign-in-again"))
        st.stop()
    return actor


def require_person() -> Actor:
    """Somebody signed in, member or not: for Mon compte and the installation page."""
    actor = current_actor()
    if not actor.is_signed_in:
        st.error(t("shell-sign-in-again"))
        st.stop()
    return actor
