"""A statement is taken in once, each row becomes one thing, and what cannot be taken is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from budget.bank import matching, service
from budget.bank.words import Alike, MatchKind, StatementForm, TargetKind
from budget.contributions import calls
from budget.contributions.store import write_pledge
from budget.contributions.words import Basis, KeyKind, ReceiptDraft
from budget.documents.service import keep_file, view_document
from budget.reading.words import Columns, Sheet, Statement
from budget.spending import invoices, payments
from budget.spending.words import InvoiceDraft, InvoiceStanding, PaymentDraft
from db.models import BankMatch, FundingKey
from db.session import unit_of_work
from tests.integration.budget.bank_rows import match
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.fiches.world import World
from tests.unit.budget import banks
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken

DAY = date(2026, 11, 2)


@pytest.fixture
def invoice_id(world: World) -> UUID:
    """An approved invoice of 1,820.01 euros."""
    with unit_of_work() as session:
        line, supplier = add_envelope(session, world.group_id), add_supplier(session, world.group_id)
    made = invoices.enter_invoice(
        world.people["treasurer"],
        InvoiceDraft(
            supplier_id=supplier.id, line_id=line.id, number="F-2026/1", issued_on=DAY, net_cents=151_668,
            vat_cents=30_333, gross_cents=182_001,
        ),
    )  # fmt: skip
    invoices.approve_invoice(world.people["facilitator"], made, 1)
    return made


def test_statement_to_payment(world: World, invoice_id: UUID) -> None:
    treasurer = world.people["treasurer"]
    document_id = keep_file(treasurer, "releve.csv", banks.CSV_AMOUNT)
    preview = service.preview_statement(treasurer, document_id)
    assert (preview.form, preview.rows, preview.remembered) == (StatementForm.CSV, 3, False)
    taken = service.import_statement(treasurer, document_id, preview.columns)
    assert (taken.added, taken.known) == (3, 0)
    desk = service.view_bank(treasurer)
    assert [row.proposals[0].object_id for row in desk.waiting if row.proposals] == [invoice_id]
    row = next(row for row in desk.waiting if row.proposals)
    match(treasurer, row.row_id, TargetKind.INVOICE, invoice_id)
    view = invoices.view_invoice(treasurer, invoice_id)
    assert (view.shown.standing, view.payments[0].from_bank) == (InvoiceStanding.PAID, True)
    assert view.payments[0].paid_on == DAY
    with pytest.raises(RuleBroken, match="error-row-matched"):
        match(treasurer, row.row_id, TargetKind.INVOICE, invoice_id)
    assert service.view_bank(treasurer).settled[0].said == ("F-2026/1, Imprimerie Exemple",)
    payments.cancel_payment(treasurer, view.payments[0].payment_id, "mauvaise facture")
    assert row.row_id in {one.row_id for one in service.view_bank(treasurer).waiting}


def test_payment_known_before_is_confirmed_and_not_doubled(world: World, invoice_id: UUID) -> None:
    treasurer = world.people["treasurer"]
    payment = payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=182_001, paid_on=DAY))
    service.import_statement(treasurer, keep_file(treasurer, "r.csv", banks.CSV_AMOUNT))
    row = next(row for row in service.view_bank(treasurer).waiting if row.amount_cents < 0)
    assert (row.proposals[0].kind, row.proposals[0].object_id) == (TargetKind.PAYMENT, payment)
    match(treasurer, row.row_id, TargetKind.PAYMENT, payment)
    assert len(invoices.view_invoice(treasurer, invoice_id).payments) == 1
    matching.release_row(treasurer, row.row_id)
    assert invoices.view_invoice(treasurer, invoice_id).payments[0].from_bank is False


def test_row_is_what_a_structure_brings(world: World) -> None:
    treasurer = world.people["treasurer"]
    with unit_of_work() as session:
        key = FundingKey(
            group_id=world.group_id, title="Clé", basis=Basis.AMOUNT, amount_cents=10_000, kind=KeyKind.FREE,
            created_at=utc_now(),
        )  # fmt: skip
        session.add(key)
        session.flush()
        pledge = write_pledge(session, key.id, world.b, 7_000, by=None)
    moved = "Date;Libelle;Montant\n03/11/2026;VIR APEAS;50,00\n04/11/2026;VIR APEAS;20,00\n05/11/2026;APEAS;1,00\n"
    service.import_statement(treasurer, keep_file(treasurer, "c.csv", moved.encode()))
    over, second, first = service.view_bank(treasurer).waiting
    assert [one.kind for one in first.proposals] == [TargetKind.PLEDGE]
    match(treasurer, first.row_id, TargetKind.PLEDGE, pledge.id)
    receipt = calls.receive(treasurer, pledge.id, ReceiptDraft(amount_cents=2_000, received_on=date(2026, 11, 4)))
    with pytest.raises(NotFound):
        match(treasurer, over.row_id, TargetKind.PLEDGE, pledge.id)
    waiting = {row.row_id: row for row in service.view_bank(treasurer).waiting}
    assert waiting[second.row_id].proposals[0].object_id == receipt
    match(treasurer, second.row_id, TargetKind.RECEIPT, receipt)
    assert {one.match for one in service.view_bank(treasurer).settled} == {MatchKind.RECEIPT}
    calls.cancel_receipt(treasurer, receipt, "erreur")
    assert second.row_id in {row.row_id for row in service.view_bank(treasurer).waiting}


def test_twice_adds_nothing_and_an_overlap_adds_the_rest(world: World) -> None:
    treasurer = world.people["treasurer"]
    first = keep_file(treasurer, "a.csv", banks.CSV_AMOUNT)
    service.import_statement(treasurer, first)
    with pytest.raises(RuleBroken, match="error-statement-twice"):
        service.import_statement(treasurer, first)
    assert service.preview_statement(treasurer, first).problem == "error-statement-twice"
    same = keep_file(treasurer, "b.csv", banks.CSV_AMOUNT.replace(b"1 234,56", b"9 999,99"))
    with pytest.raises(RuleBroken, match="error-statement-twice"):
        service.import_statement(treasurer, same)
    longer = banks.CSV_AMOUNT + b"04/11/2026;04/11/2026;FRAIS;-2,10\n"
    taken = service.import_statement(treasurer, keep_file(treasurer, "c.csv", longer))
    assert (taken.added, taken.known) == (1, 3)
    assert service.preview_statement(treasurer, same).remembered


def test_same_movement_in_another_form_is_told_before_it_is_taken(world: World) -> None:
    treasurer = world.people["treasurer"]
    csv = "Date;Libelle;Montant\n17/06/2026;VIR;-1820,01\n17/06/2026;AUTRE;-1820,01\n"
    service.import_statement(treasurer, keep_file(treasurer, "a.csv", csv.encode()))
    again = keep_file(treasurer, "b.csv", (csv + "17/06/2026;VIR;-1820,01\n").encode())
    assert service.count_alike(treasurer, again) == 0, "rows of one form are told apart by their keys"
    ofx = keep_file(treasurer, "r.ofx", banks.ofx())
    assert service.count_alike(treasurer, ofx) == 1
    with pytest.raises(RuleBroken, match="error-statement-alike"):
        service.import_statement(treasurer, ofx)
    with pytest.raises(RuleBroken, match="error-statement-twice"):
        service.import_statement(treasurer, ofx, alike=Alike.LEAVE)
    more = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260618<TRNAMT>-3,00<FITID>9<NAME>X</STMTTRN>"
    longer = keep_file(treasurer, "s.ofx", banks.ofx(more=more))
    taken = service.import_statement(treasurer, longer, alike=Alike.LEAVE)
    assert (taken.added, taken.known, taken.alike) == (1, 0, 1)
    assert service.import_statement(treasurer, ofx, alike=Alike.TAKE).added == 1
    assert service.import_statement(treasurer, again, alike=Alike.TAKE).added == 1


def test_file_is_read_before_the_store_is_held(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    treasurer = world.people["treasurer"]
    held: list[str] = []
    real, read = service.unit_of_work, service.statements.read_csv

    @contextmanager
    def unit() -> Iterator[Session]:
        held.append("held")
        with real() as session:
            yield session

    def slow(sheet: Sheet, columns: Columns) -> Statement:
        assert held == [], "10 MB are parsed while everybody waits"
        return read(sheet, columns)

    document_id = keep_file(treasurer, "a.csv", banks.CSV_AMOUNT)
    monkeypatch.setattr(service, "unit_of_work", unit)
    monkeypatch.setattr(service.statements, "read_csv", slow)
    assert service.import_statement(treasurer, document_id).added == 3
    assert held == ["held"]


def test_unbalanced_statement_is_refused_and_kept(world: World) -> None:
    treasurer = world.people["treasurer"]
    content = banks.camt("15568.27", ["-754.25", "-664.05", "1405.31"], "15121.12")
    document_id = keep_file(treasurer, "releve.xml", content)
    preview = service.preview_statement(treasurer, document_id)
    assert (preview.problem, preview.values["off_cents"]) == ("error-statement-unbalanced", 43_416)
    with pytest.raises(RuleBroken, match="error-statement-unbalanced"):
        service.import_statement(treasurer, document_id)
    assert view_document(treasurer, document_id).content == content
    assert service.view_bank(treasurer).statements == ()


def test_ofx_and_wrong_columns(world: World) -> None:
    treasurer = world.people["treasurer"]
    assert service.import_statement(treasurer, keep_file(treasurer, "r.ofx", banks.ofx())).added == 1
    csv = keep_file(treasurer, "d.csv", banks.CSV_DEBIT_CREDIT)
    with pytest.raises(RuleBroken, match="error-statement-row"):
        service.import_statement(treasurer, csv, Columns(day=1, labels=(2,), debit=3, credit=4))
    with pytest.raises(RuleBroken, match="error-statement-form"):
        service.import_statement(treasurer, keep_file(treasurer, "x.bin", b"\x00\x01\x02"))
    assert service.import_statement(treasurer, csv).added == 2


def test_row_set_aside_and_what_does_not_fit(world: World, invoice_id: UUID) -> None:
    treasurer = world.people["treasurer"]
    service.import_statement(treasurer, keep_file(treasurer, "a.csv", banks.CSV_AMOUNT))
    income = next(row for row in service.view_bank(treasurer).waiting if row.amount_cents > 0)
    with pytest.raises(RuleBroken, match="error-row-unfit"):
        match(treasurer, income.row_id, TargetKind.INVOICE, invoice_id)
    matching.set_aside(treasurer, income.row_id)
    assert [one.match for one in service.view_bank(treasurer).settled] == [MatchKind.ASIDE]
    matching.release_row(treasurer, income.row_id)
    assert len(service.view_bank(treasurer).waiting) == 3


def test_database_refuses_a_second_match(world: World, invoice_id: UUID) -> None:
    treasurer = world.people["treasurer"]
    service.import_statement(treasurer, keep_file(treasurer, "a.csv", banks.CSV_AMOUNT))
    rows = service.view_bank(treasurer).waiting
    first, second = rows[0].row_id, rows[1].row_id

    def write(row_id: UUID, object_id: UUID) -> None:
        with unit_of_work() as session:
            session.add(BankMatch(row_id=row_id, kind=MatchKind.PAYMENT, object_id=object_id, at=utc_now()))

    write(first, invoice_id)
    write(first, second)
    with pytest.raises(IntegrityError):
        write(second, invoice_id)


def test_others_see_no_account(world: World) -> None:
    treasurer = world.people["treasurer"]
    document_id = keep_file(treasurer, "a.csv", banks.CSV_AMOUNT)
    service.import_statement(treasurer, document_id)
    row = service.view_bank(treasurer).waiting[0]
    for who in ("partner", "observer"):
        with pytest.raises(NotAllowed):
            service.view_bank(world.people[who])
    stranger = world.people["stranger"]
    assert service.view_bank(stranger).waiting == ()
    for act in (
        lambda: matching.set_aside(stranger, row.row_id),
        lambda: service.preview_statement(stranger, document_id),
    ):
        with pytest.raises(NotFound):
            act()
