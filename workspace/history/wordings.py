"""Reads of the titles and accroches that fiches had."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheWording, Person
from workspace.history import rules
from workspace.history.words import Wording, WordingChange
from workspace.kernel.errors import NotFound

CHANGES_MAXIMUM = 50


def list_changes(session: Session, fiche: Fiche) -> tuple[WordingChange, ...]:
    """What changed in title and accroche, the latest first, compared word by word."""
    rows = session.execute(
        select(FicheWording, Person.name)
        .outerjoin(Person, Person.id == FicheWording.ended_by)
        .where(FicheWording.fiche_id == fiche.id)
        .order_by(FicheWording.ended_at.desc(), FicheWording.id)
        .limit(CHANGES_MAXIMUM)
    )
    made, after = [], Wording(fiche.title, fiche.accroche)
    for row, name in rows:
        before = Wording(row.title, row.accroche)
        comparison = rules.compare(rules.heading(before), rules.heading(after))
        made.append(WordingChange(wording_id=row.id, at=row.ended_at, author=name or "", comparison=comparison))
        after = before
    return tuple(made)


def list_since(session: Session, fiche_ids: Collection[UUID], since: datetime) -> dict[UUID, list[FicheWording]]:
    """By fiche, the wordings that ended after an instant, in order: the first is the one that held then."""
    rows = session.scalars(
        select(FicheWording)
        .where(FicheWording.fiche_id.in_(fiche_ids), FicheWording.ended_at > since)
        .order_by(FicheWording.ended_at, FicheWording.id)
    )
    found: dict[UUID, list[FicheWording]] = {}
    for row in rows:
        found.setdefault(row.fiche_id, []).append(row)
    return found


def wording_at(session: Session, fiche: Fiche, at: datetime) -> Wording:
    """The title and accroche that a fiche had at an instant."""
    first = next(iter(list_since(session, [fiche.id], at).get(fiche.id, ())), None)
    return Wording(first.title, first.accroche) if first else Wording(fiche.title, fiche.accroche)


def find_wording(session: Session, fiche: Fiche, wording_id: UUID) -> Wording:
    """One of a fiche's own. Raises NotFound."""
    row = session.get(FicheWording, wording_id)
    if row is None or row.fiche_id != fiche.id:
        raise NotFound
    return Wording(row.title, row.accroche)
