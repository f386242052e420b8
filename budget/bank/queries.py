"""Reads of the bank account: `session` first; frozen values, never rows, but for the use cases' own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from budget.bank import rules
from budget.bank.words import BankDesk, Candidate, MatchKind, RowView, StatementLine, TargetKind
from budget.reading.words import StatementRow
from budget.spending.dues import list_dues
from budget.spending.queries import list_invoices
from budget.spending.rules import lefts
from budget.spending.words import InvoiceStanding, Payee
from db.models import (
    BankMatch,
    BankRow,
    BankStatement,
    BudgetDocument,
    ContributionCall,
    ContributionReceipt,
    Fee,
    FeeReceipt,
    FeeRule,
    FundingKey,
    Invoice,
    Membership,
    Payment,
    Person,
    Pledge,
    Structure,
    Supplier,
)
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound

_PAYABLE = {InvoiceStanding.TO_PAY, InvoiceStanding.OVERDUE, InvoiceStanding.TO_REFUND}
MOST_SETTLED = 200


def get_desk(session: Session, actor: Actor) -> BankDesk:
    """The account as its page shows it."""
    candidates = list_candidates(session, actor)
    names = {one.object_id: f"{one.number}, {one.who}" for one in _known(session, actor, matched=True)}
    matches: dict[UUID, list[BankMatch]] = {}
    mine = select(BankMatch).join(BankRow, BankRow.id == BankMatch.row_id).where(BankRow.group_id == actor.group_id)
    for one in session.scalars(mine.order_by(BankMatch.at)):
        matches.setdefault(one.row_id, []).append(one)
    rows = session.scalars(
        select(BankRow).where(BankRow.group_id == actor.group_id).order_by(BankRow.day.desc(), BankRow.position)
    )
    waiting: list[RowView] = []
    settled: list[RowView] = []
    for row in rows:
        found = matches.get(row.id, [])
        (settled if found else waiting).append(_row(row, found, names, () if found else candidates))
    return BankDesk(
        waiting=tuple(waiting),
        settled=tuple(settled[:MOST_SETTLED]),
        statements=_statements(session, actor),
        candidates=candidates,
        zone=get_zone(session, group_of(actor)),
    )


def _row(
    row: BankRow, found: Sequence[BankMatch], names: dict[UUID, str], candidates: tuple[Candidate, ...]
) -> RowView:
    proposed = rules.proposals(row.amount_cents, row.day, row.label, candidates)
    exact = any(one.amount_cents == -row.amount_cents for one in proposed)
    return RowView(
        row_id=row.id,
        day=row.day,
        amount_cents=row.amount_cents,
        label=row.label,
        reference=row.reference,
        proposals=proposed,
        together=() if exact else rules.together(row.amount_cents, row.label, candidates),
        match=found[0].kind if found else None,
        said=tuple(names[one.object_id] for one in found if one.object_id in names),
        made=any(one.made for one in found),
    )


def list_candidates(session: Session, actor: Actor) -> tuple[Candidate, ...]:
    """What a row may be matched with: what no row confirms yet, then what is to pay, to be paid back, to come."""
    return (
        *_known(session, actor, matched=False),
        *_payable(session, actor),
        *_pledges(session, actor),
        *_fees(session, actor),
    )


def _payable(session: Session, actor: Actor) -> Iterator[Candidate]:
    """What is left of invoices, to the supplier and, apart, to the URSSAF."""
    lines = [one for one in list_invoices(session, actor) if one.standing in _PAYABLE]
    rows = session.scalars(select(Invoice).where(Invoice.id.in_([one.invoice_id for one in lines]))).all()
    owed = list_dues(session, rows)
    for one in lines:
        left = lefts(owed[one.invoice_id])
        for payee, kind in ((Payee.SUPPLIER, TargetKind.INVOICE), (Payee.URSSAF, TargetKind.URSSAF)):
            if left[payee]:
                yield Candidate(
                    kind=kind, object_id=one.invoice_id, number=one.number, who=one.supplier,
                    amount_cents=left[payee],
                )  # fmt: skip


def _known(session: Session, actor: Actor, *, matched: bool) -> tuple[Candidate, ...]:
    """Payments and receipts that were entered, those that a row confirms or the others."""
    return (
        *_payments(session, actor, matched=matched),
        *_receipts(session, actor, matched=matched),
        *_fee_receipts(session, actor, matched=matched),
    )


def _confirmed(made: Any, kind: MatchKind, *, matched: bool) -> ColumnElement[bool]:
    """Whether a bank row says of a payment or a receipt that it happened, or none does."""
    known = select(BankMatch.object_id).where(BankMatch.kind == kind)
    found: ColumnElement[bool] = made.id.in_(known) if matched else made.id.not_in(known)
    return found


def _received(receipt: Any, of: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The sum of the living receipts of what the query around is about, in cents."""
    came = select(func.coalesce(func.sum(receipt.amount_cents), 0)).where(of, receipt.cancelled_at.is_(None))
    return came.correlate_except(receipt).scalar_subquery()


