"""The Budget page's reads: an envelope with its lines, its open commitments, its dates and its alerts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.envelope import bound, queries, rules, sources
from budget.envelope.words import (
    Alert,
    AlertKind,
    Band,
    Budget,
    DueDate,
    DueKind,
    EnvelopeChoice,
    EnvelopeView,
    Glance,
    LineView,
    Spending,
)
from budget.envelope.words import EnvelopeOperation as Op
from budget.ledger.queries import is_closed
from budget.rates.queries import load as load_rates
from budget.rates.rules import urssaf_day
from budget.spending import dues
from budget.spending import rules as spending_rules
from budget.spending.words import InvoiceKind, InvoiceState, Payee
from db.models import BudgetLine, Commitment, Envelope, Invoice, Supplier
from workspace.fiches.queries import get_zone, group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed

DATES_MAXIMUM = 24


def get_budget(session: Session, actor: Actor, envelope_id: UUID | None) -> Budget:
    """The budget of the actor's group, with one of its envelopes (the latest by default)."""
    group_id = group_of(actor)
    rows = _envelopes(session, group_id)
    zone = get_zone(session, group_id)
    today = group_today(session, group_id)
    chosen = next((row for row in rows if row.id == envelope_id), rows[0] if rows else None)
    return Budget(
        envelopes=tuple(EnvelopeChoice(envelope_id=row.id, title=row.title, year=row.year) for row in rows),
        shown=get_envelope(session, actor, chosen, today) if chosen is not None else None,
        zone=zone,
        today=today,
        may_create=allowed(rules.POLICIES[Op.CREATE], actor, Target(group_id=group_id)),
    )


def get_glance(session: Session, actor: Actor) -> Glance | None:
    """The latest envelope in one figure; None when there is none."""
    row = next(iter(_envelopes(session, group_of(actor))), None)
    if row is None:
        return None
    taken = queries.total(queries.list_spending(session, [row.id])).taken_cents
    return Glance(title=row.title, free_to_maximum_cents=row.maximum_cents - taken)


def _envelopes(session: Session, group_id: UUID) -> Sequence[Envelope]:
    """The latest year first."""
    asked = select(Envelope).where(Envelope.group_id == group_id)
    return session.scalars(asked.order_by(*queries.NEWEST_FIRST)).all()


def get_envelope(session: Session, actor: Actor, row: Envelope, today: date) -> EnvelopeView:
    """All that the page says of an envelope."""
    spending = queries.list_spending(session, [row.id])
    band = Band(row.minimum_cents, row.maximum_cents)
    position = rules.position(band, queries.total(spending), sources.funding(session, row.group_id, row.id))
    lines = tuple(_line_views(session, row, spending))
    due = list_due(session, row)
    shown, more = bound.list_views(session, actor, row)
    closed = is_closed(session, row.group_id, row.year)
    return EnvelopeView(
        envelope_id=row.id,
        title=row.title,
        year=row.year,
        source=row.source,
        two_approvals_from_cents=row.two_approvals_from_cents,
        alone_below_cents=queries.own_threshold(row, actor.person_id),
        version=row.version,
        is_closed=closed,
        position=position,
        lines=lines,
        commitments=shown,
        more_commitments=more,
        proposed_cents=queries.proposed_cents(session, row.id),
        due_dates=due[:DATES_MAXIMUM],
        alerts=(*rules.alerts(position, lines, due, today), *_over_commitment(session, row.id)),
        abilities=rules.abilities(actor, is_closed=closed),
    )


def _line_views(session: Session, row: Envelope, spending: dict[UUID, Spending]) -> Iterable[LineView]:
    lines = session.scalars(
        select(BudgetLine).where(BudgetLine.envelope_id == row.id).order_by(BudgetLine.position)
    ).all()
    used = queries.used_lines(session, row.id)
    for line in lines:
        band = Band(line.minimum_cents, line.maximum_cents)
        yield LineView(
            line_id=line.id,
            label=line.label,
            kind=line.kind,
            account=line.account,
            position=rules.position(band, spending.get(line.id, rules.NOTHING)),
            version=line.version,
            may_remove=line.id not in used,
        )


def list_due(session: Session, row: Envelope) -> tuple[DueDate, ...]:
    """The dates of an envelope, the first first: invoices to pay, URSSAF, those of other rooms."""
    found = [*_unpaid(session, row), *sources.due_dates(session, row.group_id, row.id)]
    return tuple(sorted(found, key=lambda one: (one.on, one.label)))


def _unpaid(session: Session, envelope: Envelope) -> Iterable[DueDate]:
    """What is left to pay of approved invoices; what is owed to URSSAF on its own day, once the supplier was paid."""
    # Columns and not whole invoices: a year may leave a hundred of them unpaid. Settled ones are not read at all.
    rows = session.execute(
        select(*dues.COLUMNS, Supplier.name, Invoice.number, Invoice.due_on, Invoice.issued_on)
        .join(Supplier, Supplier.id == Invoice.supplier_id)
        .where(
            Invoice.line_id.in_(select(BudgetLine.id).where(BudgetLine.envelope_id == envelope.id)),
            Invoice.state == InvoiceState.APPROVED,
            # Not "corrects no other": SQLite would take that index, and read the invoices of every year.
            Invoice.kind != InvoiceKind.CREDIT_NOTE,
            dues.OWING,
        )
    )
    rates = load_rates(session, envelope.group_id)
    for *stands, supplier, number, due_on, issued_on in rows:
        label, known = f"{supplier}, {number}", dues.read(stands)
        left = spending_rules.lefts(known)
        if left[Payee.SUPPLIER] > 0:
            yield DueDate(on=due_on or issued_on, kind=DueKind.INVOICE, label=label, cents=left[Payee.SUPPLIER])
        elif left[Payee.URSSAF] > 0 and known.last_paid_on is not None:
            on = urssaf_day(rates, known.last_paid_on)
            yield DueDate(on=on, kind=DueKind.URSSAF, label=label, cents=left[Payee.URSSAF])


def _over_commitment(session: Session, envelope_id: UUID) -> list[Alert]:
    """Commitments whose invoices, received or approved, come to more than what was bound."""
    invoiced = func.sum(Invoice.gross_cents + Invoice.side_cents)
    rows = session.execute(
        select(Commitment.label, Commitment.amount_cents, invoiced)
        .join(BudgetLine, BudgetLine.id == Commitment.line_id)
        .join(Invoice, Invoice.commitment_id == Commitment.id)
        .where(
            BudgetLine.envelope_id == envelope_id,
            Invoice.state.in_((InvoiceState.RECEIVED, InvoiceState.APPROVED)),
        )
        .group_by(Commitment.id, Commitment.label, Commitment.amount_cents)
        .having(invoiced > Commitment.amount_cents)
        .order_by(Commitment.label)
        .limit(DATES_MAXIMUM)
    )
    return [
        Alert(kind=AlertKind.INVOICE_OVER, label=label, cents=int(total) - amount) for label, amount, total in rows
    ]
