"""Where live text speaks HTTP and websocket: the ticket and the socket."""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import parse_qs
from uuid import UUID

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from db.session import reading
from workspace.accounts.asking import MISSING, NO_STORE, REFUSED, SESSION_HEADER, SIGN_IN, asker, language_for
from workspace.accounts.queries import find_actor
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.kernel.messages import translate
from workspace.kernel.origin import origin_allowed
from workspace.kernel.rights import Target, allowed
from workspace.kernel.settings import settings
from workspace.livetext import hub, queries, service
from workspace.livetext.connection import Connection
from workspace.livetext.outlet import PATH, make_outlet
from workspace.livetext.registry import Registry, TooManyRooms
from workspace.livetext.room import Room
from workspace.livetext.rules import POLICIES, write_refusal
from workspace.livetext.store import BrokenLog
from workspace.livetext.ticket import read_token
from workspace.livetext.words import CloseCode, Operation, TextState

log = logging.getLogger("chemise.livetext")


def routes() -> list[BaseRoute]:
    """The routes of the live text, for `st.App(routes=…)`."""
    return [WebSocketRoute(f"{PATH}{{text_id}}", LiveSocket()), Route("/livetext/ticket/{text_id}", give_ticket)]


async def start() -> None:
    """Open the rooms; call it when the app's lifespan begins."""
    filter_ = HideTokens()
    for name in ("uvicorn.error", "uvicorn.access"):
        if not any(isinstance(known, HideTokens) for known in logging.getLogger(name).filters):
            logging.getLogger(name).addFilter(filter_)
    await hub.start()


async def drain() -> None:
    """Close the rooms in order; call it when the app's lifespan ends."""
    await hub.drain()


class HideTokens(logging.Filter):
    """uvicorn logs a socket's whole address when it opens; the query of ours is a token."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Cut the query off addresses of live texts; keeps every record."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                value.partition("?")[0] if isinstance(value, str) and PATH in value else value
                for value in record.args
            )
        return True


async def give_ticket(request: Request) -> JSONResponse:
    """GET /livetext/ticket/{text_id}: a token for this text, or a sentence that says why not."""
    text_id = _uuid(request.path_params["text_id"])
    actor = await asyncio.to_thread(asker, request)
    if not actor.is_signed_in:
        return _no(SIGN_IN, language_for(request, actor), "livetext-sign-in-again")
    if text_id is None:
        return _no(MISSING, actor.locale, "livetext-unknown-text")
    try:
        ticket = await asyncio.to_thread(service.issue_ticket, actor, text_id)
    except NotFound:
        return _no(MISSING, actor.locale, "livetext-unknown-text")
    except NotAllowed:
        return _no(REFUSED, actor.locale, "livetext-not-allowed")
    return JSONResponse({"token": ticket.token, "can_write": ticket.can_write}, headers=NO_STORE)


def _no(status: int, language: str, key: str) -> JSONResponse:
    return JSONResponse({"message": translate(language, key)}, status_code=status, headers=NO_STORE)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class LiveSocket:
    """The websocket of one text, as a plain ASGI app: nothing stands between the server and the room."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handshake, then the frames until the socket ends."""
        await receive()
        headers = Headers(scope=scope)
        registry = hub.current()
        if not origin_allowed(headers, missing_allowed=True) or registry is None or registry.draining:
            await send({"type": "websocket.close", "code": CloseCode.RIGHT})
            return
        await send({"type": "websocket.accept"})
        admitted = await _admit(scope, headers, registry)
        if isinstance(admitted, int):
            await send({"type": "websocket.close", "code": admitted})
            return
        room, actor, session_id, person_id = admitted
        limits = settings()
        member = Connection(
            actor,
            session_id=session_id,
            person_id=person_id,
            send=send,
            largest=limits.live_frame_bytes,
            rate=limits.live_frames_per_second,
        )
        member.right = write_refusal(actor, room.group_id, locked=False)
        member.outlet = make_outlet(scope, send, lambda: room.leave(member))
        room.join(member)
        registry.attendance.came(room.text_id, person_id)
        try:
            await member.read(room, receive)
        finally:
            room.take_in()
            member.closed = True
            room.leave(member)
            member.outlet.release()


async def _admit(scope: Scope, headers: Headers, registry: Registry) -> tuple[Room, Actor, UUID, UUID] | int:
    """Token, person, right, text: the loaded room and who comes in, or the code to close with."""
    text_id = _uuid(scope["path_params"]["text_id"])
    query = parse_qs(scope["query_string"].decode("latin-1"))
    read = read_token(query.get("token", [""])[0])
    if text_id is None:
        return CloseCode.UNKNOWN_TEXT
    if read is None or read[0] != text_id:
        return CloseCode.TOKEN
    session_id = read[1]
    said = headers.getlist(SESSION_HEADER)
    if said and (len(said) != 1 or _uuid(said[0]) != session_id):
        return CloseCode.TOKEN
    actor, text = await asyncio.to_thread(_look_up, session_id, text_id)
    if actor is None or actor.person_id is None:
        return CloseCode.TOKEN
    if text is None:
        return CloseCode.UNKNOWN_TEXT
    if not allowed(POLICIES[Operation.READ], actor, Target(group_id=text.group_id)):
        return CloseCode.RIGHT
    try:
        room = await registry.enter(text_id)
    except NotFound:
        return CloseCode.UNKNOWN_TEXT
    except TooManyRooms:
        return CloseCode.BUSY
    except BrokenLog:
        log.exception("live text %s: its stored log is broken, it is not served", text_id)
        return CloseCode.BROKEN
    return room, actor, session_id, actor.person_id


def _look_up(session_id: UUID, text_id: UUID) -> tuple[Actor | None, TextState | None]:
    with reading() as session:
        return find_actor(session, session_id), queries.find_text(session, text_id)
