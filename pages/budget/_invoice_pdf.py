"""An invoice from its paper: the file is kept as it came, what is read in it is shown, a person takes it over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pandas as pd
import streamlit as st

from budget.documents.rules import LARGEST_FILE
from budget.documents.service import keep_file
from budget.spending import invoices
from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceProposal, ReadFrom
from pages.budget._invoice_words import typed
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.messages import attempt, sentence
from pages.shell.session import require_actor
from pages.widgets.files import file_field
from pages.widgets.plain import plain
from workspace.kernel.dates import typed_day
from workspace.kernel.errors import RuleBroken


def document_id(key: str) -> UUID | None:
    """The file that was kept for this form."""
    found = _found(key)
    return found.document_id if found else None


def missing(key: str) -> tuple[str, ...]:
    """The mentions that were looked for in it and not found."""
    found = _found(key)
    return found.missing if found else ()


def _found(key: str) -> InvoiceProposal | None:
    kept: InvoiceProposal | None = st.session_state.get(f"{key}:proposal")
    return kept


def offer(desk: InvoiceDesk, key: str) -> None:
    """Ask for the file; once it is kept, show what was read in it."""
    with st.expander(t("invoice-file"), icon=":material/upload_file:", expanded=True):
        file = file_field(
            t("invoice-file-choose"),
            megabytes=LARGEST_FILE >> 20,
            type=["pdf", "xml"],
            help=t("invoice-file-help"),
            key=f"{key}.file",
        )
        if file is not None and st.session_state.get(f"{key}:name") != file.file_id:
            with attempt():
                st.session_state[f"{key}:name"] = file.file_id
                kept = keep_file(require_actor(), file.name, file.getvalue())
                st.session_state[f"{key}:proposal"] = invoices.read_document(require_actor(), kept)
        found = _found(key)
        if found is not None:
            _told(desk, found, key)


def _told(desk: InvoiceDesk, found: InvoiceProposal, key: str) -> None:
    st.caption(t("invoice-file-kept", name=plain(found.document_name)))
    if found.problem:
        st.warning(sentence(RuleBroken(found.problem, **found.values)), icon=":material/info:")
        return
    shown = _shown(desk, found)
    if not shown:
        st.info(t("invoice-file-nothing"), icon=":material/info:")
        return
    heading = t("invoice-read-facturx" if found.source is ReadFrom.FACTURX else "invoice-read-pdf")
    st.table(pd.DataFrame({heading: shown}).rename_axis(t("invoice-file-field")))
    if found.prepaid_cents:
        st.info(t("invoice-prepaid-help"), icon=":material/info:")
    for code, stated, computed, where in found.doubts:
        st.warning(
            t(f"invoice-doubt-{code.lower()}", where=plain(where), stated=money(stated), computed=money(computed)),
            icon=":material/difference:",
        )
    st.button(t("invoice-take"), icon=":material/south:", key=f"{key}.take", on_click=_take, args=(found, key))


def _shown(desk: InvoiceDesk, found: InvoiceProposal) -> dict[str, str]:
    names = {one.supplier_id: one.name for one in desk.suppliers}
    said = {
        t("invoice-supplier"): names.get(found.supplier_id, "") if found.supplier_id else "",
        t("field-invoice-number"): found.number,
        t("invoice-issued"): day(found.issued_on) if found.issued_on else "",
        t("invoice-due"): day(found.due_on) if found.due_on else "",
        t("invoice-net"): money(found.net_cents) if found.net_cents is not None else "",
        t("invoice-vat"): money(found.vat_cents) if found.vat_cents is not None else "",
        t("invoice-gross"): money(found.gross_cents) if found.gross_cents is not None else "",
        t("invoice-prepaid"): money(found.prepaid_cents) if found.prepaid_cents else "",
        t("invoice-rounding"): money(found.rounding_cents) if found.rounding_cents else "",
    }
    if found.source is ReadFrom.FACTURX:
        said = {t("invoice-kind"): t(f"invoice-kind-{found.kind.value.replace('_', '-')}")} | said
    return {label: plain(value) for label, value in said.items() if value}


def _take(found: InvoiceProposal, key: str) -> None:
    """Bring what was found into the fields; the person still checks and saves."""
    state = st.session_state
    read = {
        "supplier": found.supplier_id,
        "number": found.number,
        "issued": found.issued_on,
        "due": found.due_on,
        "net": typed(found.net_cents),
        "vat": typed(found.vat_cents),
        "gross": typed(found.gross_cents),
        "kind": found.kind if found.source is ReadFrom.FACTURX else None,
    }
    for field, value in read.items():
        if value:
            state[f"{key}.{field}"] = typed_day(value) if isinstance(value, date) else value
