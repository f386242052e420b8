"""Réunion: agenda and minutes written live, who was there, decisions, actions, the next date."""

from __future__ import annotations

import streamlit as st

from pages.meetings import _actions, _attendance, _decisions, _head, _next, _words, keys
from pages.meetings._scene import other, use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.plain import plain
from workspace.meetings import service
from workspace.meetings.words import MeetingView, Stage


def page() -> None:
    """Draw the meeting that the address names."""
    actor = require_actor()
    st.page_link(page_of("reunions"), label=t("meeting-back"), icon=":material/arrow_back:")
    view = asked(actor, keys.MEETING, service.view_meeting)
    if view is None:
        st.title(t("meeting-missing-title"), anchor=False)
        st.write(t("meeting-missing-text"))
        return
    use_style()
    st.title(plain(view.draft.title), anchor=False)
    _head.head(view)
    _words.words(actor, view)
    _attendance.attendance(view)
    _decisions.decisions(view)
    _actions.actions(view)
    _next.following(view)
    _around(view)


def _around(view: MeetingView) -> None:
    """What changed in the fiches since, and the meeting before."""
    if view.stage in {Stage.HELD, Stage.CLOSED}:
        since = {"depuis": str(view.meeting_id)}
        label = t("meeting-changes-since")
        st.page_link(page_of("changements"), label=label, icon=":material/difference:", query_params=since)
    if view.previous is not None:
        other(t("meeting-previous", title=view.previous.title), view.previous.meeting_id)


page()
