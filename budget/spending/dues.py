"""Reads of what invoices owe to whom: their credit notes taken off, payments told apart by payee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.quotes.words import SupplierStatus
from budget.rates.queries import load as load_rates
from budget.rates.rules import withheld
from budget.spending.words import Dues, InvoiceKind, InvoiceState, Owing, Payee
from db.models import Invoice, Payment, Supplier

COUNTED = (InvoiceState.RECEIVED, InvoiceState.APPROVED)
Credit = tuple[int, int, int]


def list_dues(session: Session, invoices: Iterable[Invoice | Owing]) -> dict[UUID, Dues]:
    """What some invoices owe, by invoice."""
    rows = tuple(invoices)
    credited, paid = _credits(session, rows), _paid(session, rows)
    waiting = [row for row in rows if isinstance(row, Invoice) and row.state is not InvoiceState.APPROVED]
    kept_back = _withheld(session, waiting)
    found = {}
    for row in rows:
        gross, side, kept = credited.get(row.id, (0, 0, 0))
        to_supplier, last = paid.get((row.id, Payee.SUPPLIER), (0, None))
        now = kept_back.get(row.id, row.withheld_cents)
        found[row.id] = Dues(
            gross_cents=row.gross_cents + gross,
            side_cents=row.side_cents + side,
            withheld_cents=max(0, now + kept),
            to_supplier_cents=to_supplier,
            to_urssaf_cents=paid.get((row.id, Payee.URSSAF), (0, None))[0],
            last_paid_on=last,
        )
    return found


def get_dues(session: Session, row: Invoice) -> Dues:
    """What one invoice owes."""
    return list_dues(session, [row])[row.id]


def _credits(session: Session, rows: tuple[Invoice | Owing, ...]) -> dict[UUID | None, Credit]:
    """(with VAT, beside, withheld) of the approved credit notes of some invoices; negative."""
    asked = session.execute(
        select(
            Invoice.corrects_id,
            func.sum(Invoice.gross_cents),
            func.sum(Invoice.side_cents),
            func.sum(Invoice.withheld_cents),
        )
        .where(Invoice.corrects_id.in_([row.id for row in rows]), Invoice.state == InvoiceState.APPROVED)
        .group_by(Invoice.corrects_id)
    )
    # PostgreSQL sums large integers into decimals.
    return {one: (int(gross), int(side), int(kept)) for one, gross, side, kept in asked}


def _paid(session: Session, rows: tuple[Invoice | Owing, ...]) -> dict[tuple[UUID, Payee], tuple[int, date | None]]:
    asked = session.execute(
        select(Payment.invoice_id, Payment.payee, func.sum(Payment.amount_cents), func.max(Payment.paid_on))
        .where(Payment.invoice_id.in_([row.id for row in rows]), Payment.cancelled_at.is_(None))
        .group_by(Payment.invoice_id, Payment.payee)
    )
    return {(one, payee): (int(cents), last) for one, payee, cents, last in asked}


def withheld_now(session: Session, row: Invoice) -> int:
    """What is withheld from an invoice as its supplier's sheet stands, at the rates of its own day, in cents.

    An artist-author without a dispense; negative on a credit note. Kept with the invoice from its approval on.
    """
    return _withheld(session, [row])[row.id]


def _withheld(session: Session, rows: Sequence[Invoice]) -> dict[UUID, int]:
    """The same for invoices of one group, by invoice: their suppliers and the rates are read once."""
    if not rows:
        return {}
    asked = select(Supplier.id).where(
        Supplier.id.in_({row.supplier_id for row in rows}),
        Supplier.status == SupplierStatus.ARTIST_AUTHOR,
        Supplier.withholding_exempt.is_(False),
    )
    authors = set(session.scalars(asked))
    rates = load_rates(session, rows[0].group_id) if authors else None
    return {
        row.id: withheld(rates, row.net_cents, row.issued_on) if rates and row.supplier_id in authors else 0
        for row in rows
    }


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
