"""Removing the example group."""

from __future__ import annotations

import secrets

import streamlit as st

from pages.members import _dialogs
from pages.shell import state
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor, visit_facts
from workspace.welcome.service import remove_example

REMOVE = "example.remove"


def draw(*, may_anywhere: bool) -> None:
    """The button, for who sits at this machine or looks after the installation."""
    if not (may_anywhere or visit_facts().is_loopback):
        return
    st.divider()
    st.header(t("reglages-example"), anchor=False)
    st.write(t("reglages-example-text"))
    st.button(
        t("shell-example-remove"),
        icon=":material/delete:",
        key="reglages.example",
        on_click=_dialogs.ask,
        args=(REMOVE,),
    )
    if _dialogs.asked(REMOVE)[0]:
        _dialogs.show(t("shell-example-remove-title"), _confirm)


def _confirm() -> None:
    actor = require_actor()
    st.write(t("shell-example-remove-text"))
    if st.button(t("shell-example-remove-yes"), type="primary", key="reglages.example.yes", width="stretch"):
        with attempt() as outcome:
            remove_example(actor, is_loopback=visit_facts().is_loopback)
        if outcome.ok:
            st.session_state[state.SIGN_OUT] = secrets.token_hex(8)
            _dialogs.done()
