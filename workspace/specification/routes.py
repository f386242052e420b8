"""A version over HTTP, as a file: `GET /specification/<version id>.<pdf or docx>`.

A route of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
"""

from __future__ import annotations

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workspace.accounts.asking import hand_over
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.handout import Handout
from workspace.specification import service
from workspace.specification.words import ExportFormat

# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/specification/{version_id:uuid}.{target}", give_version, methods=["GET"])]


async def give_version(request: Request) -> Response:
    """A version as a file."""

    def make(actor: Actor) -> Handout:
        try:
            target = ExportFormat(request.path_params["target"])
        except ValueError:
            raise NotFound from None
        return service.export_version(actor, request.path_params["version_id"], target)

    return await hand_over(request, make, _makers)
