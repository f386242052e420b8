"""Session-first writes of contributions, for the use cases and for the example. No commit here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from budget.bank.store import free
from budget.bank.words import MatchKind
from budget.contributions import rules
from budget.contributions.words import (
    Basis,
    InKindDraft,
    InKindState,
    KeyDraft,
    MethodDraft,
    PayeeDraft,
    ReceiptDraft,
)
from budget.envelope.queries import latest_envelope
from budget.ledger.store import enter
from budget.ledger.words import Movement
from db.models import (
    BudgetLine,
    Commitment,
    ContributionCall,
    ContributionPayee,
    ContributionReceipt,
    FeeReceipt,
    FundingKey,
    FundingShare,
    InKind,
    InKindMethod,
    Pledge,
)
from db.turns import hold_group
from workspace.kernel.clock import utc_now

RECEIVED, RECEIPT_CANCELLED = "contribution_received", "contribution_cancelled"
GIVEN, GIFT_CANCELLED = "in_kind", "in_kind_cancelled"


def next_number(session: Session, model: Any, group_id: UUID, prefix: str, day: date) -> str:
    """The next number of a paper in its year, such as ``A-2026-001``; numbers follow each other and none comes twice.

    Two writers of one group take turns on the group's row.
    """
    hold_group(session, group_id)
    head = f"{prefix}-{day.year}-"
    count = session.scalar(
        select(func.count()).select_from(model).where(model.group_id == group_id, model.number.startswith(head))
    )
    return f"{head}{(count or 0) + 1:03}"


def add_key(session: Session, group_id: UUID, draft: KeyDraft, created_by: UUID | None) -> FundingKey:
    """A cleaned key with its shares."""
    row = FundingKey(
        id=uuid4(),
        group_id=group_id,
        title=draft.title,
        basis=draft.basis,
        kind=draft.kind,
        amount_cents=draft.amount_cents,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(row)
    write_key(session, row, draft)
    return row


def write_key(session: Session, row: FundingKey, draft: KeyDraft) -> None:
    """What a cleaned key says, and the shares that come of it, in place of what stood before."""
    row.title, row.note, row.due_on = draft.title, draft.note, draft.due_on
    row.basis, row.basis_id, row.amount_cents, row.kind = draft.basis, draft.basis_id, draft.amount_cents, draft.kind
    row.envelope_id = _envelope_of(session, row)
    session.flush()
    session.execute(delete(FundingShare).where(FundingShare.key_id == row.id))
    shares = rules.compute_shares(draft.kind, draft.amount_cents, draft.lines)
    session.add_all(
        FundingShare(
            key_id=row.id,
            structure_id=line.structure_id,
            weight=line.weight,
            fixed_cents=line.fixed_cents,
            share_cents=cents,
        )
        for line, cents in zip(draft.lines, shares.cents, strict=True)
    )
    session.flush()


def _envelope_of(session: Session, row: FundingKey) -> UUID | None:
    """The envelope an amount was read from; for one that was typed or a devis, the latest when it was first kept."""
    if row.basis is Basis.ENVELOPE:
        return row.basis_id
    if row.basis is Basis.COMMITMENT:
        asked = select(BudgetLine.envelope_id).join(Commitment, Commitment.line_id == BudgetLine.id)
        return session.scalar(asked.where(Commitment.id == row.basis_id))
    if row.envelope_id is not None:
        return row.envelope_id
    latest = latest_envelope(session, row.group_id)
    return latest.id if latest is not None else None


def write_payee(session: Session, group_id: UUID, draft: PayeeDraft, changed_by: UUID | None) -> ContributionPayee:
    """The account that calls carry from now on; calls that were made keep theirs."""
    row = session.get(ContributionPayee, group_id)
    if row is None:
        row = ContributionPayee(group_id=group_id, version=0)
        session.add(row)
    row.holder, row.iban, row.bic = draft.holder, draft.iban, draft.bic
    row.changed_at, row.changed_by, row.version = utc_now(), changed_by, row.version + 1
    session.flush()
    return row


def write_pledge(
    session: Session, key_id: UUID, structure_id: UUID, amount_cents: int, *, note: str = "", by: UUID | None
) -> Pledge:
    """A structure's pledge under a key, in place of the one it made before."""
    row = session.scalar(select(Pledge).where(Pledge.key_id == key_id, Pledge.structure_id == structure_id))
    if row is None:
        row = Pledge(id=uuid4(), key_id=key_id, structure_id=structure_id, version=0)
        session.add(row)
    row.amount_cents, row.note, row.withdrawn_at = amount_cents, note, None
    row.pledged_at, row.pledged_by, row.version = utc_now(), by, row.version + 1
    session.flush()
    return row


