"""Since when: the last visit, a week, a month, a date, or that of a named version."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from workspace.accueil.service import previous_visit
from workspace.history import service
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now

VISIT, WEEK, MONTH, DATE = "changes-last-visit", "changes-week", "changes-month", "changes-date"
NAMED = "named:"


def chosen(actor: Actor) -> datetime:
    """Draw the choices and give the instant that is chosen."""
    visit = previous_visit(actor)
    moments = {f"{NAMED}{moment.name}": moment for moment in service.view_moments(actor)}
    options = (*((VISIT,) if visit else ()), WEEK, MONTH, *moments, DATE)
    names = {one: t("changes-named", name=moments[one].name) if one in moments else t(one) for one in options}
    picked = st.selectbox(t("changes-since"), options, format_func=names.__getitem__, key="changes.since", width=360)
    if picked in moments:
        st.caption(when(moments[picked].at, actor.zone))
        return moments[picked].at
    if picked == VISIT and visit is not None:
        return visit
    if picked == DATE:
        today = local(utc_now(), actor.zone).date()
        day = st.date_input(
            t("changes-day"), value=today - timedelta(days=14), max_value=today, format="DD/MM/YYYY",
            key="changes.day", width=200,
        )  # fmt: skip
        return datetime.combine(day or today, time(), tzinfo=ZoneInfo(actor.zone))
    return utc_now().replace(microsecond=0) - timedelta(days=30 if picked == MONTH else 7)
