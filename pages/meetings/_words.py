"""Agenda and minutes: one live text, written by several at once, locked when the minutes are closed."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _thread
from pages.shell.i18n import t
from pages.widgets.writing import writing
from workspace.kernel.actor import Actor
from workspace.livetext import service as livetext
from workspace.meetings.words import AGENDA, MINUTES, MeetingView, Stage


def words(actor: Actor, view: MeetingView) -> None:
    """The editor, mounted once, outside of reruns."""
    _thread.found(actor, view.text_id)
    # Before the meeting one opens the agenda, from then on the minutes.
    order = (AGENDA, MINUTES) if view.stage is Stage.AHEAD else (MINUTES, AGENDA)
    ticket = livetext.issue_ticket(actor, view.text_id)
    fragments = [
        {
            "name": name,
            "label": t(f"meeting-{name}"),
            "hint": t(f"meeting-{name}-hint"),
            "placeholder": t(f"meeting-{name}-placeholder"),
        }
        for name in order
    ]
    writing(
        actor, view.text_id, ticket, fragments,
        fiches=view.fiches,
        structures=view.structures,
        adds_pictures=ticket.can_write,
        key=f"reunion.editor.{view.text_id}.{order[0]}",
    )  # fmt: skip
    if not ticket.can_write and not ticket.locked:
        st.caption(t("meeting-read-only"))
