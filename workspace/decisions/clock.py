"""The room's own clock: votes open and close on time and are recalled once, with nobody looking."""

from __future__ import annotations

from datetime import timedelta

from db.journal import record
from db.session import reading, unit_of_work
from workspace.decisions import closing, floor, mails, queries, store
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import Reminder, Stage
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.mail import mail_is_set
from workspace.kernel.pulse import beat

BEFORE_CLOSE = timedelta(hours=24)


def tick() -> None:
    """Settle what is due; where mail is set, recall votes that close within a day, once each."""
    closing.settle_due()
    if mail_is_set():
        for reminder in due_reminders():
            mails.send_reminders(reminder)


def due_reminders() -> list[Reminder]:
    """Votes to recall now. Each is marked before its mails leave, so that two processes do not both write."""
    now = utc_now()
    with reading() as session:
        due = queries.list_to_recall(session, now, now + BEFORE_CLOSE)
    reminders: list[Reminder] = []
    for proposal_id in due:
        with unit_of_work() as session:
            proposal, current = store.hold_round(session, proposal_id)
            if current.reminded_at is not None or floor.stage_now(proposal, current, now) is not Stage.OPEN:
                continue
            current.reminded_at = now
            reminder = queries.get_reminder(session, proposal, current)
            reminders.append(reminder)
            nobody = Actor(group_id=proposal.group_id)
            record(
                session,
                nobody,
                Op.REMIND_VOTERS,
                kind="proposal",
                object_id=proposal.id,
                label=proposal.title,
                people=len(reminder.people),
            )
    return reminders


async def run() -> None:
    """Tick until cancelled."""
    await beat("decisions", tick)
