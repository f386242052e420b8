"""The budget over HTTP, as files: `GET /budget/envelopes/<id>.<csv|xlsx|pdf>`, `GET /budget/ledger/<year>.<…>`.

Routes of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
`?form=international` writes numbers and days the international way.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.envelope.export import export_envelope
from budget.ledger.export import export_year
from budget.tables import File, Form
from db.session import reading
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.kernel.handout import disposition
from workspace.kernel.messages import language_of, translate

SESSION_HEADER = "x-chemise-session"
SIGN_IN, REFUSED, MISSING = 401, 403, 404

# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [
        Route("/budget/envelopes/{envelope_id:uuid}.{target}", give_envelope, methods=["GET"]),
        Route("/budget/ledger/{year:int}.{target}", give_year, methods=["GET"]),
    ]


def _actor(request: Request) -> Actor:
    """Who asks, read from the store at each request; nobody when the session is missing or has ended."""
    try:
        session_id = UUID(request.headers.get(SESSION_HEADER, ""))
    except ValueError:
        return ANONYMOUS
    with reading() as session:
        return find_actor(session, session_id) or ANONYMOUS


async def give_envelope(request: Request) -> Response:
    """An envelope as a file; or a sentence in the person's language with 401, 403 or 404."""
    return await _give(request, export_envelope, request.path_params["envelope_id"])


async def give_year(request: Request) -> Response:
    """A year of the ledger as a file; refused as an envelope is."""
    return await _give(request, export_year, request.path_params["year"])


async def _give(request: Request, make: Callable[..., File], named: UUID | int) -> Response:
    actor = await to_thread.run_sync(_actor, request)
    language = actor.locale if actor.is_signed_in else language_of(request.headers.get("accept-language", ""))
    form = Form.INTERNATIONAL if request.query_params.get("form") == Form.INTERNATIONAL.value else Form.FRENCH
    try:
        made = await to_thread.run_sync(make, actor, named, request.path_params["target"], form, limiter=_makers)
    except NotFound:
        return _no(MISSING, language, "error-not-found")
    except NotAllowed:
        return _no(REFUSED if actor.is_signed_in else SIGN_IN, language, "error-not-allowed")
    headers = {
        "content-disposition": disposition(made.name),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(made.data, media_type=made.media_type, headers=headers)


def _no(status: int, language: str, key: str) -> Response:
    return PlainTextResponse(translate(language, key), status, {"cache-control": "no-store"})
