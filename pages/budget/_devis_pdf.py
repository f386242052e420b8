"""A devis from its PDF: the file is kept as it came, what is read in it is shown, and a person takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pandas as pd
import streamlit as st

from budget.documents.reading import read_pdf
from budget.documents.rules import LARGEST_FILE
from budget.documents.service import keep_file
from budget.quotes.devis_words import TypedTotal
from budget.quotes.proposing import Proposed, propose
from budget.quotes.typed import retyped
from budget.quotes.words import SupplierView
from pages.budget import _devis_grids
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.files import file_field
from pages.widgets.plain import plain
from workspace.kernel.dates import typed_day


def document_id(key: str) -> UUID | None:
    """The file that was kept for this form."""
    return st.session_state.get(f"{key}:document")


def offer(suppliers: Sequence[SupplierView], key: str) -> None:
    """Ask for the file; once it is kept, show what was read in it."""
    with st.expander(t("devis-pdf"), icon=":material/picture_as_pdf:", expanded=document_id(key) is not None):
        file = file_field(
            t("devis-pdf-file"),
            megabytes=LARGEST_FILE >> 20,
            type=["pdf"],
            help=t("devis-pdf-help"),
            key=f"{key}.file",
        )
        if file is not None and st.button(t("devis-pdf-read"), icon=":material/find_in_page:", key=f"{key}.read"):
            _keep(file.name, file.getvalue(), suppliers, key)
        if document_id(key) is not None:
            _told(suppliers, key)


def _keep(name: str, content: bytes, suppliers: Sequence[SupplierView], key: str) -> None:
    with attempt():
        state = st.session_state
        state[f"{key}:document"] = keep_file(require_actor(), name, content)
        reading = read_pdf(content)
        state[f"{key}:problem"] = reading.problem
        state[f"{key}:proposed"] = propose(reading, suppliers)


def _told(suppliers: Sequence[SupplierView], key: str) -> None:
    st.success(t("devis-pdf-kept"), icon=":material/inventory_2:")
    problem, proposed = st.session_state[f"{key}:problem"], st.session_state[f"{key}:proposed"]
    if problem:
        st.warning(t(problem), icon=":material/info:")
    elif proposed.is_empty:
        st.info(t("devis-pdf-nothing"), icon=":material/info:")
    else:
        names = {one.supplier_id: one.name for one in suppliers}
        st.table(pd.DataFrame({t("devis-pdf-found"): _found(proposed, names)}))
        st.caption(t("devis-pdf-check"))
        st.button(t("devis-pdf-take"), key=f"{key}.take", on_click=_take, args=(proposed, key))


def _found(proposed: Proposed, names: dict[UUID, str]) -> dict[str, str]:
    said = {
        "devis-supplier": plain(names[proposed.supplier_id]) if proposed.supplier_id else "",
        "field-devis-number": plain(proposed.number),
        "devis-issued": day(proposed.issued_on) if proposed.issued_on else "",
        "devis-valid": day(proposed.valid_until) if proposed.valid_until else "",
        "devis-net": money(proposed.net_cents) if proposed.net_cents is not None else "",
        "devis-vat": money(proposed.vat_cents) if proposed.vat_cents is not None else "",
        "devis-gross": money(proposed.gross_cents) if proposed.gross_cents is not None else "",
    }
    return {t(label): value for label, value in said.items() if value}


def _take(proposed: Proposed, key: str) -> None:
    """Bring what was found into the fields; the person still checks and saves."""
    state = st.session_state
    for field, value in (
        ("supplier", proposed.supplier_id),
        ("number", proposed.number),
        ("issued", proposed.issued_on),
        ("valid", proposed.valid_until),
    ):
        if value:
            state[f"{key}.{field}"] = typed_day(value) if isinstance(value, date) else value
    found = (proposed.net_cents, proposed.vat_cents, proposed.gross_cents)
    if any(one is not None for one in found):
        net, vat, gross = map(retyped, found)
        total = TypedTotal(net=net, vat=vat, gross=gross)
        row = {name: getattr(total, name) for name in _devis_grids.STATED}
        state[f"{key}:stated"] = _devis_grids.frame([row], _devis_grids.STATED)
        state[f"{key}:stated-round"] = state.get(f"{key}:stated-round", 0) + 1
