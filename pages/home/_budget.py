"""Where the budget stands, in one figure."""

from __future__ import annotations

import streamlit as st

from budget.envelope.service import view_glance
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.session import require_actor


def draw() -> None:
    """What is left of the latest envelope; nothing when there is none."""
    told = view_glance(require_actor())
    if told is not None:
        st.metric(t("accueil-budget-left"), money(told.free_to_maximum_cents), border=True)
