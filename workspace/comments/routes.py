"""Comments over HTTP: `GET /comments/<text>` gives what stands beside a text, `POST` does one act on it.

Both answer only to a signed-in session, which the house's middleware names in the request's scope; it also refuses a
POST whose Origin is not ours.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from anyio import to_thread
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workspace.accounts.asking import BAD, MISSING, NO_STORE, OUR_OWN_HEADER, REFUSED, SIGN_IN, asker, language_for
from workspace.comments import rules, service
from workspace.comments.mails import send_mentions
from workspace.comments.words import Outcome, Place, Posted
from workspace.kernel.actor import Actor
from workspace.kernel.errors import (
    DomainError,
    NotAllowed,
    NotFound,
    RuleBroken,
    StoreUnavailable,
    TooManyAttempts,
)
from workspace.kernel.messages import translate
from workspace.livetext.rules import Bucket

LARGEST_BODY = 512 << 10
REQUESTS_PER_SECOND = 4.0
REMEMBERED = 2000
TOO_MANY, CLOSED = 429, 503
STATUSES: dict[type[DomainError], int] = {
    NotFound: MISSING,
    NotAllowed: REFUSED,
    StoreUnavailable: CLOSED,
    TooManyAttempts: TOO_MANY,
}

_buckets: dict[str, Bucket] = {}


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/comments/{text_id:uuid}", margin, methods=["GET", "POST"])]


async def margin(request: Request) -> Response:
    """The margin as JSON, or what an act gave; 4xx with a sentence in the person's language."""
    actor = await to_thread.run_sync(asker, request)
    language = language_for(request, actor)
    if not actor.is_signed_in:
        return _no(SIGN_IN, translate(language, "livetext-sign-in-again"))
    if not _may_ask(str(actor.session_id)):
        return _no(TOO_MANY, translate(language, "error-comments-pace"))
    text_id: UUID = request.path_params["text_id"]
    try:
        if request.method == "GET":
            view = await to_thread.run_sync(service.view_margin, actor, text_id)
            return Response(_json(asdict(view)), media_type="application/json", headers=NO_STORE)
        if request.headers.get(OUR_OWN_HEADER) != "1":
            raise NotAllowed
        asked = await _read(request)
        return await _act(actor, text_id, asked)
    except DomainError as error:
        sentence = translate(language, error.code, **error.values)
        return _no(STATUSES.get(type(error), BAD), sentence, error.code)


def _no(status: int, message: str, code: str = "") -> JSONResponse:
    return JSONResponse({"message": message, "code": code}, status_code=status, headers=NO_STORE)


def _json(value: Any) -> bytes:
    def plain(one: Any) -> str:
        return one.isoformat() if isinstance(one, datetime) else str(one)

    return json.dumps(value, default=plain, ensure_ascii=False).encode()


def _may_ask(session_id: str) -> bool:
    """Whether this session asks at a human pace: sixteen at once, then four a second."""
    now = time.monotonic()
    if len(_buckets) > REMEMBERED:
        _buckets.clear()
    bucket = _buckets.setdefault(session_id, Bucket(per_second=REQUESTS_PER_SECOND, at=now, since=now))
    pause = bucket.take(now)
    return pause is not None and pause <= 1.0


async def _read(request: Request) -> dict[str, Any]:
    """The body as an object; given up as soon as it is too long. Raises RuleBroken."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise RuleBroken("error-comments-passage-long", maximum=rules.QUOTE_LENGTH)
    try:
        asked = json.loads(bytes(body))
    except (ValueError, RecursionError):
        raise RuleBroken("error-comments-request") from None
    if not isinstance(asked, dict):
        raise RuleBroken("error-comments-request")
    return asked


async def _act(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> Response:
    act = ACTS.get(str(asked.get("act")))
    if act is None:
        raise RuleBroken("error-comments-request")
    try:
        made = await to_thread.run_sync(act, actor, text_id, asked)
    except (KeyError, ValueError, TypeError):
        raise RuleBroken("error-comments-request") from None
    if isinstance(made, Posted):
        task = BackgroundTask(send_mentions, made, actor.name) if made.notices else None
        said = {"thread_id": str(made.thread_id), "comment_id": str(made.comment_id)}
        return JSONResponse(said, headers=NO_STORE, background=task)
    return Response(_json({"rulings": made}), media_type="application/json", headers=NO_STORE)


def _place(asked: dict[str, Any]) -> Place | None:
    said = asked.get("place")
    if said is None:
        return None
    runs = tuple((_whole(client), _whole(clock), _whole(length)) for client, clock, length in said["runs"])
    return Place(
        fragment=str(said["fragment"]),
        runs=runs,
        quote=str(said["quote"]),
        before=_context(said.get("before")),
        after=_context(said.get("after")),
    )


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 53:
        raise ValueError("not a number of ours")
    return value


def _context(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= rules.CONTEXT_LENGTH else None


def _uuids(values: Any) -> list[UUID]:
    return [UUID(str(value)) for value in values or ()]


def _open(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> Posted:
    return service.open_thread(actor, text_id, _place(asked), str(asked["body"]), _uuids(asked.get("mentions")))


def _reply(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> Posted:
    mentions = _uuids(asked.get("mentions"))
    return service.reply(actor, text_id, UUID(asked["thread"]), str(asked["body"]), mentions)


def _edit(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> Posted:
    mentions = _uuids(asked.get("mentions"))
    return service.edit_comment(actor, text_id, UUID(asked["comment"]), str(asked["body"]), mentions)


def _delete(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> None:
    service.delete_comment(actor, text_id, UUID(asked["comment"]))


def _settle(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> None:
    service.settle_thread(actor, text_id, UUID(asked["thread"]), resolved=asked["resolved"] is True)


def _follow(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> None:
    place = _place(asked)
    if place is None:
        raise ValueError("no place")
    service.follow_words(actor, text_id, UUID(asked["thread"]), place)


def _see(actor: Actor, text_id: UUID, _asked: dict[str, Any]) -> None:
    service.see_mentions(actor, text_id)


def _decide(actor: Actor, text_id: UUID, asked: dict[str, Any]) -> list[dict[str, Any]]:
    rulings = service.decide(actor, text_id, _uuids(asked["suggestions"]), Outcome(asked["outcome"]))
    return [asdict(ruling) for ruling in rulings]


ACTS: dict[str, Callable[[Actor, UUID, dict[str, Any]], Posted | list[dict[str, Any]] | None]] = {
    "open": _open,
    "reply": _reply,
    "edit": _edit,
    "delete": _delete,
    "settle": _settle,
    "follow": _follow,
    "see": _see,
    "decide": _decide,
}
