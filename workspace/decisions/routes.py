"""Decisions over HTTP: the count as JSON and CSV, the procès-verbal as PDF, for the group's own people.

`GET /decisions/<id>/<round>/decision.json`, `…/bulletins.csv`, `…/proces-verbal.pdf`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.session import reading
from workspace.accounts.asking import MISSING, NO_STORE, REFUSED, asker, give
from workspace.decisions import export
from workspace.fiches.queries import get_zone
from workspace.kernel.actor import Actor
from workspace.kernel.errors import DomainError, NotFound
from workspace.kernel.handout import CSV, PDF, Handout

# Typst takes a core for a tenth of a second: two pages at a time, the others wait.
_printers = CapacityLimiter(2)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    path = "/decisions/{proposal_id:uuid}/{round:int}"
    return [
        Route(f"{path}/decision.json", give_json, methods=["GET"]),
        Route(f"{path}/bulletins.csv", give_csv, methods=["GET"]),
        Route(f"{path}/proces-verbal.pdf", give_minutes, methods=["GET"]),
    ]


async def _given(request: Request, name: str, media: str, make: Callable[[dict[str, Any], Actor], bytes]) -> Response:
    """The file, or an empty answer to whoever may not have it."""

    def work() -> bytes:
        actor = asker(request)
        return make(
            export.export_decision(actor, request.path_params["proposal_id"], request.path_params["round"]), actor
        )

    try:
        body = await to_thread.run_sync(work, limiter=_printers)
    except DomainError as error:
        status = MISSING if isinstance(error, NotFound) else REFUSED
        return Response(status_code=status, headers=NO_STORE)
    return give(Handout(name=name, media_type=media, data=body))


async def give_json(request: Request) -> Response:
    """Rule, roll and ballots, from which anybody can count again."""

    def make(data: dict[str, Any], _actor: Actor) -> bytes:
        return json.dumps(data, ensure_ascii=False, indent=1).encode()

    return await _given(request, "decision.json", "application/json", make)


async def give_csv(request: Request) -> Response:
    """The ballots as a table."""

    def make(data: dict[str, Any], _actor: Actor) -> bytes:
        return export.as_csv(data)

    return await _given(request, "bulletins.csv", CSV, make)


async def give_minutes(request: Request) -> Response:
    """The procès-verbal of a round that is closed, in the reader's language."""

    def make(data: dict[str, Any], actor: Actor) -> bytes:
        from workspace.decisions.minutes import make_minutes  # Typst is loaded by the first who prints

        if data["outcome"] is None or actor.group_id is None:
            raise NotFound
        with reading() as session:
            zone = get_zone(session, actor.group_id)
        return make_minutes(data, actor.locale, zone)

    return await _given(request, "proces-verbal.pdf", PDF, make)
