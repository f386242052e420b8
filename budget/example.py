"""The example's envelope, suppliers and commitments, written in the transaction that installs the example.

Commitments pass by the same rules as anybody's; only their dates are moved back.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.envelope.words import LineKind
from budget.quotes.words import SupplierStatus
from budget.spending import commitments
from db.models import BudgetLine, Commitment, CommitmentApproval, Envelope, Member, Person, Supplier
from examples.budget import Commitment as ExampleCommitment
from examples.budget import Envelope as ExampleEnvelope
from examples.budget import read_budget
from examples.loader import EXAMPLE
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.welcome.example_parts import Place


def install(session: Session, place: Place) -> None:
    """Write the whole of `budget.toml`."""
    example = read_budget(EXAMPLE, tuple(place.people))
    lines = _lines(session, place, example)
    suppliers = {
        one.key: Supplier(group_id=place.group_id, name=one.name, status=SupplierStatus(one.status), invented=True)
        for one in example.suppliers
    }
    session.add_all(suppliers.values())
    session.flush()
    for one in example.commitments:
        _commit(session, place, one, line_id=lines[one.line], supplier_id=suppliers[one.supplier].id)


def _lines(session: Session, place: Place, example: ExampleEnvelope) -> dict[str, UUID]:
    now = utc_now()
    envelope = Envelope(
        group_id=place.group_id,
        title=example.title,
        year=local(now, place.zone).year,
        minimum_cents=example.minimum,
        maximum_cents=example.maximum,
        two_approvals_from_cents=example.two_approvals_from,
        source=example.source,
        created_at=now,
    )
    session.add(envelope)
    session.flush()
    rows = {
        one.key: BudgetLine(
            envelope_id=envelope.id,
            position=position,
            kind=LineKind(one.kind),
            label=one.label,
            account=one.account,
            minimum_cents=one.minimum,
            maximum_cents=one.maximum,
        )
        for position, one in enumerate(example.lines, start=1)
    }
    session.add_all(rows.values())
    session.flush()
    return {key: row.id for key, row in rows.items()}


def _commit(session: Session, place: Place, one: ExampleCommitment, *, line_id: UUID, supplier_id: UUID) -> None:
    author, *others = [_actor(session, place.group_id, place.people[who]) for who in one.approved_by]
    made = commitments.propose(
        session, author, line_id=line_id, supplier_id=supplier_id, label=one.label, amount_cents=one.amount,
        reason=one.reason,
    )  # fmt: skip
    for actor in others:
        commitments.approve(session, actor, made)
    row = session.get_one(Commitment, made)
    at = utc_now() - timedelta(days=one.days_ago)
    row.created_at = at
    row.decided_at = at if row.decided_at is not None else None
    for approval in session.scalars(select(CommitmentApproval).where(CommitmentApproval.commitment_id == made)):
        approval.at = at
    session.flush()


def _actor(session: Session, group_id: UUID, person_id: UUID) -> Actor:
    member = session.scalars(select(Member).where(Member.group_id == group_id, Member.person_id == person_id)).one()
    return Actor(
        person_id=person_id,
        name=session.get_one(Person, person_id).name,
        group_id=group_id,
        member_id=member.id,
        structure_id=member.structure_id,
        role=member.role,
    )
