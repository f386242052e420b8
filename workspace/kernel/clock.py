"""The one seam for time: instants are aware and in UTC; a group's zone is only for showing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date


def utc_now() -> datetime:
    """Now, as an aware UTC instant."""
    return datetime.now(UTC)


def local(instant: datetime, zone: str) -> datetime:
    """The instant in a group's zone (IANA name)."""
    return instant.astimezone(ZoneInfo(zone))


def day_words(value: date, language: str) -> str:
    """A day in full, as people of a language write it: in French the first of a month is « 1er »."""
    if language != "fr":
        return str(format_date(value, "d MMMM y", locale="en_GB"))
    return str(format_date(value, "d'er' MMMM y" if value.day == 1 else "d MMMM y", locale="fr_FR"))
