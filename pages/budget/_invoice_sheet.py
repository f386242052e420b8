"""One invoice, read: its amounts, its commitment, what is missing in it, its payments, what can be done."""

from __future__ import annotations

import streamlit as st

from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceStanding, InvoiceView
from pages.budget import _invoice_acts, _invoice_form, _invoice_social
from pages.budget._invoice_words import key_of, payment_line, standing_line
from pages.decisions._scene import table
from pages.shell.formats import day, money, when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.widgets.plain import plain, plain_lines


def draw(desk: InvoiceDesk, view: InvoiceView) -> None:
    """The whole sheet."""
    line, draft = view.shown, view.draft
    st.page_link(page_of("invoices"), label=t("invoice-back"), icon=":material/arrow_back:")
    st.title(plain(line.supplier), anchor=False)
    st.markdown(t("invoice-numbered", number=plain(line.number), day=day(line.issued_on)))
    st.markdown(standing_line(line, desk.today))
    _acts(view)
    _commitment(view)
    _missing(view)
    st.header(t("invoice-amounts"), anchor=False)
    table(t("invoice-amounts"), [t("invoice-amounts"), t("invoice-amount")], _amounts(view), numbers=True)
    if view.corrects:
        st.caption(t("invoice-corrects-said", number=plain(view.corrects)))
    for one in view.credit_notes:
        state, amount = t(f"invoice-standing-{key_of(one.standing)}"), plain(money(one.owed_cents))
        st.markdown(t("invoice-credited-by", number=plain(one.number), amount=amount, state=state))
    _invoice_social.draw(view)
    _payments(view)
    if draft.note:
        st.header(t("field-invoice-note"), anchor=False)
        st.markdown(plain_lines(draft.note))
    _origin(view)


def _acts(view: InvoiceView) -> None:
    able = view.abilities
    if able.own:
        st.info(t("invoice-own"), icon=":material/group:")
    with st.container(horizontal=True):
        if able.may_decide:
            if st.button(t("invoice-approve"), type="primary", icon=":material/check:", key="invoice.approve"):
                _invoice_acts.open_approve(view)
            if st.button(t("invoice-refuse"), icon=":material/block:", key="invoice.refuse"):
                _invoice_acts.open_refuse(view)
        if (
            able.may_pay
            and view.shown.left_cents
            and st.button(t("payment-enter"), type="primary", icon=":material/payments:", key="invoice.pay")
        ):
            _invoice_acts.open_pay(view)
        if able.may_change:
            waits = view.shown.standing is InvoiceStanding.TO_APPROVE
            label = "invoice-change" if waits else "invoice-retake"
            st.button(
                t(label), icon=":material/edit:", key="invoice.change", on_click=_invoice_form.begin, args=(view,)
            )
        if able.may_cancel and st.button(
            t("invoice-cancel"), type="tertiary", icon=":material/undo:", key="invoice.cancel"
        ):
            _invoice_acts.open_cancel(view)


def _commitment(view: InvoiceView) -> None:
    """The invoice against what was bound; over it, with the reason that was written."""
    check = view.commitment
    if check is None:
        st.caption(t("invoice-no-commitment"))
        return
    values = {
        "label": plain(check.label),
        "amount": plain(money(check.amount_cents)),
        "invoiced": plain(money(check.invoiced_cents)),
        "rest": plain(money(abs(check.rest_cents))),
    }
    if check.rest_cents < 0:
        st.warning(t("invoice-over", **values), icon=":material/trending_up:")
        if view.draft.over_reason:
            st.caption(t("invoice-over-why", reason=plain(view.draft.over_reason)))
    elif check.rest_cents == 0:
        st.success(t("invoice-equal", **values), icon=":material/check_circle:")
    else:
        st.info(t("invoice-under", **values), icon=":material/link:")


def _missing(view: InvoiceView) -> None:
    if not view.draft.warnings:
        return
    with st.expander(t("invoice-missing", count=len(view.draft.warnings)), icon=":material/checklist:"):
        codes = [code.replace("_", "-") for code in view.draft.warnings]
        st.markdown("\n".join(f"- {t(f'mention-{code}')}" for code in codes))
        st.caption(t("invoice-missing-help"))


def _amounts(view: InvoiceView) -> list[list[str]]:
    draft, line = view.draft, view.shown
    rows = {
        t("invoice-net"): draft.net_cents,
        t("invoice-vat"): draft.vat_cents,
        t("invoice-gross"): draft.gross_cents,
        t("invoice-deducted"): -draft.deducted_cents,
        t("invoice-side"): draft.side_cents,
        t("invoice-credit"): line.owed_cents - (draft.gross_cents - draft.deducted_cents + draft.side_cents),
        t("invoice-owed"): line.owed_cents,
        t("invoice-paid"): line.paid_cents,
        t("invoice-rest"): line.left_cents,
    }
    always = {t("invoice-net"), t("invoice-vat"), t("invoice-gross"), t("invoice-owed"), t("invoice-rest")}
    return [[label, money(cents)] for label, cents in rows.items() if cents or label in always]


def _payments(view: InvoiceView) -> None:
    st.header(t("invoice-payments"), anchor=False)
    if not view.payments:
        st.caption(t("invoice-payments-none"))
    for one in view.payments:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(payment_line(one))
            if (
                view.abilities.may_pay
                and not one.is_cancelled
                and st.button(
                    t("payment-cancel"),
                    type="tertiary",
                    icon=":material/undo:",
                    key=f"payment.cancel.{one.payment_id}",
                )
            ):
                _invoice_acts.open_cancel_payment(one)


def _origin(view: InvoiceView) -> None:
    """The paper, and who did what."""
    if view.draft.document_id is not None and not view.abilities.may_read_file:
        st.caption(t("document-kept-private"))
    elif view.draft.document_id is not None:
        label, address = t("invoice-document", name=view.document_name), f"/budget/document/{view.draft.document_id}"
        st.link_button(label, address, icon=":material/download:")
    if view.entered_by:
        st.caption(t("invoice-entered-by", name=plain(view.entered_by)))
    if view.decided_by and view.decided_at is not None:
        st.caption(t("invoice-decided-by", name=plain(view.decided_by), date=when(view.decided_at)))
