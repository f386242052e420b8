"""Use cases of what a row is: one thing, several to the cent, nothing of the budget's; and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.adhesions import queries as adhesions
from budget.adhesions import store as adhesion_store
from budget.bank import queries, rules, store
from budget.bank.words import BankOperation as Op
from budget.bank.words import MatchKind, Part, TargetKind
from budget.contributions import queries as contributions
from budget.contributions import store as contribution_store
from budget.contributions.rules import check_receipt
from budget.contributions.words import ReceiptDraft
from budget.spending import queries as spending
from budget.spending import store as payments
from budget.spending.rules import REFERENCE_LENGTH
from budget.spending.words import Payee, PaymentDraft
from db.journal import record
from db.models import (
    BankMatch,
    BankRow,
    BudgetLine,
    ContributionReceipt,
    Envelope,
    FeeReceipt,
    Invoice,
    Payment,
    Structure,
)
from db.session import unit_of_work
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.messages import translate
from workspace.kernel.rights import Target, require

OF_INVOICES = frozenset({TargetKind.INVOICE, TargetKind.URSSAF})
MATCHES = {
    TargetKind.INVOICE: MatchKind.PAYMENT,
    TargetKind.URSSAF: MatchKind.PAYMENT,
    TargetKind.PAYMENT: MatchKind.PAYMENT,
    TargetKind.PLEDGE: MatchKind.RECEIPT,
    TargetKind.RECEIPT: MatchKind.RECEIPT,
    TargetKind.FEE: MatchKind.FEE,
    TargetKind.FEE_RECEIPT: MatchKind.FEE,
}


def settle_row(actor: Actor, row_id: UUID, parts: Sequence[Part]) -> None:
    """Confirm what a row is: things that are known, or that are entered now, together the row to the cent.

    Raises NotFound, RuleBroken `error-row-matched` when somebody said what it is, those of `rules.check_parts`, and
    those of a payment or a receipt; then nothing is written of any part.
    """
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        _hold(session, actor, [(one.kind, one.object_id) for one in parts])
        row = _free_row(session, actor, row_id)
        found = rules.check_parts(row.amount_cents, parts, queries.list_candidates(session, actor))
        for part in parts:
            made = part.kind not in rules.CONFIRMED
            known = _enter(session, actor, row, part) if made else part.object_id
            store.match(session, row, MATCHES[part.kind], known, actor.person_id, made=made)
        record(
            session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, cents=row.amount_cents,
            number=", ".join(one.number for one in found), parts=len(parts),
        )  # fmt: skip


def set_aside(actor: Actor, row_id: UUID) -> None:
    """Say that a row is none of the budget's business. Raises NotFound, RuleBroken `error-row-matched`."""
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = _free_row(session, actor, row_id)
        store.match(session, row, MatchKind.ASIDE, row.id, actor.person_id)
        record(session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, aside=1)


def release_row(actor: Actor, row_id: UUID) -> None:
    """Take back what was said of a row: what was entered from it is cancelled, what was known before stays.

    Raises NotFound, StaleEdit when somebody said something else meanwhile, RuleBroken of whatever cannot be
    cancelled (`error-payment-leaned`, `error-year-closed`); then nothing is taken back.
    """
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        queries.find_row(session, actor, row_id)
        seen = [one.object_id for one in _made(session, row_id)]
        _hold(session, actor, _targets(session, _made(session, row_id)))
        row = queries.hold_row(session, actor, row_id)
        made = _made(session, row_id)
        if [one.object_id for one in made] != seen:
            raise StaleEdit
        for one in made:
            _cancel(session, actor, one)
        for match in session.scalars(select(BankMatch).where(BankMatch.row_id == row.id)):
            session.delete(match)
        record(
            session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, released=1,
            cancelled=len(made),
        )  # fmt: skip


def _made(session: Session, row_id: UUID) -> list[BankMatch]:
    """What was entered from a row, in an order that all writers share."""
    asked = select(BankMatch).where(BankMatch.row_id == row_id, BankMatch.made.is_(True))
    return list(session.scalars(asked.order_by(BankMatch.kind, BankMatch.object_id)))


def _targets(session: Session, made: Sequence[BankMatch]) -> list[tuple[TargetKind, UUID]]:
    """What has to be held to cancel what was entered: the invoice of a payment, the receipt itself."""
    found = []
    for one in made:
        if one.kind is MatchKind.PAYMENT:
            found.append((TargetKind.INVOICE, session.get_one(Payment, one.object_id).invoice_id))
        else:
            kind = TargetKind.FEE_RECEIPT if one.kind is MatchKind.FEE else TargetKind.RECEIPT
            found.append((kind, one.object_id))
    return found


