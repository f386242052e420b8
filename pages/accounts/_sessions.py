"""My open sessions: where I am signed in, and ending one or all the others."""

from __future__ import annotations

import secrets

import streamlit as st

from pages.accounts._devices import device
from pages.shell import state
from pages.shell.formats import ago
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_person
from workspace.accounts.service import end_other_sessions, end_session, list_sessions
from workspace.accounts.words import SessionLine
from workspace.kernel.actor import Actor


def draw() -> None:
    """Draw the list, the current session first."""
    actor = require_person()
    lines = sorted(list_sessions(actor), key=lambda line: not line.is_current)
    st.header(t("compte-sessions"), anchor=False)
    st.caption(t("compte-sessions-lead"))
    with st.container(border=True):
        for line in lines:
            _line(actor, line)
        if len(lines) > 1:
            _end_others(actor)


def _line(actor: Actor, line: SessionLine) -> None:
    seen = t("compte-session-here") if line.is_current else t("compte-session-seen", ago=ago(line.last_seen_at))
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"**{device(line.agent)}**  \n:small[{seen}]", width="stretch")
        label = t("shell-sign-out" if line.is_current else "compte-session-end")
        if st.button(label, type="tertiary", key=f"compte.session.{line.session_id}"):
            if line.is_current:
                st.session_state[state.SIGN_OUT] = secrets.token_hex(8)
                st.rerun()
            with attempt() as outcome:
                end_session(actor, line.session_id)
            if outcome.ok:
                flash("compte-session-ended")
                st.rerun()


def _end_others(actor: Actor) -> None:
    if st.button(t("compte-sessions-end"), icon=":material/devices_off:", key="compte.sessions.end"):
        with attempt() as outcome:
            ended = end_other_sessions(actor)
        if outcome.ok:
            flash("compte-sessions-ended", count=ended)
            st.rerun()
