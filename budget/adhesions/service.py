"""Use cases of adhesions. Nobody is obliged to adhere, and no vote reads anything of this room."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.adhesions import mails, queries, rules, store
from budget.adhesions.words import AdhesionsOperation as Op
from budget.adhesions.words import AdhesionsView, FeeLetter, MembershipDraft, RuleDraft
from budget.contributions import papers, reminders
from budget.contributions.queries import get_host_name
from budget.contributions.rules import check_receipt
from budget.contributions.views import ReceiptPaper
from budget.contributions.words import ReceiptDraft
from db.journal import record
from db.models import Fee, FeeReceipt, FeeReminder, FeeRule, Group, Membership, Structure
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.handout import PDF, Handout
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, require


def view_adhesions(actor: Actor) -> AdhesionsView:
    """Who is a member of the host association, until when, and where the fees stand."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_view(session, actor)


def save_rule(actor: Actor, rule_id: UUID | None, draft: RuleDraft) -> UUID:
    """Write a rule of fees, a new one or one changed; periods that were recorded keep their dates and fee.

    Raises NotFound, StaleEdit, RuleBroken of a field, `error-fee-rule-label` when the label is taken.
    """
    require(rules.POLICIES[Op.SET_RULE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_rule(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        if rule_id is None:
            row = FeeRule(id=uuid4(), group_id=group_id)
        else:
            row = queries.find_rule(session, actor, rule_id)
            if row.version != draft.version:
                raise StaleEdit
        hold_group(session, group_id)
        others = session.execute(select(FeeRule.id, FeeRule.label).where(FeeRule.group_id == group_id))
        if any(folded(one.label) == folded(cleaned.label) and one.id != rule_id for one in others):
            raise RuleBroken("error-fee-rule-label", name=cleaned.label)
        store.write_rule(session, row, cleaned)
        record(
            session, actor, Op.SET_RULE, kind="fee_rule", object_id=row.id, label=row.label, cents=row.amount_cents
        )
        return row.id


def archive_rule(actor: Actor, rule_id: UUID, *, archived: bool = True) -> None:
    """Put a rule away so that forms no longer offer it, or take it back. Raises NotFound."""
    require(rules.POLICIES[Op.SET_RULE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_rule(session, actor, rule_id)
        row.archived_at = utc_now() if archived else None
        row.version += 1
        record(
            session, actor, Op.SET_RULE, kind="fee_rule", object_id=row.id, label=row.label, archived=int(archived)
        )


def adhere(actor: Actor, draft: MembershipDraft) -> UUID:
    """Record that a structure is a member from a day under a rule, and what its fee comes to.

    Raises NotFound, RuleBroken `error-membership-host` for the host, `error-membership-overlap`, `error-fee-due`.
    """
    require(rules.POLICIES[Op.ADHERE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = group_of(actor)
        rule = queries.find_rule(session, actor, draft.rule_id)
        # The structure's row is held, so that two periods recorded at once do not miss each other.
        structure = session.get(Structure, draft.structure_id, with_for_update=True)
        if structure is None or structure.group_id != group_id or structure.left_at or rule.archived_at:
            raise NotFound
        if structure.is_host:
            raise RuleBroken("error-membership-host")
        period = rules.period_of(queries.rule_draft(rule), draft.starts_on)
        if not period.starts_on <= draft.due_on <= period.ends_on:
            raise RuleBroken("error-fee-due")
        rules.check_no_overlap(period, queries.list_periods(session, structure.id))
        row, fee = store.add_membership(
            session, rule, structure.id, period, due_on=draft.due_on, created_by=actor.person_id
        )
        record(
            session, actor, Op.ADHERE, kind="membership", object_id=row.id, label=structure.name,
            starts_on=row.starts_on.isoformat(), ends_on=row.ends_on.isoformat(), cents=fee.due_cents,
        )  # fmt: skip
        return row.id


def cancel_membership(actor: Actor, membership_id: UUID, reason: str) -> None:
    """Cancel a period recorded by mistake or that the structure does not want, and say why; it stays readable.

    Raises NotFound, RuleBroken `error-membership-paid` while money of its fee was not given back.
    """
    require(rules.POLICIES[Op.CANCEL], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row, fee = queries.find_membership(session, actor, membership_id)
        if queries.paid_of(session, fee.id):
            raise RuleBroken("error-membership-paid")
        row.cancelled_at, row.reason = utc_now(), cleaned
        name = session.get_one(Structure, row.structure_id).name
        record(session, actor, Op.CANCEL, kind="membership", object_id=row.id, label=name)


def receive_fee(actor: Actor, membership_id: UUID, draft: ReceiptDraft) -> UUID:
    """Write that money came for the fee of a period, whole or in part, with its movement in the ledger.

    Raises NotFound, RuleBroken of the draft, `error-receipt-over` beyond the fee, `error-year-closed`.
    """
    require(rules.POLICIES[Op.RECEIVE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row, fee = queries.find_membership(session, actor, membership_id)
        left = fee.due_cents - queries.paid_of(session, fee.id)
        cleaned = check_receipt(draft, still_due_cents=left, today=group_today(session, row.group_id))
        structure = session.get_one(Structure, row.structure_id)
        made = store.add_receipt(
            session, row.group_id, fee, cleaned, structure=structure.name, created_by=actor.person_id
        )
        record(
            session, actor, Op.RECEIVE, kind="fee_receipt", object_id=made.id, label=made.number,
            cents=made.amount_cents,
        )  # fmt: skip
        return made.id


def cancel_fee_receipt(actor: Actor, receipt_id: UUID, reason: str) -> None:
    """Cancel a receipt of a fee: the reverse movement is entered today. The membership goes on.

    Raises NotFound, RuleBroken `error-receipt-cancelled`, `error-year-closed`.
    """
    require(rules.POLICIES[Op.CANCEL_RECEIPT], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = _receipt(session, actor, receipt_id, lock=True)
        if row.cancelled_at is not None:
            raise RuleBroken("error-receipt-cancelled")
        store.cancel_receipt(session, row, cleaned, group_today(session, row.group_id))
        record(session, actor, Op.CANCEL_RECEIPT, kind="fee_receipt", object_id=row.id, label=row.number)


def remind_fee(actor: Actor, membership_id: UUID) -> int:
    """Give the reminder that is due today; gives to how many people it went by mail, none where mail is not set.

    Raises NotFound, RuleBroken `error-reminder-none` when none is due or it was given.
    """
    require(rules.POLICIES[Op.REMIND], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row, fee = queries.find_membership(session, actor, membership_id)
        days = queries.reminder_of(session, row, fee, group_today(session, row.group_id))
        if days is None:
            raise RuleBroken("error-reminder-none")
        mark, letter = claim_reminder(session, row, fee, days)
    return reminders.deliver(
        mark, lambda: mails.send_letter(letter),
        lambda session: note_reminder(session, actor, membership_id, letter.structure, days), by_hand=True,
    )  # fmt: skip


def claim_reminder(session: Session, row: Membership, fee: Fee, days: int) -> tuple[reminders.Mark, FeeLetter]:
    """Mark that a reminder is about to leave, so that two processes do not both write; gives mark and letter."""
    mark = reminders.Mark(FeeReminder, fee.id, days)
    reminders.claim(session, mark)
    return mark, queries.get_letter(session, row, fee)


def note_reminder(session: Session, actor: Actor, membership_id: UUID, structure: str, days: int) -> None:
    """The journal's line of a reminder that was given; `structure` is its name."""
    record(session, actor, Op.REMIND, kind="membership", object_id=membership_id, label=structure, days=days)


def view_letter(actor: Actor, membership_id: UUID) -> FeeLetter:
    """What a reminder of a fee says, to be copied where mail is not set. Raises NotFound."""
    require(rules.POLICIES[Op.REMIND], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_letter(session, *queries.find_membership(session, actor, membership_id))


def export_fee_receipt(actor: Actor, receipt_id: UUID) -> Handout:
    """The receipt of a fee as a PDF, in the actor's language. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        row = _receipt(session, actor, receipt_id)
        membership = session.get_one(Membership, session.get_one(Fee, row.fee_id).membership_id)
        paper = ReceiptPaper(
            receipt_id=row.id,
            number=row.number,
            group=session.get_one(Group, row.group_id).name,
            host=get_host_name(session, row.group_id),
            structure=session.get_one(Structure, membership.structure_id).name,
            for_what=mails.period_words(membership.starts_on, membership.ends_on, actor.locale),
            draft=ReceiptDraft(
                amount_cents=row.amount_cents, received_on=row.received_on, means=row.means, reference=row.reference
            ),
            is_cancelled=row.cancelled_at is not None,
        )
    return Handout(name=f"{paper.number}.pdf", media_type=PDF, data=papers.write_receipt(paper, actor.locale))


def _receipt(session: Session, actor: Actor, receipt_id: UUID, *, lock: bool = False) -> FeeReceipt:
    row = session.get(FeeReceipt, receipt_id, with_for_update=lock)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row
