"""Session-first writes of adhesions, for the use cases and for the example. No commit here."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from budget.adhesions import rules
from budget.adhesions.words import Period, RuleDraft
from budget.bank.store import free
from budget.bank.words import MatchKind
from budget.contributions.rules import money_account
from budget.contributions.store import move, write_receipt
from budget.contributions.words import ReceiptDraft
from db.models import Fee, FeeReceipt, FeeRule, Membership
from workspace.kernel.clock import utc_now

RECEIVED, RECEIPT_CANCELLED = "fee_received", "fee_cancelled"


def write_rule(session: Session, row: FeeRule, draft: RuleDraft) -> None:
    """What a cleaned rule says; periods that were recorded keep their own."""
    row.label, row.kind, row.amount_cents = draft.label, draft.kind, draft.amount_cents
    row.first_month, row.months, row.version = draft.first_month, draft.months, draft.version + 1
    session.add(row)
    session.flush()


def add_membership(
    session: Session, rule: FeeRule, structure_id: UUID, period: Period, *, due_on: date, created_by: UUID | None
) -> tuple[Membership, Fee]:
    """A period and, as another fact, its fee."""
    row = Membership(
        id=uuid4(),
        group_id=rule.group_id,
        structure_id=structure_id,
        rule_id=rule.id,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(row)
    session.flush()
    fee = Fee(id=uuid4(), membership_id=row.id, due_cents=period.due_cents, due_on=due_on)
    session.add(fee)
    session.flush()
    return row, fee


def add_receipt(
    session: Session, group_id: UUID, fee: Fee, draft: ReceiptDraft, *, structure: str, created_by: UUID | None
) -> FeeReceipt:
    """Money that came for a fee, and its movement: to the bank, from the fees of members."""
    row = FeeReceipt(fee_id=fee.id)
    write_receipt(session, row, group_id, draft, prefix="C", created_by=created_by)
    move(
        session, group_id, kind=RECEIVED, object_id=row.id, label=f"{row.number} {structure}",
        day=draft.received_on, accounts=(money_account(draft.means), rules.FEES), cents=draft.amount_cents,
    )  # fmt: skip
    return row


def cancel_receipt(session: Session, row: FeeReceipt, reason: str, day: date) -> None:
    """Cancel the receipt of a fee, whose row is held, by its reverse movement; the row of the bank is free again."""
    row.cancelled_at, row.reason = utc_now(), reason
    free(session, MatchKind.FEE, row.id)
    move(
        session, row.group_id, kind=RECEIPT_CANCELLED, object_id=row.id, label=row.number, day=day,
        accounts=(rules.FEES, money_account(row.means)), cents=row.amount_cents,
    )  # fmt: skip
