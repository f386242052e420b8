"""The stamp of a public form: signed, dated, taken once. It stands in for a picture puzzle against robots.

A robot that fills every field falls into the hidden one; one that posts at once comes before a person could have
read; one that posts the same form again finds its number taken.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from workspace.kernel.settings import secret_key

LIFE = timedelta(hours=24)
FASTEST = timedelta(seconds=3)
NEVER = datetime.max.replace(tzinfo=UTC)


class StampState(StrEnum):
    """What a stamp is worth now."""

    GOOD = "good"
    FORGED = "forged"
    EXPIRED = "expired"
    TOO_FAST = "too-fast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A stamp that was read. `nonce` is what must be new; after `expires_at` it need not be remembered."""

    state: StampState
    nonce: str = ""
    expires_at: datetime = NEVER


def _signed(form_id: UUID, issued: str, nonce: str) -> str:
    said = f"form-stamp|{form_id}|{issued}|{nonce}".encode()
    return hmac.new(secret_key(), said, hashlib.sha256).hexdigest()


def make_stamp(form_id: UUID, *, now: float | None = None) -> str:
    """A fresh stamp for a page that is shown now (`now`: seconds since 1970)."""
    issued, nonce = str(int(time.time() if now is None else now)), secrets.token_urlsafe(16)
    return f"{issued}.{nonce}.{_signed(form_id, issued, nonce)}"


def read_stamp(form_id: UUID, stamp: str, *, now: float | None = None) -> Stamp:
    """What a stamp that came back is worth."""
    issued, _, rest = stamp.partition(".")
    nonce, _, signature = rest.partition(".")
    known = issued.isascii() and issued.isdecimal() and len(issued) < 12  # noqa: PLR2004 a bound, not a meaning
    if not known or not hmac.compare_digest(signature.encode(), _signed(form_id, issued, nonce).encode()):
        return Stamp(state=StampState.FORGED)
    age = (time.time() if now is None else now) - int(issued)
    expires_at = datetime.fromtimestamp(int(issued), UTC) + LIFE
    if age > LIFE.total_seconds():
        return Stamp(state=StampState.EXPIRED)
    state = StampState.TOO_FAST if age < FASTEST.total_seconds() else StampState.GOOD
    return Stamp(state=state, nonce=nonce, expires_at=expires_at)
