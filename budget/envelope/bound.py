"""Reads of commitments: what is bound, who approved it, who is awaited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from budget.envelope import queries, rules
from budget.envelope.words import CommitmentView
from budget.envelope.words import EnvelopeOperation as Op
from budget.ledger.queries import is_closed
from budget.spending.words import CommitmentState
from db.models import BudgetLine, Commitment, CommitmentApproval, Envelope, Member, Person, Supplier
from workspace.accueil.words import Awaited, AwaitedAct
from workspace.kernel.actor import Actor, Role
from workspace.kernel.rights import Reach, Target, allowed

SHOWN_MAXIMUM = 20
APPROVERS = tuple(role for role in Role if rules.POLICIES[Op.APPROVE_COMMITMENT].reach(role) is Reach.GROUP)
# What waits first, then what binds, then what was cancelled.
_PLACES = case({CommitmentState.PROPOSED: 0, CommitmentState.APPROVED: 1}, value=Commitment.state, else_=2)


def list_views(
    session: Session, actor: Actor, envelope: Envelope, *, limit: int | None = SHOWN_MAXIMUM
) -> tuple[tuple[CommitmentView, ...], int]:
    """The commitments of an envelope, those that wait first, then the latest; and how many more there are."""
    on_it = select(BudgetLine.id).where(BudgetLine.envelope_id == envelope.id)
    rows = session.execute(
        select(Commitment, Supplier.name, BudgetLine.label)
        .join(Supplier, Supplier.id == Commitment.supplier_id)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(Commitment.line_id.in_(on_it))
        .order_by(_PLACES, Commitment.created_at.desc(), Commitment.id)
        .limit(limit)
    ).all()
    count = len(rows)
    if limit is not None and count == limit:
        count = session.scalar(select(func.count()).where(Commitment.line_id.in_(on_it))) or 0
    invoiced = queries.list_invoiced(session, [row[0].id for row in rows])
    approvals = _approvals(session, [row[0].id for row in rows])
    people = list_approvers(session, envelope.group_id)
    names = _names(session, [one for row in rows for one in (row[0].created_by, row[0].cancelled_by) if one])
    is_open = not is_closed(session, envelope.group_id, envelope.year)
    views = []
    for row, supplier, line in rows:
        given = approvals.get(row.id, {})
        view = CommitmentView(
            commitment_id=row.id,
            label=row.label,
            supplier=supplier,
            line=line,
            amount_cents=row.amount_cents,
            invoiced_cents=invoiced.get(row.id, 0),
            state=row.state,
            reason=row.reason,
            created_at=row.created_at,
            author=names.get(row.created_by, ""),
            approvals=tuple(given.values()),
            needed=rules.approvals_needed(row.amount_cents, queries.own_threshold(envelope, row.created_by)),
            cancelled_at=row.cancelled_at,
            cancelled_by=names.get(row.cancelled_by, ""),
            cancel_reason=row.cancel_reason,
        )
        views.append(_with_abilities(view, actor, envelope, given, people) if is_open else view)
    return tuple(views), count - len(rows)


def _with_abilities(
    view: CommitmentView, actor: Actor, envelope: Envelope, given: Iterable[UUID], people: dict[UUID, str]
) -> CommitmentView:
    group = Target(group_id=envelope.group_id)
    waits = view.state is CommitmentState.PROPOSED
    said = set(given)
    return replace(
        view,
        awaited=tuple(name for one, name in people.items() if one not in said) if waits else (),
        may_approve=waits
        and actor.person_id not in said
        and allowed(rules.POLICIES[Op.APPROVE_COMMITMENT], actor, group),
        may_cancel=view.state is not CommitmentState.CANCELLED
        and allowed(rules.POLICIES[Op.CANCEL_COMMITMENT], actor, group),
    )


def list_approvers(session: Session, group_id: UUID) -> dict[UUID, str]:
    """The names of who may approve commitments in a group now, by person."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(Member, Member.person_id == Person.id)
        .where(Member.group_id == group_id, Member.left_at.is_(None), Member.role.in_(APPROVERS))
        .order_by(Person.name)
    )
    return {row.id: row.name for row in rows}


def _approvals(session: Session, ids: list[UUID]) -> dict[UUID, dict[UUID, tuple[str, datetime]]]:
    rows = session.execute(
        select(CommitmentApproval, Person.name)
        .join(Person, Person.id == CommitmentApproval.person_id)
        .where(CommitmentApproval.commitment_id.in_(ids))
        .order_by(CommitmentApproval.at)
    )
    found: dict[UUID, dict[UUID, tuple[str, datetime]]] = {}
    for row, name in rows:
        found.setdefault(row.commitment_id, {})[row.person_id] = (name, row.at)
    return found


def _names(session: Session, ids: list[UUID]) -> dict[UUID | None, str]:
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(set(ids))))
    return {row.id: row.name for row in rows}


def list_awaited(session: Session, actor: Actor) -> Iterable[AwaitedAct]:
    """For Accueil: the commitments that wait for the actor's approval, the oldest first."""
    if not allowed(rules.POLICIES[Op.APPROVE_COMMITMENT], actor, Target(group_id=actor.group_id)):
        return
    said = select(CommitmentApproval.commitment_id).where(CommitmentApproval.person_id == actor.person_id)
    rows = session.execute(
        select(Commitment.label, BudgetLine.envelope_id)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(
            Commitment.group_id == actor.group_id,
            Commitment.state == CommitmentState.PROPOSED,
            Commitment.id.not_in(said),
        )
        .order_by(Commitment.created_at)
    )
    for label, envelope_id in rows:
        yield AwaitedAct(kind=Awaited.APPROVE_COMMITMENT, label=label, page="budget", object_id=envelope_id)
