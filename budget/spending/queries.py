"""Reads of invoices and payments: `session` first; frozen values, never rows, but for the use cases' own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.bank.words import MatchKind
from budget.envelope.queries import find_envelope, find_line, own_threshold
from budget.rates.queries import load as load_rates
from budget.rates.rules import urssaf_day
from budget.rates.words import RateKind
from budget.spending import dues, rules
from budget.spending.words import (
    CommitmentCheck,
    CommitmentChoice,
    CommitmentState,
    InvoiceAbilities,
    InvoiceDraft,
    InvoiceLine,
    InvoiceState,
    InvoiceView,
    PaymentView,
)
from budget.spending.words import SpendingOperation as Op
from db.models import BankMatch, BudgetDocument, BudgetLine, Commitment, Envelope, Invoice, Payment, Person, Supplier
from workspace.accueil.words import Awaited, AwaitedAct
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, StaleEdit
from workspace.kernel.rights import Target, allowed

LIVING = (InvoiceState.RECEIVED, InvoiceState.APPROVED)


def today(session: Session, actor: Actor) -> date:
    """The day it is where the group is."""
    return group_today(session, group_of(actor))


def find_invoice(session: Session, actor: Actor, invoice_id: UUID) -> Invoice:
    """An invoice of the actor's group. Raises NotFound, for another group's as for none."""
    row = session.get(Invoice, invoice_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def hold_invoice(session: Session, actor: Actor, invoice_id: UUID) -> tuple[Invoice, BudgetLine, Envelope]:
    """An invoice, its line and its envelope, kept for this transaction, the envelope first.

    Raises NotFound, StaleEdit when somebody put it on another line while this one waited for the envelope.
    """
    row = find_invoice(session, actor, invoice_id)
    line = find_line(session, actor, row.line_id)
    envelope = find_envelope(session, actor, line.envelope_id, lock=True)
    session.refresh(row, with_for_update=True)
    if row.line_id != line.id:
        raise StaleEdit
    return row, line, envelope


def owed(row: Invoice) -> int:
    """All that one invoice adds to what is owed, in cents."""
    return row.gross_cents + row.side_cents


def credited(session: Session, invoice_ids: Iterable[UUID]) -> dict[UUID, int]:
    """What approved credit notes take off each of some invoices, in cents (negative)."""
    rows = session.execute(
        select(Invoice.corrects_id, func.sum(Invoice.gross_cents + Invoice.side_cents))
        .where(Invoice.corrects_id.in_(tuple(invoice_ids)), Invoice.state == InvoiceState.APPROVED)
        .group_by(Invoice.corrects_id)
    )
    return {one: int(cents) for one, cents in rows if one is not None}


def paid(session: Session, invoice_ids: Iterable[UUID]) -> dict[UUID, int]:
    """What was paid for each of some invoices, less what was paid back, in cents."""
    rows = session.execute(
        select(Payment.invoice_id, func.sum(Payment.amount_cents))
        .where(Payment.invoice_id.in_(tuple(invoice_ids)), Payment.cancelled_at.is_(None))
        .group_by(Payment.invoice_id)
    )
    return {one: int(cents) for one, cents in rows}


def check_of(session: Session, commitment_id: UUID, *, but: UUID | None = None, adding: int = 0) -> CommitmentCheck:
    """A commitment and all its living invoices, one left out, an amount put in."""
    row = session.get_one(Commitment, commitment_id)
    others = select(func.coalesce(func.sum(Invoice.gross_cents + Invoice.side_cents), 0)).where(
        Invoice.commitment_id == commitment_id, Invoice.state.in_(LIVING), Invoice.id != but
    )
    invoiced = int(session.scalar(others) or 0) + adding
    return CommitmentCheck(
        commitment_id=row.id, label=row.label, amount_cents=row.amount_cents, invoiced_cents=invoiced
    )  # fmt: skip


def list_commitments(session: Session, actor: Actor) -> tuple[CommitmentChoice, ...]:
    """Approved commitments of the group, the latest first, with what no living invoice has taken."""
    taken = (
        select(func.coalesce(func.sum(Invoice.gross_cents + Invoice.side_cents), 0))
        .where(Invoice.commitment_id == Commitment.id, Invoice.state.in_(LIVING))
        .correlate(Commitment)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Commitment, taken)
        .where(Commitment.group_id == actor.group_id, Commitment.state == CommitmentState.APPROVED)
        .order_by(Commitment.created_at.desc())
    )
    return tuple(
        CommitmentChoice(
            commitment_id=row.id,
            label=row.label,
            supplier_id=row.supplier_id,
            line_id=row.line_id,
            rest_cents=row.amount_cents - int(invoiced),
        )
        for row, invoiced in rows
    )


def list_invoices(session: Session, actor: Actor) -> tuple[InvoiceLine, ...]:
    """Every invoice of the actor's group, the latest first."""
    return _lines(session, actor, Invoice.group_id == actor.group_id)


