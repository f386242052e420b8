"""Session-first writes of a group's targets. No commit here."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db.models import FicheTargets
from workspace.lightness.words import Targets


def write_targets(session: Session, group_id: UUID, targets: Targets) -> None:
    """Write cleaned targets over the group's own; the first ones make the row."""
    row = session.get(FicheTargets, group_id)
    if row is None:
        row = FicheTargets(group_id=group_id, version=0)
        session.add(row)
    row.title_target, row.title_limit = targets.title.target, targets.title.limit
    row.accroche_target, row.accroche_limit = targets.accroche.target, targets.accroche.limit
    row.recto_target, row.recto_limit = targets.recto.target, targets.recto.limit
    row.verso_target, row.verso_limit = targets.verso.target, targets.verso.limit
    row.sentence_recto, row.sentence_verso = targets.sentence_recto, targets.sentence_verso
    row.ease, row.paper = targets.ease, targets.paper
    row.version += 1
    session.flush()
