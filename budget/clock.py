"""The clock of the treasurer's room: calls and fees are recalled on their days, once each, with nobody looking."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

from anyio import to_thread
from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.adhesions import mails as fee_mails
from budget.adhesions import queries as fee_queries
from budget.adhesions import service as adhesions
from budget.contributions import calls, mails, queries, reminders
from db.models import ContributionCall, Fee, Membership
from db.session import reading, unit_of_work
from workspace.fiches.queries import group_today
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
    with reading() as session:
        due: list[tuple[Callable[[UUID], int], UUID]] = [
            *((give_call, one) for one in queries.list_calls_to_remind(session)),
            *((give_fee, one) for one in fee_queries.list_fees_to_remind(session)),
        ]
    return sum(_given(give, one) for give, one in due)


def _given(give: Callable[[UUID], int], one: UUID) -> int:
    """The mails of one reminder; one that fails waits for the next tick and does not hold back the others."""
    try:
        return give(one)
    except StoreUnavailable:
        raise
    except Exception:
        log.exception("a reminder could not be given")
        return 0


def give_call(call_id: UUID) -> int:
    """Give the reminder of a call that is due today, if it still is; gives how many mails went out."""
    with unit_of_work() as session:
        row = session.get_one(ContributionCall, call_id, with_for_update=True)
        days = queries.reminder_of(session, row, group_today(session, row.group_id))
        if row.cancelled_at is not None or days is None:
            return 0
        mark, letter = calls.claim_reminder(session, row, days)
        actor = Actor(group_id=row.group_id)
    return reminders.deliver(
        mark, lambda: mails.send_letter(letter), lambda session: calls.note_reminder(session, actor, mark)
    )


def give_fee(membership_id: UUID) -> int:
    """The same for the fee of a membership."""
    with unit_of_work() as session:
        row = session.get_one(Membership, membership_id, with_for_update=True)
        fee = session.scalars(select(Fee).where(Fee.membership_id == row.id)).one()
        days = fee_queries.reminder_of(session, row, fee, group_today(session, row.group_id))
        if days is None:
            return 0
        mark, letter = adhesions.claim_reminder(session, row, fee, days)
        actor = Actor(group_id=row.group_id)

    def note(session: Session) -> None:
        adhesions.note_reminder(session, actor, membership_id, letter.structure, mark.days)

    return reminders.deliver(mark, lambda: fee_mails.send_letter(letter), note)


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
