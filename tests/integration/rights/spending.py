"""Documents, invoices, payments and bank rows to act on, for the matrix of rights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from budget.bank import matching
from budget.bank import service as bank
from budget.bank.words import Alike, Part, TargetKind
from budget.documents import service as documents
from budget.rates import service as rates
from budget.rates.words import RateKind
from budget.spending import invoices, payments
from budget.spending.words import InvoiceDraft, PaymentDraft
from db.models import RateCorrection
from db.session import unit_of_work
from tests.integration.budget.rows import add_envelope, add_supplier
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now

RECEIVED = b"date;libelle;montant\n02/11/2026;Papeterie;-12,50\n"
READ = b"date;libelle;montant\n03/11/2026;Papeterie;-2,00\n"
GROUP, DISTANCES = ("group",), ("own", "other structure", "other group")
DAY = date(2026, 11, 2)
LATER = date(2090, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Spending:
    """The objects of one distance: an invoice that waits, another, one to pay with a payment, one to cancel."""

    document_id: UUID
    draft: InvoiceDraft
    waiting_id: UUID
    refusable_id: UUID
    payable_id: UUID
    payment_id: UUID
    cancellable_id: UUID
    row_id: UUID
    correction_id: UUID


def make_spending(chief: Actor, name: str) -> Spending:
    """Small amounts, below the threshold from which two persons are needed."""
    assert chief.group_id is not None
    with unit_of_work() as session:
        line = add_envelope(session, chief.group_id, title=f"Enveloppe {name}")
        supplier = add_supplier(session, chief.group_id, f"Papeterie {name}")
    draft = InvoiceDraft(
        supplier_id=supplier.id, line_id=line.id, number="1", issued_on=DAY, net_cents=1_000, vat_cents=0,
        gross_cents=1_000,
    )  # fmt: skip
    ids = [invoices.enter_invoice(chief, replace(draft, number=str(at))) for at in range(1, 5)]
    for one in ids[2:]:
        invoices.approve_invoice(chief, one, 1)
    known = bank.view_bank(chief).waiting
    bank.import_statement(
        chief, documents.keep_file(chief, "lu.csv", READ.replace(b"Papeterie", name.encode())), alike=Alike.TAKE
    )
    row_id = next(row.row_id for row in bank.view_bank(chief).waiting if row not in known)
    return Spending(
        document_id=documents.keep_file(chief, "releve.csv", RECEIVED + f"04/11/2026;{name};-1,00\n".encode()),
        draft=draft,
        waiting_id=ids[0],
        refusable_id=ids[1],
        payable_id=ids[2],
        payment_id=payments.pay_invoice(chief, ids[2], PaymentDraft(amount_cents=100, paid_on=DAY)),
        cancellable_id=ids[3],
        row_id=row_id,
        correction_id=_add_correction(chief),
    )


def _add_correction(chief: Actor) -> UUID:
    """Written as rows: who chairs a group in the matrix is no treasurer. Each on a day of its own."""
    with unit_of_work() as session:
        days = session.scalars(select(RateCorrection.from_on).order_by(RateCorrection.from_on.desc())).first()
        row = RateCorrection(
            group_id=chief.group_id, kind=RateKind.CRDS, value=60, from_on=(days or LATER) + timedelta(days=1),
            source="x", at=utc_now(), by=chief.person_id,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def _enter(_world: Any, actor: Actor, thing: Any) -> None:
    invoices.enter_invoice(actor, replace(thing.spending.draft, number="neuve"))


def _change(_world: Any, actor: Actor, thing: Any) -> None:
    invoices.change_invoice(actor, thing.spending.waiting_id, replace(thing.spending.draft, note="x", version=1))


def _match(_world: Any, actor: Actor, thing: Any) -> None:
    part = Part(kind=TargetKind.INVOICE, object_id=thing.spending.payable_id, amount_cents=200)
    matching.settle_row(actor, thing.spending.row_id, [part])


DOINGS: dict[str, tuple[tuple[str, ...], tuple[Callable[[Any, Actor, Any], object], ...]]] = {
    "keep_budget_document": (GROUP, (lambda _w, a, _t: documents.keep_file(a, "x.txt", b"x"),)),
    "view_budget_document": (
        DISTANCES,
        (lambda _w, a, t: documents.view_document(a, t.quotes.document_id),),
    ),
    "view_spending": (
        DISTANCES,
        (lambda _w, a, t: (invoices.view_invoice(a, t.spending.waiting_id), invoices.view_invoices(a)),),
    ),
    "enter_invoice": (
        DISTANCES,
        (_enter, _change, lambda _w, a, t: invoices.read_document(a, t.spending.document_id)),
    ),
    "decide_invoice": (
        DISTANCES,
        (
            lambda _w, a, t: invoices.approve_invoice(a, t.spending.waiting_id, 1),
            lambda _w, a, t: invoices.refuse_invoice(a, t.spending.refusable_id, "x"),
        ),
    ),
    "cancel_invoice": (DISTANCES, (lambda _w, a, t: invoices.cancel_invoice(a, t.spending.cancellable_id, "x"),)),
    "record_payment": (
        DISTANCES,
        (
            lambda _w, a, t: payments.pay_invoice(
                a, t.spending.payable_id, PaymentDraft(amount_cents=1, paid_on=DAY)
            ),
            lambda _w, a, t: payments.cancel_payment(a, t.spending.payment_id, "x"),
        ),
    ),
    "view_rates": (GROUP, (lambda _w, a, _t: rates.view_rates(a),)),
    "correct_rate": (
        DISTANCES,
        (lambda _w, a, t: rates.withdraw_correction(a, t.spending.correction_id),),
    ),
    "view_bank": (GROUP, (lambda _w, a, _t: bank.view_bank(a),)),
    "import_statement": (
        DISTANCES,
        (
            lambda _w, a, t: bank.preview_statement(a, t.spending.document_id),
            lambda _w, a, t: bank.import_statement(a, t.spending.document_id, alike=Alike.TAKE),
        ),
    ),
    "match_bank_row": (
        DISTANCES,
        (
            lambda _w, a, t: matching.set_aside(a, t.spending.row_id),
            lambda _w, a, t: matching.release_row(a, t.spending.row_id),
            _match,
        ),
    ),
}
