"""For Accueil: what a structure is awaited for, and what waits for who keeps the accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.adhesions.queries import paid_of
from budget.contributions import rules
from budget.contributions.queries import received_of
from budget.contributions.words import ContributionsOperation as Op
from budget.contributions.words import InKindState, KeyKind
from db.models import ContributionCall, Fee, FundingKey, FundingShare, InKind, Membership, Pledge
from workspace.accueil.words import Awaited, AwaitedAct
from workspace.fiches.queries import group_today
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed


def list_awaited(session: Session, actor: Actor) -> Iterable[AwaitedAct]:
    """Calls to pay first, then fees, then shares that nothing was pledged for, then what is to be validated."""
    if actor.group_id is None or actor.structure_id is None:
        return
    yield from _calls(session, actor)
    yield from _fees(session, actor, group_today(session, actor.group_id))
    yield from _shares(session, actor)
    if allowed(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id)):
        waiting = session.scalar(
            select(func.count()).where(
                InKind.group_id == actor.group_id,
                InKind.state == InKindState.DECLARED,
                InKind.declared_by.is_distinct_from(actor.person_id),
            )
        )
        if waiting:
            yield AwaitedAct(kind=Awaited.VALIDATE_IN_KIND, count=waiting, page="contributions")


def _calls(session: Session, actor: Actor) -> Iterable[AwaitedAct]:
    rows = session.execute(
        select(ContributionCall, FundingKey.title)
        .join(Pledge, Pledge.id == ContributionCall.pledge_id)
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .where(
            ContributionCall.group_id == actor.group_id,
            ContributionCall.cancelled_at.is_(None),
            Pledge.structure_id == actor.structure_id,
        )
        .order_by(ContributionCall.due_on)
    )
    for call, title in rows:
        if received_of(session, call.pledge_id) < call.amount_cents:
            yield AwaitedAct(kind=Awaited.PAY_CONTRIBUTION, label=title, page="contributions")


def _fees(session: Session, actor: Actor, today: date) -> Iterable[AwaitedAct]:
    rows = session.scalars(
        select(Fee)
        .join(Membership, Membership.id == Fee.membership_id)
        .where(
            Membership.group_id == actor.group_id,
            Membership.structure_id == actor.structure_id,
            Membership.cancelled_at.is_(None),
            Membership.ends_on >= today,
        )
    )
    if any(paid_of(session, fee.id) < fee.due_cents for fee in rows):
        yield AwaitedAct(kind=Awaited.PAY_FEE, page="adhesions")


def _shares(session: Session, actor: Actor) -> Iterable[AwaitedAct]:
    """A key that leaves each free asks nobody for anything; nor does a share of nothing."""
    pledged = select(Pledge.key_id).where(Pledge.structure_id == actor.structure_id, Pledge.withdrawn_at.is_(None))
    titles = session.scalars(
        select(FundingKey.title)
        .join(FundingShare, FundingShare.key_id == FundingKey.id)
        .where(
            FundingKey.group_id == actor.group_id,
            FundingKey.kind != KeyKind.FREE,
            FundingShare.structure_id == actor.structure_id,
            FundingShare.share_cents > 0,
            FundingKey.id.not_in(pledged),
        )
        .order_by(FundingKey.created_at)
    )
    for title in titles:
        yield AwaitedAct(kind=Awaited.PLEDGE_CONTRIBUTION, label=title, page="contributions")
