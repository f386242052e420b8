"""A reminder in three steps: claimed in one transaction, mailed outside of any, settled in another.

What dies between claim and settling is claimed again once its claim is stale: at least once, never lost. The claim is
written under the lock of what is recalled, so that of two processes one finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import Session

from budget.contributions.rules import is_given
from db.models import CallReminder, FeeReminder
from db.session import unit_of_work
from workspace.kernel.clock import utc_now
from workspace.kernel.mail import mail_is_set

Row = CallReminder | FeeReminder


@dataclass(frozen=True, slots=True)
class Mark:
    """The reminder of one thing on one day: its table, the call or fee, days after the due date."""

    model: type[Row]
    owner: UUID
    days: int

    @property
    def key(self) -> dict[str, Any]:
        """Its primary key, by column."""
        return {"call_id" if self.model is CallReminder else "fee_id": self.owner, "days": self.days}


def given_days(rows: Iterable[Row]) -> list[int]:
    """The days of those that were given, or are being given now; a stale claim is none."""
    now = utc_now()
    return [row.days for row in rows if is_given(row.at, row.sent_at, now)]


def claim(session: Session, mark: Mark) -> None:
    """Say that its mails are about to leave. The caller holds the row of what is recalled."""
    row = _row(session, mark) or mark.model(**mark.key)
    session.add(row)
    row.at, row.by_mail, row.sent_at = utc_now(), mail_is_set(), None
    session.flush()


def deliver(mark: Mark, send: Callable[[], int], note: Callable[[Session], None], *, by_hand: bool = False) -> int:
    """Send a claimed reminder, then settle it; gives how many mails went out.

    When none did, it is not given: it is offered on the screen and tried again, unless somebody gives it by hand.
    `note` writes the journal's line. What `send` raises is raised once the claim is taken back.
    """
    sent, given = 0, False
    try:
        sent = send()
        given = by_hand or sent > 0
    finally:
        with unit_of_work() as session:
            row = _row(session, mark)
            if given:
                if row is not None:
                    row.by_mail, row.sent_at = sent > 0, utc_now()
                note(session)
            elif row is not None:
                session.delete(row)
    return sent


def _row(session: Session, mark: Mark) -> Row | None:
    return cast("Row | None", session.get(mark.model, mark.key))
