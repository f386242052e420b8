"""Give a point in time a name for the whole group, such as a meeting; take it back."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.history import service
from workspace.history.rules import MOMENT_LENGTH
from workspace.history.words import Moment
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day

NEXT = "changes.next"  # the moment to choose at the next drawing
EVENING = time(18, 0)


def open_name(actor: Actor) -> None:
    """Name a point in time."""
    st.dialog(t("moment-name-title"))(_name)(actor.zone)


def _name(zone: str) -> None:
    now = local(utc_now(), zone)
    st.write(t("moment-name-text"))
    with st.form("changes.moment", border=False):
        name = st.text_input(
            t("field-name"),
            placeholder=t("moment-name-example"),
            max_chars=MOMENT_LENGTH,
            key="changes.moment.name",
        )
        left, right = st.columns([3, 2])
        day = day_field(t("changes-day"), now.date(), key="changes.moment.day", place=left)
        # A meeting of today is most often the one that ends now.
        hour = right.time_input(
            t("decision-hour"), min(EVENING, now.time().replace(second=0, microsecond=0)), key="changes.moment.hour"
        )
        saves = st.form_submit_button(t("moment-name-yes"), type="primary")
    if saves:
        with attempt() as outcome:
            at = datetime.combine(read_day(day), hour or EVENING, ZoneInfo(zone))
            service.name_moment(require_actor(), name, at)
        if outcome.ok:
            st.session_state[NEXT] = " ".join(name.split())
            flash("moment-named")
            st.rerun()


def open_forget(moment: Moment, zone: str) -> None:
    """Ask before it leaves the choices of everybody."""
    st.dialog(t("moment-forget-title"))(_forget)(moment, zone)


def _forget(moment: Moment, zone: str) -> None:
    st.write(plain(t("moment-forget-text", name=moment.name, when=when(moment.at, zone))))
    if moment.moment_id and st.button(t("moment-forget-yes"), type="primary", key="changes.moment.forget.yes"):
        with attempt() as outcome:
            service.forget_moment(require_actor(), moment.moment_id)
        if outcome.ok:
            flash("moment-forgotten")
            st.rerun()
