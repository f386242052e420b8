"""Reads that the shell makes at each run."""

from __future__ import annotations

from uuid import UUID

from db.session import glancing
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import Actor


def actor_of_session(session_id: UUID) -> Actor | None:
    """Who acts through a session now; None when it has ended."""
    with glancing() as connection:
        return find_actor(connection, session_id)
