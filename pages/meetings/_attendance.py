"""Who took part: told structure by structure, and noted in three lists, one a state."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.meetings import keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.meetings import service
from workspace.meetings.words import AttendanceDraft, Attendant, GuestDraft, MeetingView, Presence

SIGNS = {Presence.PRESENT: "✓", Presence.EXCUSED: "○", Presence.ABSENT: "–"}
GUESTS_HEIGHT = 90


def attendance(view: MeetingView) -> None:
    """The list, and the form of who may note it."""
    st.header(t("meeting-attendance"), anchor=False)
    if view.attendance.people:
        count = view.attendance.structures
        lists = "".join(_list(one, view.attendance.of(one)) for one in Presence)
        draw(f'<div class="cf"><p><b>{t("meeting-structures-present", count=count)}</b></p>{lists}</div>')
    else:
        st.caption(t("meeting-attendance-none"))
    if view.abilities.may_attend:
        with st.expander(t("meeting-attendance-note"), expanded=False):
            _form(view)


def _list(presence: Presence, people: tuple[Attendant, ...]) -> str:
    """One line a structure, guests last; nothing for a state in which nobody is."""
    if not people:
        return ""
    by_home: dict[str, list[str]] = {}
    for one in people:
        home = text_of(one.detail) if one.person_id else t("meeting-guests")
        guest_role = f" ({text_of(one.detail)})" if one.person_id is None and one.detail else ""
        by_home.setdefault(home, []).append(f"{text_of(one.name)}{guest_role}")
    lines = "".join(f"<li><b>{home}</b> {', '.join(names)}</li>" for home, names in by_home.items())
    label = t(f"meeting-{presence.value}", count=len(people))
    return (
        f'<section class="cm-people cm-{presence.value}" aria-label="{label}">'
        f'<p><span aria-hidden="true">{SIGNS[presence]}</span> {label}</p><ul>{lines}</ul></section>'
    )


def _form(view: MeetingView) -> None:
    key = f"{keys.ATTEND}.{view.attendance.stamp[:12]}"
    names = {one.person_id: f"{one.name} · {one.structure}" for one in view.invited}
    chosen: dict[Presence, list[UUID]] = {}
    with st.form(key, border=False):
        st.caption(t("meeting-attendance-help"))
        for presence in Presence:
            noted = [one.person_id for one in view.attendance.of(presence) if one.person_id in names]
            chosen[presence] = st.multiselect(
                t(f"meeting-{presence.value}-choose"),
                tuple(names),
                default=noted,
                format_func=names.__getitem__,
                placeholder=t("meeting-choose-people"),
                key=f"{key}.{presence.value}",
            )
        guests = st.text_area(
            t("field-guests"),
            "\n".join(_line(one) for one in view.attendance.people if one.person_id is None),
            help=t("meeting-guests-help"),
            height=GUESTS_HEIGHT,
            key=f"{key}.guests",
        )
        sends = st.form_submit_button(t("meeting-attendance-save"), type="primary")
    if not sends:
        return
    draft = AttendanceDraft(
        present=tuple(chosen[Presence.PRESENT]),
        excused=tuple(chosen[Presence.EXCUSED]),
        absent=tuple(chosen[Presence.ABSENT]),
        guests=tuple(_guest(line) for line in guests.splitlines() if line.strip()),
        stamp=view.attendance.stamp,
    )
    with attempt() as outcome:
        service.note_attendance(require_actor(), view.meeting_id, draft)
    if outcome.ok:
        flash("meeting-attendance-saved")
        st.rerun()


def _line(guest: Attendant) -> str:
    return f"{guest.name}, {guest.detail}" if guest.detail else guest.name


def _guest(line: str) -> GuestDraft:
    """« Name, as whom »."""
    name, _, role = line.partition(",")
    return GuestDraft(name=name.strip(), role=role.strip())
