"""The next meeting, and since when changes are told: my last visit, or the last meeting."""

from __future__ import annotations

import streamlit as st

from pages.meetings._when import told
from pages.shell.formats import day
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.widgets.plain import plain
from workspace.accueil.words import Home, LastMeeting
from workspace.kernel.clock import local

SINCE = "accueil.since"
VISIT, MEETING = "visit", "meeting"


def next_meeting(home: Home) -> None:
    """One line: when, where, and the way there; nothing without a date."""
    coming = home.next_meeting
    if coming is None:
        return
    where = " · ".join(one for one in (told(coming.starts_at, home.zone), coming.place) if one)
    st.page_link(
        page_of("reunion" if coming.meeting_id else "reunions"),
        label=plain(t("accueil-next-meeting", where=where)),
        icon=":material/event_note:",
        query_params={"reunion": str(coming.meeting_id)} if coming.meeting_id else None,
    )


def asks_meeting() -> bool:
    """Whether changes are told since the last meeting."""
    return bool(st.session_state.get(SINCE) == MEETING)


def since(home: Home) -> None:
    """The choice, when a meeting was held; and the words that changed since, in all fiches."""
    held = home.last_meeting
    if held is None:
        return
    names = {VISIT: t("accueil-since-visit"), MEETING: _name(held, home.zone)}
    st.segmented_control(
        t("changes-since"),
        tuple(names),
        default=VISIT,
        required=True,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key=SINCE,
    )


def caption(home: Home) -> str:
    """Since when, as a sentence, when it is the meeting."""
    held = home.last_meeting
    if held is None or not asks_meeting():
        return ""
    return plain(t("accueil-since-meeting", title=held.title, when=told(held.starts_at, home.zone)))


def _name(held: LastMeeting, zone: str) -> str:
    return t("accueil-since-last-meeting", day=day(local(held.starts_at, zone).date()))