def _free_row(session: Session, actor: Actor, row_id: UUID) -> BankRow:
    row = queries.hold_row(session, actor, row_id)
    if session.scalar(select(BankMatch.row_id).where(BankMatch.row_id == row.id).limit(1)) is not None:
        raise RuleBroken("error-row-matched")
    return row


def _hold(session: Session, actor: Actor, targets: Sequence[tuple[TargetKind, UUID]]) -> None:
    """Hold what a row settles before the row, as whoever pays, receives or cancels does; envelopes first of all."""
    invoices = [object_id for kind, object_id in targets if kind in OF_INVOICES]
    if len(invoices) > 1:
        of_them = (
            select(BudgetLine.envelope_id)
            .join(Invoice, Invoice.line_id == BudgetLine.id)
            .where(Invoice.id.in_(invoices), Invoice.group_id == actor.group_id)
        )
        session.execute(select(Envelope.id).where(Envelope.id.in_(of_them)).order_by(Envelope.id).with_for_update())
    for kind, object_id in sorted(set(targets), key=lambda one: (one[0] not in OF_INVOICES, one[0], one[1])):
        if kind in OF_INVOICES:
            spending.hold_invoice(session, actor, object_id)
        elif kind is TargetKind.PLEDGE:
            contributions.find_pledge(session, actor, object_id)
        elif kind is TargetKind.FEE:
            adhesions.find_membership(session, actor, object_id)
        else:
            table = {TargetKind.PAYMENT: Payment, TargetKind.RECEIPT: ContributionReceipt}.get(kind, FeeReceipt)
            session.get(table, object_id, with_for_update=True)


def _enter(session: Session, actor: Actor, row: BankRow, part: Part) -> UUID:
    """The payment or the receipt that a part of a row tells; gives its id."""
    if part.kind in OF_INVOICES:
        return _pay(session, actor, row, part)
    return _receive(session, actor, row, part)


def _pay(session: Session, actor: Actor, row: BankRow, part: Part) -> UUID:
    invoice = spending.find_invoice(session, actor, part.object_id)
    draft = PaymentDraft(
        amount_cents=part.amount_cents, paid_on=row.day, reference=row.label[:REFERENCE_LENGTH],
        payee=Payee.URSSAF if part.kind is TargetKind.URSSAF else Payee.SUPPLIER,
    )  # fmt: skip
    return payments.write_payment(session, actor, invoice, draft, spending.label_of(session, invoice)).id


def _receive(session: Session, actor: Actor, row: BankRow, part: Part) -> UUID:
    """The receipt of a structure's contribution or fee."""
    draft = ReceiptDraft(
        amount_cents=-part.amount_cents, received_on=row.day, reference=row.label[:REFERENCE_LENGTH]
    )  # fmt: skip
    today = group_today(session, group_of(actor))
    if part.kind is TargetKind.FEE:
        membership, fee = adhesions.find_membership(session, actor, part.object_id)
        left = fee.due_cents - adhesions.paid_of(session, fee.id)
        checked = check_receipt(draft, still_due_cents=left, today=today)
        name = session.get_one(Structure, membership.structure_id).name
        return adhesion_store.add_receipt(
            session, membership.group_id, fee, checked, structure=name, created_by=actor.person_id
        ).id
    pledge, key = contributions.find_pledge(session, actor, part.object_id)
    left = pledge.amount_cents - contributions.received_of(session, pledge.id)
    checked = check_receipt(draft, still_due_cents=left, today=today)
    name = session.get_one(Structure, pledge.structure_id).name
    return contribution_store.add_receipt(
        session, key, pledge, checked, structure=name, created_by=actor.person_id
    ).id


def _cancel(session: Session, actor: Actor, one: BankMatch) -> None:
    """Cancel what was entered from a row, unless it was cancelled already."""
    today, why = group_today(session, group_of(actor)), translate(actor.locale, "bank-undone-reason")
    if one.kind is MatchKind.PAYMENT:
        payments.cancel(session, actor, session.get_one(Payment, one.object_id))
        return
    if one.kind is MatchKind.FEE:
        adhesion_store.cancel_receipt(session, session.get_one(FeeReceipt, one.object_id), why, today)
    else:
        contribution_store.cancel_receipt(session, session.get_one(ContributionReceipt, one.object_id), why, today)
