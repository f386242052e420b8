"""Ce qui a changé: since a date, word by word, in all fiches or in one; before a meeting, after an absence."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from pages.fiches import _changes_since
from pages.fiches._diff import draw_comparison, said, use_diff_style
from pages.fiches._scene import draw, text_of
from pages.fiches._style import use_style
from pages.shell.formats import number, when
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.plain import plain
from workspace.history import service
from workspace.history.words import ChangesView, FicheChange


def page() -> None:
    """Draw what changed since the chosen instant."""
    actor = require_actor()
    one = asked(actor, "fiche", service.view_history)
    back = ("historique", "changes-back") if one else ("fiches", "fiche-back")
    query = {"fiche": str(one.fiche_id)} if one else None
    st.page_link(page_of(back[0]), label=t(back[1]), icon=":material/arrow_back:", query_params=query)
    use_style()
    use_diff_style()
    st.title(plain(t("changes-of", title=one.title)) if one else t("changes-title"), anchor=False)
    st.caption(t("changes-lead-one" if one else "changes-lead"))
    since = _changes_since.chosen(actor)
    with attempt():
        if one:
            _draw_one(service.view_changes(actor, since, one.fiche_id), since)
        else:
            _draw(service.view_changes(actor, since), since)
    if one:
        st.page_link(page_of("changements"), label=t("changes-all"), icon=":material/difference:")


def _draw_one(view: ChangesView, since: datetime) -> None:
    if not view.fiches:
        st.info(t("changes-none", when=when(since, view.zone)), icon=":material/check:")
        return
    st.markdown(f"**{said(view.fiches[0].comparison)}**")
    _comparison(view.fiches[0], view.zone)


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
        _comparison(one, zone)
        query = {"fiche": str(one.fiche_id)}
        with st.container(horizontal=True):
            st.page_link(page_of("fiche"), label=t("changes-open"), icon=":material/description:", query_params=query)
            st.page_link(
                page_of("historique"), label=t("history-title"), icon=":material/history:", query_params=query
            )


def _comparison(one: FicheChange, zone: str) -> None:
    by = "changes-by" if one.authors else "changes-plain"
    st.caption(plain(t(by, names=", ".join(one.authors), when=when(one.changed_at, zone))))
    if one.since is None:
        st.caption(t("changes-new"))
    draw_comparison(one.comparison, label=one.title)


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
