"""Invoices: what waits for somebody, what is to pay, one of them under `?facture=…`, and the form to enter one."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from budget.spending import invoices
from budget.spending.views import InvoiceDesk
from budget.spending.words import InvoiceLine, InvoiceStanding
from pages.budget import _invoice_form, _invoice_sheet
from pages.budget._invoice_words import OPEN, amounts_line, key_of, standing_line
from pages.budget._style import use_style
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.links import show_in_address
from pages.widgets.plain import plain
from workspace.kernel.errors import NotFound

QUERY = "facture"
SETTLED = (InvoiceStanding.PAID, InvoiceStanding.SET_OFF)
PUT_AWAY = (InvoiceStanding.REFUSED, InvoiceStanding.CANCELLED)


def page() -> None:
    """Draw the invoice that the address names, the form, or the list."""
    actor = require_actor()
    desk = invoices.view_invoices(actor)
    use_style()
    asked = st.query_params.get(QUERY, "")
    show_in_address({QUERY: asked})
    chosen = next((one for one in desk.invoices if str(one.invoice_id) == asked), None)
    if _invoice_form.is_open(chosen.invoice_id if chosen else None):
        _invoice_form.draw(desk)
    elif chosen is not None:
        _one(desk, chosen.invoice_id)
    else:
        if asked:
            st.warning(t("invoice-unknown"), icon=":material/search_off:")
        _listing(desk)


def _one(desk: InvoiceDesk, invoice_id: UUID) -> None:
    try:
        view = invoices.view_invoice(require_actor(), invoice_id)
    except NotFound:
        st.warning(t("invoice-unknown"), icon=":material/search_off:")
        return
    _invoice_sheet.draw(desk, view)


def _listing(desk: InvoiceDesk) -> None:
    st.title(t("menu-invoices"), anchor=False)
    st.caption(t("invoices-lead"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if desk.may_enter:
            st.button(
                t("invoice-enter"), type="primary", icon=":material/add:", key="invoices.enter",
                on_click=_invoice_form.begin, args=(None,), disabled=not (desk.lines and desk.suppliers),
            )  # fmt: skip
            st.page_link(page_of("bank"), label=t("menu-bank"), icon=":material/account_balance:")
        st.page_link(page_of("suppliers"), label=t("suppliers-title"), icon=":material/storefront:")
    if not desk.invoices:
        _empty(desk)
        return
    _standing(desk)
    for standing in OPEN:
        _section(desk, standing)
    for title, those in (("invoices-settled", SETTLED), ("invoices-put-away", PUT_AWAY)):
        found = [one for one in desk.invoices if one.standing in those]
        if found:
            with st.expander(t(title, count=len(found)), expanded=title == "invoices-settled"):
                for one in found:
                    _card(desk, one)


def _empty(desk: InvoiceDesk) -> None:
    """Nothing yet: the first thing to do, which is to have a supplier and a line to spend on."""
    with st.container(border=True):
        st.markdown(f"**{t('invoices-empty-title')}**")
        if not desk.may_enter:
            st.write(t("invoices-empty-read"))
        elif not desk.lines:
            st.write(t("invoices-empty-envelope"))
            st.page_link(page_of("budget"), label=t("menu-budget"), icon=":material/savings:")
        else:
            st.write(t("invoices-empty-text" if desk.suppliers else "invoices-empty-suppliers"))


def _standing(desk: InvoiceDesk) -> None:
    """Where all invoices stand, in three figures."""
    with attempt():
        late = sum(one.left_cents for one in desk.invoices if one.standing is InvoiceStanding.OVERDUE)
        due = sum(one.left_cents for one in desk.invoices if one.standing is InvoiceStanding.TO_PAY)
        waiting = sum(one.standing is InvoiceStanding.TO_APPROVE for one in desk.invoices)
        said = [t("invoices-waiting", count=waiting)]
        said.append(plain(t("invoices-due", amount=money(due + late))))
        if late:
            said.append(f":red[{plain(t('invoices-late', amount=money(late)))}]")
        st.markdown(" · ".join(said))


def _section(desk: InvoiceDesk, standing: InvoiceStanding) -> None:
    found = [one for one in desk.invoices if one.standing is standing]
    if found:
        st.header(t(f"invoices-{key_of(standing)}"), anchor=False)
        for one in found:
            _card(desk, one)


def _card(desk: InvoiceDesk, line: InvoiceLine) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.page_link(
            page_of("invoices"),
            label=f"**{plain(line.supplier)}** · {plain(line.number)}",
            icon=":material/receipt_long:",
            query_params={QUERY: str(line.invoice_id)},
        )
        st.markdown(standing_line(line, desk.today))
        st.markdown(amounts_line(line))


page()
