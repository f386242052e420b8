"""The form of a supplier, new or corrected, in a dialog; what was typed stays when something is refused."""

from __future__ import annotations

import streamlit as st

from budget.quotes import suppliers
from budget.quotes.words import SupplierDraft, SupplierStatus, SupplierView
from pages.budget._devis_words import status_name
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain


def open_form(view: SupplierView | None) -> None:
    """Ask for a supplier; `view` None adds one."""
    st.dialog(t("suppliers-edit" if view else "suppliers-add"), width="medium")(_form)(view)


def _form(view: SupplierView | None) -> None:
    given = view.draft if view else SupplierDraft(name="")
    key = f"supplier.{view.supplier_id if view else 'new'}.{given.version}"
    with st.form(key, border=False):
        typed = _fields(given, key)
        saves = st.form_submit_button(t("suppliers-save"), type="primary", key=f"{key}.save")
    if not saves:
        return
    with attempt() as outcome:
        if view is None:
            suppliers.add_supplier(require_actor(), typed)
        else:
            suppliers.change_supplier(require_actor(), view.supplier_id, typed)
    if outcome.ok:
        flash("suppliers-saved", name=plain(typed.name.strip()))
        st.rerun()


def _fields(given: SupplierDraft, key: str) -> SupplierDraft:
    name = st.text_input(t("supplier-name"), given.name, key=f"{key}.name")
    status = st.selectbox(
        t("supplier-status"),
        tuple(SupplierStatus),
        index=tuple(SupplierStatus).index(given.status),
        format_func=status_name,
        help=t("supplier-status-help"),
        key=f"{key}.status",
    )
    exempt = st.checkbox(
        t("supplier-dispense"), given.withholding_exempt, help=t("supplier-dispense-help"), key=f"{key}.dispense"
    )
    left, right = st.columns(2)
    siret = left.text_input(t("supplier-siret"), given.siret, placeholder="732 829 320 00074", key=f"{key}.siret")
    vat_number = right.text_input(t("supplier-vat"), given.vat_number, placeholder="FR44 732829320", key=f"{key}.vat")
    iban = st.text_input(
        t("supplier-iban"), given.iban, placeholder="FR76 3000 6000 0112 3456 7890 189", key=f"{key}.iban"
    )
    email = st.text_input(t("field-email"), given.email, help=t("supplier-email-help"), key=f"{key}.email")
    address = st.text_area(t("field-address"), given.address, height=80, key=f"{key}.address")
    return SupplierDraft(
        name=name,
        status=status or given.status,
        withholding_exempt=exempt,
        siret=siret,
        vat_number=vat_number,
        iban=iban,
        email=email,
        address=address,
        version=given.version,
    )
