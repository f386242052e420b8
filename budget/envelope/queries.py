"""Reads of the envelope: what is taken on each line, in one count whatever the number of documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Select, case, func, select, union
from sqlalchemy.orm import Session

from budget.envelope import rules
from budget.envelope.words import LineChoice, Spending
from budget.spending.words import CommitmentState, InvoiceState
from db.models import BudgetLine, Commitment, Envelope, Invoice, Payment
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound

# Years from the latest to the earliest; of one year, by title. Everything that speaks of the latest takes this order.
NEWEST_FIRST = (Envelope.year.desc(), Envelope.title)

_OWED = Invoice.gross_cents + Invoice.side_cents


def find_envelope(session: Session, actor: Actor, envelope_id: UUID, *, lock: bool = False) -> Envelope:
    """An envelope of the actor's group, kept for this transaction when locked. Raises NotFound."""
    asked = select(Envelope).where(Envelope.id == envelope_id, Envelope.group_id == actor.group_id)
    row = session.scalar(asked.with_for_update() if lock else asked)
    if row is None:
        raise NotFound
    return row


def own_threshold(envelope: Envelope, author_id: UUID | None) -> int:
    """From how many cents on this author needs another person on an envelope."""
    return rules.own_threshold(
        envelope.two_approvals_from_cents, rules.Raise(envelope.raised_by, envelope.raised_from_cents), author_id
    )


def latest_envelope(session: Session, group_id: UUID) -> Envelope | None:
    """The envelope of a group's latest year; None when it has none."""
    return session.scalar(select(Envelope).where(Envelope.group_id == group_id).order_by(*NEWEST_FIRST).limit(1))


def is_latest(session: Session, group_id: UUID, envelope_id: UUID) -> bool:
    """Whether it is the group's latest envelope: what concerns no envelope in particular stands there."""
    latest = latest_envelope(session, group_id)
    return latest is not None and latest.id == envelope_id


def find_line(session: Session, actor: Actor, line_id: UUID) -> BudgetLine:
    """A line of an envelope of the actor's group. Raises NotFound."""
    row = session.scalar(
        select(BudgetLine)
        .join(Envelope, Envelope.id == BudgetLine.envelope_id)
        .where(BudgetLine.id == line_id, Envelope.group_id == actor.group_id)
    )
    if row is None:
        raise NotFound
    return row


def list_spending(session: Session, envelope_ids: Iterable[UUID]) -> dict[UUID, Spending]:
    """What is taken on each line of some envelopes, by line; a line on which nothing happened is left out."""
    lines = select(BudgetLine.id).where(BudgetLine.envelope_id.in_(tuple(envelope_ids)))
    committed, invoiced, paid = (_sums(session, one) for one in (_rests(lines), _invoices(lines), _payments(lines)))
    return {
        line_id: Spending(
            committed_cents=committed.get(line_id, 0),
            invoiced_cents=invoiced.get(line_id, 0),
            paid_cents=paid.get(line_id, 0),
        )
        for line_id in committed.keys() | invoiced.keys() | paid.keys()
    }


def total(spending: Mapping[UUID, Spending], line_ids: Iterable[UUID] | None = None) -> Spending:
    """The sum of some lines, or of all."""
    chosen = spending.values() if line_ids is None else [spending[one] for one in line_ids if one in spending]
    known = tuple(chosen)
    return Spending(
        committed_cents=sum(one.committed_cents for one in known),
        invoiced_cents=sum(one.invoiced_cents for one in known),
        paid_cents=sum(one.paid_cents for one in known),
    )


def _sums(session: Session, asked: Select[UUID, int]) -> dict[UUID, int]:
    return {line_id: int(cents) for line_id, cents in session.execute(asked)}


def list_invoiced(session: Session, commitment_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The approved invoices of some commitments, in cents, by commitment; one without an invoice is left out."""
    rows = session.execute(
        select(Invoice.commitment_id, func.sum(_OWED))
        .where(Invoice.commitment_id.in_(tuple(commitment_ids)), Invoice.state == InvoiceState.APPROVED)
        .group_by(Invoice.commitment_id)
    )
    return {one: int(cents) for one, cents in rows if one is not None}


def _rests(lines: Select[UUID]) -> Select[UUID, int]:
    """What approved commitments still hold. An invoice over its commitment never makes that negative."""
    invoiced = (
        select(func.coalesce(func.sum(_OWED), 0))
        .where(Invoice.commitment_id == Commitment.id, Invoice.state == InvoiceState.APPROVED)
        .correlate(Commitment)
        .scalar_subquery()
    )
    rest = case((Commitment.amount_cents > invoiced, Commitment.amount_cents - invoiced), else_=0)
    return (
        select(Commitment.line_id, func.sum(rest))
        .where(Commitment.line_id.in_(lines), Commitment.state == CommitmentState.APPROVED)
        .group_by(Commitment.line_id)
    )


def _invoices(lines: Select[UUID]) -> Select[UUID, int]:
    return (
        select(Invoice.line_id, func.sum(_OWED))
        .where(Invoice.line_id.in_(lines), Invoice.state == InvoiceState.APPROVED)
        .group_by(Invoice.line_id)
    )


def _payments(lines: Select[UUID]) -> Select[UUID, int]:
    return (
        select(Invoice.line_id, func.sum(Payment.amount_cents))
        .join(Payment, Payment.invoice_id == Invoice.id)
        .where(Invoice.line_id.in_(lines), Payment.cancelled_at.is_(None))
        .group_by(Invoice.line_id)
    )


def list_lines(session: Session, actor: Actor) -> tuple[LineChoice, ...]:
    """The lines on which the actor's group may spend, the latest year first, in the order of their envelope."""
    rows = session.execute(
        select(BudgetLine, Envelope)
        .join(Envelope, Envelope.id == BudgetLine.envelope_id)
        .where(Envelope.group_id == actor.group_id)
        .order_by(*NEWEST_FIRST, BudgetLine.position)
    ).all()
    spending = list_spending(session, {envelope.id for _, envelope in rows})
    members: dict[UUID, list[UUID]] = {}
    for line, envelope in rows:
        members.setdefault(envelope.id, []).append(line.id)
    return tuple(
        LineChoice(
            line_id=line.id,
            label=line.label,
            kind=line.kind,
            account=line.account,
            envelope_id=envelope.id,
            envelope_title=envelope.title,
            year=envelope.year,
            free_cents=envelope.maximum_cents - total(spending, members[envelope.id]).taken_cents,
            line_free_cents=line.maximum_cents - spending.get(line.id, rules.NOTHING).taken_cents,
        )
        for line, envelope in rows
    )


def used_lines(session: Session, envelope_id: UUID) -> set[UUID]:
    """The lines of an envelope on which something was committed or invoiced, whatever became of it."""
    on_it = select(BudgetLine.id).where(BudgetLine.envelope_id == envelope_id)
    committed = select(Commitment.line_id).where(Commitment.line_id.in_(on_it))
    invoiced = select(Invoice.line_id).where(Invoice.line_id.in_(on_it))
    return set(session.scalars(union(committed, invoiced)))


def proposed_cents(session: Session, envelope_id: UUID) -> int:
    """What is proposed on an envelope and waits for an approval."""
    asked = (
        select(func.coalesce(func.sum(Commitment.amount_cents), 0))
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(BudgetLine.envelope_id == envelope_id, Commitment.state == CommitmentState.PROPOSED)
    )
    return int(session.scalar(asked) or 0)
