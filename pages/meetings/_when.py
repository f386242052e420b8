"""A meeting's day and hour: told, and asked side by side in the group's zone."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shell.formats import day, hour
from pages.shell.i18n import t
from workspace.kernel.clock import local

EARLIEST, LATEST = date(1901, 7, 1), date(2100, 12, 31)
AFTERNOON = time(14, 0)


def told(instant: datetime, zone: str) -> str:
    """The day in full and the hour."""
    return t("meeting-when", day=day(local(instant, zone).date()), hour=hour(instant, zone))


def asked(label: str, given: datetime, zone: str, key: str) -> datetime:
    """The instant that is chosen; the fields begin at `given`."""
    left, right = st.columns([3, 2])
    start = local(given, zone)
    chosen = left.date_input(
        label, start.date(), min_value=EARLIEST, max_value=LATEST, format="DD/MM/YYYY", key=f"{key}.day"
    )
    at = right.time_input(t("decision-hour"), start.time(), key=f"{key}.hour")
    return datetime.combine(chosen or start.date(), at or AFTERNOON, ZoneInfo(zone))
