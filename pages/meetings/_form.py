"""The fields of a meeting, to prepare one and to change one. What was typed stays when something is refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages.meetings import _when, keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.days import check_days, instant_now
from workspace.kernel.clock import local, utc_now
from workspace.meetings import service
from workspace.meetings.rules import PLACE_LENGTH, TITLE_LENGTH
from workspace.meetings.words import Announced, MeetingDraft, MeetingView

WEEKS_AHEAD = timedelta(weeks=3)


def open_new(announced: Announced | None, zone: str) -> None:
    """Prepare a meeting, on the date that the last one gave when there is one."""
    st.dialog(t("meeting-new"))(_new)(announced, zone)


def _new(announced: Announced | None, zone: str) -> None:
    given = announced if announced is not None and announced.meeting_id is None else None
    later = local(utc_now() + WEEKS_AHEAD, zone).date()
    start = given.starts_at if given else datetime.combine(later, _when.AFTERNOON, ZoneInfo(zone))
    with st.form(keys.NEW, border=False, enter_to_submit=False):
        draft = _fields(MeetingDraft(title="", starts_at=start, place=given.place if given else ""), zone, keys.NEW)
        st.caption(t("meeting-past-allowed"))
        sends = st.form_submit_button(t("meeting-create"), type="primary")
    if not sends:
        return
    made = None
    with attempt():
        check_days(keys.NEW)
        made = service.create_meeting(require_actor(), draft)
    if made is not None:
        flash("meeting-created")
        st.switch_page(page_of("reunion"), query_params={keys.MEETING: str(made)})


def open_change(view: MeetingView) -> None:
    """Change title, day, hour, place."""
    st.dialog(t("meeting-change"))(_change)(view.meeting_id, view.draft, view.zone)


def _change(meeting_id: UUID, draft: MeetingDraft, zone: str) -> None:
    key = f"{keys.EDIT}.{draft.version}"
    with st.form(key, border=False, enter_to_submit=False):
        changed = _fields(draft, zone, key)
        sends = st.form_submit_button(t("meeting-save"), type="primary")
    if not sends:
        return
    with attempt() as outcome:
        check_days(key)
        service.change_meeting(require_actor(), meeting_id, changed)
    if outcome.ok:
        flash("meeting-saved")
        st.rerun()


def _fields(draft: MeetingDraft, zone: str, key: str) -> MeetingDraft:
    title = st.text_input(
        t("field-meeting-title"),
        draft.title,
        placeholder=t("meeting-title-example"),
        max_chars=TITLE_LENGTH,
        key=f"{key}.title",
    )
    starts_at = instant_now(t("meeting-day"), draft.starts_at, zone, key)
    place = st.text_input(t("field-place"), draft.place, max_chars=PLACE_LENGTH, key=f"{key}.place")
    video = st.text_input(
        t("meeting-video"), draft.video, placeholder="https://", help=t("meeting-video-help"), key=f"{key}.video"
    )
    return MeetingDraft(title=title, starts_at=starts_at, place=place, video=video, version=draft.version)
