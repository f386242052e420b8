"""Reads of what invoices owe to whom: their credit notes taken off, payments told apart by payee."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.quotes.words import SupplierStatus
from budget.spending import rules
from budget.spending.words import Dues, InvoiceKind, InvoiceState, Owing, Payee
from db.models import Invoice, Payment, Supplier

COUNTED = (InvoiceState.RECEIVED, InvoiceState.APPROVED)
Credit = tuple[int, int, int]


def list_dues(session: Session, invoices: Iterable[Invoice | Owing]) -> dict[UUID, Dues]:
    """What some invoices owe, by invoice."""
    rows = tuple(invoices)
    credited, paid = _credits(session, rows), _paid(session, rows)
    withheld_from = _withheld_from(session, rows)
    found = {}
    for row in rows:
        gross, side, net = credited.get(row.id, (0, 0, 0))
        to_supplier, last = paid.get((row.id, Payee.SUPPLIER), (0, None))
        fee = row.net_cents + net
        found[row.id] = Dues(
            gross_cents=row.gross_cents + gross,
            side_cents=row.side_cents + side,
            withheld_cents=rules.withheld(fee) if row.supplier_id in withheld_from and fee > 0 else 0,
            to_supplier_cents=to_supplier,
            to_urssaf_cents=paid.get((row.id, Payee.URSSAF), (0, None))[0],
            last_paid_on=last,
        )
    return found


def get_dues(session: Session, row: Invoice) -> Dues:
    """What one invoice owes."""
    return list_dues(session, [row])[row.id]


def _credits(session: Session, rows: tuple[Invoice | Owing, ...]) -> dict[UUID | None, Credit]:
    """(with VAT, beside, without VAT) of the approved credit notes of some invoices; negative."""
    asked = session.execute(
        select(
            Invoice.corrects_id,
            func.sum(Invoice.gross_cents),
            func.sum(Invoice.side_cents),
            func.sum(Invoice.net_cents),
        )
        .where(Invoice.corrects_id.in_([row.id for row in rows]), Invoice.state == InvoiceState.APPROVED)
        .group_by(Invoice.corrects_id)
    )
    # PostgreSQL sums large integers into decimals.
    return {one: (int(gross), int(side), int(net)) for one, gross, side, net in asked}


def _paid(session: Session, rows: tuple[Invoice | Owing, ...]) -> dict[tuple[UUID, Payee], tuple[int, date | None]]:
    asked = session.execute(
        select(Payment.invoice_id, Payment.payee, func.sum(Payment.amount_cents), func.max(Payment.paid_on))
        .where(Payment.invoice_id.in_([row.id for row in rows]), Payment.cancelled_at.is_(None))
        .group_by(Payment.invoice_id, Payment.payee)
    )
    return {(one, payee): (int(cents), last) for one, payee, cents, last in asked}


def _withheld_from(session: Session, rows: tuple[Invoice | Owing, ...]) -> set[UUID]:
    """The artist-authors among some suppliers who showed no dispense."""
    asked = select(Supplier.id).where(
        Supplier.id.in_({row.supplier_id for row in rows}),
        Supplier.status == SupplierStatus.ARTIST_AUTHOR,
        Supplier.withholding_exempt.is_(False),
    )
    return set(session.scalars(asked))


def deposits_left(session: Session, supplier_id: UUID, *, but: UUID | None = None) -> int:
    """The approved deposits of a supplier, in cents, less what other living invoices take off for them."""
    deposits = select(Invoice).where(
        Invoice.supplier_id == supplier_id,
        Invoice.kind == InvoiceKind.DEPOSIT,
        Invoice.state == InvoiceState.APPROVED,
    )
    taken = select(func.coalesce(func.sum(Invoice.deducted_cents), 0)).where(
        Invoice.supplier_id == supplier_id, Invoice.state.in_(COUNTED), Invoice.id != but
    )
    owed = list_dues(session, session.scalars(deposits).all())
    return sum(one.gross_cents for one in owed.values()) - int(session.scalar(taken) or 0)
