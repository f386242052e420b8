"""Commitments: money that the group binds itself to spend. The envelope's row is held while one is counted.

Proposing is the author's own approval. Below the envelope's threshold it is enough; from the threshold on, another
person has to approve too. The envelope is asked again at the approval: two proposals may each fit in it alone.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.envelope import queries, rules
from budget.envelope.words import Band
from budget.envelope.words import EnvelopeOperation as Op
from budget.ledger.store import check_open
from budget.spending.words import CommitmentState
from db.journal import record
from db.models import BudgetLine, Commitment, CommitmentApproval, Envelope, Supplier
from db.session import unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require


def propose(
    session: Session,
    actor: Actor,
    *,
    line_id: UUID,
    supplier_id: UUID,
    label: str,
    amount_cents: int,
    reason: str,
) -> UUID:
    """Bind money of a line to a supplier, inside the caller's unit of work; the caller writes the journal's line.

    `amount_cents`: all that the group will pay, side costs included. Approved at once below the envelope's threshold
    of two approvals. Raises NotAllowed, NotFound for a line or a supplier that is not the group's, RuleBroken
    `error-commitment-amount`, `error-supplier-archived`, `error-envelope-passed`, `error-year-closed`, and those of a
    wrong label.
    """
    require(rules.POLICIES[Op.PROPOSE_COMMITMENT], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(label, maximum=rules.LABEL_LENGTH, field="commitment-label")
    why = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    if amount_cents <= 0:
        raise RuleBroken("error-commitment-amount")
    line = queries.find_line(session, actor, line_id)
    _check_supplier(session, actor, supplier_id)
    envelope = _hold(session, actor, line)
    _check_bears(session, envelope, amount_cents)
    now = utc_now()
    row = Commitment(
        group_id=group_of(actor),
        line_id=line.id,
        supplier_id=supplier_id,
        label=cleaned,
        amount_cents=amount_cents,
        reason=why,
        state=CommitmentState.PROPOSED,
        created_at=now,
        created_by=actor.person_id,
    )
    session.add(row)
    session.flush()
    _approve(session, actor, row, envelope)
    return row.id


def propose_commitment(
    actor: Actor, *, line_id: UUID, supplier_id: UUID, label: str, amount_cents: int, reason: str
) -> UUID:
    """Bind money without a devis kept here, such as a small order; raises as `propose`."""
    with unit_of_work() as session:
        made = propose(
            session, actor, line_id=line_id, supplier_id=supplier_id, label=label, amount_cents=amount_cents,
            reason=reason,
        )  # fmt: skip
        _note(session, actor, Op.PROPOSE_COMMITMENT, session.get_one(Commitment, made))
        return made


def approve(session: Session, actor: Actor, commitment_id: UUID) -> tuple[Commitment, bool]:
    """Approve a proposed commitment inside the caller's unit of work: the row, and whether it is approved now.

    Raises RuleBroken `error-commitment-decided` when it is no more proposed, `error-commitment-own` when the actor
    has approved it already (its author has), `error-envelope-passed` when the envelope no longer bears it,
    `error-year-closed`.
    """
    require(rules.POLICIES[Op.APPROVE_COMMITMENT], actor, Target(group_id=actor.group_id))
    row, envelope = _held(session, actor, commitment_id)
    if row.state is not CommitmentState.PROPOSED:
        raise RuleBroken("error-commitment-decided")
    if session.get(CommitmentApproval, (row.id, actor.person_id)) is not None:
        raise RuleBroken("error-commitment-own")
    _check_bears(session, envelope, row.amount_cents)
    settled = _approve(session, actor, row, envelope)
    row.version += 1
    return row, settled


def approve_commitment(actor: Actor, commitment_id: UUID) -> bool:
    """Approve a proposed commitment; whether it is approved now. Raises as `approve`."""
    with unit_of_work() as session:
        row, settled = approve(session, actor, commitment_id)
        _note(session, actor, Op.APPROVE_COMMITMENT, row)
        return settled


def cancel_commitment(actor: Actor, commitment_id: UUID, reason: str) -> None:
    """Give back to the envelope what no invoice has taken of a commitment, and say why.

    Raises RuleBroken `error-commitment-cancelled` for one that was cancelled, `error-year-closed`, `error-empty`
    without a reason.
    """
    require(rules.POLICIES[Op.CANCEL_COMMITMENT], actor, Target(group_id=actor.group_id))
    why = clean_line(reason, maximum=rules.CANCEL_LENGTH, field="reason")
    with unit_of_work() as session:
        row, envelope = _held(session, actor, commitment_id)
        check_open(session, row.group_id, envelope.year)
        if row.state is CommitmentState.CANCELLED:
            raise RuleBroken("error-commitment-cancelled")
        row.state, row.cancelled_at, row.cancelled_by = CommitmentState.CANCELLED, utc_now(), actor.person_id
        row.cancel_reason = why
        row.version += 1
        _note(session, actor, Op.CANCEL_COMMITMENT, row, reason=why)


def _note(session: Session, actor: Actor, op: Op, row: Commitment, reason: str = "") -> None:
    record(
        session, actor, op, kind="commitment", object_id=row.id, label=row.label, cents=row.amount_cents,
        state=row.state.value, reason=reason or row.reason,
    )  # fmt: skip


def _check_supplier(session: Session, actor: Actor, supplier_id: UUID) -> None:
    row = session.get(Supplier, supplier_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    if row.archived_at is not None:
        raise RuleBroken("error-supplier-archived", name=row.name)


def _held(session: Session, actor: Actor, commitment_id: UUID) -> tuple[Commitment, Envelope]:
    """A commitment of the group and its envelope, both kept for this transaction, the envelope first."""
    asked = select(Commitment).where(Commitment.id == commitment_id, Commitment.group_id == actor.group_id)
    row = session.scalar(asked)
    if row is None:
        raise NotFound
    envelope = _hold(session, actor, session.get_one(BudgetLine, row.line_id))
    session.refresh(row, with_for_update=True)
    return row, envelope


def _hold(session: Session, actor: Actor, line: BudgetLine) -> Envelope:
    """The envelope of a line; whoever commits on it waits here for the one before."""
    return queries.find_envelope(session, actor, line.envelope_id, lock=True)


def _check_bears(session: Session, envelope: Envelope, amount_cents: int) -> None:
    check_open(session, envelope.group_id, envelope.year)
    spending = queries.total(queries.list_spending(session, [envelope.id]))
    rules.check_bears(Band(envelope.minimum_cents, envelope.maximum_cents), spending, amount_cents)


def _approve(session: Session, actor: Actor, row: Commitment, envelope: Envelope) -> bool:
    """Write the actor's approval; whether enough persons approved now."""
    now = utc_now()
    session.add(CommitmentApproval(commitment_id=row.id, person_id=actor.person_id, at=now))
    session.flush()
    given = session.scalar(
        select(func.count()).select_from(CommitmentApproval).where(CommitmentApproval.commitment_id == row.id)
    )
    enough = (given or 0) >= rules.approvals_needed(row.amount_cents, queries.own_threshold(envelope, row.created_by))
    if enough:
        row.state, row.decided_at = CommitmentState.APPROVED, now
        session.flush()
    return enough
