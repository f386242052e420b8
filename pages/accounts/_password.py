"""Changing one's password. The rule stands before the fields; a refused one stays typed."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from workspace.accounts.rules import PASSWORD_MINIMUM
from workspace.accounts.service import change_password
from workspace.accounts.words import ProfileView
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken

FIELDS = ("current", "new", "again")
DONE = "compte.password:done"


def draw(actor: Actor, profile: ProfileView) -> None:
    """Draw the form; somebody without a password (the example's people) is told so."""
    st.header(t("compte-password"), anchor=False)
    if not profile.has_password:
        st.caption(t("compte-password-none"))
        return
    if st.session_state.pop(DONE, False):
        # Set, not forgotten: the browser keeps showing what stands in a field that is only forgotten here.
        for name in FIELDS:
            st.session_state[f"compte.password.{name}"] = ""
    with st.form("compte.password"):
        current = _field("current", "current-password")
        st.caption(t("compte-password-rule", minimum=PASSWORD_MINIMUM))
        new = _field("new", "new-password")
        again = _field("again", "new-password")
        if st.form_submit_button(t("compte-password-save"), type="primary", key="compte.password.save"):
            _save(actor, current, new, again)


def _field(name: str, autocomplete: str) -> str:
    label = t(f"compte-password-{name}")
    return st.text_input(label, type="password", autocomplete=autocomplete, key=f"compte.password.{name}") or ""


def _save(actor: Actor, current: str, new: str, again: str) -> None:
    with attempt() as outcome:
        if new != again:
            raise RuleBroken("error-password-differ")
        change_password(actor, current, new)
    if outcome.ok:
        st.session_state[DONE] = True
        flash("compte-password-saved")
        st.rerun()
