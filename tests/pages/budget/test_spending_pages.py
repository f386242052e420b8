"""Invoices and the bank through the real frame: empty states, from the paper to the payment, who sees what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from budget.connections import connect
from budget.rates.rules import withheld
from budget.rates.table import DEFAULTS
from budget.spending.words import Payee
from db.models import Commitment, Invoice, Payment, Supplier
from db.session import unit_of_work
from pages.budget._invoice_words import typed
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import labels, press
from tests.unit.budget import banks
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

connect()  # the example holds the budget once its rooms are known
Enter = Callable[[Role], Visitor]
SAMPLES = Path(__file__).parents[2] / "samples" / "invoices"


def said(app) -> str:
    return " ".join(str(one.value) for one in (*app.markdown, *app.caption, *app.info, *app.warning, *app.success))


def forget_spending() -> None:
    with unit_of_work() as session:
        for table in (Payment, Invoice):
            session.execute(delete(table))


@pytest.mark.parametrize("role", [Role.TREASURER, Role.PARTNER])
def test_empty_state_says_what_to_do_first(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    forget_spending()
    app = visitor.open("invoices")
    key = "invoices-empty-text" if role is Role.TREASURER else "invoices-empty-read"
    assert translate("fr", key) in said(app)
    assert (translate("fr", "invoice-enter") in labels(app)) == (role is Role.TREASURER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_chain_is_read_to_its_end(entered: Enter, language: str) -> None:
    visitor = entered(Role.PARTNER)
    from workspace.accounts import service as accounts

    accounts.change_profile(visitor.actor(), name="X", locale=language)
    app = visitor.open("invoices")
    assert translate(language, "invoice-invented") in said(app)
    with unit_of_work() as session:
        invoice = session.query(Invoice).one()
    sheet = visitor.open("invoices", facture=invoice.id)
    assert translate(language, "invoice-standing-paid") in said(sheet)
    assert translate(language, "payment-payee-urssaf") in said(sheet)
    assert translate(language, "payment-enter") not in labels(sheet)


def test_invoice_from_its_paper(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    with unit_of_work() as session:
        bound = (
            session.query(Commitment)
            .join(Supplier, Supplier.id == Commitment.supplier_id)
            .filter(Supplier.status == "liable")
            .first()
        )
        supplier_id, line_id = bound.supplier_id, bound.line_id
    app = visitor.open("invoices")
    press(app, "invoice-enter")
    app.file_uploader[0].set_value(
        ("facture.pdf", (SAMPLES / "akretion_invoice_EN16931.pdf").read_bytes(), "application/pdf")
    ).run()
    assert translate("fr", "invoice-read-facturx") in str([table.value.columns for table in app.table])
    assert app.text_input(key="invoice.form.gross").value == "", "nothing is filled in silently"
    press(app, "invoice-take")
    assert app.text_input(key="invoice.form.gross").value == "104,90"
    assert app.text_input(key="invoice.form.number").value == "F20260023"
    press(app, "invoice-save")
    assert translate("fr", "invoice-needs-supplier") in [one.value for one in app.error]
    app.selectbox(key="invoice.form.supplier").set_value(supplier_id).run()
    app.text_input(key="invoice.form.vat").set_value("4,91").run()
    if any(box.key == "invoice.form.commitment" for box in app.selectbox):
        app.selectbox(key="invoice.form.commitment").set_value(None).run()
    app.selectbox(key="invoice.form.line").set_value(line_id).run()
    press(app, "invoice-save")
    assert "104,91" in app.error[0].value.replace("\\", "")
    app.text_input(key="invoice.form.vat").set_value("4,90").run()
    press(app, "invoice-save")
    assert not app.exception
    with unit_of_work() as session:
        made = session.query(Invoice).filter(Invoice.number == "F20260023").one()
        assert (made.gross_cents, made.document_id is not None) == (10_490, True)
    sheet = visitor.open("invoices", facture=made.id)
    press(sheet, "invoice-approve")
    assert translate("fr", "invoice-standing-to-approve") in said(sheet), "a dialog asks first"


def test_amount_to_pay_follows_the_payee(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    with unit_of_work() as session:
        invoice = session.query(Invoice).one()
        session.execute(delete(Payment))
    sheet = visitor.open("invoices", facture=invoice.id)
    press(sheet, "payment-enter")
    key = f"invoice.pay.{invoice.id}"
    kept = withheld(DEFAULTS, invoice.net_cents, invoice.issued_on)
    assert typed(invoice.gross_cents - kept) == sheet.text_input(key=f"{key}.amount.supplier").value
    assert "2022" in said(sheet)
    sheet.session_state[f"{key}.payee"] = Payee.URSSAF
    press(sheet, "payment-enter")  # the harness closes a dialog at each rerun
    assert typed(invoice.side_cents + kept) == sheet.text_input(key=f"{key}.amount.urssaf").value


def test_bank_is_the_treasury_s(entered: Enter) -> None:
    app = entered(Role.PARTNER).open("bank")
    assert translate("fr", "bank-not-yours") in said(app)
    assert not app.file_uploader


def test_statement_is_taken_in_and_a_row_set_aside(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("bank")
    assert translate("fr", "bank-empty-text") in said(app)
    app.file_uploader[0].set_value(("releve.csv", banks.CSV_AMOUNT, "text/csv")).run()
    assert translate("fr", "bank-columns-proposed") in said(app)
    press(app, "bank-import-yes")
    assert not app.exception
    assert "COTISATION" in said(app)
    press(app, "bank-aside")
    assert not app.exception
    assert translate("fr", "bank-is-aside") in said(app)


def test_statement_of_one_day_names_it_once(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("bank")
    app.file_uploader[0].set_value(("releve.csv", b"Date;Libelle;Montant\n02/11/2026;PAIN;-1,00\n", "text/csv")).run()
    press(app, "bank-import-yes")
    assert "Le 2 novembre 2026 : une ligne" in said(app).replace("\u00a0", " ").replace("\u202f", " ")


def test_unbalanced_statement_says_so(entered: Enter) -> None:
    app = entered(Role.TREASURER).open("bank")
    content = banks.camt("15568.27", ["-754.25", "-664.05", "1405.31"], "15121.12")
    app.file_uploader[0].set_value(("releve.xml", content, "text/xml")).run()
    told = " ".join(one.value for one in app.warning)
    assert "434,16" in told.replace("\\", "")
    assert translate("fr", "bank-import-yes") not in labels(app)


def test_columns_are_told_and_heads_of_one_name_are_numbered(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("bank")
    text = "Date;Libellé;Libellé;Montant\n02/11/2026;PAIN;BLANC;-1,00\n"
    app.file_uploader[0].set_value(("releve.csv", text.encode(), "text/csv")).run()
    assert not app.exception
    assert list(app.dataframe[0].value.columns) == ["Date", "Libellé", "Libellé (2)", "Montant"]
    yes = next(one for one in app.button if one.label == translate("fr", "bank-import-yes"))
    assert not yes.disabled
    app.multiselect[0].set_value([]).run()
    yes = next(one for one in app.button if one.label == translate("fr", "bank-import-yes"))
    assert yes.disabled, "columns that were cleared are not guessed"
    assert translate("fr", "error-statement-columns") in said(app)
