"""Papers over HTTP: `GET /budget/<call, receipt or fee>/<id>.pdf`, with a check of rights at each request."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.adhesions import service as adhesions
from budget.contributions import calls
from budget.contributions.views import Paper
from db.session import reading
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import DomainError, NotAllowed, NotFound
from workspace.kernel.messages import language_of, translate

SESSION_HEADER = "x-chemise-session"
BAD, SIGN_IN, REFUSED, MISSING = 400, 401, 403, 404
Export = Callable[[Actor, UUID], Paper]

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
    return await give(request, calls.export_call)


async def give_receipt(request: Request) -> Response:
    """The receipt of a contribution."""
    return await give(request, calls.export_receipt)


async def give_fee_receipt(request: Request) -> Response:
    """The receipt of a fee."""
    return await give(request, adhesions.export_fee_receipt)


def _actor(request: Request) -> Actor:
    """Who asks, read from the store at each request; nobody when the session is missing or has ended."""
    try:
        session_id = UUID(request.headers.get(SESSION_HEADER, ""))
    except ValueError:
        return ANONYMOUS
    with reading() as session:
        return find_actor(session, session_id) or ANONYMOUS


async def give(request: Request, export: Export) -> Response:
    """A paper to be saved; or a sentence in the person's language with 4xx."""
    actor = await to_thread.run_sync(_actor, request)
    language = actor.locale if actor.is_signed_in else language_of(request.headers.get("accept-language", ""))
    try:
        made = await to_thread.run_sync(export, actor, request.path_params["paper_id"], limiter=_makers)
    except NotFound:
        return _no(MISSING, language, "error-not-found")
    except NotAllowed:
        return _no(REFUSED if actor.is_signed_in else SIGN_IN, language, "error-not-allowed")
    except DomainError as error:
        return _no(BAD, language, error.code, **error.values)
    headers = {
        "content-disposition": f'attachment; filename="{made.name}"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(made.data, media_type="application/pdf", headers=headers)


def _no(status: int, language: str, key: str, **values: str | int) -> Response:
    return PlainTextResponse(translate(language, key, **values), status, {"cache-control": "no-store"})
