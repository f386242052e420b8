"""Reads of adhesions: `session` first; frozen values, never rows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.adhesions import rules
from budget.adhesions.words import (
    AdhesionLine,
    AdhesionsView,
    FeeLetter,
    MembershipView,
    RuleDraft,
    RuleView,
    Standing,
)
from budget.adhesions.words import AdhesionsOperation as Op
from budget.contributions import reminders
from budget.contributions.queries import get_host_name, get_payee, list_people
from budget.contributions.rules import due_reminder
from budget.contributions.viewing import receipt_view
from db.models import Fee, FeeReceipt, FeeReminder, FeeRule, Membership, Structure
from workspace.fiches.queries import get_zone, group_of, group_today, list_structures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local
from workspace.kernel.errors import NotFound
from workspace.kernel.mail import mail_is_set
from workspace.kernel.rights import Target, allowed


def get_view(session: Session, actor: Actor) -> AdhesionsView:
    """The whole page of adhesions. The host is no member of itself."""
    group_id = group_of(actor)
    today = group_today(session, group_id)
    host = get_host(session, group_id)
    memberships = _memberships(session, group_id, today)
    return AdhesionsView(
        host=host.name if host else "",
        today=today,
        rules=tuple(
            RuleView(rule_id=row.id, draft=rule_draft(row), is_archived=row.archived_at is not None)
            for row in session.scalars(
                select(FeeRule).where(FeeRule.group_id == group_id).order_by(func.lower(FeeRule.label))
            )
        ),
        lines=tuple(
            _line(one.choice_id, one.name, memberships.get(one.choice_id, ()), today)
            for one in list_structures(session, group_id)
            if host is None or one.choice_id != host.id
        ),
        mails=mail_is_set(),
        may_change=allowed(rules.POLICIES[Op.ADHERE], actor, Target(group_id=group_id)),
    )


def get_host(session: Session, group_id: UUID) -> Structure | None:
    """The host association, which structures adhere to."""
    return session.scalar(select(Structure).where(Structure.group_id == group_id, Structure.is_host))


def rule_draft(row: FeeRule) -> RuleDraft:
    """A rule as a form shows it."""
    return RuleDraft(
        label=row.label,
        kind=row.kind,
        amount_cents=row.amount_cents,
        first_month=row.first_month,
        months=row.months,
        version=row.version,
    )


def _line(structure_id: UUID, name: str, memberships: tuple[MembershipView, ...], today: date) -> AdhesionLine:
    living = [one for one in memberships if not one.is_cancelled]
    # The period of today speaks, even when the next one is written already.
    now = next((one for one in living if one.starts_on <= today), living[0] if living else None)
    last = max((one.ends_on for one in living), default=None)
    return AdhesionLine(
        structure_id=structure_id,
        name=name,
        standing=now.standing if now else Standing.NONE,
        memberships=memberships,
        next_start=rules.next_start(last, today),
        to_renew=rules.is_to_renew(last, today),
    )


def _memberships(session: Session, group_id: UUID, today: date) -> dict[UUID, tuple[MembershipView, ...]]:
    rows = session.execute(
        select(Membership, Fee, FeeRule.label)
        .join(Fee, Fee.membership_id == Membership.id)
        .join(FeeRule, FeeRule.id == Membership.rule_id)
        .where(Membership.group_id == group_id)
        .order_by(Membership.starts_on.desc())
    ).all()
    receipts: dict[UUID, list[FeeReceipt]] = defaultdict(list)
    for one in session.scalars(select(FeeReceipt).where(FeeReceipt.group_id == group_id).order_by(FeeReceipt.number)):
        receipts[one.fee_id].append(one)
    recalled: dict[UUID, list[FeeReminder]] = defaultdict(list)
    for reminder in session.scalars(
        select(FeeReminder).where(FeeReminder.fee_id.in_([fee.id for _, fee, _ in rows])).order_by(FeeReminder.days)
    ):
        recalled[reminder.fee_id].append(reminder)
    given = {fee.id: reminders.given_days(recalled[fee.id]) for _, fee, _ in rows}
    zone = get_zone(session, group_id)
    found: dict[UUID, list[MembershipView]] = defaultdict(list)
    for row, fee, label in rows:
        paid = sum(one.amount_cents for one in receipts[fee.id] if one.cancelled_at is None)
        left = fee.due_cents - paid
        is_live = row.cancelled_at is None
        found[row.structure_id].append(
            MembershipView(
                membership_id=row.id,
                fee_id=fee.id,
                rule=label,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                due_cents=fee.due_cents,
                due_on=fee.due_on,
                receipts=tuple(receipt_view(one) for one in receipts[fee.id]),
                standing=rules.standing_of(
                    starts_on=row.starts_on, ends_on=row.ends_on, left_cents=left, due_on=fee.due_on, today=today
                ),
                reminder=due_reminder(
                    issued_on=local(row.created_at, zone).date(),
                    due_on=fee.due_on,
                    today=today,
                    given=given[fee.id],
                )
                if left > 0 and is_live
                else None,
                given=tuple(given[fee.id]),
                is_cancelled=not is_live,
                reason=row.reason,
            )
        )
    return {structure_id: tuple(views) for structure_id, views in found.items()}


def find_rule(session: Session, actor: Actor, rule_id: UUID) -> FeeRule:
    """A rule of the actor's group, kept for this transaction. Raises NotFound."""
    row = session.get(FeeRule, rule_id, with_for_update=True)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def find_membership(session: Session, actor: Actor, membership_id: UUID) -> tuple[Membership, Fee]:
    """A living membership and its fee, kept for this transaction. Raises NotFound."""
    row = session.get(Membership, membership_id, with_for_update=True)
    if row is None or row.group_id != actor.group_id or row.cancelled_at is not None:
        raise NotFound
    return row, session.scalars(select(Fee).where(Fee.membership_id == row.id)).one()


