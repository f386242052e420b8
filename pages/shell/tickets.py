"""From a one-time ticket to the cookie: the bridge in the page posts it to our own route, then loads anew."""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

import streamlit as st
from chemise_editor import bridge
from streamlit.navigation.page import StreamlitPage

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


def land_on(page: StreamlitPage) -> None:
    """Remember the page that was asked for, with its query: the visit goes on there after the sign-in."""
    query = urlencode(st.query_params.to_dict())
    st.session_state[state.LANDING] = f"/{page.url_path}?{query}" if query else f"/{page.url_path}"


def _then() -> str:
    """Where to land; never on a page that holds a used link, because only the gate remembers a landing."""
    return str(st.session_state.get(state.LANDING, "/"))


def sign_out() -> None:
    """End the session and load the door."""
    bridge(
        {"act": "close_session", "path": "/session/close", "then": "/", "nonce": st.session_state[state.SIGN_OUT]},
        key="shell.signout",
    )
