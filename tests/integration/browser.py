"""A browser in front of routes alone: its requests carry what the house's middleware would have added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import anyio
import httpx
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from db.models import SignInSession
from db.session import unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now


def open_session(actor: Actor) -> UUID:
    """A sign-in of a day, whose cookie nobody holds."""
    now = utc_now()
    with unit_of_work() as session:
        row = SignInSession(
            token_hash=uuid4().hex,
            person_id=actor.person_id,
            group_id=actor.group_id,
            created_at=now,
            last_seen_at=now,
            expires_at=now + timedelta(days=1),
        )
        session.add(row)
        session.flush()
        return row.id


def signed(actor: Actor) -> dict[str, str]:
    """The header that the middleware adds to each request of this person."""
    return {"x-chemise-session": str(open_session(actor))}


class Browser:
    """Asks routes, without a server."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self.app = Starlette(routes=routes)

    def _ask(self, method: str, path: str, **options: object) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://chemise.test") as browser:
                return await browser.request(method, path, **options)

        return anyio.run(ask)

    def get(self, path: str, **options: object) -> httpx.Response:
        return self._ask("GET", path, **options)

    def post(self, path: str, **options: object) -> httpx.Response:
        return self._ask("POST", path, **options)
