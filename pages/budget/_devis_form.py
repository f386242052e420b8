"""The form of a devis: its facts, its lines and totals in grids of text cells, the rights it cedes.

Nothing is checked while somebody types; what will not do is said when they save, and everything typed stays.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import checking, pricing, service
from budget.quotes.devis_words import CededRight, DevisDesk, DevisDraft, DevisView, TypedLine, TypedTotal
from budget.quotes.typed import draft_of, read_pasted
from budget.quotes.words import SupplierView, VatRounding
from budget.rates.rules import artist_bp, vat_bp
from budget.rates.words import RateTable
from pages.budget import _devis_grids, _devis_pdf
from pages.budget._devis_cost import cost
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day, read_day_if_any, typed_day

K = "devis.form"
OPEN = f"{K}:open"
GIVEN = f"{K}:given"
ROUND = f"{K}:round"
USUAL = f"{K}:usual"
BLANK_LINES = 5


def begin(view: DevisView | None, rates: RateTable) -> None:
    """Open the form on what is kept now, or on a new devis; for `on_click`. Lines start at the usual rate of VAT."""
    end()
    st.session_state[USUAL] = f"{vat_bp(rates, utc_now().date())[0] / 100:g}".replace(".", ",")
    st.session_state[OPEN] = view.devis_id if view else "new"
    fill(draft_of(view) if view else None)


def fill(given: DevisDraft | None) -> None:
    """Show this draft in the fields and the grids, in the place of what stood there."""
    state = st.session_state
    state[GIVEN] = given
    state[ROUND] = state.get(ROUND, 0) + 1
    state[f"{K}.supplier"] = given.supplier_id if given else None
    state[f"{K}.asked"] = given.invitation_id if given else None
    state[f"{K}.kind"] = given.kind if given else LineKind.PRINTING
    state[f"{K}.label"] = given.label if given else ""
    state[f"{K}.number"] = given.number if given else ""
    state[f"{K}.issued"] = typed_day(given.issued_on if given else _today())
    state[f"{K}.valid"] = typed_day(given.valid_until if given else None)
    state[f"{K}.rounding"] = given.rounding if given else VatRounding.TOTAL
    state[f"{K}.note"] = given.note if given else ""
    lines = given.lines if given else tuple(TypedLine(rate=state.get(USUAL, "")) for _ in range(BLANK_LINES))
    state[f"{K}:lines"] = _devis_grids.frame([asdict(one) for one in lines], _devis_grids.LINE)
    stated = given.stated if given else (TypedTotal(),)
    state[f"{K}:stated"] = _devis_grids.frame([asdict(one) for one in stated], _devis_grids.STATED)
    rights = given.rights if given else ()
    state[f"{K}:rights"] = _devis_grids.frame([asdict(one) for one in rights], _devis_grids.RIGHT)


def end() -> None:
    """Close the form and forget what was typed; for `on_click` too."""
    for key in [key for key in st.session_state if str(key).startswith(K)]:
        del st.session_state[key]


def is_open(view: DevisView | None) -> bool:
    """Whether the form is open on that devis, or on a new one."""
    return bool(st.session_state.get(OPEN) == (view.devis_id if view else "new"))


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
    lines = _grid(partial(_devis_grids.lines, usual=st.session_state.get(USUAL, "")), "lines")
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
    stated = _grid(_devis_grids.stated, "stated")
    st.header(t("field-devis-rights"), anchor=False)
    st.caption(t("devis-rights-help"))
    rights = _grid(_devis_grids.rights, "rights")
    note = st.text_area(t("field-devis-note"), height=90, key=f"{K}.note")
    if supplier_id is None:
        return None
    given: DevisDraft | None = st.session_state.get(GIVEN)
    return DevisDraft(
        supplier_id=supplier_id,
        kind=kind or LineKind.OTHER,
        label=label,
        number=number,
        issued_on=_today(),
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


def _today() -> date:
    return local(utc_now(), require_actor().zone).date()


def _dated(typed: DevisDraft) -> DevisDraft:
    """With the days that are typed; raises RuleBroken for what is none, when somebody saves or tries."""
    state = st.session_state
    return replace(typed, issued_on=read_day(state[f"{K}.issued"]), valid_until=read_day_if_any(state[f"{K}.valid"]))


def _grid(draw_grid: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a grid as they stand; its first rows are kept apart so that typing is not lost at each run."""
    shown: pd.DataFrame = st.session_state[f"{K}:{name}"]
    taken = st.session_state.get(f"{K}:{name}-round", 0)
    rows: list[dict[str, Any]] = draw_grid(shown, f"{K}.{name}.{st.session_state[ROUND]}.{taken}")
    return rows


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
