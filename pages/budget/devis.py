"""Devis: those received, one of them under `?devis=…`, and the form to enter one."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import service
from budget.quotes.devis_words import DevisDesk, DevisView
from pages.budget import _devis_form, _devis_sheet, _devis_state
from pages.budget._devis_words import costs_line, standing
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.links import show_in_address
from pages.widgets.plain import plain

QUERY = "devis"


def page() -> None:
    """Draw the devis that the address names, the form, or the list."""
    actor = require_actor()
    desk = service.view_devis_list(actor)
    use_style()
    asked = st.query_params.get(QUERY, "")
    show_in_address({QUERY: asked})
    chosen = _named(desk, asked)
    if _devis_state.is_open(chosen):
        _devis_form.draw(desk, chosen)
    elif chosen is not None:
        _devis_sheet.draw(chosen, desk.rates)
    else:
        if asked:
            st.warning(t("devis-unknown"), icon=":material/search_off:")
        _listing(desk)


def _named(desk: DevisDesk, asked: str) -> DevisView | None:
    try:
        wanted = UUID(asked)
    except ValueError:
        return None
    return next((one for one in desk.devis_list if one.devis_id == wanted), None)


def _listing(desk: DevisDesk) -> None:
    st.title(t("menu-devis"), anchor=False)
    st.caption(t("devis-lead"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if desk.may_enter:
            st.button(
                t("devis-enter"), type="primary", icon=":material/add:", key="devis.enter",
                on_click=_devis_state.begin, args=(None, desk.rates), disabled=not desk.suppliers,
            )  # fmt: skip
        st.page_link(page_of("devis_compare"), label=t("devis-compare"), icon=":material/compare_arrows:")
        st.page_link(page_of("devis_demande"), label=t("devis-request"), icon=":material/outgoing_mail:")
        st.page_link(page_of("suppliers"), label=t("suppliers-title"), icon=":material/storefront:")
    if not desk.devis_list:
        with st.container(border=True):
            st.header(t("devis-empty-title"), anchor=False)
            first = "devis-empty-text" if desk.suppliers else "devis-empty-suppliers"
            st.write(t(first if desk.may_enter else "devis-empty-read"))
            if desk.may_enter and not desk.suppliers:
                st.page_link(page_of("suppliers"), label=t("suppliers-add"), icon=":material/add:")
        return
    order = tuple(LineKind)
    ranked = sorted(desk.devis_list, key=lambda one: order.index(one.kind))
    for kind, found in groupby(ranked, key=lambda one: one.kind):
        st.header(t(f"devis-kind-{kind.value}"), anchor=False)
        for view in found:
            _card(view)


def _card(view: DevisView) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.page_link(
            page_of("devis"),
            label=f"**{plain(view.supplier)}** · {plain(view.label)}",
            icon=":material/request_quote:",
            query_params={QUERY: str(view.devis_id)},
        )
        st.markdown(standing(view))
        st.markdown(costs_line(view))
        if any(lot.is_off for lot in view.lots):
            st.caption(t("devis-off"))


page()
