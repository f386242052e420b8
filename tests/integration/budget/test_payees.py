"""Whom money goes to: the side cost never to the supplier, dates by payee, cash in the cash box."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from budget.bank import service as bank
from budget.bank.words import TargetKind
from budget.documents.service import keep_file
from budget.envelope import service as envelopes
from budget.envelope.words import AlertKind, DueKind
from budget.spending import invoices, payments
from budget.spending.words import InvoiceKind, InvoiceStanding, Payee, PaymentDraft, PaymentMeans
from db.models import LedgerEntry
from db.session import reading
from tests.days import group_today
from tests.integration.budget.bank_rows import match
from tests.integration.budget.spending_desk import DAY, Plain, make_artist, make_plain
from tests.integration.fiches.world import World
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import format_money


@pytest.fixture
def plain(world: World) -> Plain:
    return make_plain(world)


@pytest.fixture
def fee(plain: Plain) -> UUID:
    """An approved fee of 1,000 euros, with its 11 euros beside; the artist-author showed a dispense."""
    make_artist(plain)
    return plain.approved("N-1", 100_000, side_cents=1_100)


def pay(plain: Plain, invoice_id: UUID, cents: int, payee: Payee = Payee.SUPPLIER, **given: object) -> UUID:
    draft = PaymentDraft(amount_cents=cents, paid_on=DAY, payee=payee, **given)  # type: ignore[arg-type]
    return payments.pay_invoice(plain.world.people["treasurer"], invoice_id, draft)


def due(plain: Plain) -> list[tuple[DueKind, str]]:
    """What the Budget page shows of its dates, amounts as written."""
    view = envelopes.view_budget(plain.world.people["treasurer"]).shown
    assert view is not None
    return [(one.kind, format_money(one.cents, "fr").replace("\u202f", " ")) for one in view.due_dates]


def test_side_cost_is_never_the_supplier_s(plain: Plain, fee: UUID) -> None:
    with pytest.raises(RuleBroken) as broken:
        pay(plain, fee, 101_100)
    assert (broken.value.code, broken.value.values["left_cents"]) == ("error-payment-too-much", 100_000)
    treasurer = plain.world.people["treasurer"]
    assert invoices.view_invoice(treasurer, fee).left == {Payee.SUPPLIER: 100_000, Payee.URSSAF: 1_100}
    pay(plain, fee, 100_000)
    with pytest.raises(RuleBroken, match="error-payment-too-much"):
        pay(plain, fee, 1)
    with pytest.raises(RuleBroken, match="error-payment-too-much-urssaf"):
        pay(plain, fee, 1_101, Payee.URSSAF)
    pay(plain, fee, 1_100, Payee.URSSAF)
    assert invoices.view_invoice(treasurer, fee).shown.standing is InvoiceStanding.PAID


def test_row_of_the_bank_pays_the_urssaf_once_the_fee_is_paid(plain: Plain, fee: UUID) -> None:
    treasurer = plain.world.people["treasurer"]
    content = b"date;libelle;montant\n03/11/2026;VIR ARTISTE;-1000,00\n04/11/2026;URSSAF;-11,00\n"
    bank.import_statement(treasurer, keep_file(treasurer, "releve.csv", content))
    rows = {one.amount_cents: one.row_id for one in bank.view_bank(treasurer).waiting}
    match(treasurer, rows[-100_000], TargetKind.INVOICE, fee)
    match(treasurer, rows[-1_100], TargetKind.URSSAF, fee)
    seen = invoices.view_invoice(treasurer, fee)
    assert {(one.payee, one.amount_cents) for one in seen.payments} == {
        (Payee.SUPPLIER, 100_000),
        (Payee.URSSAF, 1_100),
    }
    with reading() as session:
        assert ("431", "512", 1_100) in session.execute(
            select(LedgerEntry.debit, LedgerEntry.credit, LedgerEntry.amount_cents)
        ).all()


def test_dates_are_told_by_payee_and_less_credits(plain: Plain, fee: UUID) -> None:
    assert due(plain) == [(DueKind.INVOICE, "1 000,00\xa0€")]
    pay(plain, fee, 40_000)
    assert due(plain) == [(DueKind.INVOICE, "600,00\xa0€")]
    pay(plain, fee, 60_000)
    assert due(plain) == [(DueKind.URSSAF, "11,00\xa0€")]
    pay(plain, fee, 1_100, Payee.URSSAF)
    assert due(plain) == []
    credited = plain.approved("F-2", 50_000)
    plain.approved("AV-2", 20_000, kind=InvoiceKind.CREDIT_NOTE, corrects_id=credited)
    assert due(plain) == [(DueKind.INVOICE, "300,00\xa0€")]
    plain.approved("AV-3", 30_000, kind=InvoiceKind.CREDIT_NOTE, corrects_id=credited)
    assert due(plain) == []


def test_what_is_withheld_is_due_to_the_urssaf(plain: Plain) -> None:
    make_artist(plain, exempt=False)
    fee = plain.approved("N-2", 100_000, side_cents=1_100)
    seen = invoices.view_invoice(plain.world.people["treasurer"], fee)
    assert (seen.withheld_cents, seen.left) == (16_030, {Payee.SUPPLIER: 83_970, Payee.URSSAF: 17_130})
    pay(plain, fee, 83_970)
    assert due(plain) == [(DueKind.URSSAF, "171,30\xa0€")]
    pay(plain, fee, 17_130, Payee.URSSAF)
    assert due(plain) == []
    with pytest.raises(RuleBroken, match="error-payment-too-much"):
        pay(plain, fee, 16_030)


def test_late_invoices_are_all_told_however_many_dates_there_are(plain: Plain) -> None:
    for at in range(26):
        plain.approved(f"F-{at}", 100, due_on=DAY)
    view = envelopes.view_budget(plain.world.people["treasurer"]).shown
    assert view is not None
    late = [one for one in view.alerts if one.kind is AlertKind.INVOICE_LATE]
    assert (len(late), len(view.due_dates)) == (26, 24)


def test_cash_leaves_the_cash_box_and_comes_back_to_it(plain: Plain) -> None:
    bill = plain.approved("F-1", 1_000)
    payment = pay(plain, bill, 1_000, means=PaymentMeans.CASH)
    payments.cancel_payment(plain.world.people["treasurer"], payment, "pas en espèces")
    with reading() as session:
        rows = session.execute(
            select(LedgerEntry.debit, LedgerEntry.credit).where(LedgerEntry.kind.startswith("payment"))
        ).all()
    assert [tuple(row) for row in rows] == [("401", "530"), ("530", "401")]


def test_dates_out_of_reach_are_refused(plain: Plain) -> None:
    treasurer, tomorrow = plain.world.people["treasurer"], group_today() + timedelta(days=2)
    with pytest.raises(RuleBroken, match="error-invoice-future"):
        invoices.enter_invoice(treasurer, plain.draft("F-1", 100, issued_on=tomorrow))
    bill = plain.approved("F-1", 100)
    for paid_on, code in ((tomorrow, "error-payment-future"), (date(1999, 12, 31), "error-payment-old")):
        with pytest.raises(RuleBroken, match=code):
            payments.pay_invoice(treasurer, bill, PaymentDraft(amount_cents=1, paid_on=paid_on))
