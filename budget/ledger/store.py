"""Writing in the ledger, inside the use case of the room that moves money."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.ledger import rules
from budget.ledger.words import Movement
from db.models import LedgerEntry, LedgerHead, LedgerYear
from db.turns import hold_group
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken


def enter(session: Session, group_id: UUID, movement: Movement) -> int:
    """Write a movement as the next entry of the group's chain; gives its number.

    Raises RuleBroken `error-ledger-amount`, `error-year-closed` when the movement's year is closed.
    """
    rules.check_movement(movement)
    head = hold_head(session, group_id)
    check_open(session, group_id, movement.day.year)
    number, previous = head.number + 1, head.hash
    at = utc_now()
    told = rules.entry_hash(group_id, number, at, movement, previous)
    session.add(
        LedgerEntry(
            group_id=group_id,
            number=number,
            at=at,
            day=movement.day,
            kind=movement.kind,
            object_id=movement.object_id,
            label=movement.label,
            debit=movement.debit,
            credit=movement.credit,
            amount_cents=movement.amount_cents,
            previous_hash=previous,
            hash=told,
        )
    )
    head.number, head.hash = number, told
    session.flush()
    return number


def hold_head(session: Session, group_id: UUID) -> LedgerHead:
    """The end of a group's chain, kept for this transaction: writers and closings of one group take turns here."""
    # The group's own row first: two first entries at once would both make the head.
    hold_group(session, group_id)
    head = session.scalar(
        select(LedgerHead).where(LedgerHead.group_id == group_id).execution_options(populate_existing=True)
    )
    if head is None:
        head = LedgerHead(group_id=group_id, number=0, hash=rules.FIRST_HASH)
        session.add(head)
        session.flush()
    return head


def check_open(session: Session, group_id: UUID, year: int) -> None:
    """Nothing stands against writing in a year. Raises RuleBroken `error-year-closed`."""
    row = session.get(LedgerYear, (group_id, year))
    if row is not None and row.closed_at is not None:
        raise RuleBroken("error-year-closed", year=str(year))
