"""Everybody in the group, by structure, with their role."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from pages.members import _table
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from workspace.kernel.actor import Actor, Role
from workspace.members.service import view_structures


def draw(actor: Actor) -> None:
    """Draw what each role does and who has it, then the table."""
    lines = [line for one in view_structures(actor) for line in one.members]
    counts = Counter(line.role for line in lines)
    for role in Role:
        name = t(f"role-{role.value}")
        st.markdown(f"**{name}** ({counts[role]})  \n:small[{t(f'role-{role.value}-help')}]")
    _table.draw(
        t("reglages-people"),
        (t("reglages-person"), t("structures-structure"), t("structures-role")),
        [
            [
                f"{line.name}, {line.title}" if line.title else line.name,
                line.structure_name,
                t(f"role-{line.role.value}"),
            ]
            for line in lines
        ],
    )
    st.page_link(page_of("structures"), label=t("reglages-people-where"), icon=":material/groups:")
