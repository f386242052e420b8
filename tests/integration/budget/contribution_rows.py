"""Rows of contributions and adhesions, for tests that need them filled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.adhesions import rules as adhesion_rules
from budget.adhesions import store as adhesions
from budget.adhesions.words import FeeKind, RuleDraft
from budget.contributions import store
from budget.contributions.words import (
    InKindDraft,
    InKindKind,
    InKindState,
    KeyDraft,
    KeyKind,
    KeyLine,
    MethodDraft,
    PayeeDraft,
    ReceiptDraft,
)
from db.models import CallReminder, FeeReminder, FeeRule, InKindMethod
from tests.days import group_today
from workspace.kernel.clock import utc_now

IBAN = "FR1420041010050500013M02606"
PAYEE = PayeeDraft(holder="LaPlateforme", iban=IBAN)


@dataclass(frozen=True, kw_only=True)
class Given:
    """Objects of one structure. `pledge_id` was not called; `called_id` was, its reminder of today waits."""

    key_id: UUID
    pledge_id: UUID
    called_id: UUID
    call_id: UUID
    receipt_id: UUID
    in_kind_id: UUID
    validated_id: UUID
    rule_id: UUID
    membership_id: UUID
    fee_receipt_id: UUID


def key_draft(*structures: UUID, title: str = "Impression", cents: int = 100_000, **said: object) -> KeyDraft:
    return KeyDraft(
        title=title,
        kind=KeyKind.EQUAL,
        amount_cents=cents,
        lines=tuple(KeyLine(structure_id=one) for one in structures),
        **said,  # type: ignore[arg-type]
    )


def hours(minutes: int = 600, day: date = date(2026, 11, 20), task: str = "Relecture") -> InKindDraft:
    return InKindDraft(kind=InKindKind.HOURS, task=task, who="A. M.", day=day, minutes=minutes, value_cents=12_020)


def make_given(session: Session, group_id: UUID, structure_id: UUID, by: UUID | None, name: str = "x") -> Given:
    """One row in each table, for a structure; what is called is due today."""
    today = group_today()
    store.write_payee(session, group_id, PAYEE, by)
    key = store.add_key(session, group_id, key_draft(structure_id, title=f"Impression {name}"), by)
    pledge = store.write_pledge(session, key.id, structure_id, 10_000, note="Avec plaisir", by=by)
    other = store.add_key(session, group_id, key_draft(structure_id, title=f"Graphisme {name}"), by)
    called = store.write_pledge(session, other.id, structure_id, 20_000, by=by)
    call = store.add_call(
        session, other, called, PAYEE, issued_on=today - timedelta(days=30), due_on=today, created_by=by
    )
    session.add(CallReminder(call_id=call.id, days=-15, at=utc_now(), by_mail=False))
    receipt = store.add_receipt(
        session, other, called, ReceiptDraft(amount_cents=5_000, received_on=today), structure=name, created_by=by
    )
    method = session.scalar(select(InKindMethod).where(InKindMethod.group_id == group_id)) or store.add_method(
        session, group_id, MethodDraft(text="Au SMIC", hourly_cents=1_202, from_on=date(2020, 1, 1)), by
    )
    waiting = store.add_in_kind(session, group_id, structure_id, method.id, hours(), declared_by=None)
    valid = store.add_in_kind(session, group_id, structure_id, method.id, hours(), declared_by=None)
    store.decide_in_kind(session, valid, InKindState.VALIDATED, by, "")
    draft = RuleDraft(label=f"Structures {name}", kind=FeeKind.CALENDAR, amount_cents=5_000)
    rule = FeeRule(id=uuid4(), group_id=group_id)
    adhesions.write_rule(session, rule, draft)
    period = adhesion_rules.period_of(draft, today)
    row, fee = adhesions.add_membership(session, rule, structure_id, period, due_on=today, created_by=by)
    row.created_at = utc_now() - timedelta(days=30)
    session.add(FeeReminder(fee_id=fee.id, days=-7, at=utc_now(), by_mail=True))
    fee_receipt = adhesions.add_receipt(
        session, group_id, fee, ReceiptDraft(amount_cents=1_000, received_on=today), structure=name, created_by=by
    )
    session.flush()
    return Given(
        key_id=key.id,
        pledge_id=pledge.id,
        called_id=called.id,
        call_id=call.id,
        receipt_id=receipt.id,
        in_kind_id=waiting.id,
        validated_id=valid.id,
        rule_id=rule.id,
        membership_id=row.id,
        fee_receipt_id=fee_receipt.id,
    )
