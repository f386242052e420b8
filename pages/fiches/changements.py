"""Ce qui a changé: in all fiches since a date, word by word; before a meeting, after an absence."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from pages.fiches import _changes_since
from pages.fiches._diff import draw_comparison, use_diff_style
from pages.fiches._scene import draw, text_of
from pages.fiches._style import use_style
from pages.shell.formats import number, when
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.history import service
from workspace.history.words import ChangesView, FicheChange


def page() -> None:
    """Draw what changed since the chosen instant."""
    actor = require_actor()
    st.page_link(page_of("fiches"), label=t("fiche-back"), icon=":material/arrow_back:")
    use_style()
    use_diff_style()
    st.title(t("changes-title"), anchor=False)
    st.caption(t("changes-lead"))
    since = _changes_since.chosen(actor)
    with attempt():
        _draw(service.view_changes(actor, since), since)


def _draw(view: ChangesView, since: datetime) -> None:
    instant = when(since, view.zone)
    if not view.fiches:
        st.info(t("changes-none", when=instant), icon=":material/check:")
        return
    told = t("changes-count", count=len(view.fiches), when=instant)
    st.markdown(f"**{told}** {t('changes-unchanged', count=view.unchanged)}")
    for one in view.fiches:
        _fiche(one, view.zone)
    with st.expander(t("changes-table")):
        _table(view)


def _fiche(one: FicheChange, zone: str) -> None:
    added, removed = number(one.comparison.words_added), number(one.comparison.words_removed)
    label = plain(t("changes-fiche", title=one.title, added=added, removed=removed))
    # Kept folded: what is inside travels to the browser only when it is opened.
    opened = st.expander(label, on_change="rerun", key=f"changes.{one.fiche_id}")
    with opened:
        if not opened.open:
            return
        by = "changes-by" if one.authors else "changes-plain"
        st.caption(plain(t(by, names=", ".join(one.authors), when=when(one.changed_at, zone))))
        if one.since is None:
            st.caption(t("changes-new"))
        draw_comparison(one.comparison, label=one.title)
        query = {"fiche": str(one.fiche_id)}
        with st.container(horizontal=True):
            st.page_link(page_of("fiche"), label=t("changes-open"), icon=":material/description:", query_params=query)
            st.page_link(
                page_of("historique"), label=t("history-title"), icon=":material/history:", query_params=query
            )


def _table(view: ChangesView) -> None:
    keys = ("changes-column-fiche", "changes-column-added", "changes-column-removed", "changes-column-authors")
    heads = "".join(f'<th scope="col">{t(key)}</th>' for key in keys)
    rows = "".join(
        f'<tr><th scope="row">{text_of(one.title)}</th><td>{number(one.comparison.words_added)}</td>'
        f"<td>{number(one.comparison.words_removed)}</td><td>{text_of(', '.join(one.authors))}</td></tr>"
        for one in view.fiches
    )
    draw(
        f'<div class="cf"><table class="cf-versions"><caption class="cf-sr">{t("changes-title")}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


page()
