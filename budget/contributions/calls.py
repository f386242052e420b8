"""Use cases of money asked and received: calls, reminders, receipts, their papers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from budget.contributions import epc, mails, papers, queries, reminders, rules, store
from budget.contributions.views import CallMade, Letter, ReceiptPaper
from budget.contributions.words import ContributionsOperation as Op
from budget.contributions.words import ReceiptDraft
from db.journal import record
from db.models import CallReminder, ContributionCall, ContributionReceipt, Group, Pledge, Structure
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_today
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.handout import PDF, Handout
from workspace.kernel.rights import Target, require
from workspace.members.rules import clean_text


def call_pledge(actor: Actor, pledge_id: UUID, due_on: date, message: str = "") -> CallMade:
    """Ask a structure for what it pledged, until a day; where mail is set its people are written to.

    Raises NotFound, RuleBroken `error-payee-missing`, `error-call-made`, `error-call-paid`, `error-call-due` for a
    day that has passed, `error-epc` when no code can say the transfer.
    """
    require(rules.POLICIES[Op.CALL], actor, Target(group_id=actor.group_id))
    cleaned = clean_text(message, maximum=rules.MESSAGE_LENGTH, field="message")
    with unit_of_work() as session:
        row, key = queries.find_pledge(session, actor, pledge_id)
        today = group_today(session, key.group_id)
        payee = queries.get_payee(session, key.group_id)
        if not payee.holder:
            raise RuleBroken("error-payee-missing")
        if queries.live_call(session, row.id) is not None:
            raise RuleBroken("error-call-made")
        if queries.received_of(session, row.id) >= row.amount_cents:
            raise RuleBroken("error-call-paid")
        if due_on < today:
            raise RuleBroken("error-call-due")
        made = store.add_call(
            session, key, row, payee, issued_on=today, due_on=due_on, message=cleaned, created_by=actor.person_id
        )
        letter = _letter(session, made, row.structure_id)
        # Here, so that a transfer no code can say is refused with nothing written, rather than once the call stands.
        epc.payload(papers.transfer_of(letter.paper))
        record(
            session, actor, Op.CALL, kind="contribution_call", object_id=made.id, label=made.number,
            cents=made.amount_cents,
        )  # fmt: skip
    return CallMade(call_id=made.id, mailed=mails.send_letter(letter))


def cancel_call(actor: Actor, call_id: UUID, reason: str) -> None:
    """Take a call back, and say why; another can be made. Raises NotFound."""
    require(rules.POLICIES[Op.CANCEL_CALL], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = _call(session, actor, call_id, lock=True)
        row.cancelled_at, row.reason = utc_now(), cleaned
        record(session, actor, Op.CANCEL_CALL, kind="contribution_call", object_id=row.id, label=row.number)


def remind(actor: Actor, call_id: UUID) -> int:
    """Give the reminder that is due today; gives to how many people it went by mail, none where mail is not set.

    Raises NotFound, RuleBroken `error-reminder-none` when none is due or it was given.
    """
    require(rules.POLICIES[Op.REMIND], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = _call(session, actor, call_id, lock=True)
        days = queries.reminder_of(session, row, group_today(session, row.group_id))
        if days is None:
            raise RuleBroken("error-reminder-none")
        mark, letter = claim_reminder(session, row, days)
    return reminders.deliver(
        mark, lambda: mails.send_letter(letter), lambda session: note_reminder(session, actor, mark), by_hand=True
    )


def claim_reminder(session: Session, row: ContributionCall, days: int) -> tuple[reminders.Mark, Letter]:
    """Mark that a reminder is about to leave, so that two processes do not both write; gives mark and letter."""
    mark = reminders.Mark(CallReminder, row.id, days)
    reminders.claim(session, mark)
    structure_id = session.get_one(Pledge, row.pledge_id).structure_id
    return mark, _letter(session, row, structure_id, is_reminder=True)


def note_reminder(session: Session, actor: Actor, mark: reminders.Mark) -> None:
    """The journal's line of a reminder that was given."""
    label = session.get_one(ContributionCall, mark.owner).number
    record(session, actor, Op.REMIND, kind="contribution_call", object_id=mark.owner, label=label, days=mark.days)


