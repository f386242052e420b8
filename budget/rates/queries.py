"""Reads of the rates: `session` first; frozen values."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from budget.rates import rules
from budget.rates.table import DEFAULTS
from budget.rates.words import SOCIAL, CorrectionView, RateKind, RateLine, RatesView, RateTable, RateView
from budget.rates.words import RatesOperation as Op
from budget.spending.words import InvoiceState
from db.models import Invoice, Person, RateCorrection
from workspace.fiches.queries import get_zone, group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed

LIVING = (InvoiceState.RECEIVED, InvoiceState.APPROVED)


def load(session: Session, group_id: UUID) -> RateTable:
    """The table that holds for a group: the house's lines, then the corrections that stand."""
    rows = session.scalars(
        select(RateCorrection)
        .where(RateCorrection.group_id == group_id, RateCorrection.withdrawn_at.is_(None))
        .order_by(RateCorrection.from_on)
    )
    return RateTable((*DEFAULTS.lines, *(_line(row) for row in rows)))


def _line(row: RateCorrection) -> RateLine:
    return RateLine(
        kind=row.kind, from_on=row.from_on, value=row.value, source=row.source, correction_id=row.id
    )  # fmt: skip


def get_view(session: Session, actor: Actor) -> RatesView:
    """The page of rates."""
    group_id = group_of(actor)
    today, table, used = group_today(session, group_id), load(session, group_id), last_used(session, group_id)
    return RatesView(
        rates=tuple(_view(table, kind, today, used) for kind in RateKind),
        corrections=_corrections(session, group_id),
        today=today,
        zone=get_zone(session, group_id),
        may_correct=allowed(rules.POLICIES[Op.CORRECT], actor, Target(group_id=group_id)),
    )


def _view(table: RateTable, kind: RateKind, today: date, used: date | None) -> RateView:
    later = [one for one in table.lines if one.kind is kind and one.from_on > today]
    return RateView(
        kind=kind,
        now=table.line_at(kind, today),
        coming=tuple(sorted(later, key=lambda one: one.from_on)),
        first_day=used + timedelta(days=1) if used is not None and kind in SOCIAL else None,
    )


def _corrections(session: Session, group_id: UUID) -> tuple[CorrectionView, ...]:
    """Every correction, the latest written first; those taken back too."""
    other = aliased(Person)
    rows = session.execute(
        select(RateCorrection, Person.name, other.name)
        .outerjoin(Person, Person.id == RateCorrection.by)
        .outerjoin(other, other.id == RateCorrection.withdrawn_by)
        .where(RateCorrection.group_id == group_id)
        .order_by(RateCorrection.at.desc())
    )
    return tuple(
        CorrectionView(
            line=_line(row), at=row.at, by=by or "", withdrawn_at=row.withdrawn_at, withdrawn_by=taker or ""
        )
        for row, by, taker in rows
    )


def last_used(session: Session, group_id: UUID) -> date | None:
    """The day of the latest living invoice on which something is owed to the URSSAF; None when there is none."""
    return session.scalar(
        select(func.max(Invoice.issued_on)).where(
            Invoice.group_id == group_id,
            Invoice.state.in_(LIVING),
            or_(Invoice.side_cents != 0, Invoice.withheld_cents != 0),
        )
    )


def find_correction(session: Session, actor: Actor, correction_id: UUID) -> RateCorrection:
    """A correction of the actor's group, kept for this transaction. Raises NotFound."""
    row = session.get(RateCorrection, correction_id, with_for_update=True)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def is_taken(session: Session, group_id: UUID, kind: RateKind, from_on: date) -> bool:
    """Whether a correction of that kind that stands begins on that day."""
    return (
        session.scalar(
            select(RateCorrection.id).where(
                RateCorrection.group_id == group_id,
                RateCorrection.kind == kind,
                RateCorrection.from_on == from_on,
                RateCorrection.withdrawn_at.is_(None),
            )
        )
        is not None
    )
