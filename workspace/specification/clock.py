"""The room's own clock: structures that are awaited for a week are recalled once, with nobody looking."""

from __future__ import annotations

from datetime import timedelta

from db.journal import record
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.kernel.mail import mail_is_set
from workspace.kernel.pulse import beat
from workspace.specification import mails, queries
from workspace.specification.words import Reminder
from workspace.specification.words import SpecificationOperation as Op

PATIENCE = timedelta(days=7)


def tick() -> None:
    """Where mail is set, recall the versions that have waited long enough."""
    if mail_is_set():
        for reminder in due_reminders():
            mails.send_reminders(reminder)


def due_reminders() -> list[Reminder]:
    """Versions to recall now. Each is marked before its mails leave, so that two processes do not both write."""
    with reading() as session:
        due = queries.list_to_recall(session, utc_now() - PATIENCE)
    reminders = []
    for version_id in due:
        with unit_of_work() as session:
            row, version = queries.hold_version(session, version_id)
            try:
                queries.check_open(session, row, version)
            except RuleBroken:  # adopted or replaced: nobody is awaited on it any more
                continue
            if version.reminded_at is not None:
                continue
            version.reminded_at = utc_now()
            reminder = queries.get_reminder(session, row, version)
            reminders.append(reminder)
            record(
                session, Actor(group_id=row.group_id), Op.REMIND, kind="specification", object_id=row.id,
                label=row.title, number=version.number, people=len(reminder.people),
            )  # fmt: skip
    return [one for one in reminders if one.people]


async def run() -> None:
    """Tick until cancelled."""
    await beat("specification", tick)
