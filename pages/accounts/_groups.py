"""The groups I am in, and going from one to another."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.widgets.plain import plain
from workspace.accounts.service import switch_group
from workspace.accounts.words import ProfileView
from workspace.kernel.actor import Actor


def draw(actor: Actor, profile: ProfileView) -> None:
    """Draw the list; the group one is in is marked."""
    st.header(t("compte-groups"), anchor=False)
    if not profile.groups:
        st.write(t("shell-no-group-text"))
        return
    with st.container(border=True):
        for group_id, name in profile.groups:
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                if group_id == profile.current_group_id:
                    st.markdown(f"**{plain(name)}**  \n:small[{t('compte-group-here')}]", width="stretch")
                else:
                    st.markdown(plain(name), width="stretch")
                    if st.button(t("compte-group-enter"), type="tertiary", key=f"compte.group.{group_id}"):
                        _enter(actor, group_id, name)


def _enter(actor: Actor, group_id: UUID, name: str) -> None:
    with attempt() as outcome:
        switch_group(actor, group_id)
    if outcome.ok:
        flash("compte-group-entered", name=plain(name))
        st.rerun()
