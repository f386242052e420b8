"""The budget over HTTP, as files: `GET /budget/envelopes/<id>.<csv|xlsx|pdf>`, `GET /budget/ledger/<year>.<…>`.

Routes of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
`?form=international` writes numbers and days the international way.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budget.envelope.export import export_envelope
from budget.ledger.export import export_year
from budget.tables import Form
from workspace.accounts.asking import hand_over
from workspace.kernel.handout import Handout

# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [
        Route("/budget/envelopes/{envelope_id:uuid}.{target}", give_envelope, methods=["GET"]),
        Route("/budget/ledger/{year:int}.{target}", give_year, methods=["GET"]),
    ]


async def give_envelope(request: Request) -> Response:
    """An envelope as a file."""
    return await _give(request, export_envelope, request.path_params["envelope_id"])


async def give_year(request: Request) -> Response:
    """A year of the ledger as a file."""
    return await _give(request, export_year, request.path_params["year"])


async def _give(request: Request, make: Callable[..., Handout], named: UUID | int) -> Response:
    form = Form.INTERNATIONAL if request.query_params.get("form") == Form.INTERNATIONAL.value else Form.FRENCH
    target = request.path_params["target"]
    return await hand_over(request, lambda actor: make(actor, named, target, form), _makers)