def _lines(session: Session, actor: Actor, *wanted: object) -> tuple[InvoiceLine, ...]:
    rows = session.execute(
        select(Invoice, Supplier.name, Supplier.invented, BudgetLine.label)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .join(BudgetLine, BudgetLine.id == Invoice.line_id)
        .where(*wanted)  # type: ignore[arg-type]
        .order_by(Invoice.issued_on.desc(), Invoice.created_at.desc())
    ).all()
    ids = [row.id for row, *_ in rows]
    less, given, now = credited(session, ids), paid(session, ids), today(session, actor)
    return tuple(
        InvoiceLine(
            invoice_id=row.id,
            kind=row.kind,
            number=row.number,
            supplier_id=row.supplier_id,
            supplier=name,
            line=label,
            issued_on=row.issued_on,
            due_on=row.due_on,
            owed_cents=owed(row) + less.get(row.id, 0),
            paid_cents=given.get(row.id, 0),
            standing=rules.standing(
                row.state,
                owed_cents=owed(row) + less.get(row.id, 0),
                paid_cents=given.get(row.id, 0),
                due_on=row.due_on,
                is_set_off=row.corrects_id is not None,
                today=now,
            ),
            invented=invented,
        )
        for row, name, invented, label in rows
    )


def get_invoice(session: Session, actor: Actor, invoice_id: UUID) -> InvoiceView:
    """One invoice with its payments, its credit notes and its commitment, the abilities left to the use case."""
    row = find_invoice(session, actor, invoice_id)
    names: dict[UUID, str] = dict(
        session.execute(select(Person.id, Person.name).where(Person.id.in_([row.created_by, row.decided_by]))).all()
    )
    corrected = session.get(Invoice, row.corrects_id) if row.corrects_id is not None else None
    document = session.get(BudgetDocument, row.document_id) if row.document_id is not None else None
    living, stands = row.state in LIVING, dues.get_dues(session, row)
    rates = load_rates(session, row.group_id)
    return InvoiceView(
        shown=_lines(session, actor, Invoice.id == row.id)[0],
        draft=_draft(row),
        left=rules.lefts(stands),
        withheld_cents=stands.withheld_cents,
        withheld_source=rates.line_at(RateKind.OLD_AGE, row.issued_on).source if stands.withheld_cents else "",
        urssaf_on=urssaf_day(rates, stands.last_paid_on) if stands.last_paid_on is not None else None,
        commitment=check_of(session, row.commitment_id, but=row.id, adding=owed(row) if living else 0)
        if row.commitment_id is not None
        else None,
        document_name=document.name if document is not None else "",
        entered_by=names.get(row.created_by, "") if row.created_by else "",
        decided_by=names.get(row.decided_by, "") if row.decided_by else "",
        decided_at=row.decided_at,
        payments=_payments(session, row.id),
        credit_notes=_lines(session, actor, Invoice.corrects_id == row.id),
        corrects=corrected.number if corrected is not None else "",
        abilities=InvoiceAbilities(),
    )


def _draft(row: Invoice) -> InvoiceDraft:
    """An invoice as its form shows it: with the deposits put back, as its paper states it."""
    gross = row.gross_cents + row.deducted_cents
    net = row.net_cents + row.deducted_net_cents
    return InvoiceDraft(
        supplier_id=row.supplier_id,
        line_id=row.line_id,
        kind=row.kind,
        number=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on,
        net_cents=net,
        vat_cents=gross - net,
        gross_cents=gross,
        deducted_cents=row.deducted_cents,
        side_cents=row.side_cents,
        commitment_id=row.commitment_id,
        document_id=row.document_id,
        corrects_id=row.corrects_id,
        over_reason=row.over_reason,
        note=row.note,
        warnings=tuple(row.warnings),
        version=row.version,
    )


def _payments(session: Session, invoice_id: UUID) -> tuple[PaymentView, ...]:
    rows = session.execute(
        select(Payment, BankMatch.row_id)
        .outerjoin(BankMatch, (BankMatch.object_id == Payment.id) & (BankMatch.kind == MatchKind.PAYMENT))
        .where(Payment.invoice_id == invoice_id)
        .order_by(Payment.paid_on, Payment.created_at)
    )
    return tuple(
        PaymentView(
            payment_id=row.id,
            amount_cents=row.amount_cents,
            paid_on=row.paid_on,
            means=row.means,
            payee=row.payee,
            reference=row.reference,
            from_bank=bank_row is not None,
            is_cancelled=row.cancelled_at is not None,
        )
        for row, bank_row in rows
    )


def find_twin(session: Session, supplier_id: UUID, number: str, but: UUID | None) -> Invoice | None:
    """Another invoice of the same supplier under the same number, however it was typed."""
    rows = session.scalars(select(Invoice).where(Invoice.supplier_id == supplier_id))
    return next((row for row in rows if row.id != but and rules.same_number(row.number, number)), None)


def label_of(session: Session, row: Invoice) -> str:
    """An invoice as a line of the journal and of the ledger names it: its number and its supplier."""
    return f"{row.number}, {session.get_one(Supplier, row.supplier_id).name}"


def list_awaited(session: Session, actor: Actor) -> Iterable[AwaitedAct]:
    """For Accueil: the invoices that wait for this actor, the oldest first; not those of which one is the author."""
    if not allowed(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id)):
        return
    rows = session.execute(
        select(Invoice, Supplier.name, Envelope)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .join(BudgetLine, BudgetLine.id == Invoice.line_id)
        .join(Envelope, Envelope.id == BudgetLine.envelope_id)
        .where(Invoice.group_id == actor.group_id, Invoice.state == InvoiceState.RECEIVED)
        .order_by(Invoice.created_at)
    )
    for row, supplier, envelope in rows:
        threshold = own_threshold(envelope, row.created_by)
        if not rules.needs_another(owed(row), threshold, row.created_by, actor.person_id):
            label = f"{row.number}, {supplier}"
            yield AwaitedAct(kind=Awaited.APPROVE_INVOICE, label=label, page="invoices", object_id=row.id)
