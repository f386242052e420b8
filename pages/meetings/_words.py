"""Agenda and minutes: one live text, written by several at once, locked when the minutes are closed."""

from __future__ import annotations

import streamlit as st
from chemise_editor import live_editor

from pages.fiches import _thread
from pages.fiches._fiche_editor import color_of
from pages.shell.i18n import language, t
from workspace.kernel.actor import Actor
from workspace.livetext import service as livetext
from workspace.meetings.words import AGENDA, MINUTES, MeetingView, Stage


def words(actor: Actor, view: MeetingView) -> None:
    """The editor, mounted once, outside of reruns."""
    _thread.found(actor, view.text_id)
    # Before the meeting one opens the agenda, from then on the minutes.
    order = (AGENDA, MINUTES) if view.stage is Stage.AHEAD else (MINUTES, AGENDA)
    ticket = livetext.issue_ticket(actor, view.text_id)
    fiches = [{"id": str(key), "title": name} for key, name in view.fiches]
    structures = [{"id": str(key), "title": name} for key, name in view.structures]
    live_editor(
        {
            "text_id": str(view.text_id),
            "socket_path": "/livetext/ws",
            "token": ticket.token,
            "ticket_path": f"/livetext/ticket/{view.text_id}",
            "fragments": [
                {
                    "name": name,
                    "label": t(f"meeting-{name}"),
                    "hint": t(f"meeting-{name}-hint"),
                    "placeholder": t(f"meeting-{name}-placeholder"),
                }
                for name in order
            ],
            "me": {"person_id": str(actor.person_id), "name": actor.name, "color": color_of(actor)},
            "can_write": ticket.can_write,
            "lang": language(),
            "links": {"fiches": fiches, "structures": structures},
            "comments_path": f"/comments/{view.text_id}",
            "upload_path": f"/pictures?group={actor.group_id}" if ticket.can_write else None,
        },
        key=f"reunion.editor.{view.text_id}.{order[0]}",
    )
    if not ticket.can_write and not ticket.locked:
        st.caption(t("meeting-read-only"))
