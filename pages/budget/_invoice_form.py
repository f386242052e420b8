"""The form of an invoice: its paper first, what was read in it proposed, then the figures that a person confirms.

Nothing is filled in before somebody takes it over; what will not do is said on saving, and all that was typed stays.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import streamlit as st

from budget.quotes.words import SupplierStatus
from budget.spending import invoices
from budget.spending.rules import NOTE_LENGTH, NUMBER_LENGTH, REASON_LENGTH, side_of
from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceDraft, InvoiceKind, InvoiceStanding, InvoiceView
from pages.budget import _invoice_pdf
from pages.budget._invoice_words import typed
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day, read_day_if_any, typed_day
from workspace.kernel.money import parse_amount

K = "invoice.form"
OPEN, GIVEN = f"{K}:open", f"{K}:given"
CORRECTED = (InvoiceStanding.OVERDUE, InvoiceStanding.TO_PAY, InvoiceStanding.TO_REFUND, InvoiceStanding.PAID)


def begin(view: InvoiceView | None) -> None:
    """Open the form on what is kept now, or on a new invoice; for `on_click`."""
    end()
    state, given = st.session_state, view.draft if view else None
    state[OPEN] = view.shown.invoice_id if view else "new"
    state[GIVEN] = given
    state[f"{K}.kind"] = given.kind if given else InvoiceKind.INVOICE
    state[f"{K}.due"] = typed_day(given.due_on if given else None)
    state[f"{K}.issued"] = typed_day(given.issued_on if given else local(utc_now(), require_actor().zone).date())
    if given is None:
        return
    for field, value in (
        ("supplier", given.supplier_id), ("commitment", given.commitment_id), ("line", given.line_id),
        ("number", given.number), ("corrects", given.corrects_id),
        ("side", bool(given.side_cents)), ("note", given.note), ("over", given.over_reason),
        ("net", typed(given.net_cents)), ("vat", typed(given.vat_cents)), ("gross", typed(given.gross_cents)),
        ("deducted", typed(given.deducted_cents or None)),
    ):  # fmt: skip
        state[f"{K}.{field}"] = value


def end() -> None:
    """Close the form and forget what was typed; for `on_click` too."""
    for key in [key for key in st.session_state if str(key).startswith(K)]:
        del st.session_state[key]


def is_open(invoice_id: UUID | None) -> bool:
    """Whether the form is open on that invoice, or on a new one."""
    return bool(st.session_state.get(OPEN) == (invoice_id or "new"))


def draw(desk: InvoiceDesk) -> None:
    """Draw the form."""
    given: InvoiceDraft | None = st.session_state.get(GIVEN)
    st.title(t("invoice-change") if given else t("invoice-enter"), anchor=False)
    _invoice_pdf.offer(desk, K)
    supplier_id = _supplier(desk)
    kind = st.pills(
        t("invoice-kind"), tuple(InvoiceKind), required=True,
        format_func=lambda one: t(f"invoice-kind-{one.value.replace('_', '-')}"), key=f"{K}.kind",
    )  # fmt: skip
    commitment_id, line_id = _target(desk, supplier_id)
    number, issued, due = _facts()
    amounts = _amounts()
    deducted, corrects_id = "", None
    if kind is InvoiceKind.CREDIT_NOTE:
        corrects_id = _corrected(desk, supplier_id)
    else:
        deducted = st.text_input(t("invoice-deducted"), help=t("invoice-deducted-help"), key=f"{K}.deducted")
    side = _side(desk, supplier_id)
    over = _over() if commitment_id is not None else ""
    note = st.text_area(t("field-invoice-note"), height=80, max_chars=NOTE_LENGTH, key=f"{K}.note")
    if not _sends():
        return
    if supplier_id is None or line_id is None:
        st.error(t("invoice-needs-line" if supplier_id else "invoice-needs-supplier"), icon=":material/error:")
        return
    with attempt() as outcome:
        net, vat, gross = (parse_amount(one) for one in amounts)
        draft = InvoiceDraft(
            supplier_id=supplier_id, line_id=line_id, commitment_id=commitment_id, corrects_id=corrects_id,
            kind=kind or InvoiceKind.INVOICE, number=number, issued_on=read_day(issued), due_on=read_day_if_any(due),
            net_cents=net, vat_cents=vat, gross_cents=gross, deducted_cents=parse_amount(deducted or "0"),
            over_reason=over, note=note,
            document_id=_invoice_pdf.document_id(K) or (given.document_id if given else None),
            warnings=_invoice_pdf.missing(K) or (given.warnings if given else ()),
            version=given.version if given else 0,
        )  # fmt: skip
        made = _save(draft, side=side)
    if outcome.ok:
        flash("invoice-saved", number=plain(number.strip()))
        end()
        st.query_params["facture"] = str(made)
        st.rerun()


def _facts() -> tuple[str, str, str]:
    """(the number, the invoice's day, the day it is due) as typed."""
    one, two, three = st.columns(3)
    number = one.text_input(t("field-invoice-number"), max_chars=NUMBER_LENGTH, key=f"{K}.number")
    issued = day_field(t("invoice-issued"), None, key=f"{K}.issued", place=two)
    due = day_field(t("invoice-due"), None, key=f"{K}.due", place=three, help=t("invoice-due-help"))
    return number, issued, due


def _amounts() -> tuple[str, str, str]:
    """(without VAT, VAT, with VAT) as typed; no VAT is nothing."""
    one, two, three = st.columns(3)
    net = one.text_input(t("invoice-net"), placeholder="1 250,00", key=f"{K}.net")
    vat = two.text_input(t("invoice-vat"), placeholder="250,00", help=t("invoice-vat-help"), key=f"{K}.vat")
    gross = three.text_input(t("invoice-gross"), placeholder="1 500,00", key=f"{K}.gross")
    return net, vat.strip() or "0", gross


def _side(desk: InvoiceDesk, supplier_id: UUID | None) -> bool:
    """Whether the contribution on an artist-author's fee is owed; due by default, with a switch."""
    found = next((one for one in desk.suppliers if one.supplier_id == supplier_id), None)
    if found is None or found.draft.status is not SupplierStatus.ARTIST_AUTHOR:
        return False
    # A field that is given its value by the session must not be given another here.
    st.session_state.setdefault(f"{K}.side", True)
    return bool(st.toggle(t("invoice-side-due"), help=t("invoice-side-help"), key=f"{K}.side"))


def _over() -> str:
    return st.text_input(
        t("invoice-over-reason"), max_chars=REASON_LENGTH, help=t("invoice-over-help"), key=f"{K}.over"
    )


def _sends() -> bool:
    with st.container(horizontal=True):
        saves = st.button(t("invoice-save"), type="primary", icon=":material/save:", key=f"{K}.save")
        st.button(t("invoice-form-close"), type="tertiary", key=f"{K}.close", on_click=end)
    return saves


def _save(draft: InvoiceDraft, *, side: bool) -> UUID:
    """Write what was typed; gives the invoice's id."""
    kept = replace(draft, side_cents=side_of(draft)) if side else draft
    asked = st.session_state[OPEN]
    if isinstance(asked, UUID):
        invoices.change_invoice(require_actor(), asked, kept)
        return asked
    return invoices.enter_invoice(require_actor(), kept)


def _supplier(desk: InvoiceDesk) -> UUID | None:
    known = {one.supplier_id: one.name for one in desk.suppliers if not one.is_archived}
    return st.selectbox(
        t("invoice-supplier"), tuple(known), index=None, format_func=known.__getitem__,
        placeholder=t("invoice-supplier-choose"), key=f"{K}.supplier",
    )  # fmt: skip


def _target(desk: InvoiceDesk, supplier_id: UUID | None) -> tuple[UUID | None, UUID | None]:
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


def _corrected(desk: InvoiceDesk, supplier_id: UUID | None) -> UUID | None:
    known = {
        one.invoice_id: f"{one.number} · {money(one.owed_cents)}"
        for one in desk.invoices
        if one.supplier_id == supplier_id and one.standing in CORRECTED and one.kind is not InvoiceKind.CREDIT_NOTE
    }
    return st.selectbox(
        t("invoice-corrects"), (None, *known), help=t("invoice-corrects-help"),
        format_func=lambda one: t("invoice-corrects-none") if one is None else known[one], key=f"{K}.corrects",
    )  # fmt: skip
