"""A document received, over HTTP: `GET /budget/document/<id>`, always to be saved, never to be shown in place.

A route of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
"""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.documents import service
from db.session import reading
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.kernel.messages import language_of, translate

SESSION_HEADER = "x-chemise-session"
SIGN_IN, REFUSED, MISSING = 401, 403, 404


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/budget/document/{document_id:uuid}", give_document, methods=["GET"])]


def _actor(request: Request) -> Actor:
    """Who asks, read from the store at each request; nobody when the session is missing or has ended."""
    try:
        session_id = UUID(request.headers.get(SESSION_HEADER, ""))
    except ValueError:
        return ANONYMOUS
    with reading() as session:
        return find_actor(session, session_id) or ANONYMOUS


async def give_document(request: Request) -> Response:
    """The file as it came; or a sentence in the person's language with 401, 403 or 404."""
    actor = await to_thread.run_sync(_actor, request)
    language = actor.locale if actor.is_signed_in else language_of(request.headers.get("accept-language", ""))
    try:
        file = await to_thread.run_sync(service.view_document, actor, request.path_params["document_id"])
    except NotFound:
        return _no(MISSING, language, "error-not-found")
    except NotAllowed:
        return _no(REFUSED if actor.is_signed_in else SIGN_IN, language, "error-not-allowed")
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(file.content, media_type=file.media_type, headers=headers)


def _no(status: int, language: str, key: str) -> Response:
    return PlainTextResponse(translate(language, key), status, {"cache-control": "no-store"})
