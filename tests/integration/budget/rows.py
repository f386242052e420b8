"""Rows of the budget's shared tables, for tests that need them filled or need an envelope to spend from."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from budget.bank.words import MatchKind
from budget.envelope.words import LineKind
from budget.ledger.store import enter
from budget.ledger.words import Movement
from budget.quotes.words import SupplierStatus
from budget.rates.words import RateKind
from budget.spending.words import CommitmentState, InvoiceKind, InvoiceState, PaymentMeans
from db.models import (
    BankColumns,
    BankMatch,
    BankRow,
    BankStatement,
    BudgetDocument,
    BudgetLine,
    Commitment,
    CommitmentApproval,
    Envelope,
    Invoice,
    LedgerYear,
    Payment,
    RateCorrection,
    Supplier,
)
from workspace.kernel.clock import utc_now


def add_envelope(
    session: Session,
    group_id: UUID,
    *,
    minimum: int = 300_000,
    maximum: int = 400_000,
    title: str = "Plaquette commune",
    year: int = 2026,
    alone_below: int = 50_000,
) -> BudgetLine:
    """An envelope in cents with one line for printing as large as itself; gives the line."""
    envelope = Envelope(
        id=uuid4(),
        group_id=group_id,
        title=title,
        year=year,
        minimum_cents=minimum,
        maximum_cents=maximum,
        two_approvals_from_cents=alone_below,
        source="Projet de la structure d’accueil",
        created_at=utc_now(),
        created_by=None,
    )
    line = BudgetLine(
        id=uuid4(),
        envelope_id=envelope.id,
        position=1,
        kind=LineKind.PRINTING,
        label="Impression",
        account="6236",
        minimum_cents=minimum,
        maximum_cents=maximum,
    )
    session.add(envelope)
    session.flush()
    session.add(line)
    session.flush()
    return line


def add_supplier(session: Session, group_id: UUID, name: str = "Imprimerie Exemple") -> Supplier:
    """A supplier liable to VAT, without SIRET nor IBAN."""
    supplier = Supplier(id=uuid4(), group_id=group_id, name=name, status=SupplierStatus.LIABLE, invented=True)
    session.add(supplier)
    session.flush()
    return supplier


def fill_tables(session: Session, group_id: UUID, person_id: UUID) -> None:
    """One row in each shared table, a whole chain from the document to the payment and its entry."""
    line, supplier = add_envelope(session, group_id), add_supplier(session, group_id, "Élan « print »")
    document = BudgetDocument(
        id=uuid4(),
        group_id=group_id,
        name="facture n° 1.pdf",
        media_type="application/pdf",
        sha256="a" * 64,
        byte_count=6,
        content=b"%PDF-\x00",
        received_at=utc_now(),
        received_by=person_id,
    )
    commitment = Commitment(
        id=uuid4(),
        group_id=group_id,
        line_id=line.id,
        supplier_id=supplier.id,
        label="1 000 exemplaires",
        amount_cents=182_001,
        state=CommitmentState.APPROVED,
        created_at=utc_now(),
        created_by=person_id,
        decided_at=utc_now(),
    )
    session.add_all([document, commitment])
    session.flush()
    session.add(CommitmentApproval(commitment_id=commitment.id, person_id=person_id, at=utc_now()))
    invoice = Invoice(
        id=uuid4(),
        group_id=group_id,
        supplier_id=supplier.id,
        line_id=line.id,
        commitment_id=commitment.id,
        document_id=document.id,
        kind=InvoiceKind.INVOICE,
        number="F-2026/1",
        issued_on=date(2026, 11, 2),
        due_on=None,
        net_cents=151_668,
        vat_cents=30_333,
        gross_cents=182_001,
        state=InvoiceState.APPROVED,
        created_at=utc_now(),
    )
    session.add(invoice)
    session.flush()
    payment = Payment(
        id=uuid4(),
        group_id=group_id,
        invoice_id=invoice.id,
        amount_cents=182_001,
        paid_on=date(2026, 11, 20),
        means=PaymentMeans.TRANSFER,
        created_at=utc_now(),
    )
    session.add_all([payment, LedgerYear(group_id=group_id, year=2025, closed_at=utc_now(), seal="b" * 64)])
    session.flush()
    day, label = payment.paid_on, "Élan « print »"
    paid = Movement(
        kind="payment", object_id=payment.id, label=label, day=day, debit="401", credit="512", amount_cents=1
    )
    enter(session, group_id, paid)
    _fill_bank(session, group_id, document.id, payment.id)
    session.add(
        RateCorrection(
            group_id=group_id, kind=RateKind.ARTIST, value=120, from_on=date(2027, 1, 1), source="Élan « taux »",
            at=utc_now(), by=person_id,
        )
    )  # fmt: skip
    session.flush()


def _fill_bank(session: Session, group_id: UUID, document_id: UUID, payment_id: UUID) -> None:
    """A statement with one row, matched with the payment, and the columns of its bank."""
    statement = BankStatement(
        group_id=group_id, document_id=document_id, account="FR76", opening_cents=0, closing_cents=-182_001,
        read_at=utc_now(),
    )  # fmt: skip
    session.add(statement)
    session.flush()
    row = BankRow(
        group_id=group_id, statement_id=statement.id, position=0, day=date(2026, 11, 20), amount_cents=-182_001,
        label="VIR Élan « print »", reference="R1", key="c" * 64,
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add(BankMatch(row_id=row.id, kind=MatchKind.PAYMENT, object_id=payment_id, at=utc_now()))
    session.add(BankColumns(group_id=group_id, signature="d" * 64, columns={"day": 0, "labels": [1], "amount": 2}))
    session.flush()
