"""The questions that were set aside: bring one back, or erase it for good."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _trame_dialogs, keys
from pages.fiches._trame_edit import change, words
from pages.shell.i18n import t
from pages.shell.messages import attempt
from workspace.kernel.actor import Actor
from workspace.outline.words import BringBack, OutlineView


def aside(actor: Actor, view: OutlineView) -> None:
    """One of them, chosen in a list; nothing when there is none."""
    lines = {one.line.line_id: one for one in view.lines if one.line.is_aside}
    if not lines:
        return
    with st.container(border=True):
        which = st.selectbox(
            t("outline-aside-count", count=len(lines)),
            tuple(lines),
            format_func=lambda one: words(lines[one]),
            key=keys.TRAME_ASIDE,
        )
        with st.container(horizontal=True):
            back = st.button(t("outline-back"), icon=":material/undo:", key="trame.back")
            # A proposal accounts for every question of the trame in use; only its own new ones can go.
            erasable = view.variant_id is None or not lines[which].line.sources
            if erasable and st.button(t("outline-erase"), type="tertiary", key="trame.erase"):
                _trame_dialogs.open_erase(view, lines[which])
    if back:
        with attempt() as outcome:
            change(actor, view.variant_id, BringBack(line_id=which))
        if outcome.ok:
            st.session_state[keys.TRAME_NEXT] = which
            st.rerun()