def receive(actor: Actor, pledge_id: UUID, draft: ReceiptDraft) -> UUID:
    """Write that money came for a pledge, whole or in part, with its movement in the ledger.

    Raises NotFound, RuleBroken of the draft, `error-receipt-over` beyond the pledge, `error-year-closed`.
    """
    require(rules.POLICIES[Op.RECEIVE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row, key = queries.find_pledge(session, actor, pledge_id)
        left = row.amount_cents - queries.received_of(session, row.id)
        cleaned = rules.check_receipt(draft, still_due_cents=left, today=group_today(session, key.group_id))
        structure = session.get_one(Structure, row.structure_id)
        made = store.add_receipt(session, key, row, cleaned, structure=structure.name, created_by=actor.person_id)
        record(
            session, actor, Op.RECEIVE, kind="contribution_receipt", object_id=made.id, label=made.number,
            cents=made.amount_cents,
        )  # fmt: skip
        return made.id


def cancel_receipt(actor: Actor, receipt_id: UUID, reason: str) -> None:
    """Cancel a receipt: the reverse movement is entered today, the receipt stays readable with the reason.

    Raises NotFound, RuleBroken `error-receipt-cancelled`, `error-year-closed`.
    """
    require(rules.POLICIES[Op.CANCEL_RECEIPT], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = _receipt(session, actor, receipt_id, lock=True)
        if row.cancelled_at is not None:
            raise RuleBroken("error-receipt-cancelled")
        store.cancel_receipt(session, row, cleaned, group_today(session, row.group_id))
        record(session, actor, Op.CANCEL_RECEIPT, kind="contribution_receipt", object_id=row.id, label=row.number)


def view_letter(actor: Actor, call_id: UUID, *, is_reminder: bool = False) -> Letter:
    """What is written about a call, to be copied where mail is not set. Raises NotFound."""
    require(rules.POLICIES[Op.CALL], actor, Target(group_id=actor.group_id))
    with reading() as session:
        row = _call(session, actor, call_id)
        return _letter(session, row, session.get_one(Pledge, row.pledge_id).structure_id, is_reminder=is_reminder)


def export_call(actor: Actor, call_id: UUID) -> Handout:
    """The letter of a call as a PDF with its QR code, in the actor's language. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        paper = queries.get_call_paper(session, _call(session, actor, call_id))
    return Handout(name=f"{paper.number}.pdf", media_type=PDF, data=papers.write_call(paper, actor.locale))


def export_receipt(actor: Actor, receipt_id: UUID) -> Handout:
    """The receipt of a contribution as a PDF, in the actor's language. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        row = _receipt(session, actor, receipt_id)
        pledge = session.get_one(Pledge, row.pledge_id)
        paper = ReceiptPaper(
            receipt_id=row.id,
            number=row.number,
            group=session.get_one(Group, row.group_id).name,
            host=queries.get_host_name(session, row.group_id),
            structure=session.get_one(Structure, pledge.structure_id).name,
            for_what=queries.find_key(session, actor, pledge.key_id).title,
            draft=ReceiptDraft(
                amount_cents=row.amount_cents, received_on=row.received_on, means=row.means, reference=row.reference
            ),
            is_cancelled=row.cancelled_at is not None,
        )
    return Handout(name=f"{paper.number}.pdf", media_type=PDF, data=papers.write_receipt(paper, actor.locale))


def _letter(session: Session, row: ContributionCall, structure_id: UUID, *, is_reminder: bool = False) -> Letter:
    return Letter(
        paper=queries.get_call_paper(session, row),
        people=queries.list_people(session, structure_id),
        is_reminder=is_reminder,
    )


def _call(session: Session, actor: Actor, call_id: UUID, *, lock: bool = False) -> ContributionCall:
    row = session.get(ContributionCall, call_id, with_for_update=lock)
    if row is None or row.group_id != actor.group_id or row.cancelled_at is not None:
        raise NotFound
    return row


def _receipt(session: Session, actor: Actor, receipt_id: UUID, *, lock: bool = False) -> ContributionReceipt:
    row = session.get(ContributionReceipt, receipt_id, with_for_update=lock)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row
