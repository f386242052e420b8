"""A meeting's day and hour in words."""

from __future__ import annotations

from datetime import datetime, time

from pages.shell.formats import day, hour
from pages.shell.i18n import t
from workspace.kernel.clock import local

AFTERNOON = time(14, 0)


def told(instant: datetime, zone: str) -> str:
    """The day in full and the hour."""
    return t("meeting-when", day=day(local(instant, zone).date()), hour=hour(instant, zone))
