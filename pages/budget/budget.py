"""Budget: how much is left of the envelope, really? The sentence, its chart, what to look at, what is committed."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from budget.envelope import service
from budget.envelope.words import Budget, EnvelopeView
from pages.budget import _charts, _commitments, _envelope, _glance, _timeline, keys
from pages.budget._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain

QUERY = "enveloppe"


def page() -> None:
    """Draw the envelope that the address names, or the latest."""
    actor = require_actor()
    budget = service.view_budget(actor, _asked())
    use_style()
    st.title(t("menu-budget"), anchor=False)
    if budget.shown is None:
        _empty(budget)
        return
    _which(budget, budget.shown)
    view = budget.shown
    _glance.sentence(view)
    _charts.bullet(view)
    _glance.figures(view.position)
    _glance.alerts(view.alerts)
    _commitments.draw(view, budget.zone)
    _glance.lines(view)
    _envelope.actions(view)
    left, right = st.columns(2, gap="large")
    with left:
        _charts.waterfall(view)
    with right:
        _timeline.timeline(view, budget.today)
    _exports(view)


def _asked() -> UUID | None:
    try:
        return UUID(st.query_params.get(QUERY, ""))
    except ValueError:
        return None


def _empty(budget: Budget) -> None:
    """Nothing yet: what it is for, and the first step."""
    if not budget.may_create:
        st.info(t("budget-none-read"), icon=":material/savings:")
        return
    st.info(t("budget-none"), icon=":material/savings:")
    _envelope.form(None, budget.today.year)


def _which(budget: Budget, view: EnvelopeView) -> None:
    if len(budget.envelopes) > 1:
        names = {
            one.envelope_id: t("budget-envelope-of", title=one.title, year=str(one.year)) for one in budget.envelopes
        }
        picked = st.selectbox(
            t("budget-envelope"),
            tuple(names),
            index=tuple(names).index(view.envelope_id),
            format_func=names.__getitem__,
            key=f"{keys.WHICH}.{view.envelope_id}",
        )
        if picked != view.envelope_id:
            st.query_params[QUERY] = str(picked)
            st.rerun()
    else:
        st.header(plain(t("budget-envelope-of", title=view.title, year=str(view.year))), anchor=False)
    if view.source:
        st.caption(plain(t("budget-source-line", source=view.source)))
    if view.is_closed:
        st.info(t("budget-closed", year=str(view.year)), icon=":material/lock:")


def _exports(view: EnvelopeView) -> None:
    st.header(t("budget-exports"), anchor=False)
    base = f"/budget/envelopes/{view.envelope_id}"
    with st.container(horizontal=True):
        st.link_button(t("budget-statement"), f"{base}.pdf", icon=":material/picture_as_pdf:")
        st.link_button(t("budget-xlsx"), f"{base}.xlsx", icon=":material/table:")
        st.link_button(t("budget-csv"), f"{base}.csv", icon=":material/download:")
        st.link_button(t("budget-xlsx-international"), f"{base}.xlsx?form=international", icon=":material/table:")
        st.link_button(t("budget-csv-international"), f"{base}.csv?form=international", icon=":material/download:")
    st.page_link(page_of("ecritures"), label=t("budget-to-ledger"), icon=":material/menu_book:")
    st.page_link(page_of("taux"), label=t("rates-title"), icon=":material/percent:")


page()
