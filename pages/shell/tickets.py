"""From a one-time ticket to the cookie: the bridge in the page posts it to our own route, then loads anew."""

from __future__ import annotations

import secrets

import streamlit as st
from chemise_editor import bridge

from pages.shell import state
from pages.shell.i18n import t


def waiting() -> bool:
    """Whether a ticket is on its way to the browser."""
    return state.TICKET in st.session_state


def use_ticket(ticket: str | None = None) -> None:
    """Hand a new ticket to the browser, or go on handing over the one that waits."""
    if ticket is not None:
        st.session_state[state.TICKET] = ticket
        st.session_state[state.TICKET_NONCE] = secrets.token_hex(8)
        st.rerun()
    if not waiting():
        return
    st.write(t("gate-opening"))
    answer = bridge(
        {
            "act": "open_session",
            "ticket": st.session_state[state.TICKET],
            "path": "/session/open",
            "then": _then(),
            "nonce": st.session_state[state.TICKET_NONCE],
            "failed": t("gate-open-failed"),
        },
        key="gate.bridge",
    )
    if getattr(answer, "failed", None):
        del st.session_state[state.TICKET]
        st.error(t("gate-open-failed"))


def _then() -> str:
    """Where to land: the page that was asked for; never a page that holds a used link."""
    asked = st.session_state.get(state.LANDING)
    return str(asked) if asked else "."


def sign_out() -> None:
    """End the session and load the door."""
    bridge(
        {"act": "close_session", "path": "/session/close", "then": "/", "nonce": st.session_state[state.SIGN_OUT]},
        key="shell.signout",
    )