def _fee_receipts(session: Session, actor: Actor, *, matched: bool) -> Iterator[Candidate]:
    rows = session.execute(
        select(FeeReceipt, Structure.name)
        .join(Fee, Fee.id == FeeReceipt.fee_id)
        .join(Membership, Membership.id == Fee.membership_id)
        .join(Structure, Structure.id == Membership.structure_id)
        .where(
            FeeReceipt.group_id == actor.group_id,
            FeeReceipt.cancelled_at.is_(None),
            _confirmed(FeeReceipt, MatchKind.FEE, matched=matched),
        )
    )
    for row, name in rows:
        yield Candidate(
            kind=TargetKind.FEE_RECEIPT, object_id=row.id, number=row.number, who=name,
            amount_cents=-row.amount_cents, day=row.received_on,
        )  # fmt: skip


def _fees(session: Session, actor: Actor) -> Iterator[Candidate]:
    """Fees of living memberships that did not all come; the number is the name of their rule."""
    came = _received(FeeReceipt, FeeReceipt.fee_id == Fee.id)
    rows = session.execute(
        select(Membership, Fee.due_cents, FeeRule.label, Structure.name, came)
        .join(Fee, Fee.membership_id == Membership.id)
        .join(FeeRule, FeeRule.id == Membership.rule_id)
        .join(Structure, Structure.id == Membership.structure_id)
        .where(Membership.group_id == actor.group_id, Membership.cancelled_at.is_(None))
        .order_by(Membership.starts_on)
    )
    for row, due, label, name, paid in rows:
        if int(paid) < due:
            yield Candidate(
                kind=TargetKind.FEE, object_id=row.id, number=f"{label} {row.starts_on.year}", who=name,
                amount_cents=int(paid) - due,
            )  # fmt: skip


def _receipts(session: Session, actor: Actor, *, matched: bool) -> tuple[Candidate, ...]:
    rows = session.execute(
        select(ContributionReceipt, Structure.name)
        .join(Pledge, Pledge.id == ContributionReceipt.pledge_id)
        .join(Structure, Structure.id == Pledge.structure_id)
        .where(
            ContributionReceipt.group_id == actor.group_id,
            ContributionReceipt.cancelled_at.is_(None),
            _confirmed(ContributionReceipt, MatchKind.RECEIPT, matched=matched),
        )
    )
    return tuple(
        Candidate(
            kind=TargetKind.RECEIPT,
            object_id=row.id,
            number=row.number,
            who=name,
            amount_cents=-row.amount_cents,
            day=row.received_on,
        )
        for row, name in rows
    )


