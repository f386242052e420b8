"""A document received, over HTTP: `GET /budget/document/<id>`, always to be saved, never to be shown in place.

A route of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
"""

from __future__ import annotations

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budget.documents import service
from workspace.accounts.asking import hand_over
from workspace.kernel.actor import Actor
from workspace.kernel.handout import Handout

# A document is ten megabytes at most, and is held whole while it leaves.
_readers = CapacityLimiter(4)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/budget/document/{document_id:uuid}", give_document, methods=["GET"])]


async def give_document(request: Request) -> Response:
    """The file as it came. It is somebody else's: a browser that shows it all the same runs nothing of it."""

    def make(actor: Actor) -> Handout:
        file = service.view_document(actor, request.path_params["document_id"])
        return Handout(name=file.name, media_type=file.media_type, data=file.content)

    response = await hand_over(request, make, _readers)
    response.headers["content-security-policy"] = "sandbox; default-src 'none'"
    return response
