"""Reads of what invoices owe to whom: their credit notes taken off, payments told apart by payee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select
from sqlalchemy.orm import Session, aliased

from budget.quotes.words import SupplierStatus
from budget.rates.queries import load as load_rates
from budget.rates.rules import withheld
from budget.spending.words import Dues, InvoiceKind, InvoiceState, Payee
from db.models import Invoice, Payment, Supplier

COUNTED = (InvoiceState.RECEIVED, InvoiceState.APPROVED)

_CREDIT = aliased(Invoice)


def _credited(amount: SQLColumnExpression[int]) -> ColumnElement[int]:
    """A sum over the approved credit notes of the invoice; negative."""
    asked = select(func.coalesce(func.sum(amount), 0))
    of_it = asked.where(_CREDIT.corrects_id == Invoice.id, _CREDIT.state == InvoiceState.APPROVED)
    return of_it.correlate(Invoice).scalar_subquery()


def _paid(asked: ColumnElement[Any], *only: ColumnElement[bool]) -> ColumnElement[Any]:
    of_it = select(asked).where(Payment.invoice_id == Invoice.id, Payment.cancelled_at.is_(None), *only)
    return of_it.correlate(Invoice).scalar_subquery()


_PAID = func.coalesce(func.sum(Payment.amount_cents), 0)
_TO_SUPPLIER = Payment.payee == Payee.SUPPLIER

# What `read` takes, asked with an invoice: one statement, however many invoices.
COLUMNS: tuple[SQLColumnExpression[Any], ...] = (
    Invoice.gross_cents + _credited(_CREDIT.gross_cents),
    Invoice.side_cents + _credited(_CREDIT.side_cents),
    Invoice.withheld_cents,
    _credited(_CREDIT.withheld_cents),
    _paid(_PAID, _TO_SUPPLIER),
    _paid(_PAID, Payment.payee == Payee.URSSAF),
    _paid(func.max(Payment.paid_on), _TO_SUPPLIER),
)
# `Dues.left_cents` above zero, said by the store: without it nothing is left to any payee (`rules.lefts`).
OWING = Invoice.gross_cents + Invoice.side_cents + _credited(_CREDIT.gross_cents + _CREDIT.side_cents) > _paid(_PAID)


def read(row: Sequence[Any], *, withheld_cents: int | None = None) -> Dues:
    """What an invoice owes, from its `COLUMNS`; what is withheld from it is said where it is not kept with it yet."""
    # PostgreSQL sums large integers into decimals.
    gross, side, kept, credited, to_supplier, to_urssaf = map(int, row[:6])
    return Dues(
        gross_cents=gross,
        side_cents=side,
        withheld_cents=max(0, (kept if withheld_cents is None else withheld_cents) + credited),
        to_supplier_cents=to_supplier,
        to_urssaf_cents=to_urssaf,
        last_paid_on=row[6],
    )


def list_dues(session: Session, invoices: Iterable[Invoice]) -> dict[UUID, Dues]:
    """What some invoices owe, by invoice."""
    rows = tuple(invoices)
    kept_back = _withheld(session, [row for row in rows if row.state is not InvoiceState.APPROVED])
    asked = select(Invoice.id, *COLUMNS).where(Invoice.id.in_([row.id for row in rows]))
    return {one: read(stands, withheld_cents=kept_back.get(one)) for one, *stands in session.execute(asked)}


def get_dues(session: Session, row: Invoice) -> Dues:
    """What one invoice owes."""
    return list_dues(session, [row])[row.id]


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
