"""Where a meeting stands, and the acts on the whole of it: change, call off, close the minutes, reopen, take away."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.meetings import _form, _when
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.more import Act, more
from pages.widgets.offers import Offer, offer
from pages.widgets.plain import plain
from workspace.meetings import service
from workspace.meetings.rules import REASON_LENGTH
from workspace.meetings.words import MeetingView, Stage


def head(view: MeetingView) -> None:
    """Day and place, the state, the buttons."""
    place = f" · {text_of(view.draft.place)}" if view.draft.place else ""
    draw(f'<p class="cf cm-when"><b>{_when.told(view.draft.starts_at, view.zone)}</b>{place}</p>')
    if view.draft.video and view.stage in {Stage.AHEAD, Stage.HELD}:
        st.link_button(t("meeting-join"), view.draft.video, icon=":material/videocam:")
    _state(view)
    able = view.abilities
    called_off = view.stage is Stage.CANCELLED
    offers: tuple[Offer, ...] = (
        (able.may_close, "meeting-close", "lock", lambda: _open_close(view), "primary"),
        (able.may_reopen, "meeting-reopen", "lock_open", lambda: _open_reopen(view), "secondary"),
        (able.may_cancel and called_off, "meeting-hold", "event_available", lambda: _hold(view), "secondary"),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        offer(offers, room="reunion")
        for suffix in ("pdf", "docx"):
            address = f"/meetings/{view.meeting_id}.{suffix}"
            st.link_button(t(f"meeting-get-{suffix}"), address, icon=":material/download:", type="tertiary")
        rare: tuple[Act, ...] = (
            (able.may_change, "meeting-change", "edit", lambda: _form.open_change(view)),
            (able.may_cancel and not called_off, "meeting-cancel", "event_busy", lambda: _open_cancel(view)),
        )
        more(rare, key="reunion.more")


def _state(view: MeetingView) -> None:
    if view.stage is Stage.CANCELLED:
        st.warning(t("meeting-cancelled"), icon=":material/event_busy:")
    elif view.closed_at is not None:
        told = t("meeting-closed-on", when=when(view.closed_at, view.zone), name=view.closed_by)
        st.info(plain(told), icon=":material/lock:")
    elif view.reopened_at is not None:
        at = when(view.reopened_at, view.zone)
        told = t("meeting-reopened-on", when=at, name=view.reopened_by, reason=view.reopen_reason)
        st.warning(plain(told), icon=":material/lock_open:")


def _open_close(view: MeetingView) -> None:
    st.dialog(t("meeting-close-title"))(_close)(view)


def _close(view: MeetingView) -> None:
    st.write(t("meeting-close-text"))
    if not view.attendance.people:
        st.warning(t("meeting-close-nobody"), icon=":material/warning:")
    if st.button(t("meeting-close-yes"), type="primary", key="reunion.close.yes"):
        with attempt() as outcome:
            service.close_minutes(require_actor(), view.meeting_id)
        if outcome.ok:
            _done("meeting-closed")


def _open_reopen(view: MeetingView) -> None:
    st.dialog(t("meeting-reopen-title"))(_reopen)(view)


def _reopen(view: MeetingView) -> None:
    st.write(t("meeting-reopen-text"))
    with st.form("reunion.reopen", border=False, enter_to_submit=False):
        reason = st.text_input(t("field-reason"), max_chars=REASON_LENGTH, key="reunion.reopen.reason")
        sends = st.form_submit_button(t("meeting-reopen-yes"), type="primary")
    if sends:
        with attempt() as outcome:
            service.reopen_minutes(require_actor(), view.meeting_id, reason)
        if outcome.ok:
            _done("meeting-reopened")


def _open_cancel(view: MeetingView) -> None:
    st.dialog(t("meeting-cancel-title"))(_cancel)(view)


def _cancel(view: MeetingView) -> None:
    st.write(t("meeting-cancel-text"))
    if st.button(t("meeting-cancel-yes"), type="primary", key="reunion.cancel.yes"):
        with attempt() as outcome:
            service.cancel_meeting(require_actor(), view.meeting_id, cancelled=True)
        if outcome.ok:
            _done("meeting-called-off")


def _hold(view: MeetingView) -> None:
    with attempt() as outcome:
        service.cancel_meeting(require_actor(), view.meeting_id, cancelled=False)
    if outcome.ok:
        _done("meeting-held-again")


def _done(key: str) -> None:
    flash(key)
    st.rerun()
