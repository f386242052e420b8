"""What the budget adds to rooms that do not know it. The front door and the frame connect it once a process."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget import example
from budget.adhesions import example as adhesions_example
from budget.adhesions import operations as fee_operations
from budget.contributions import brought, desk
from budget.contributions import example as contributions_example
from budget.contributions import operations as brought_operations
from budget.contributions.words import ContributionsOperation
from budget.envelope import bound, sources
from budget.envelope.queries import is_latest
from budget.envelope.words import DueDate, DueKind, EnvelopeOperation
from budget.ledger.words import LedgerOperation
from budget.quotes import example as quotes_example
from budget.quotes.words import DevisState
from budget.spending import example as spending_example
from budget.spending import queries as invoices
from budget.spending.words import SpendingOperation
from db.models import Devis, Supplier
from workspace.accueil import sources as accueil
from workspace.fiches.queries import group_today
from workspace.welcome import example_parts

DEVIS_MAXIMUM = 20
NEWS = {
    EnvelopeOperation.CREATE.value: "budget",
    ContributionsOperation.SET_KEY.value: "contributions",
    ContributionsOperation.PLEDGE.value: "contributions",
    ContributionsOperation.RECEIVE.value: "contributions",
    ContributionsOperation.DECIDE.value: "contributions",
    EnvelopeOperation.CHANGE.value: "budget",
    EnvelopeOperation.PROPOSE_COMMITMENT.value: "budget",
    EnvelopeOperation.APPROVE_COMMITMENT.value: "budget",
    EnvelopeOperation.CANCEL_COMMITMENT.value: "budget",
    SpendingOperation.ENTER.value: "invoices",
    SpendingOperation.DECIDE.value: "invoices",
    SpendingOperation.CANCEL.value: "invoices",
    LedgerOperation.CLOSE.value: "ledger",
    LedgerOperation.REOPEN.value: "ledger",
}


@functools.cache
def connect() -> None:
    """Register what awaits somebody in the budget and which of its journal lines are news."""
    accueil.register_awaited(bound.list_awaited)
    accueil.register_awaited(invoices.list_awaited)
    accueil.register_awaited(desk.list_awaited)
    accueil.register_news(NEWS)
    sources.register_due(_devis_ends)
    sources.register_due(brought.list_due)
    sources.register_funding(brought.funding)
    sources.register_operations(brought_operations.list_brought)
    sources.register_operations(fee_operations.list_fees)
    example_parts.register(example.install)
    example_parts.register(spending_example.install)
    example_parts.register(contributions_example.install)
    example_parts.register(adhesions_example.install)
    example_parts.register(quotes_example.install)


def _devis_ends(session: Session, group_id: UUID, envelope_id: UUID) -> Iterable[DueDate]:
    """Until when the devis that wait for a choice may be accepted, on the group's latest envelope only."""
    if not is_latest(session, group_id, envelope_id):
        return
    rows = session.execute(
        select(Devis.valid_until, Devis.number, Supplier.name)
        .join(Supplier, Supplier.id == Devis.supplier_id)
        .where(
            Devis.group_id == group_id,
            Devis.state.in_((DevisState.RECEIVED, DevisState.SHORTLISTED)),
            Devis.valid_until >= group_today(session, group_id),
        )
        .order_by(Devis.valid_until)
        .limit(DEVIS_MAXIMUM)
    )
    for valid_until, number, supplier in rows:
        if valid_until is not None:
            yield DueDate(on=valid_until, kind=DueKind.QUOTE, label=f"{supplier}, {number}")
