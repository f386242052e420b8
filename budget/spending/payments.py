"""Use cases of payments: pay in one or several times, be paid back, cancel what was entered wrongly."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from budget.spending import queries, rules, store
from budget.spending.words import PaymentDraft
from budget.spending.words import SpendingOperation as Op
from db.journal import record
from db.models import Payment
from db.session import unit_of_work
from workspace.accounts.rules import clean_line
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, require


def pay_invoice(actor: Actor, invoice_id: UUID, draft: PaymentDraft) -> UUID:
    """Note money that left for an approved invoice, or that came back; its movement is entered.

    Raises NotFound and RuleBroken as `store.write_payment`.
    """
    require(rules.POLICIES[Op.PAY], actor, Target(group_id=actor.group_id))
    reference = clean_line(draft.reference, maximum=rules.REFERENCE_LENGTH, required=False, field="reference")
    with unit_of_work() as session:
        row, _, _ = queries.hold_invoice(session, actor, invoice_id)
        label = queries.label_of(session, row)
        made = store.write_payment(session, actor, row, replace(draft, reference=reference), label)
        record(
            session, actor, Op.PAY, kind="payment", object_id=made.id, label=label, cents=made.amount_cents,
            day=made.paid_on.isoformat(),
        )  # fmt: skip
        return made.id


def cancel_payment(actor: Actor, payment_id: UUID, reason: str) -> None:
    """Cancel a payment that did not take place, and say why; a bank row that confirmed it is free again.

    Raises NotFound, RuleBroken `error-payment-cancelled`, `error-payment-leaned` when a refund leans on it,
    `error-year-closed`, `error-empty`.
    """
    require(rules.POLICIES[Op.PAY], actor, Target(group_id=actor.group_id))
    why = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = session.get(Payment, payment_id)
        if row is None or row.group_id != actor.group_id:
            raise NotFound
        invoice, _, _ = queries.hold_invoice(session, actor, row.invoice_id)
        store.cancel(session, actor, row)
        label = queries.label_of(session, invoice)
        record(
            session, actor, Op.PAY, kind="payment", object_id=row.id, label=label, cents=-row.amount_cents,
            reason=why,
        )  # fmt: skip
