"""Papers over HTTP: `GET /budget/<call, receipt or fee>/<id>.pdf`, with a check of rights at each request."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budget.adhesions import service as adhesions
from budget.contributions import calls
from workspace.accounts.asking import hand_over
from workspace.kernel.actor import Actor
from workspace.kernel.handout import Handout

# Typesetting takes tens of megabytes: one paper at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [
        Route("/budget/call/{paper_id:uuid}.pdf", give_call, methods=["GET"]),
        Route("/budget/receipt/{paper_id:uuid}.pdf", give_receipt, methods=["GET"]),
        Route("/budget/fee/{paper_id:uuid}.pdf", give_fee_receipt, methods=["GET"]),
    ]


async def give_call(request: Request) -> Response:
    """The letter of a call."""
    return await _give(request, calls.export_call)


async def give_receipt(request: Request) -> Response:
    """The receipt of a contribution."""
    return await _give(request, calls.export_receipt)


async def give_fee_receipt(request: Request) -> Response:
    """The receipt of a fee."""
    return await _give(request, adhesions.export_fee_receipt)


async def _give(request: Request, export: Callable[[Actor, UUID], Handout]) -> Response:
    return await hand_over(request, lambda actor: export(actor, request.path_params["paper_id"]), _makers)
