"""Suppliers: who sends devis and invoices, how each stands to VAT, where it is paid."""

from __future__ import annotations

import streamlit as st

from budget.quotes import suppliers
from budget.quotes.words import SupplierView
from pages.budget import _supplier_form
from pages.budget._devis_words import status_name
from pages.shell.formats import colon
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain


def page() -> None:
    """Draw the list; it says itself what to do when it is empty."""
    actor = require_actor()
    found = suppliers.view_suppliers(actor)
    st.page_link(page_of("devis"), label=t("devis-back"), icon=":material/arrow_back:")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(t("suppliers-title"), anchor=False, width="content")
        if found.may_change and st.button(
            t("suppliers-add"), type="primary", icon=":material/add:", key="suppliers.add"
        ):
            _supplier_form.open_form(None)
    st.caption(t("suppliers-lead"))
    if not found.suppliers:
        with st.container(border=True):
            st.header(t("suppliers-empty-title"), anchor=False)
            st.write(t("suppliers-empty-text" if found.may_change else "suppliers-empty-read"))
    for one in found.suppliers:
        _card(one, may_change=found.may_change)


def _card(view: SupplierView, *, may_change: bool) -> None:
    draft = view.draft
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{plain(view.name)}**")
        st.markdown(" · ".join(_facts(view)))
        if draft.address:
            st.caption(plain(" · ".join(draft.address.splitlines())))
        if not may_change:
            return
        with st.container(horizontal=True):
            if st.button(t("suppliers-edit"), icon=":material/edit:", key=f"suppliers.edit.{view.supplier_id}"):
                _supplier_form.open_form(view)
            label, icon = ("suppliers-restore", "unarchive") if view.is_archived else ("suppliers-archive", "archive")
            if st.button(
                t(label), icon=f":material/{icon}:", type="tertiary", key=f"suppliers.put.{view.supplier_id}"
            ):
                _put(view)


def _facts(view: SupplierView) -> list[str]:
    draft = view.draft
    parts = [f":gray-badge[{status_name(draft.status)}]"]
    if view.is_archived:
        parts.append(f":orange-badge[{t('suppliers-archived')}]")
    if draft.withholding_exempt:
        parts.append(t("supplier-dispense"))
    parts += [
        f"{t(label)}{colon()}{plain(value)}"
        for label, value in (
            ("supplier-siret", draft.siret),
            ("supplier-vat", draft.vat_number),
            ("supplier-iban", draft.iban),
            ("field-email", draft.email),
        )
        if value
    ]
    if view.invented:
        parts.append(t("devis-invented"))
    return parts


def _put(view: SupplierView) -> None:
    with attempt() as outcome:
        suppliers.archive_supplier(require_actor(), view.supplier_id, archived=not view.is_archived)
    if outcome.ok:
        flash("suppliers-restored" if view.is_archived else "suppliers-put-away", name=plain(view.name))
        st.rerun()


page()
