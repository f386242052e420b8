"""The fields of an invoice's form: whose it is, what it answers to, its facts and amounts."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

import streamlit as st

from budget.quotes.words import SupplierStatus
from budget.rates.rules import artist_bp
from budget.spending.rules import NUMBER_LENGTH, REASON_LENGTH
from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceKind, InvoiceStanding
from pages.budget._rate_words import percent
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.widgets.days import day_field
from workspace.kernel.dates import read_day
from workspace.kernel.errors import RuleBroken

K = "invoice.form"
CORRECTED = (InvoiceStanding.OVERDUE, InvoiceStanding.TO_PAY, InvoiceStanding.TO_REFUND, InvoiceStanding.PAID)


def facts() -> tuple[str, str, str]:
    """(the number, the invoice's day, the day it is due) as typed."""
    one, two, three = st.columns(3)
    number = one.text_input(t("field-invoice-number"), max_chars=NUMBER_LENGTH, key=f"{K}.number")
    issued = day_field(t("invoice-issued"), None, key=f"{K}.issued", place=two)
    due = day_field(t("invoice-due"), None, key=f"{K}.due", place=three, help=t("invoice-due-help"))
    return number, issued, due


def amounts() -> tuple[str, str, str]:
    """(without VAT, VAT, with VAT) as typed; no VAT is nothing."""
    one, two, three = st.columns(3)
    net = one.text_input(t("invoice-net"), placeholder="1 250,00", key=f"{K}.net")
    vat = two.text_input(t("invoice-vat"), placeholder="250,00", help=t("invoice-vat-help"), key=f"{K}.vat")
    gross = three.text_input(t("invoice-gross"), placeholder="1 500,00", key=f"{K}.gross")
    return net, vat.strip() or "0", gross


def side(desk: InvoiceDesk, supplier_id: UUID | None, issued: str) -> bool:
    """Whether the contribution on an artist-author's fee is owed; due by default, with a switch."""
    found = next((one for one in desk.suppliers if one.supplier_id == supplier_id), None)
    if found is None or found.draft.status is not SupplierStatus.ARTIST_AUTHOR:
        return False
    # A field that is given its value by the session must not be given another here.
    st.session_state.setdefault(f"{K}.side", True)
    day = desk.today
    with suppress(RuleBroken):  # what is no day is said on saving
        day = read_day(issued)
    rate = percent(artist_bp(desk.rates, day))
    return bool(st.toggle(t("invoice-side-due", rate=rate), help=t("invoice-side-help"), key=f"{K}.side"))


def over() -> str:
    """Why it may go over its commitment."""
    return st.text_input(
        t("invoice-over-reason"), max_chars=REASON_LENGTH, help=t("invoice-over-help"), key=f"{K}.over"
    )


def supplier(desk: InvoiceDesk) -> UUID | None:
    """Whose invoice it is."""
    known = {one.supplier_id: one.name for one in desk.suppliers if not one.is_archived}
    return st.selectbox(
        t("invoice-supplier"), tuple(known), index=None, format_func=known.__getitem__,
        placeholder=t("invoice-supplier-choose"), key=f"{K}.supplier",
    )  # fmt: skip


def target(desk: InvoiceDesk, supplier_id: UUID | None) -> tuple[UUID | None, UUID | None]:
    """(the commitment it answers to, its line): the commitment's own line, or one that is chosen."""
    known = {one.commitment_id: one for one in desk.commitments if one.supplier_id == supplier_id}
    chosen = None
    if known:
        chosen = st.selectbox(
            t("invoice-commitment"), (None, *known), index=1,
            format_func=lambda one: t("invoice-commitment-none") if one is None else t(
                "invoice-commitment-rest", label=known[one].label, rest=money(known[one].rest_cents)
            ),
            key=f"{K}.commitment",
        )  # fmt: skip
    if chosen is not None:
        return chosen, known[chosen].line_id
    lines = {one.line_id: f"{one.label} · {one.envelope_title} {one.year}" for one in desk.lines}
    line = st.selectbox(
        t("invoice-line"), tuple(lines), index=None, format_func=lines.__getitem__,
        placeholder=t("invoice-line-choose"), key=f"{K}.line",
    )  # fmt: skip
    return None, line


def corrected(desk: InvoiceDesk, supplier_id: UUID | None) -> UUID | None:
    """The invoice that a credit note takes off."""
    known = {
        one.invoice_id: f"{one.number} · {money(one.owed_cents)}"
        for one in desk.invoices
        if one.supplier_id == supplier_id and one.standing in CORRECTED and one.kind is not InvoiceKind.CREDIT_NOTE
    }
    return st.selectbox(
        t("invoice-corrects"), (None, *known), help=t("invoice-corrects-help"),
        format_func=lambda one: t("invoice-corrects-none") if one is None else known[one], key=f"{K}.corrects",
    )  # fmt: skip
