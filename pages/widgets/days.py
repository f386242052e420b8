"""A day asked for as text, in the order in which people say it: Streamlit's calendar speaks English only.

What is typed stays when it is no day; the sentence says how to write one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import sentence
from workspace.kernel.clock import local
from workspace.kernel.dates import read_day, read_day_if_any, typed_day
from workspace.kernel.errors import RuleBroken

LONGEST = 40


def day_field(label: str, given: date | None, *, key: str, place: Any = st, **more: Any) -> str:
    """What is typed in a field that begins at `given`, for `read_day` to read; `more` goes to the field as it is."""
    typed = place.text_input(
        label, typed_day(given), key=key, placeholder=t("day-placeholder"), max_chars=LONGEST, **more
    )
    return str(typed or "")


def day_now(label: str, given: date, *, key: str, **more: Any) -> date:
    """A day of fields that are read at each run; while what is typed is none, that is said and `given` stands for it.

    `key` ends in ``.day``, so that `check_days` finds it again before anything is written.
    """
    return _as_it_stands(read_day, day_field(label, given, key=key, **more)) or given


def day_now_if_any(label: str, given: date | None, *, key: str, **more: Any) -> date | None:
    """The same, None where nothing is typed; `key` ends in ``.day-if-any``."""
    return _as_it_stands(read_day_if_any, day_field(label, given, key=key, **more))


def instant_now(label: str, given: datetime, zone: str, key: str) -> datetime:
    """An instant asked as a day and, beside it, an hour of the group's zone; both begin at `given`."""
    left, right = st.columns([3, 2])
    start = local(given, zone)
    day = day_now(label, start.date(), key=f"{key}.day", place=left)
    hour = right.time_input(t("decision-hour"), start.time(), key=f"{key}.hour")
    return datetime.combine(day, hour, ZoneInfo(zone))


def check_days(start: str) -> None:
    """Raise RuleBroken while a field under this start of key holds what is no day: it must not be written for it."""
    for key, typed in list(st.session_state.items()):
        if not str(key).startswith(start):
            continue
        if str(key).endswith(".day"):
            read_day(typed)
        elif str(key).endswith(".day-if-any"):
            read_day_if_any(typed)


def _as_it_stands(read: Callable[[str], date | None], typed: str) -> date | None:
    try:
        return read(typed)
    except RuleBroken as error:
        st.error(sentence(error), icon=":material/error:")
        return None
