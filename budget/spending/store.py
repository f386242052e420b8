"""Writes of invoices and payments shared by several use cases; `session` comes first; no commit here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.bank.store import free
from budget.bank.words import MatchKind
from budget.ledger.store import enter
from budget.ledger.words import Movement
from budget.spending import dues, queries, rules
from budget.spending.words import InvoiceDraft, InvoiceState, Payee, PaymentDraft
from db.models import Invoice, LedgerEntry, Payment
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken


def write_draft(row: Invoice, draft: InvoiceDraft) -> None:
    """Put a checked draft in a row, deposits taken off so that no cent is counted twice."""
    net_off = rules.deducted_net(draft)
    row.supplier_id, row.line_id, row.commitment_id = draft.supplier_id, draft.line_id, draft.commitment_id
    row.document_id, row.corrects_id = draft.document_id, draft.corrects_id
    row.kind, row.number, row.issued_on, row.due_on = draft.kind, draft.number, draft.issued_on, draft.due_on
    row.deducted_cents, row.deducted_net_cents = draft.deducted_cents, net_off
    row.net_cents = draft.net_cents - net_off
    row.gross_cents = draft.gross_cents - draft.deducted_cents
    row.vat_cents = row.gross_cents - row.net_cents
    row.side_cents, row.over_reason, row.note = draft.side_cents, draft.over_reason, draft.note
    row.warnings = list(draft.warnings)


def settle(row: Invoice, state: InvoiceState, actor: Actor) -> None:
    """Write what was decided of an invoice, and by whom."""
    row.state, row.decided_at, row.decided_by = state, utc_now(), actor.person_id
    row.version += 1


def enter_all(session: Session, group_id: UUID, movements: Iterable[Movement]) -> None:
    """Enter movements one after the other. Raises RuleBroken `error-year-closed`."""
    for movement in movements:
        enter(session, group_id, movement)


def undo(session: Session, group_id: UUID, kind: str, object_id: UUID, *, label: str, day: date) -> None:
    """Enter the other way round, at `day`, what stands in the ledger for one object of a kind."""
    undone = f"{kind}_cancelled"
    entered = session.execute(
        select(LedgerEntry.debit, LedgerEntry.credit, LedgerEntry.amount_cents).where(
            LedgerEntry.group_id == group_id,
            LedgerEntry.object_id == object_id,
            LedgerEntry.kind.in_((kind, undone)),
        )
    ).all()
    parts = rules.reversed_parts((one.debit, one.credit, one.amount_cents) for one in entered)
    enter_all(session, group_id, rules.moved(undone, object_id, label, day, parts))


def write_payment(session: Session, actor: Actor, row: Invoice, draft: PaymentDraft, label: str) -> Payment:
    """Pay an approved invoice, whose row is held: the payment and its movements.

    Raises RuleBroken `error-invoice-not-approved`, `error-payment-set-off` for a credit note that is counted on its
    invoice, those of `rules.check_payment` and of `rules.check_paid_on`, `error-year-closed`.
    """
    if row.state is not InvoiceState.APPROVED:
        raise RuleBroken("error-invoice-not-approved")
    if row.corrects_id is not None:
        raise RuleBroken("error-payment-set-off")
    rules.check_paid_on(draft.paid_on, queries.today(session, actor))
    stands = dues.get_dues(session, row)
    already = stands.to_supplier_cents if draft.payee is Payee.SUPPLIER else stands.to_urssaf_cents
    rules.check_payment(
        draft.amount_cents, owed_cents=rules.payable(stands, draft.payee), paid_cents=already, payee=draft.payee
    )
    made = Payment(
        group_id=row.group_id,
        invoice_id=row.id,
        amount_cents=draft.amount_cents,
        paid_on=draft.paid_on,
        means=draft.means,
        payee=draft.payee,
        reference=draft.reference,
        created_at=utc_now(),
        created_by=actor.person_id,
    )
    session.add(made)
    session.flush()
    movements = rules.payment_movements(
        payment_id=made.id, label=label, day=draft.paid_on, amount_cents=draft.amount_cents, payee=draft.payee,
        means=draft.means,
    )  # fmt: skip
    enter_all(session, row.group_id, movements)
    settle_social(session, row, label=label, day=draft.paid_on)
    return made


def cancel(session: Session, actor: Actor, row: Payment) -> None:
    """Cancel a payment that did not take place, its invoice held; the row that confirmed it is free again.

    Raises RuleBroken `error-payment-cancelled`, `error-payment-leaned` when a refund leans on it,
    `error-year-closed`.
    """
    session.refresh(row, with_for_update=True)
    if row.cancelled_at is not None:
        raise RuleBroken("error-payment-cancelled")
    invoice = session.get_one(Invoice, row.invoice_id)
    stands = dues.get_dues(session, invoice)
    already = stands.to_supplier_cents if row.payee is Payee.SUPPLIER else stands.to_urssaf_cents
    rules.check_cancelled(row.amount_cents, owed_cents=rules.payable(stands, row.payee), paid_cents=already)
    row.cancelled_at = utc_now()
    free(session, MatchKind.PAYMENT, row.id)
    label, day = queries.label_of(session, invoice), queries.today(session, actor)
    undo(session, row.group_id, "payment", row.id, label=label, day=day)
    settle_social(session, invoice, label=label, day=day)


def settle_social(session: Session, row: Invoice, *, label: str, day: date) -> None:
    """Bring what the ledger owes to the URSSAF for an invoice, or for the one it corrects, to what the facts owe.

    Called after whatever changes it: what is withheld depends on what was approved, credited and paid, in any order.
    """
    invoice = session.get_one(Invoice, row.corrects_id) if row.corrects_id is not None else row
    session.flush()
    owed = rules.social_left(dues.get_dues(session, invoice)) if invoice.state is InvoiceState.APPROVED else 0
    papers = select(Invoice.id).where((Invoice.id == invoice.id) | (Invoice.corrects_id == invoice.id))
    paid = select(Payment.id).where(Payment.invoice_id == invoice.id)
    mine = LedgerEntry.object_id.in_(papers.union(paid))
    sums = [
        session.scalar(
            select(func.coalesce(func.sum(LedgerEntry.amount_cents), 0)).where(
                LedgerEntry.group_id == invoice.group_id, side == rules.SOCIAL, mine
            )
        )
        for side in (LedgerEntry.credit, LedgerEntry.debit)
    ]
    entered = int(sums[0] or 0) - int(sums[1] or 0)
    enter_all(session, invoice.group_id, rules.withheld_movements(invoice.id, label, day, owed - entered))
