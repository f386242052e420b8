"""The one seam for time: instants are aware and in UTC; a group's zone is only for showing."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """Now, as an aware UTC instant."""
    return datetime.now(UTC)


def local(instant: datetime, zone: str) -> datetime:
    """The instant in a group's zone (IANA name)."""
    return instant.astimezone(ZoneInfo(zone))
