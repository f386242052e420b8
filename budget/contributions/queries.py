"""Reads of contributions: `session` first."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.contributions.words import InKindState
from db.models import ContributionReceipt, FundingKey, InKind, Pledge


def expected_contributions(session: Session, group_id: UUID) -> tuple[int, int, int]:
    """(pledged, received, in kind), cents of a whole group. In kind counts what was validated; never add it."""
    pledged = (
        select(func.sum(Pledge.amount_cents))
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .where(FundingKey.group_id == group_id, Pledge.withdrawn_at.is_(None))
    )
    received = select(func.sum(ContributionReceipt.amount_cents)).where(
        ContributionReceipt.group_id == group_id, ContributionReceipt.cancelled_at.is_(None)
    )
    in_kind = select(func.sum(InKind.value_cents)).where(
        InKind.group_id == group_id, InKind.state == InKindState.VALIDATED
    )
    return (
        int(session.scalar(pledged) or 0),
        int(session.scalar(received) or 0),
        int(session.scalar(in_kind) or 0),
    )
