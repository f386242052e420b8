"""Title and accroche: what changed, word by word, and going back to the words of before."""

from __future__ import annotations

import streamlit as st

from pages.fiches._diff import draw_comparison
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.history import service
from workspace.history.words import HistoryView, WordingChange

SHOWN = 3


def wordings(view: HistoryView) -> None:
    """The latest changes, the older ones folded; nothing when there was none."""
    if not view.wordings:
        return
    st.header(t("wording-title"), anchor=False)
    if not view.may_reword:
        st.caption(t("wording-read"))
    for one in view.wordings[:SHOWN]:
        _change(view, one)
    older = view.wordings[SHOWN:]
    if older:
        with st.expander(t("wording-older", count=len(older))):
            for one in older:
                _change(view, one)


def _change(view: HistoryView, one: WordingChange) -> None:
    at = when(one.at, view.zone)
    said = t("wording-by", name=one.author, when=at) if one.author else at
    with st.container(border=True):
        st.caption(plain(said))
        draw_comparison(one.comparison, label=said, legend=False)
        if view.may_reword and st.button(
            t("wording-restore", when=at),
            icon=":material/settings_backup_restore:",
            key=f"history.wording.{one.wording_id}",
        ):
            with attempt() as outcome:
                service.restore_wording(require_actor(), view.fiche_id, one.wording_id)
            if outcome.ok:
                flash("wording-restored")
                st.rerun()
