"""Contributions: who brings what. The key, pledges with calls and receipts, and beside them what is in kind."""

from __future__ import annotations

import streamlit as st

from budget.contributions import service
from pages.contributions import _in_kind, _key, _money, _overview
from pages.decisions._scene import use_style
from pages.shell.i18n import t
from pages.shell.session import require_actor

SECTIONS = {
    "overview": _overview.draw,
    "key": _key.draw,
    "money": _money.draw,
    "in-kind": _in_kind.draw,
}
QUERY = "partie"


def page() -> None:
    """Draw the part that was chosen; one's own structure stands above them all."""
    actor = require_actor()
    view = service.view_contributions(actor)
    use_style()
    st.title(t("menu-contributions"), anchor=False)
    st.caption(t("contributions-lead"))
    _overview.own(view)
    asked = st.query_params.get(QUERY, "")
    chosen = st.segmented_control(
        t("contributions-section"),
        tuple(SECTIONS),
        default=asked if asked in SECTIONS else "overview",
        required=True,
        format_func=lambda one: t(f"contributions-section-{one}"),
        key="contributions.section",
    )
    SECTIONS[chosen or "overview"](view)


page()