def _pledges(session: Session, actor: Actor) -> list[Candidate]:
    """What structures pledged and did not bring yet; the number is that of the call, where there is one."""
    received = _received(ContributionReceipt, ContributionReceipt.pledge_id == Pledge.id)
    rows = session.execute(
        select(Pledge, Structure.name, FundingKey.title, ContributionCall.number, received)
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .join(Structure, Structure.id == Pledge.structure_id)
        .outerjoin(
            ContributionCall,
            (ContributionCall.pledge_id == Pledge.id) & ContributionCall.cancelled_at.is_(None),
        )
        .where(FundingKey.group_id == actor.group_id, Pledge.withdrawn_at.is_(None))
    )
    return [
        Candidate(
            kind=TargetKind.PLEDGE,
            object_id=row.id,
            number=number or title,
            who=name,
            amount_cents=int(came) - row.amount_cents,
        )
        for row, name, title, number, came in rows
        if int(came) < row.amount_cents
    ]


def _payments(session: Session, actor: Actor, *, matched: bool) -> tuple[Candidate, ...]:
    rows = session.execute(
        select(Payment, Invoice.number, Supplier.name)
        .join(Invoice, Invoice.id == Payment.invoice_id)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .where(
            Payment.group_id == actor.group_id,
            Payment.cancelled_at.is_(None),
            _confirmed(Payment, MatchKind.PAYMENT, matched=matched),
        )
    )
    return tuple(
        Candidate(
            kind=TargetKind.PAYMENT,
            object_id=row.id,
            number=number,
            who=name,
            amount_cents=row.amount_cents,
            day=row.paid_on,
        )
        for row, number, name in rows
    )


def _statements(session: Session, actor: Actor) -> tuple[StatementLine, ...]:
    rows = session.execute(
        select(
            BankStatement,
            BudgetDocument.name,
            Person.name,
            func.count(BankRow.id),
            func.min(BankRow.day),
            func.max(BankRow.day),
        )
        .join(BudgetDocument, BudgetDocument.id == BankStatement.document_id)
        .join(BankRow, BankRow.statement_id == BankStatement.id)
        .outerjoin(Person, Person.id == BankStatement.read_by)
        .where(BankStatement.group_id == actor.group_id)
        .group_by(BankStatement.id, BudgetDocument.name, Person.name)
        .order_by(BankStatement.read_at.desc())
    )
    return tuple(
        StatementLine(
            statement_id=row.id,
            document_id=row.document_id,
            name=name,
            account=row.account,
            rows=count,
            first=first,
            last=last,
            closing_cents=row.closing_cents,
            read_at=row.read_at,
            read_by=person or "",
        )
        for row, name, person, count, first, last in rows
    )


def find_row(session: Session, actor: Actor, row_id: UUID) -> BankRow:
    """A row of the actor's group. Raises NotFound, for another group's as for none."""
    row = session.get(BankRow, row_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def hold_row(session: Session, actor: Actor, row_id: UUID) -> BankRow:
    """A row of the actor's group, kept for this transaction. Raises NotFound, for another group's as for none."""
    row = session.scalar(
        select(BankRow).where(BankRow.id == row_id, BankRow.group_id == actor.group_id).with_for_update()
    )
    if row is None:
        raise NotFound
    return row


def known_keys(session: Session, group_id: UUID, keys: list[str]) -> set[str]:
    """Which of these keys another statement of the group has brought."""
    found: set[str] = set()
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        found |= set(session.scalars(select(BankRow.key).where(BankRow.group_id == group_id, BankRow.key.in_(some))))
    return found


def list_alike(session: Session, group_id: UUID, rows: Sequence[StatementRow]) -> set[str]:
    """The keys of rows that are new by their key, with the day and the amount of one that was brought otherwise."""
    keys = {one.key for one in rows}
    if not rows:
        return set()
    asked = select(BankRow.day, BankRow.amount_cents, BankRow.key).where(
        BankRow.group_id == group_id,
        BankRow.day.between(min(one.day for one in rows), max(one.day for one in rows)),
    )
    there = session.execute(asked).all()
    known = {row.key for row in there}
    others = Counter((row.day, row.amount_cents) for row in there if row.key not in keys)
    alike = set()
    for one in rows:
        same = (one.day, one.amount_cents)
        if one.key not in known and others[same]:
            others[same] -= 1
            alike.add(one.key)
    return alike
