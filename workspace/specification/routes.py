"""A version over HTTP, as a file: `GET /specification/<version id>.<pdf or docx>`.

A route of our own with a check of rights, because what Streamlit serves under /media/ asks nobody who they are.
"""

from __future__ import annotations

from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.session import reading
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import DomainError, NotAllowed, NotFound
from workspace.kernel.messages import language_of, translate
from workspace.specification import service
from workspace.specification.words import ExportFormat

SESSION_HEADER = "x-chemise-session"
BAD, SIGN_IN, REFUSED, MISSING = 400, 401, 403, 404

# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/specification/{version_id:uuid}.{target}", give_version, methods=["GET"])]


def _actor(request: Request) -> Actor:
    """Who asks, read from the store at each request; nobody when the session is missing or has ended."""
    try:
        session_id = UUID(request.headers.get(SESSION_HEADER, ""))
    except ValueError:
        return ANONYMOUS
    with reading() as session:
        return find_actor(session, session_id) or ANONYMOUS


async def give_version(request: Request) -> Response:
    """The file, to be saved; or a sentence in the person's language with 4xx."""
    actor = await to_thread.run_sync(_actor, request)
    language = actor.locale if actor.is_signed_in else language_of(request.headers.get("accept-language", ""))
    try:
        target = ExportFormat(request.path_params["target"])
    except ValueError:
        return _no(MISSING, language, "error-not-found")
    version_id: UUID = request.path_params["version_id"]
    try:
        made = await to_thread.run_sync(service.export_version, actor, version_id, target, limiter=_makers)
    except NotFound:
        return _no(MISSING, language, "error-not-found")
    except NotAllowed:
        return _no(REFUSED if actor.is_signed_in else SIGN_IN, language, "error-not-allowed")
    except DomainError as error:
        return PlainTextResponse(translate(language, error.code, **error.values), BAD, {"cache-control": "no-store"})
    headers = {
        "content-disposition": f'attachment; filename="{made.name}"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(made.data, media_type=made.media_type, headers=headers)


def _no(status: int, language: str, key: str) -> Response:
    return PlainTextResponse(translate(language, key), status, {"cache-control": "no-store"})
