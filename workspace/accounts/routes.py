"""HTTP of accounts: a ticket becomes the cookie, and the cookie ends. Nothing else ever sets or reads it."""

from __future__ import annotations

import json
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from workspace.accounts import service
from workspace.accounts.asking import BAD, OUR_OWN_HEADER, SIGN_IN, asker, give
from workspace.accounts.export import export_my_data
from workspace.accounts.gatekeeper import cookie_name
from workspace.accounts.index_page import FONT_NAMES, FONTS, font_address
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError
from workspace.kernel.handout import Handout
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings

BODY_LIMIT = 2000
NOT_THERE = 404


async def open_session(request: Request) -> Response:
    """Turn a one-time ticket into an HttpOnly cookie. 400 without our header, 401 for a dead ticket."""
    ticket = (await _body(request)).get("ticket")
    if request.headers.get(OUR_OWN_HEADER) != "1" or not isinstance(ticket, str):
        return JSONResponse({"message": ""}, status_code=BAD)
    agent = request.headers.get("x-chemise-agent", "")
    try:
        opened = await to_thread.run_sync(lambda: service.open_session(ticket, agent=agent))
    except DomainError as error:
        language = request.headers.get("x-chemise-language", "fr")
        return JSONResponse({"message": translate(language, error.code, **error.values)}, status_code=SIGN_IN)
    answer = JSONResponse({"ok": True})
    answer.set_cookie(
        cookie_name(),
        opened.token,
        max_age=int((opened.expires_at - utc_now()).total_seconds()),
        path="/",
        httponly=True,
        secure=settings().secure,
        samesite="lax",
    )
    answer.headers["cache-control"] = "no-store"
    return answer


async def close_session(request: Request) -> Response:
    """End the session of the cookie and forget the cookie. Always 200: being signed out is the wish."""
    if request.headers.get(OUR_OWN_HEADER) != "1":
        return JSONResponse({"message": ""}, status_code=BAD)
    actor = await to_thread.run_sync(asker, request)
    if actor.is_signed_in:
        await to_thread.run_sync(service.close_session, actor)
    answer = JSONResponse({"ok": True})
    answer.delete_cookie(cookie_name(), path="/", httponly=True, secure=settings().secure, samesite="lax")
    answer.headers["clear-site-data"] = '"cache"'
    return answer


async def hand_over_data(request: Request) -> Response:
    """What is held about whoever asks, as a file. 401 without a living session. Never kept by a browser."""
    actor = await to_thread.run_sync(asker, request)
    if not actor.is_signed_in:
        return JSONResponse({"message": ""}, status_code=SIGN_IN)
    held = await to_thread.run_sync(export_my_data, actor)
    data = json.dumps(held, ensure_ascii=False, indent=2).encode()
    return give(Handout(name="chemise-mes-donnees.json", media_type="application/json", data=data))


async def hand_over_font(request: Request) -> Response:
    """A small font of the index page, kept by browsers for good. 404 for any other name."""
    name = request.path_params["name"]
    if name not in FONT_NAMES or request.url.path != font_address(name):
        return Response(status_code=NOT_THERE)
    keep = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(FONTS / name, media_type="font/woff2", headers=keep)


async def _body(request: Request) -> dict[str, Any]:
    if int(request.headers.get("content-length", "0") or 0) > BODY_LIMIT:
        return {}
    try:
        read = json.loads(await request.body())
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def routes() -> list[BaseRoute]:
    """The room's routes, for Home.py."""
    return [
        Route("/session/open", open_session, methods=["POST"]),
        Route("/session/close", close_session, methods=["POST"]),
        Route("/session/data", hand_over_data, methods=["GET"]),
        Route("/fonts/{mark}/{name}", hand_over_font, methods=["GET"]),
    ]
