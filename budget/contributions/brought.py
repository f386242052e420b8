"""For the envelope: what structures bring to one envelope, and when calls are due.

A key read from an envelope, or from a commitment on it, belongs to that envelope. Keys on an amount that was typed,
or on a devis, and what is in kind, belong to the group's latest envelope.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from budget.contributions.words import Basis, InKindState
from budget.envelope.words import DueDate, DueKind, Funding
from db.models import (
    BudgetLine,
    Commitment,
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
    latest = _is_latest(session, group_id, envelope_id)
    keys = select(FundingKey.id).where(FundingKey.group_id == group_id, _belongs(envelope_id, latest=latest))
    pledged = select(func.sum(Pledge.amount_cents)).where(Pledge.key_id.in_(keys), Pledge.withdrawn_at.is_(None))
    received = (
        select(func.sum(ContributionReceipt.amount_cents))
        .join(Pledge, Pledge.id == ContributionReceipt.pledge_id)
        .where(Pledge.key_id.in_(keys), ContributionReceipt.cancelled_at.is_(None))
    )
    in_kind = select(func.sum(InKind.value_cents)).where(
        InKind.group_id == group_id, InKind.state == InKindState.VALIDATED
    )
    return Funding(
        pledged_cents=int(session.scalar(pledged) or 0),
        received_cents=int(session.scalar(received) or 0),
        in_kind_cents=int(session.scalar(in_kind) or 0) if latest else 0,
    )


def list_due(session: Session, group_id: UUID, envelope_id: UUID) -> Iterable[DueDate]:
    """The calls of an envelope's keys that are not paid in full, with what is missing."""
    latest = _is_latest(session, group_id, envelope_id)
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
            _belongs(envelope_id, latest=latest),
        )
        .group_by(ContributionCall.id, Structure.name)
        .having(came < ContributionCall.amount_cents)
        .order_by(ContributionCall.due_on)
        .limit(CALLS_MAXIMUM)
    )
    for due_on, asked, name, given in rows:
        yield DueDate(on=due_on, kind=DueKind.CALL, label=name, cents=asked - int(given))


def _is_latest(session: Session, group_id: UUID, envelope_id: UUID) -> bool:
    asked = select(Envelope.id).where(Envelope.group_id == group_id)
    return session.scalar(asked.order_by(Envelope.year.desc(), Envelope.title).limit(1)) == envelope_id


def _belongs(envelope_id: UUID, *, latest: bool) -> ColumnElement[bool]:
    on_it = (
        select(Commitment.id)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(BudgetLine.envelope_id == envelope_id)
    )
    read_from_it = or_(FundingKey.basis_id == envelope_id, FundingKey.basis_id.in_(on_it))
    return or_(read_from_it, FundingKey.basis.in_((Basis.AMOUNT, Basis.DEVIS))) if latest else read_from_it
