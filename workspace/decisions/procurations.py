"""Reads of procurations, `session` first: those in force, and whom they bind for a vote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from db.models import Outcome, Procuration, Proposal, Structure
from workspace.decisions import rules

Pair = tuple[UUID, UUID]


def list_procurations(session: Session, group_id: UUID, today: date) -> list[Procuration]:
    """A group's procurations in force: not revoked, not past their day, between structures that are there.

    One given for a single vote ends with it, once it is withdrawn or has decided: until then a new round may come.
    """
    over = exists().where(
        Proposal.id == Procuration.proposal_id,
        or_(
            Proposal.withdrawn_at.is_not(None),
            exists().where(
                Outcome.proposal_id == Proposal.id,
                Outcome.is_advisory.is_(False),
                Outcome.verdict.in_(rules.DECIDING),
            ),
        ),
    )
    gone = exists().where(
        Structure.id.in_([Procuration.giver_id, Procuration.holder_id]), Structure.left_at.is_not(None)
    )
    return list(
        session.scalars(
            select(Procuration)
            .where(
                Procuration.group_id == group_id,
                Procuration.revoked_at.is_(None),
                or_(Procuration.until.is_(None), Procuration.until >= today),
                ~over,
                ~gone,
            )
            .order_by(Procuration.given_at)
        )
    )


def keep_procurations(session: Session, giver_id: UUID, holder_id: UUID) -> None:
    """Keep what one structure gave another as it is for this transaction: whoever takes it back waits."""
    session.scalars(
        select(Procuration)
        .where(Procuration.giver_id == giver_id, Procuration.holder_id == holder_id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    ).all()


def pairs_on(procurations: Sequence[Procuration], proposal_id: UUID | None) -> list[Pair]:
    """(giver, holder) of those that bear on a vote; on None, that is on every vote, all of them."""
    return [
        (one.giver_id, one.holder_id)
        for one in procurations
        if proposal_id is None or one.proposal_id in {None, proposal_id}
    ]
