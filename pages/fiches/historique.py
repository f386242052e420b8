"""Historique: the moments of a fiche; compare two of them, replay, go back to one."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _history_compare, _history_replay, _history_timeline, _history_wordings
from pages.fiches._diff import use_diff_style
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.plain import plain
from workspace.history import service

COMPARE, REPLAY = "compare", "replay"


def page() -> None:
    """Draw the history of the fiche that the address names."""
    actor = require_actor()
    view = asked(actor, "fiche", service.view_history)
    if view is None:
        st.page_link(page_of("fiches"), label=t("fiche-back"), icon=":material/arrow_back:")
        st.title(t("fiche-missing-title"), anchor=False)
        st.write(t("fiche-missing-text"))
        return
    query = {"fiche": str(view.fiche_id)}
    st.page_link(page_of("fiche"), label=t("history-back"), icon=":material/arrow_back:", query_params=query)
    use_style()
    use_diff_style()
    st.title(plain(t("history-of", title=view.title)), anchor=False)
    if view.is_locked:
        st.info(t("history-locked"), icon=":material/lock:")
    shown = st.segmented_control(
        t("history-view"),
        (COMPARE, REPLAY),
        default=COMPARE,
        format_func=lambda one: t("history-view-compare" if one == COMPARE else "history-view-replay"),
        label_visibility="collapsed",
        key="history.view",
    )
    if shown == REPLAY:
        _history_replay.replay(view)
        return
    st.page_link(page_of("changements"), label=t("changes-one"), icon=":material/event:", query_params=query)
    _history_compare.compare(view)
    _history_wordings.wordings(view)
    _history_timeline.timeline(view)


page()