def paid_of(session: Session, fee_id: UUID) -> int:
    """Cents that came for a fee and were not cancelled."""
    found = session.scalar(
        select(func.sum(FeeReceipt.amount_cents)).where(
            FeeReceipt.fee_id == fee_id, FeeReceipt.cancelled_at.is_(None)
        )
    )
    return int(found or 0)


def list_periods(session: Session, structure_id: UUID) -> list[tuple[date, date]]:
    """(first day, last day) of the living periods of a structure."""
    rows = session.execute(
        select(Membership.starts_on, Membership.ends_on).where(
            Membership.structure_id == structure_id, Membership.cancelled_at.is_(None)
        )
    )
    return [(row.starts_on, row.ends_on) for row in rows]


def reminder_of(session: Session, row: Membership, fee: Fee, today: date) -> int | None:
    """The reminder of a fee to give today, in days after its due date; None when paid or when none is due."""
    if row.cancelled_at is not None or paid_of(session, fee.id) >= fee.due_cents:
        return None
    given = reminders.given_days(session.scalars(select(FeeReminder).where(FeeReminder.fee_id == fee.id)))
    issued_on = local(row.created_at, get_zone(session, row.group_id)).date()
    return due_reminder(issued_on=issued_on, due_on=fee.due_on, today=today, given=given)


def list_fees_to_remind(session: Session) -> list[UUID]:
    """Memberships of all groups whose fee's reminder of today was not given."""
    rows = session.execute(
        select(Membership, Fee)
        .join(Fee, Fee.membership_id == Membership.id)
        .where(Membership.cancelled_at.is_(None), Fee.due_cents > 0)
    ).all()
    days = {group_id: group_today(session, group_id) for group_id in {row.group_id for row, _ in rows}}
    return [row.id for row, fee in rows if reminder_of(session, row, fee, days[row.group_id]) is not None]


def get_letter(session: Session, row: Membership, fee: Fee) -> FeeLetter:
    """What a reminder of a fee says today."""
    return FeeLetter(
        host=get_host_name(session, row.group_id),
        structure=session.get_one(Structure, row.structure_id).name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        left_cents=fee.due_cents - paid_of(session, fee.id),
        due_on=fee.due_on,
        payee=get_payee(session, row.group_id),
        people=list_people(session, row.structure_id),
    )
