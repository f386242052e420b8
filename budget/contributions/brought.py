"""For the envelope: what structures bring to one envelope, and when calls are due.

A key says which envelope it brings money to; one that was kept before the group had any belongs to the first it made.
What is in kind belongs to the year of its day. So nothing moves when next year's envelope is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from budget.contributions.words import InKindState
from budget.envelope.queries import NEWEST_FIRST
from budget.envelope.words import DueDate, DueKind, Funding
from db.models import (
    ContributionCall,
    ContributionReceipt,
    Envelope,
    FundingKey,
    InKind,
    Pledge,
    Structure,
)

CALLS_MAXIMUM = 40


def funding(session: Session, group_id: UUID, envelope_id: UUID) -> Funding:
    """What is pledged, received and given in kind for an envelope, in cents."""
    keys = select(FundingKey.id).where(FundingKey.group_id == group_id, belongs(session, group_id, envelope_id))
    pledged = select(func.sum(Pledge.amount_cents)).where(Pledge.key_id.in_(keys), Pledge.withdrawn_at.is_(None))
    received = (
        select(func.sum(ContributionReceipt.amount_cents))
        .join(Pledge, Pledge.id == ContributionReceipt.pledge_id)
        .where(Pledge.key_id.in_(keys), ContributionReceipt.cancelled_at.is_(None))
    )
    return Funding(
        pledged_cents=int(session.scalar(pledged) or 0),
        received_cents=int(session.scalar(received) or 0),
        in_kind_cents=_in_kind_cents(session, group_id, envelope_id),
    )


def list_due(session: Session, group_id: UUID, envelope_id: UUID) -> Iterable[DueDate]:
    """The calls of an envelope's keys that are not paid in full, with what is missing."""
    came = func.coalesce(func.sum(ContributionReceipt.amount_cents), 0)
    rows = session.execute(
        select(ContributionCall.due_on, ContributionCall.amount_cents, Structure.name, came)
        .join(Pledge, Pledge.id == ContributionCall.pledge_id)
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .join(Structure, Structure.id == Pledge.structure_id)
        .outerjoin(
            ContributionReceipt,
            (ContributionReceipt.pledge_id == Pledge.id) & ContributionReceipt.cancelled_at.is_(None),
        )
        .where(
            ContributionCall.group_id == group_id,
            ContributionCall.cancelled_at.is_(None),
            belongs(session, group_id, envelope_id),
        )
        .group_by(ContributionCall.id, Structure.name)
        .having(came < ContributionCall.amount_cents)
        .order_by(ContributionCall.due_on)
        .limit(CALLS_MAXIMUM)
    )
    for due_on, asked, name, given in rows:
        yield DueDate(on=due_on, kind=DueKind.CALL, label=name, cents=asked - int(given))


def belongs(session: Session, group_id: UUID, envelope_id: UUID) -> ColumnElement[bool]:
    """Which keys bring money to an envelope."""
    first = select(Envelope.id).where(Envelope.group_id == group_id).order_by(Envelope.created_at, Envelope.id)
    own = FundingKey.envelope_id == envelope_id
    return or_(own, FundingKey.envelope_id.is_(None)) if session.scalar(first.limit(1)) == envelope_id else own


def is_of_year(
    session: Session, group_id: UUID, envelope_id: UUID, day: InstrumentedAttribute[date]
) -> ColumnElement[bool]:
    """Which days belong to an envelope: those of its year. Of two envelopes of one year, the first holds them."""
    year = session.get_one(Envelope, envelope_id).year
    same = select(Envelope.id).where(Envelope.group_id == group_id, Envelope.year == year).order_by(*NEWEST_FIRST)
    if session.scalar(same.limit(1)) != envelope_id:
        return false()
    return day.between(date(year, 1, 1), date(year, 12, 31))


def in_kind_of(session: Session, group_id: UUID, envelope_id: UUID) -> ColumnElement[bool]:
    """Which declarations belong to an envelope."""
    return and_(InKind.group_id == group_id, is_of_year(session, group_id, envelope_id, InKind.day))


def _in_kind_cents(session: Session, group_id: UUID, envelope_id: UUID) -> int:
    asked = select(func.sum(InKind.value_cents)).where(
        InKind.state == InKindState.VALIDATED, in_kind_of(session, group_id, envelope_id)
    )
    return int(session.scalar(asked) or 0)
