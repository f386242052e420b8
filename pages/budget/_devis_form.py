"""The form of a devis: its facts, its lines and totals in grids of text cells, the rights it cedes.

Nothing is checked while somebody types; what will not do is said when they save, and everything typed stays.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import checking, pricing, service
from budget.quotes.devis_words import CededRight, DevisDesk, DevisDraft, DevisView, TypedLine, TypedTotal
from budget.quotes.typed import read_pasted
from budget.quotes.words import SupplierView, VatRounding
from budget.rates.rules import artist_bp
from budget.rates.words import RateTable
from pages.budget import _devis_grids, _devis_pdf
from pages.budget._devis_cost import cost
from pages.budget._devis_state import GIVEN, USUAL, K, end, group_day, rows_of
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day, read_day_if_any


def draw(desk: DevisDesk, view: DevisView | None) -> None:
    """Draw the form; `view` None enters a new devis."""
    st.title(t("devis-change") if view else t("devis-enter"), anchor=False)
    known = {one.supplier_id: one for one in desk.suppliers if not one.is_archived or _is_of(one, view)}
    _devis_pdf.offer(desk.suppliers, K)
    with st.form(f"{K}.form", border=False, enter_to_submit=False):
        typed = _ask(known, _open_requests(desk, view), view)
        with st.container(horizontal=True):
            saves = st.form_submit_button(t("devis-save"), type="primary", key=f"{K}.save")
            tries = st.form_submit_button(t("devis-try"), icon=":material/calculate:", key=f"{K}.try")
            st.form_submit_button(t("devis-cancel"), type="tertiary", key=f"{K}.cancel", on_click=end)
    if typed is None:
        if saves or tries:
            st.error(t("devis-no-supplier"), icon=":material/error:")
    elif saves:
        _save(view, typed)
    elif tries:
        _show(typed, known[typed.supplier_id], desk.rates)


def _is_of(supplier: SupplierView, view: DevisView | None) -> bool:
    return view is not None and view.supplier_id == supplier.supplier_id


def _open_requests(desk: DevisDesk, view: DevisView | None) -> dict[UUID, str]:
    """Requests without an answer, and the one that this devis answers, by name."""
    mine = view.devis_id if view else None
    return {one.invitation_id: f"{one.title} – {one.supplier}" for one in desk.asked if one.devis_id in {None, mine}}


def _ask(known: dict[UUID, SupplierView], asked: dict[UUID, str], view: DevisView | None) -> DevisDraft | None:
    """What is typed now but its days (`_dated`); None while no supplier is chosen."""
    supplier_id = st.selectbox(
        t("devis-supplier"), tuple(known), index=None, format_func=lambda one: known[one].name,
        placeholder=t("invoice-supplier-choose"), key=f"{K}.supplier",
    )  # fmt: skip
    kind = st.selectbox(
        t("devis-kind"), tuple(LineKind), format_func=lambda one: t(f"devis-kind-{one.value}"), key=f"{K}.kind"
    )
    invitation_id = None
    if asked:
        invitation_id = st.selectbox(
            t("devis-asked"), tuple(asked), index=None, format_func=asked.__getitem__, help=t("devis-asked-help"),
            placeholder=t("devis-asked-none"), key=f"{K}.asked",
        )  # fmt: skip
    label = st.text_input(t("field-devis-label"), placeholder=t("devis-label-example"), key=f"{K}.label")
    one, two, three = st.columns(3)
    number = one.text_input(t("field-devis-number"), key=f"{K}.number")
    day_field(t("devis-issued"), None, key=f"{K}.issued", place=two)
    day_field(t("devis-valid"), None, key=f"{K}.valid", place=three)
    st.header(t("field-devis-lines"), anchor=False)
    st.caption(t("devis-lines-help"))
    lines = rows_of(partial(_devis_grids.lines, usual=st.session_state.get(USUAL, "")), "lines")
    with st.expander(t("devis-paste"), icon=":material/content_paste:"):
        pasted = st.text_area(t("devis-paste-field"), help=t("devis-paste-help"), height=110, key=f"{K}.pasted")
    rounding = st.radio(
        t("devis-rounding"),
        tuple(VatRounding),
        format_func=lambda one: t(f"devis-rounding-{one.value}"),
        help=t("devis-rounding-help"),
        horizontal=True,
        key=f"{K}.rounding",
    )
    st.header(t("devis-stated"), anchor=False)
    st.caption(t("devis-stated-help"))
    stated = rows_of(_devis_grids.stated, "stated")
    st.header(t("field-devis-rights"), anchor=False)
    st.caption(t("devis-rights-help"))
    rights = rows_of(_devis_grids.rights, "rights")
    note = st.text_area(t("field-devis-note"), height=90, key=f"{K}.note")
    if supplier_id is None:
        return None
    given: DevisDraft | None = st.session_state.get(GIVEN)
    return DevisDraft(
        supplier_id=supplier_id,
        kind=kind or LineKind.OTHER,
        label=label,
        number=number,
        issued_on=group_day(),
        valid_until=None,
        rounding=rounding or VatRounding.TOTAL,
        lines=(*(TypedLine(**one) for one in lines), *read_pasted(pasted)),
        stated=tuple(TypedTotal(**one) for one in stated),
        rights=tuple(CededRight(**one) for one in rights),
        note=note,
        document_id=_devis_pdf.document_id(K) or (given.document_id if given else None),
        invitation_id=invitation_id,
        version=view.version if view else 0,
    )


def _dated(typed: DevisDraft) -> DevisDraft:
    """With the days that are typed; raises RuleBroken for what is none, when somebody saves or tries."""
    state = st.session_state
    return replace(typed, issued_on=read_day(state[f"{K}.issued"]), valid_until=read_day_if_any(state[f"{K}.valid"]))


def _show(typed: DevisDraft, supplier: SupplierView, rates: RateTable) -> None:
    """The totals of what is typed, nothing saved."""
    with attempt():
        dated = _dated(typed)
        _, lines, stated = checking.clean_devis(dated)
        bp = artist_bp(rates, dated.issued_on)
        cost(pricing.lot_views(lines, stated, dated.rounding, supplier.draft.status, bp), dated.rounding)


def _save(view: DevisView | None, typed: DevisDraft) -> None:
    made = None
    with attempt():
        if view is None:
            made = service.enter_devis(require_actor(), _dated(typed))
        else:
            service.change_devis(require_actor(), view.devis_id, _dated(typed))
            made = view.devis_id
    if made is not None:
        flash("devis-saved", number=plain(typed.number.strip()))
        end()
        st.query_params["devis"] = str(made)
        st.rerun()
