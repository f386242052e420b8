"""The hour at which votes close when nobody says another."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from workspace.kernel.clock import local

EVENING = time(18, 0)


def at_hour(day: datetime, hour: time, zone: str) -> datetime:
    """That hour of an instant's day, in the zone."""
    return datetime.combine(local(day, zone).date(), hour, ZoneInfo(zone))
