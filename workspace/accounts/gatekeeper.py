"""The ASGI middleware in front of everything: who is it, where does it come from, what may the page load.

Why it exists (docs/decisions/0005-identity.md): whoever knows a Streamlit session id can resume that session,
and extra websocket routes have no Origin check. Here the HttpOnly cookie is turned into trusted headers on
each request and each websocket handshake, after removing whatever a client sent under those names, and
Streamlit pins its session to them.
"""

from __future__ import annotations

import ipaddress
import re
import time
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workspace.accounts.index_page import content_policy, patched_index, started_index
from workspace.accounts.service import find_session
from workspace.kernel.messages import LANGUAGES, language_of
from workspace.kernel.origin import origin_allowed
from workspace.kernel.settings import settings

TRUSTED_PREFIX = b"x-chemise-"
IDENTITY_PATHS = (
    "/_stcore/",
    "/media/",
    "/livetext/",
    "/comments/",
    "/pictures",
    "/session/",
    "/questionnaires/",
    "/decisions/",
    "/export/",
    "/fiches/",
    "/specification/",
    "/meetings/",
    "/budget/",
)
CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/agent")
PAGE_PATH = re.compile(r"^/[a-z0-9_-]*/?$")
FRESH_SECONDS = 2.0
HOST_CONFIG_PATH = "/_stcore/host-config"
# No foreign origin may talk to the page, and a cut line is told by our own quiet banners: Streamlit's window
# would take the keyboard away from somebody who is typing.
HOST_CONFIG = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": True,
    "resourceCrossOriginMode": None,
}
BASE_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def cookie_name() -> str:
    """The session cookie's name; under TLS the browser itself guards the `__Host-` prefix."""
    return "__Host-chemise" if settings().secure else "chemise"


def is_loopback(headers: Headers, client_host: str) -> bool:
    """Whether the person sits at this very machine: loopback address and name, and no proxy in between."""
    if settings().base_url or any(name in headers for name in ("forwarded", "x-forwarded-for", "x-real-ip")):
        return False
    name = headers.get("host", "").rsplit(":", 1)[0].strip("[]")
    try:
        return ipaddress.ip_address(client_host).is_loopback and name in {"localhost", "127.0.0.1", "::1"}
    except ValueError:
        return False


class Gatekeeper:
    """ASGI middleware. One instance a process."""

    def __init__(self, app: ASGIApp, *, index_path: Path) -> None:
        self.app = app
        index_html = started_index(index_path)
        self.index = {language: patched_index(index_html, language) for language in LANGUAGES}
        self.policy = content_policy(index_html)
        self._seen: dict[str, tuple[float, UUID | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, add the trusted headers, pass on, add the security headers."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        path: str = scope["path"]
        refusal = self._refusal(scope, headers, path)
        if refusal is not None:
            await self._refuse(scope, receive, send, refusal)
            return
        language = language_of(headers.get("accept-language", ""))
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and PAGE_PATH.match(path):
            await self._index(language)(scope, receive, self._guarded(send, path))
            return
        if path == HOST_CONFIG_PATH:
            await JSONResponse(HOST_CONFIG)(scope, receive, self._guarded(send, path))
            return
        scope = dict(scope)
        scope["headers"] = await self._trusted_headers(scope, headers, path, language)
        await self.app(scope, receive, self._guarded(send, path))

    def _refusal(self, scope: Scope, headers: Headers, path: str) -> int | None:
        if path.startswith(CLOSED_PATHS):
            return 404
        if scope["type"] == "websocket":
            # A client that is no browser joins a text with a token in the address, not with a cookie.
            return None if origin_allowed(headers, missing_allowed=path.startswith("/livetext/ws/")) else 403
        if scope["method"] not in {"GET", "HEAD", "OPTIONS"} and not origin_allowed(headers, missing_allowed=False):
            return 403
        return None

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.http.response.start", "status": status, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})
            return
        await PlainTextResponse("", status_code=status)(scope, receive, self._guarded(send, scope["path"]))

    def _index(self, language: str) -> Response:
        return Response(
            self.index[language],
            media_type="text/html",
            headers={"cache-control": "no-cache", "vary": "accept-language", "content-language": language},
        )

    async def _trusted_headers(
        self, scope: Scope, headers: Headers, path: str, language: str
    ) -> list[tuple[bytes, bytes]]:
        kept = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(TRUSTED_PREFIX)]
        if not path.startswith(IDENTITY_PATHS):
            return kept
        client_host = scope["client"][0] if scope.get("client") else ""
        added = {
            "loopback": "1" if is_loopback(headers, client_host) else "0",
            "address": client_host,
            "language": language,
            "agent": headers.get("user-agent", "")[:200],
        }
        token = cookie_parser(headers.get("cookie", "")).get(cookie_name(), "")
        session_id = await self._session(token) if token else None
        if session_id is not None:
            added["session"] = str(session_id)
        return kept + [
            (TRUSTED_PREFIX + name.encode(), value.encode("latin-1", "replace")) for name, value in added.items()
        ]

    async def _session(self, token: str) -> UUID | None:
        """The living session of a cookie. Remembered for two seconds: one page asks for many files."""
        now = time.monotonic()
        at, known = self._seen.get(token, (0.0, None))
        if known is not None and now - at < FRESH_SECONDS:
            return known
        found = await to_thread.run_sync(find_session, token)
        if len(self._seen) > 2000:  # noqa: PLR2004 a bound, not a meaning
            self._seen.clear()
        self._seen[token] = (now, found)
        return found

    def _guarded(self, send: Send, path: str) -> Send:
        """Add the security headers to the answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in BASE_HEADERS.items():
                    answer.setdefault(name, value)
                answer.setdefault("content-security-policy", self.policy)
                if settings().secure:
                    answer["strict-transport-security"] = "max-age=31536000; includeSubDomains"
                if path.startswith("/_stcore/bidi-components/") and message["status"] == 200:  # noqa: PLR2004
                    answer["cache-control"] = "public, max-age=31536000, immutable"
            await send(message)

        return guarded
