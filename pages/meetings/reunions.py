"""Réunions: the next one, those that are prepared, those held, and what is still to do."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.meetings import _actions, _form, _when, keys
from pages.meetings._scene import address, use_style
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.meetings import service
from workspace.meetings.words import MeetingLine, MeetingsView, Stage


def page() -> None:
    """Draw the list."""
    actor = require_actor()
    view = service.view_meetings(actor)
    use_style()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(t("menu-reunions"), anchor=False, width="content")
        label = t("meeting-new")
        if view.may_create and st.button(label, type="primary", icon=":material/add_circle:", key=keys.NEW):
            _form.open_new(view.announced, view.zone)
    st.caption(t("meetings-lead"))
    if not view.ahead and not view.held:
        st.info(t("meetings-none" if view.may_create else "meetings-none-read"), icon=":material/event_note:")
        return
    _ahead(view)
    if view.open_actions:
        st.header(t("meetings-open-actions", count=len(view.open_actions)), anchor=False)
        _actions.listed(view.open_actions, source=True)
    if view.held:
        st.header(t("meetings-held"), anchor=False)
        _lines(view.held, view.zone, t("meetings-held"))


def _ahead(view: MeetingsView) -> None:
    st.header(t("meetings-ahead"), anchor=False)
    if view.ahead:
        _lines(view.ahead, view.zone, t("meetings-ahead"))
        return
    if view.announced is None or view.announced.meeting_id is not None:
        st.write(t("meetings-ahead-none"))
        return
    place = f" · {plain(view.announced.place)}" if view.announced.place else ""
    st.markdown(f"**{_when.told(view.announced.starts_at, view.zone)}**{place}")
    st.caption(t("meetings-announced"))


def _lines(lines: tuple[MeetingLine, ...], zone: str, label: str) -> None:
    items = "".join(_line(one, zone) for one in lines)
    draw(f'<div class="cf"><ul class="cd-lines" aria-label="{label}">{items}</ul></div>')


def _line(one: MeetingLine, zone: str) -> str:
    facts = [text_of(one.place)] if one.place else []
    if one.structures:
        facts.append(t("meeting-structures-present", count=one.structures))
    if one.actions:
        facts.append(t("meetings-to-do", count=one.actions))
    state = t(f"meeting-stage-{one.stage.value}") if one.stage is not Stage.AHEAD else ""
    return (
        f'<li><div><a class="cf-name" href="{address(one.meeting_id)}">{text_of(one.title)}</a>'
        f'<p class="cf-soft">{" · ".join(facts)}</p></div>'
        f'<div class="cd-end"><p>{_when.told(one.starts_at, zone)}</p><p class="cf-soft">{state}</p></div></li>'
    )


page()
