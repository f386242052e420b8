"""Turns at what is one of its kind in a group: a name, a number, an order."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Group


def hold_group(session: Session, group_id: UUID) -> None:
    """Make the writers of such a thing wait for each other until the end of the transaction.

    Not a full FOR UPDATE: rows that point at the group may still be written meanwhile. Taken after the rows that
    are changed, as those who number papers do.
    """
    session.execute(select(Group.id).where(Group.id == group_id).with_for_update(key_share=True)).all()
