"""The token that opens a text: its id, a sign-in session's id and an expiry, under a keyed hash; nothing secret."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from uuid import UUID

from workspace.kernel.settings import secret_key

LIFETIME = 600  # seconds
_PURPOSE = b"chemise live text ticket 1"
_BODY, _MAC = 16 + 16 + 5, 16


def make_token(text_id: UUID, session_id: UUID, *, now: float | None = None) -> str:
    """A url-safe token good for ten minutes; `now` in seconds since 1970."""
    expiry = int(time.time() if now is None else now) + LIFETIME
    body = text_id.bytes + session_id.bytes + expiry.to_bytes(5, "big")
    return base64.urlsafe_b64encode(body + _mac(body)).rstrip(b"=").decode()


def read_token(token: str, *, now: float | None = None) -> tuple[UUID, UUID] | None:
    """(text id, session id) of a token we made that is still good, else None."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != _BODY + _MAC:
        return None
    body, mac = raw[:_BODY], raw[_BODY:]
    if not hmac.compare_digest(mac, _mac(body)):
        return None
    if int.from_bytes(body[32:], "big") < (time.time() if now is None else now):
        return None
    return UUID(bytes=body[:16]), UUID(bytes=body[16:32])


def _mac(body: bytes) -> bytes:
    key = hmac.new(secret_key(), _PURPOSE, hashlib.sha256).digest()
    return hmac.new(key, body, hashlib.sha256).digest()[:_MAC]
