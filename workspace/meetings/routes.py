"""The minutes over HTTP, as a file: `GET /meetings/<meeting id>.<pdf or docx>`."""

from __future__ import annotations

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workspace.accounts.asking import hand_over
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.handout import Handout
from workspace.meetings import service
from workspace.meetings.words import PaperFormat

# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/meetings/{meeting_id:uuid}.{target}", give_minutes, methods=["GET"])]


async def give_minutes(request: Request) -> Response:
    """The minutes as a file."""

    def make(actor: Actor) -> Handout:
        try:
            target = PaperFormat(request.path_params["target"])
        except ValueError:
            raise NotFound from None
        return service.export_meeting(actor, request.path_params["meeting_id"], target)

    return await hand_over(request, make, _makers)
