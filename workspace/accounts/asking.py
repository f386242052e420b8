"""Who asks over HTTP, in which language, and how a file or a refusal is given: for the routes of every room.

The gatekeeper removes what a browser sends under the session's header and writes its own; a route reads it here.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from db.session import reading
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import DomainError, NotAllowed, NotFound
from workspace.kernel.handout import Handout, disposition
from workspace.kernel.messages import language_of, translate
from workspace.kernel.settings import settings

SESSION_HEADER = "x-chemise-session"
OUR_OWN_HEADER = "x-chemise"  # a form of another site cannot send it
NO_STORE = {"cache-control": "no-store"}
BAD, SIGN_IN, REFUSED, MISSING = 400, 401, 403, 404


def asker(request: Request) -> Actor:
    """Who asks, read from the store at each request; nobody when the session is missing or has ended.

    It reads the database: call it from a thread, never from the event loop.
    """
    try:
        session_id = UUID(request.headers.get(SESSION_HEADER, ""))
    except ValueError:
        return ANONYMOUS
    with reading() as session:
        return find_actor(session, session_id) or ANONYMOUS


def language_for(request: Request, actor: Actor) -> str:
    """The language to answer in: the person's own, else the browser's."""
    return actor.locale if actor.is_signed_in else language_of(request.headers.get("accept-language", ""))


def base_address(request: Request) -> str:
    """Scheme and host under which people reach this installation, without a slash at the end."""
    return settings().base_url or f"{request.url.scheme}://{request.url.netloc}"


async def hand_over(request: Request, make: Callable[[Actor], Handout], limiter: CapacityLimiter) -> Response:
    """The file that `make` gives to whoever asks; or a sentence in their language with 400, 401, 403 or 404.

    `make` is called in a thread; the domain errors that it raises become the sentence. `limiter` holds how many of
    these files are made at the same time.
    """
    actor = await to_thread.run_sync(asker, request)
    try:
        made = await to_thread.run_sync(make, actor, limiter=limiter)
    except DomainError as error:
        said = translate(language_for(request, actor), error.code, **error.values)
        return PlainTextResponse(said, _status(error, actor), NO_STORE)
    return give(made)


def _status(error: DomainError, actor: Actor) -> int:
    if isinstance(error, NotFound):
        return MISSING
    if isinstance(error, NotAllowed):
        return REFUSED if actor.is_signed_in else SIGN_IN
    return BAD


def give(made: Handout) -> Response:
    """A file to be saved under its own name, which no browser keeps or takes for something else."""
    headers = NO_STORE | {"content-disposition": disposition(made.name), "x-content-type-options": "nosniff"}
    return Response(made.data, media_type=made.media_type, headers=headers)
