"""Reads of commitments: what is bound, who approved it, who is awaited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
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
# Columns and not whole commitments: the page only reads them.
_SHOWN = (
    Commitment.id,
    Commitment.label,
    Commitment.amount_cents,
    Commitment.state,
    Commitment.reason,
    Commitment.created_at,
    Commitment.created_by,
    Commitment.cancelled_at,
    Commitment.cancelled_by,
    Commitment.cancel_reason,
)
# What waits first, then what binds, then what was cancelled.
_PLACES = case({CommitmentState.PROPOSED: 0, CommitmentState.APPROVED: 1}, value=Commitment.state, else_=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What is read once for all the commitments of an envelope, by commitment or by person.

    `people`, who may still approve, and `acts`, what the actor may do: nobody and nothing in a closed year.
    """

    envelope: Envelope
    invoiced: dict[UUID, int]
    approvals: dict[UUID, dict[UUID, tuple[str, datetime]]]
    names: dict[UUID | None, str]
    people: dict[UUID, str]
    acts: frozenset[Op]


def list_views(
    session: Session, actor: Actor, envelope: Envelope, *, limit: int | None = SHOWN_MAXIMUM
) -> tuple[tuple[CommitmentView, ...], int]:
    """The commitments of an envelope, those that wait first, then the latest; and how many more there are."""
    on_it = select(BudgetLine.id).where(BudgetLine.envelope_id == envelope.id)
    rows = session.execute(
        select(*_SHOWN, Supplier.name.label("supplier"), BudgetLine.label.label("line"))
        .join(Supplier, Supplier.id == Commitment.supplier_id)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(Commitment.line_id.in_(on_it))
        .order_by(_PLACES, Commitment.created_at.desc(), Commitment.id)
        .limit(limit)
    ).all()
    count = len(rows)
    if limit is not None and count == limit:
        count = session.scalar(select(func.count()).where(Commitment.line_id.in_(on_it))) or 0
    ids = [row.id for row in rows]
    is_open = not is_closed(session, envelope.group_id, envelope.year)
    facts = _Facts(
        envelope=envelope,
        invoiced=queries.list_invoiced(session, ids),
        approvals=_approvals(session, ids),
        names=_names(session, [one for row in rows for one in (row.created_by, row.cancelled_by) if one]),
        people=list_approvers(session, envelope.group_id) if is_open else {},
        acts=_acts(actor, envelope.group_id) if is_open else frozenset(),
    )
    return tuple(_view(row, facts, actor.person_id) for row in rows), count - len(rows)


def _acts(actor: Actor, group_id: UUID) -> frozenset[Op]:
    """What the actor may do to the commitments of a group, asked once for all of them."""
    group = Target(group_id=group_id)
    both = (Op.APPROVE_COMMITMENT, Op.CANCEL_COMMITMENT)
    return frozenset(one for one in both if allowed(rules.POLICIES[one], actor, group))


def _view(row: Any, facts: _Facts, reader_id: UUID | None) -> CommitmentView:
    given = facts.approvals.get(row.id, {})
    waits = row.state is CommitmentState.PROPOSED
    return CommitmentView(
        commitment_id=row.id,
        label=row.label,
        supplier=row.supplier,
        line=row.line,
        amount_cents=row.amount_cents,
        invoiced_cents=facts.invoiced.get(row.id, 0),
        state=row.state,
        reason=row.reason,
        created_at=row.created_at,
        author=facts.names.get(row.created_by, ""),
        approvals=tuple(given.values()),
        needed=rules.approvals_needed(row.amount_cents, queries.own_threshold(facts.envelope, row.created_by)),
        awaited=tuple(name for one, name in facts.people.items() if one not in given) if waits else (),
        cancelled_at=row.cancelled_at,
        cancelled_by=facts.names.get(row.cancelled_by, ""),
        cancel_reason=row.cancel_reason,
        may_approve=waits and Op.APPROVE_COMMITMENT in facts.acts and reader_id not in given,
        may_cancel=row.state is not CommitmentState.CANCELLED and Op.CANCEL_COMMITMENT in facts.acts,
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
        select(CommitmentApproval.commitment_id, CommitmentApproval.person_id, CommitmentApproval.at, Person.name)
        .join(Person, Person.id == CommitmentApproval.person_id)
        .where(CommitmentApproval.commitment_id.in_(ids))
        .order_by(CommitmentApproval.at)
    )
    found: dict[UUID, dict[UUID, tuple[str, datetime]]] = {}
    for commitment_id, person_id, at, name in rows:
        found.setdefault(commitment_id, {})[person_id] = (name, at)
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
