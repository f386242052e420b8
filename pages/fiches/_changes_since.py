"""Since when: the last visit, a meeting, a week, a month, a date, a point in time that somebody named."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from pages.fiches import _changes_moment as naming
from pages.shell.formats import day, when
from pages.shell.i18n import t
from pages.widgets.days import day_now
from workspace.accueil.service import previous_visit
from workspace.history import service
from workspace.history.words import Moment
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now

VISIT, WEEK, MONTH, DATE = "changes-last-visit", "changes-week", "changes-month", "changes-date"
NAMED = "named:"
MEETING = "meeting:"
KEY = "changes.since"
ASKED = "depuis"  # as in the address: a meeting
SEEN = "changes.asked"


def chosen(actor: Actor) -> datetime:
    """Draw the choices and give the instant that is chosen."""
    visit = previous_visit(actor)
    known = service.view_moments(actor)
    moments = {_key(moment): moment for moment in known.moments}
    options = (*((VISIT,) if visit else ()), WEEK, MONTH, *moments, DATE)
    names = {one: _name(moments[one], actor.zone) if one in moments else t(one) for one in options}
    fresh = f"{NAMED}{st.session_state.pop(naming.NEXT, '')}"
    asked = st.query_params.get(ASKED, "")
    if asked != st.session_state.get(SEEN, ""):  # once: the choice is the person's from then on
        st.session_state[SEEN] = asked
        fresh = f"{MEETING}{asked}"
    if fresh in moments or st.session_state.get(KEY) not in options:
        st.session_state[KEY] = fresh if fresh in moments else options[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(t("changes-since"), options, format_func=names.__getitem__, key=KEY, width=360)
        if known.may_name and st.button(t("moment-name"), icon=":material/event:", key="changes.moment.open"):
            naming.open_name(actor)
    moment = moments.get(picked)
    return _moment(actor, moment) if moment else _instant(actor, picked, visit)


def _key(moment: Moment) -> str:
    return f"{MEETING}{moment.meeting_id}" if moment.meeting_id else f"{NAMED}{moment.name}"


def _name(moment: Moment, zone: str) -> str:
    if moment.meeting_id is None:
        return t("changes-named", name=moment.name)
    return t("changes-meeting", title=moment.name, day=day(local(moment.at, zone).date()))


def _moment(actor: Actor, moment: Moment) -> datetime:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(when(moment.at, actor.zone), width="content")
        if moment.may_forget and st.button(t("moment-forget"), type="tertiary", key="changes.moment.forget"):
            naming.open_forget(moment, actor.zone)
    return moment.at


def _instant(actor: Actor, picked: str, visit: datetime | None) -> datetime:
    if picked == VISIT and visit is not None:
        return visit
    if picked == DATE:
        today = local(utc_now(), actor.zone).date()
        day = day_now(t("changes-day"), today - timedelta(days=14), key="changes.day", width=200)
        return datetime.combine(min(day, today), time(), tzinfo=ZoneInfo(actor.zone))
    return utc_now().replace(microsecond=0) - timedelta(days=30 if picked == MONTH else 7)
