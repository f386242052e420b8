"""A day and an hour in the group's zone, asked side by side."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shell.i18n import t
from pages.widgets.days import day_now
from workspace.kernel.clock import local

EVENING = time(18, 0)


def at_hour(day: datetime, hour: time, zone: str) -> datetime:
    """That hour of an instant's day, in the zone."""
    return datetime.combine(local(day, zone).date(), hour, ZoneInfo(zone))


def instant(label: str, given: datetime, zone: str, key: str) -> datetime:
    """The instant that is chosen; the fields begin at `given`."""
    left, right = st.columns([3, 2])
    start = local(given, zone)
    day = day_now(label, start.date(), key=f"{key}.day", place=left)
    hour = right.time_input(t("decision-hour"), start.time(), key=f"{key}.hour")
    return datetime.combine(day, hour, ZoneInfo(zone))