def add_call(
    session: Session,
    key: FundingKey,
    pledge: Pledge,
    payee: PayeeDraft,
    *,
    issued_on: date,
    due_on: date,
    message: str = "",
    created_by: UUID | None,
) -> ContributionCall:
    """A call of a whole pledge, with the account as it stands today."""
    row = ContributionCall(
        id=uuid4(),
        group_id=key.group_id,
        pledge_id=pledge.id,
        number=next_number(session, ContributionCall, key.group_id, "A", issued_on),
        amount_cents=pledge.amount_cents,
        issued_on=issued_on,
        due_on=due_on,
        holder=payee.holder,
        iban=payee.iban,
        bic=payee.bic,
        message=message,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(row)
    session.flush()
    return row


def add_receipt(
    session: Session, key: FundingKey, pledge: Pledge, draft: ReceiptDraft, *, structure: str, created_by: UUID | None
) -> ContributionReceipt:
    """Money that came, and its movement: to the bank, from the contributions of other bodies."""
    row = ContributionReceipt(pledge_id=pledge.id)
    write_receipt(session, row, key.group_id, draft, prefix="R", created_by=created_by)
    move(
        session, key.group_id, kind=RECEIVED, object_id=row.id, label=f"{row.number} {structure}",
        day=draft.received_on, accounts=(rules.money_account(draft.means), rules.FROM_MEMBERS),
        cents=draft.amount_cents,
    )  # fmt: skip
    return row


def write_receipt(
    session: Session,
    row: ContributionReceipt | FeeReceipt,
    group_id: UUID,
    draft: ReceiptDraft,
    *,
    prefix: str,
    created_by: UUID | None,
) -> None:
    """A receipt of money that came, numbered after the group's last of its kind."""
    row.id, row.group_id = uuid4(), group_id
    row.number = next_number(session, type(row), group_id, prefix, draft.received_on)
    row.amount_cents, row.received_on = draft.amount_cents, draft.received_on
    row.means, row.reference = draft.means, draft.reference
    row.created_at, row.created_by = utc_now(), created_by
    session.add(row)
    session.flush()


def move(
    session: Session,
    group_id: UUID,
    *,
    kind: str,
    object_id: UUID,
    label: str,
    day: date,
    accounts: Sequence[str],
    cents: int,
) -> None:
    """Enter a movement from `accounts`: (debit, credit). Raises RuleBroken `error-year-closed`."""
    debit, credit = accounts
    enter(
        session,
        group_id,
        Movement(
            kind=kind, object_id=object_id, label=label[:200], day=day, debit=debit, credit=credit, amount_cents=cents
        ),
    )


def add_method(session: Session, group_id: UUID, draft: MethodDraft, created_by: UUID | None) -> InKindMethod:
    """A cleaned method."""
    row = InKindMethod(
        id=uuid4(),
        group_id=group_id,
        text=draft.text,
        hourly_cents=draft.hourly_cents,
        from_on=draft.from_on,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(row)
    session.flush()
    return row


def add_in_kind(
    session: Session,
    group_id: UUID,
    structure_id: UUID,
    method_id: UUID,
    draft: InKindDraft,
    *,
    declared_by: UUID | None,
) -> InKind:
    """A cleaned declaration. Nothing is entered before another person validates it."""
    row = InKind(
        id=uuid4(),
        group_id=group_id,
        structure_id=structure_id,
        method_id=method_id,
        kind=draft.kind,
        task=draft.task,
        who=draft.who,
        day=draft.day,
        minutes=draft.minutes,
        value_cents=draft.value_cents,
        valued_by=draft.valued_by,
        state=InKindState.DECLARED,
        declared_at=utc_now(),
        declared_by=declared_by,
    )
    session.add(row)
    session.flush()
    return row


def decide_in_kind(session: Session, row: InKind, state: InKindState, decided_by: UUID | None, reason: str) -> None:
    """Settle a declaration; a valid one is entered at the foot of the accounts on its own day."""
    row.state, row.reason, row.decided_at, row.decided_by = state, reason, utc_now(), decided_by
    if state is InKindState.VALIDATED:
        move(
            session, row.group_id, kind=GIVEN, object_id=row.id, label=row.task, day=row.day,
            accounts=rules.IN_KIND_ACCOUNTS[row.kind], cents=row.value_cents,
        )  # fmt: skip
    session.flush()


def cancel_receipt(session: Session, row: ContributionReceipt, reason: str, day: date) -> None:
    """Cancel a receipt, whose row is held, by its reverse movement; the row of the bank is free again."""
    row.cancelled_at, row.reason = utc_now(), reason
    free(session, MatchKind.RECEIPT, row.id)
    move(
        session, row.group_id, kind=RECEIPT_CANCELLED, object_id=row.id, label=row.number, day=day,
        accounts=(rules.FROM_MEMBERS, rules.money_account(row.means)), cents=row.amount_cents,
    )  # fmt: skip
