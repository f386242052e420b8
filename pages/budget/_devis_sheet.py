"""One devis, read: its facts, what its lots cost the group, its lines, the rights it cedes, what can be done."""

from __future__ import annotations

import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import service
from budget.quotes.devis_words import DevisView
from budget.quotes.rules import line_net
from budget.quotes.words import DevisState
from budget.rates.words import RateTable
from pages.budget import _devis_state
from pages.budget._devis_cost import cost
from pages.budget._devis_words import price, rate, standing
from pages.budget._grid import grid
from pages.fiches._scene import text_of
from pages.shell.formats import day, money, number
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain, plain_lines

# Work of an author: what is not ceded cannot be printed again.
CREATIONS = frozenset({LineKind.DESIGN, LineKind.WEB})


def draw(view: DevisView, rates: RateTable) -> None:
    """The whole sheet."""
    st.page_link(page_of("devis"), label=t("devis-back"), icon=":material/arrow_back:")
    st.title(plain(view.supplier), anchor=False)
    st.markdown(f"{plain(view.label)} · {t('devis-numbered', number=plain(view.number), day=day(view.issued_on))}")
    st.markdown(standing(view))
    if view.reason:
        st.info(t("devis-reason", reason=plain(view.reason)), icon=":material/format_quote:")
    _acts(view, rates)
    st.header(t("devis-cost"), anchor=False)
    st.caption(t(f"devis-cost-{view.status.value.replace('_', '-')}"))
    cost(view.lots, view.rounding)
    st.header(t("field-devis-lines"), anchor=False)
    _lines(view)
    if view.rights or view.kind in CREATIONS:
        _rights(view)
    if view.note:
        st.header(t("field-devis-note"), anchor=False)
        st.markdown(plain_lines(view.note))
    if view.document_id is not None and not view.abilities.may_read_file:
        st.caption(t("document-kept-private"))
    elif view.document_id is not None:
        st.link_button(
            t("devis-document", name=view.document_name),
            f"/budget/document/{view.document_id}",
            icon=":material/download:",
        )


def _acts(view: DevisView, rates: RateTable) -> None:
    able = view.abilities
    if not (able.may_change or able.may_sort):
        return
    with st.container(horizontal=True):
        st.button(
            t("devis-change"), icon=":material/edit:", key="devis.change", on_click=_devis_state.begin,
            args=(view, rates),
        )  # fmt: skip
        if view.state in {DevisState.RECEIVED, DevisState.REFUSED} and st.button(
            t("devis-to-shortlisted"), icon=":material/playlist_add_check:", key="devis.shortlisted"
        ):
            _sort(view, DevisState.SHORTLISTED)
        if view.state in {DevisState.SHORTLISTED, DevisState.REFUSED} and st.button(
            t("devis-to-received"), icon=":material/undo:", key="devis.received"
        ):
            _sort(view, DevisState.RECEIVED)
        if view.state is not DevisState.REFUSED and st.button(
            t("devis-to-refused"), icon=":material/block:", key="devis.refused"
        ):
            st.dialog(t("devis-to-refused"))(_refuse)(view)
    if view.state is DevisState.EXPIRED:
        st.warning(t("devis-expired-help"), icon=":material/event_busy:")


def _refuse(view: DevisView) -> None:
    with st.form("devis.refuse", border=False):
        reason = st.text_input(t("field-reason"), help=t("devis-refuse-help"), key="devis.refuse.reason")
        sends = st.form_submit_button(t("devis-to-refused"), type="primary", key="devis.refuse.yes")
    if sends:
        _sort(view, DevisState.REFUSED, reason)


def _sort(view: DevisView, state: DevisState, reason: str = "") -> None:
    with attempt() as outcome:
        service.sort_devis(require_actor(), view.devis_id, state, reason)
    if outcome.ok:
        flash("devis-sorted", state=t(f"devis-state-{state.value}"))
        st.rerun()


def _lines(view: DevisView) -> None:
    names = ("line-kind", "line-copies", "line-quantity", "line-price", "line-net", "line-rate")
    grid(
        t("field-devis-lines"),
        [(t(name), "") for name in names],
        [
            (
                one.label,
                (
                    _kind(one.kind.value, kept=one.kept),
                    number(one.copies) if one.copies else "–",
                    number(float(one.quantity)),
                    price(one.unit_price),
                    money(line_net(one.unit_price, one.quantity)),
                    rate(one.vat_bp),
                ),
            )
            for one in view.lines
        ],
        corner=t("field-line-label"),
    )


def _kind(kind: str, *, kept: bool) -> str:
    name = t(f"line-kind-{kind}")
    return t("line-option-kept", kind=name) if kept else name


def _rights(view: DevisView) -> None:
    st.header(t("field-devis-rights"), anchor=False)
    if not view.rights:
        st.caption(t("devis-rights-none"))
        return
    names = ("extent", "destination", "place", "duration")
    grid(
        t("field-devis-rights"),
        [(t(f"field-right-{name}"), "") for name in names],
        [(one.name, [text_of(getattr(one, name)) or "–" for name in names]) for one in view.rights],
        corner=t("field-right-name"),
    )
    if not all(one.is_complete for one in view.rights):
        st.warning(t("devis-rights-short"), icon=":material/copyright:")
