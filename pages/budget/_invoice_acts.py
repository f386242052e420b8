"""What an invoice opens over itself: approve, refuse, cancel, pay, cancel a payment."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from budget.spending import invoices, payments
from budget.spending.rules import REASON_LENGTH, REFERENCE_LENGTH
from budget.spending.words import InvoiceView, Payee, PaymentDraft, PaymentMeans, PaymentView
from pages.budget._invoice_words import typed
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day
from workspace.kernel.money import parse_amount


def open_approve(view: InvoiceView) -> None:
    """Ask before an invoice counts."""
    st.dialog(t("invoice-approve-title"))(_approve)(view)


def _approve(view: InvoiceView) -> None:
    amount, supplier = plain(money(view.shown.owed_cents)), plain(view.shown.supplier)
    st.write(t("invoice-approve-text", amount=amount, supplier=supplier))
    if st.button(t("invoice-approve"), type="primary", key="invoice.approve.yes"):
        with attempt() as outcome:
            invoices.approve_invoice(require_actor(), view.shown.invoice_id, view.draft.version)
        if outcome.ok:
            _done("invoice-approved")


def open_refuse(view: InvoiceView) -> None:
    """Refuse, and say why."""
    act = lambda reason: invoices.refuse_invoice(require_actor(), view.shown.invoice_id, reason)  # noqa: E731
    st.dialog(t("invoice-refuse-title"))(_reasoned)(
        "invoice-refuse", t("invoice-refuse-text"), act, "invoice-refused"
    )


def open_cancel(view: InvoiceView) -> None:
    """Cancel an approved invoice, and say why."""
    act = lambda reason: invoices.cancel_invoice(require_actor(), view.shown.invoice_id, reason)  # noqa: E731
    st.dialog(t("invoice-cancel-title"))(_reasoned)(
        "invoice-cancel", t("invoice-cancel-text"), act, "invoice-cancelled"
    )


def open_cancel_payment(one: PaymentView) -> None:
    """Cancel a payment, and say why."""
    act = lambda reason: payments.cancel_payment(require_actor(), one.payment_id, reason)  # noqa: E731
    st.dialog(t("payment-cancel-title"))(_reasoned)(
        "payment-cancel", t("payment-cancel-text"), act, "payment-is-cancelled"
    )


def _reasoned(label: str, text: str, act: Callable[[str], None], done: str) -> None:
    st.write(text)
    with st.form(f"{label}.form", border=False):
        reason = st.text_input(t("field-reason"), max_chars=REASON_LENGTH, key=f"{label}.reason")
        sends = st.form_submit_button(t(label), type="primary", key=f"{label}.yes")
    if sends:
        with attempt() as outcome:
            act(reason)
        if outcome.ok:
            _done(done)


def open_pay(view: InvoiceView) -> None:
    """Note a payment, or what the supplier paid back."""
    st.dialog(t("payment-title"))(_pay)(view)


def _pay(view: InvoiceView) -> None:
    left = view.shown.left_cents
    st.write(t("payment-left" if left > 0 else "payment-back", amount=plain(money(abs(left)))))
    key = f"invoice.pay.{view.shown.invoice_id}"
    payee = _payee(view, key)
    with st.form(f"{key}.form", border=False):
        amount = st.text_input(t("payment-amount"), typed(view.left[payee]), key=f"{key}.amount.{payee}")
        paid_on = day_field(t("payment-day"), local(utc_now(), require_actor().zone).date(), key=f"{key}.day")
        means = st.selectbox(
            t("payment-means"), tuple(PaymentMeans), format_func=lambda one: t(f"payment-means-{_key(one)}"),
            key=f"{key}.means",
        )  # fmt: skip
        reference = st.text_input(t("payment-reference"), max_chars=REFERENCE_LENGTH, key=f"{key}.reference")
        sends = st.form_submit_button(t("payment-save"), type="primary", key=f"{key}.yes")
    if sends:
        with attempt() as outcome:
            draft = PaymentDraft(
                amount_cents=parse_amount(amount),
                paid_on=read_day(paid_on),
                means=means or PaymentMeans.TRANSFER,
                payee=payee,
                reference=reference,
            )
            payments.pay_invoice(require_actor(), view.shown.invoice_id, draft)
        if outcome.ok:
            _done("payment-saved")


def _payee(view: InvoiceView, key: str) -> Payee:
    """Whom to pay, with what is left for each; outside the form, so that the amount follows the choice."""
    if not view.draft.side_cents and not view.withheld_cents:
        return Payee.SUPPLIER
    if view.withheld_cents:
        kept = plain(money(view.withheld_cents))
        st.caption(t("payment-withheld", amount=kept, source=plain(view.withheld_source)))
    elif view.draft.side_cents:
        st.caption(t("payment-urssaf-help", amount=plain(money(view.draft.side_cents))))
    picked = st.radio(
        t("payment-payee"), tuple(Payee), horizontal=True, key=f"{key}.payee",
        format_func=lambda one: f"{t(f'payment-payee-{one.value}')} ({money(view.left[one])})",
    )  # fmt: skip
    return picked or Payee.SUPPLIER


def _key(means: PaymentMeans) -> str:
    return means.value.replace("_", "-")


def _done(key: str) -> None:
    flash(key)
    st.rerun()
