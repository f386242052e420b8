"""The visual that the group chose: read from the register, which nobody rewrites; a later choice takes its place."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Outcome
from workspace.decisions.effects import CHOOSE_VISUAL, DONE
from workspace.decisions.views import Visual


def get_visual(session: Session, group_id: UUID) -> Visual | None:
    """The latest visual that a decision chose for the folder; None before the first. Publication reads it too."""
    row = session.scalars(
        select(Outcome)
        .where(Outcome.group_id == group_id, Outcome.effect == CHOOSE_VISUAL, Outcome.effect_code == DONE)
        .order_by(Outcome.number.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    option = next(one for one in row.words["options"] if one["id"] == row.tally["winner"])
    return Visual(
        name=option["name"],
        pictures=tuple(UUID(one) for one in option["pictures"]),
        proposal_id=row.proposal_id,
        number=row.number,
        decided_at=row.decided_at,
    )
