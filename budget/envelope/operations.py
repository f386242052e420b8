"""Everything that happened on an envelope, as plain rows: what exports and the statement tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.spending.words import InvoiceState
from db.models import BudgetLine, Commitment, Invoice, Payment, Supplier
from workspace.kernel.clock import local


class Act(StrEnum):
    """What happened. Its name is `operation-<value>`."""

    COMMITMENT = "commitment"
    INVOICE = "invoice"
    PAYMENT = "payment"
    PLEDGE = "pledge"
    CONTRIBUTION = "contribution"
    FEE = "fee"
    IN_KIND = "in_kind"


SPENT = (Act.COMMITMENT, Act.INVOICE, Act.PAYMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that happened, in cents; `state` is a word of its act.

    What structures bring stands on no line; the structure then takes the place of the supplier.
    """

    act: Act
    day: date
    line: str
    account: str
    supplier: str
    label: str
    cents: int
    state: str


def list_operations(session: Session, envelope_id: UUID, zone: str) -> tuple[Operation, ...]:
    """All commitments, invoices and payments of an envelope, by day."""
    found = [*_commitments(session, envelope_id, zone), *_invoices(session, envelope_id)]
    found += _payments(session, envelope_id)
    order = list(Act)
    return tuple(sorted(found, key=lambda one: (one.day, order.index(one.act), one.label)))


def _commitments(session: Session, envelope_id: UUID, zone: str) -> list[Operation]:
    rows = session.execute(
        select(Commitment, BudgetLine, Supplier.name)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .join(Supplier, Supplier.id == Commitment.supplier_id)
        .where(BudgetLine.envelope_id == envelope_id)
    )
    return [
        Operation(
            act=Act.COMMITMENT,
            day=local(row.created_at, zone).date(),
            line=line.label,
            account=line.account,
            supplier=supplier,
            label=row.label,
            cents=row.amount_cents,
            state=row.state.value,
        )
        for row, line, supplier in rows
    ]


def _invoices(session: Session, envelope_id: UUID) -> list[Operation]:
    rows = session.execute(
        select(Invoice, BudgetLine, Supplier.name)
        .join(BudgetLine, BudgetLine.id == Invoice.line_id)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .where(BudgetLine.envelope_id == envelope_id, Invoice.state == InvoiceState.APPROVED)
    )
    return [
        Operation(
            act=Act.INVOICE,
            day=row.issued_on,
            line=line.label,
            account=line.account,
            supplier=supplier,
            label=row.number,
            cents=row.gross_cents + row.side_cents,
            state=row.kind.value,
        )
        for row, line, supplier in rows
    ]


def _payments(session: Session, envelope_id: UUID) -> list[Operation]:
    rows = session.execute(
        select(Payment, Invoice.number, BudgetLine, Supplier.name)
        .join(Invoice, Invoice.id == Payment.invoice_id)
        .join(BudgetLine, BudgetLine.id == Invoice.line_id)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .where(BudgetLine.envelope_id == envelope_id, Payment.cancelled_at.is_(None))
    )
    return [
        Operation(
            act=Act.PAYMENT,
            day=row.paid_on,
            line=line.label,
            account=line.account,
            supplier=supplier,
            label=number,
            cents=row.amount_cents,
            state=row.means.value,
        )
        for row, number, line, supplier in rows
    ]
