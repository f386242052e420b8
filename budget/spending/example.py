"""The example's invented invoice, from its paper to its two payments, in the transaction that installs the example.

It passes by the same rules as anybody's: only its dates are moved back.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.quotes.words import SupplierStatus
from budget.spending import dues, queries, rules, store
from budget.spending.words import (
    CommitmentState,
    InvoiceDraft,
    InvoiceState,
    PaymentDraft,
)
from db.models import BudgetLine, Commitment, Invoice, Member, Supplier
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.welcome.example_parts import Place

NUMBER = "2026-014"
NOTE = "Exemple inventé : honoraires de création, puis la contribution de 1,1 % à l’Urssaf."
INVOICED, PAID = timedelta(days=6), timedelta(days=1)


def install(session: Session, place: Place) -> None:
    """On the artist-author's commitment, if there is one: entered by one person, approved by another, paid."""
    group_id = place.group_id
    bound = session.execute(
        select(Commitment, BudgetLine.account)
        .join(Supplier, Supplier.id == Commitment.supplier_id)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .where(
            Commitment.group_id == group_id,
            Commitment.state == CommitmentState.APPROVED,
            Supplier.status == SupplierStatus.ARTIST_AUTHOR,
        )
    ).first()
    if bound is None:
        return
    commitment, account = bound
    treasurer, facilitator = (_who(session, group_id, role) for role in (Role.TREASURER, Role.FACILITATOR))
    row = _invoice(session, treasurer, commitment)
    row.withheld_cents = dues.withheld_now(session, row)
    store.settle(row, InvoiceState.APPROVED, facilitator)
    label = queries.label_of(session, row)
    movements = rules.invoice_movements(
        invoice_id=row.id, label=label, day=row.issued_on, account=account, gross_cents=row.gross_cents,
        side_cents=row.side_cents,
    )  # fmt: skip
    store.enter_all(session, group_id, movements)
    store.settle_social(session, row, label=label, day=row.issued_on)
    day = queries.today(session, treasurer) - PAID
    for payee, cents in rules.lefts(dues.get_dues(session, row)).items():
        draft = PaymentDraft(amount_cents=cents, paid_on=day, payee=payee, reference="virement inventé")
        store.write_payment(session, treasurer, row, draft, label)


def _invoice(session: Session, author: Actor, commitment: Commitment) -> Invoice:
    """The fee whose cost, the contribution counted, is what was bound."""
    fee = commitment.amount_cents * 1000 // 1011
    day = queries.today(session, author) - INVOICED
    draft = InvoiceDraft(
        supplier_id=commitment.supplier_id, line_id=commitment.line_id, commitment_id=commitment.id, number=NUMBER,
        issued_on=day, due_on=day + timedelta(days=30), net_cents=fee, vat_cents=0, gross_cents=fee,
        side_cents=commitment.amount_cents - fee, note=NOTE,
    )  # fmt: skip
    row = Invoice(
        group_id=commitment.group_id, state=InvoiceState.RECEIVED, created_at=utc_now(), created_by=author.person_id
    )
    store.write_draft(row, draft)
    session.add(row)
    session.flush()
    return row


def _who(session: Session, group_id: UUID, role: Role) -> Actor:
    """The first person of that role in the example."""
    member = session.scalars(
        select(Member).where(Member.group_id == group_id, Member.role == role).order_by(Member.id)
    ).first()
    return Actor(group_id=group_id, person_id=member.person_id if member else None, role=role)
