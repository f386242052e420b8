"""Fiches over HTTP, as files: `GET /export/fiches.<suffix>` and `GET /export/fiches/<id>.<suffix>`.

A route of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
"""

from __future__ import annotations

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workspace.accounts.asking import hand_over
from workspace.exchange import service
from workspace.exchange.words import Target
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.handout import Handout

# A typesetter takes 200 MB for the fiches of a large group: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [
        Route("/export/fiches.{target}", give_fiches, methods=["GET"]),
        Route("/export/fiches/{fiche_id:uuid}.{target}", give_fiches, methods=["GET"]),
    ]


async def give_fiches(request: Request) -> Response:
    """One fiche, or all of them, as a file."""

    def make(actor: Actor) -> Handout:
        try:
            target = Target(request.path_params["target"])
        except ValueError:
            raise NotFound from None
        return service.export_fiches(actor, target, request.path_params.get("fiche_id"))

    return await hand_over(request, make, _makers)
