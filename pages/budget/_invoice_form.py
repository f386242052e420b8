"""The form of an invoice: its paper first, what was read in it proposed, then the figures that a person confirms.

Nothing is filled in before somebody takes it over; what will not do is said on saving, and all that was typed stays.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import streamlit as st

from budget.rates.words import RateTable
from budget.spending import invoices
from budget.spending.rules import NOTE_LENGTH, side_of
from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceDraft, InvoiceKind, InvoiceView
from pages.budget import _invoice_fields, _invoice_pdf
from pages.budget._invoice_words import typed
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day, read_day_if_any, typed_day
from workspace.kernel.money import parse_amount

K = _invoice_fields.K
OPEN, GIVEN = f"{K}:open", f"{K}:given"


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
    supplier_id = _invoice_fields.supplier(desk)
    kind = st.pills(
        t("invoice-kind"), tuple(InvoiceKind), required=True,
        format_func=lambda one: t(f"invoice-kind-{one.value.replace('_', '-')}"), key=f"{K}.kind",
    )  # fmt: skip
    commitment_id, line_id = _invoice_fields.target(desk, supplier_id)
    number, issued, due = _invoice_fields.facts()
    amounts = _invoice_fields.amounts()
    deducted, corrects_id = "", None
    if kind is InvoiceKind.CREDIT_NOTE:
        corrects_id = _invoice_fields.corrected(desk, supplier_id)
    else:
        deducted = st.text_input(t("invoice-deducted"), help=t("invoice-deducted-help"), key=f"{K}.deducted")
    side = _invoice_fields.side(desk, supplier_id, issued)
    over = _invoice_fields.over() if commitment_id is not None else ""
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
        made = _save(draft, desk.rates if side else None)
    if outcome.ok:
        flash("invoice-saved", number=plain(number.strip()))
        end()
        st.query_params["facture"] = str(made)
        st.rerun()


def _sends() -> bool:
    with st.container(horizontal=True):
        saves = st.button(t("invoice-save"), type="primary", icon=":material/save:", key=f"{K}.save")
        st.button(t("invoice-form-close"), type="tertiary", key=f"{K}.close", on_click=end)
    return saves


def _save(draft: InvoiceDraft, rates: RateTable | None) -> UUID:
    """Write what was typed, with what is owed beside it when `rates` says at which rates; gives the invoice's id."""
    kept = replace(draft, side_cents=side_of(draft, rates)) if rates is not None else draft
    asked = st.session_state[OPEN]
    if isinstance(asked, UUID):
        invoices.change_invoice(require_actor(), asked, kept)
        return asked
    return invoices.enter_invoice(require_actor(), kept)
