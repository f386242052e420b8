"""The date of the meeting after this one: agreed, put to a vote, prepared."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from pages.meetings import _form, _when, keys
from pages.meetings._scene import other
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.days import check_days, instant_now
from pages.widgets.plain import plain
from pages.widgets.proposing import propose_about
from workspace.kernel.clock import utc_now
from workspace.meetings import service
from workspace.meetings.rules import PLACE_LENGTH
from workspace.meetings.words import Announced, DatePoll, MeetingView

LATER = timedelta(weeks=4)


def following(view: MeetingView) -> None:
    """The date and its place; how to agree on one; the way to the meeting itself."""
    st.header(t("meeting-next"), anchor=False)
    if view.next_at is not None:
        place = f" · {plain(view.next_place)}" if view.next_place else ""
        st.markdown(f"**{_when.told(view.next_at, view.zone)}**{place}")
    else:
        st.caption(t("meeting-next-none"))
    if view.following is not None:
        line = view.following
        when = _when.told(line.starts_at, view.zone)
        other(t("meeting-following", title=line.title, when=when), line.meeting_id)
    elif view.next_at is not None and view.abilities.may_change:
        _prepare(Announced(meeting_id=None, title="", starts_at=view.next_at, place=view.next_place), view.zone)
    for poll in view.polls:
        _poll(view, poll)
    if view.abilities.may_plan:
        with st.expander(t("meeting-next-set")):
            _fields(view)
        if not view.polls:
            propose_about(f"meeting:{view.meeting_id}", "meeting-next-poll")


def _prepare(given: Announced, zone: str) -> None:
    if st.button(t("meeting-prepare-next"), icon=":material/event_note:", key=f"{keys.NEXT}.prepare"):
        _form.open_new(given, zone)


def _poll(view: MeetingView, poll: DatePoll) -> None:
    """A vote on the date, and one click to keep what it chose."""
    state = _when.told(poll.chosen_at, view.zone) if poll.chosen_at else t("meeting-decision-pending")
    st.page_link(
        page_of("decision"),
        label=plain(t("meeting-poll", title=poll.title, state=state)),
        icon=":material/how_to_vote:",
        query_params={"decision": str(poll.proposal_id)},
    )
    chosen = poll.chosen_at
    if chosen is None or chosen == view.next_at or not view.abilities.may_plan:
        return
    label = t("meeting-poll-keep", when=_when.told(chosen, view.zone))
    if st.button(label, icon=":material/event_available:", key=f"{keys.NEXT}.{poll.proposal_id}"):
        with attempt() as outcome:
            service.plan_next(require_actor(), view.meeting_id, chosen, view.next_place, version=view.draft.version)
        if outcome.ok:
            _done("meeting-next-saved")


def _fields(view: MeetingView) -> None:
    key = f"{keys.NEXT}.{view.draft.version}"
    given = view.next_at or max(utc_now(), view.draft.starts_at) + LATER
    with st.form(key, border=False, enter_to_submit=False):
        at = instant_now(t("meeting-day"), given, view.zone, key)
        place = st.text_input(
            t("field-place"), view.next_place or view.draft.place, max_chars=PLACE_LENGTH, key=f"{key}.place"
        )
        with st.container(horizontal=True):
            saves = st.form_submit_button(t("meeting-next-save"), type="primary")
            drops = view.next_at is not None and st.form_submit_button(t("meeting-next-drop"), type="tertiary")
    if not (saves or drops):
        return
    with attempt() as outcome:
        if saves:
            check_days(key)
        service.plan_next(require_actor(), view.meeting_id, None if drops else at, place, version=view.draft.version)
    if outcome.ok:
        _done("meeting-next-dropped" if drops else "meeting-next-saved")


def _done(key: str) -> None:
    flash(key)
    st.rerun()
