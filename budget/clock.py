"""The clock of the treasurer's room: calls and fees are recalled on their days, once each, with nobody looking."""

from __future__ import annotations

import asyncio
import logging

from anyio import to_thread
from sqlalchemy import select

from budget.adhesions import mails as fee_mails
from budget.adhesions import queries as fee_queries
from budget.adhesions import service as adhesions
from budget.adhesions.words import FeeLetter
from budget.contributions import calls, mails, queries
from budget.contributions.views import Letter
from budget.quotes.queries import group_today
from db.models import ContributionCall, Fee, Membership
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StoreUnavailable
from workspace.kernel.mail import mail_is_set

log = logging.getLogger("chemise.budget")
PERIOD_SECONDS = 3600


def tick() -> int:
    """Where mail is set, give the reminders of today; gives how many mails went out.

    Where it is not, the screens offer them to be copied: a reminder that nobody reads is not marked as given.
    """
    if not mail_is_set():
        return 0
    asked = sum(mails.send_letter(letter) for letter in due_letters())
    return asked + sum(fee_mails.send_letter(letter) for letter in due_fee_letters())


def due_letters() -> list[Letter]:
    """The letters of calls to send now; each reminder is marked before its mails leave."""
    with reading() as session:
        due = queries.list_calls_to_remind(session)
    letters = []
    for call_id in due:
        with unit_of_work() as session:
            row = session.get_one(ContributionCall, call_id, with_for_update=True)
            days = queries.reminder_of(session, row, group_today(session, row.group_id))
            if row.cancelled_at is None and days is not None:
                letters.append(calls.note_reminder(session, Actor(group_id=row.group_id), row, days))
    return letters


def due_fee_letters() -> list[FeeLetter]:
    """The same for the fees of memberships."""
    with reading() as session:
        due = fee_queries.list_fees_to_remind(session)
    letters = []
    for membership_id in due:
        with unit_of_work() as session:
            row = session.get_one(Membership, membership_id, with_for_update=True)
            fee = session.scalars(select(Fee).where(Fee.membership_id == row.id)).one()
            days = fee_queries.reminder_of(session, row, fee, group_today(session, row.group_id))
            if days is not None:
                actor = Actor(group_id=row.group_id)
                letters.append(adhesions.note_reminder(session, actor, row, fee, days))
    return letters


async def run() -> None:
    """Tick until cancelled; the first at once, for what fell due while the server was down."""
    while True:
        try:
            await to_thread.run_sync(tick)
        except StoreUnavailable:
            log.warning("reminders wait for the store", exc_info=True)
        except Exception:
            log.exception("reminders could not be given")
        await asyncio.sleep(PERIOD_SECONDS)
