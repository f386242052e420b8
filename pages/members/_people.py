"""The people of a structure."""

from __future__ import annotations

import streamlit as st

from pages.members import _dialogs
from pages.members._member import MANAGE
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.members.words import StructureView


def listing(view: StructureView) -> None:
    """Who is there, with their role."""
    if not view.members:
        st.caption(t("structures-nobody" if view.abilities.may_invite else "structures-nobody-read"))
    for line in view.members:
        said = " · ".join(part for part in (t(f"role-{line.role.value}"), line.title) if part)
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(f"**{plain(line.name)}**  \n:small[{plain(said)}]", width="stretch")
            if line.may_change or line.may_remove or line.may_reset:
                st.button(
                    t("structures-manage"),
                    help=t("structures-manage-help", name=plain(line.name)),
                    type="tertiary",
                    key=f"{MANAGE}.{line.member_id}",
                    on_click=_dialogs.ask,
                    args=(MANAGE, line.member_id),
                )
