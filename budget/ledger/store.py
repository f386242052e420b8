"""Writing in the ledger, inside the use case of the room that moves money."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.ledger import rules
from budget.ledger.words import Movement
from db.models import Group, LedgerEntry, LedgerYear
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken


def enter(session: Session, group_id: UUID, movement: Movement) -> int:
    """Write a movement as the next entry of the group's chain; gives its number.

    Raises RuleBroken `error-ledger-amount`, `error-year-closed` when the movement's year is closed.
    """
    rules.check_movement(movement)
    # Two writers of one group take turns here, so that numbers follow each other on PostgreSQL too.
    session.execute(select(Group.id).where(Group.id == group_id).with_for_update(key_share=True))
    year = session.get(LedgerYear, (group_id, movement.day.year))
    if year is not None and year.closed_at is not None:
        raise RuleBroken("error-year-closed", year=str(movement.day.year))
    last = session.execute(
        select(LedgerEntry.number, LedgerEntry.hash)
        .where(LedgerEntry.group_id == group_id)
        .order_by(LedgerEntry.number.desc())
        .limit(1)
    ).first()
    number, previous = (last.number + 1, last.hash) if last else (1, rules.FIRST_HASH)
    at = utc_now()
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
            hash=rules.entry_hash(group_id, number, at, movement, previous),
        )
    )
    session.flush()
    return number
