"""The visual that the group chose for the folder, with the way to the decision; nothing before the first."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.decisions.service import view_visual

HEIGHT = "14rem"


def chosen_visual() -> None:
    """Draw it where the group should see it."""
    visual = view_visual(require_actor())
    if visual is None:
        return
    alt = text_of(t("visual-picture", name=visual.name))
    look = f"display:block;max-width:100%;width:auto;max-height:{HEIGHT}"
    draw(f'<img src="/pictures/{visual.pictures[0]}?w=640" alt="{alt}" style="{look}" loading="lazy">')
    st.page_link(
        page_of("decision"),
        label=plain(t("visual-chosen", name=visual.name, number=visual.number)),
        icon=":material/how_to_vote:",
        query_params={"decision": str(visual.proposal_id)},
    )
