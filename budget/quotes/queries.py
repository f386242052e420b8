"""Reads of suppliers and devis: `session` first; frozen values, never rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.documents import rules as documents
from budget.documents.words import DocumentOperation
from budget.quotes import pricing, rules
from budget.quotes.devis_words import Asked, CededRight, DevisAbilities, DevisView, PricedLine, StatedTotal
from budget.quotes.words import DevisState, SupplierDraft, SupplierView
from budget.quotes.words import QuotesOperation as Op
from budget.spending.words import CommitmentState
from db.models import (
    BudgetDocument,
    Commitment,
    Devis,
    DevisLine,
    DevisRight,
    DevisTotal,
    QuoteInvitation,
    QuoteRequest,
    Supplier,
)
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, allowed


def find_supplier(session: Session, actor: Actor, supplier_id: UUID, *, lock: bool = False) -> Supplier:
    """A supplier of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Supplier).where(Supplier.id == supplier_id)
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def list_suppliers(session: Session, actor: Actor) -> tuple[SupplierView, ...]:
    """The suppliers of the actor's group by name, those that are archived last."""
    rows = session.scalars(select(Supplier).where(Supplier.group_id == actor.group_id))
    shown = allowed(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, Target(group_id=actor.group_id))
    made = [_supplier(row, with_contacts=shown) for row in rows]
    return tuple(sorted(made, key=lambda one: (one.is_archived, folded(one.name))))


def _supplier(row: Supplier, *, with_contacts: bool) -> SupplierView:
    return SupplierView(
        supplier_id=row.id,
        draft=SupplierDraft(
            name=row.name,
            status=row.status,
            withholding_exempt=row.withholding_exempt,
            siret=row.siret,
            vat_number=row.vat_number,
            iban=row.iban if with_contacts else "",
            email=row.email if with_contacts else "",
            address=row.address if with_contacts else "",
            version=row.version,
        ),
        is_archived=row.archived_at is not None,
        invented=row.invented,
    )


def find_devis(session: Session, actor: Actor, devis_id: UUID, *, lock: bool = False) -> Devis:
    """A devis of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Devis).where(Devis.id == devis_id)
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def state_now(session: Session, row: Devis) -> DevisState:
    """Where a devis stands now: one whose commitment was cancelled is free again, one past its validity expired."""
    kept = row.commitment_id
    cancelled = kept is not None and session.get_one(Commitment, kept).state is CommitmentState.CANCELLED
    return _state(row, cancelled=cancelled, today=group_today(session, row.group_id))


def _state(row: Devis, *, cancelled: bool, today: date) -> DevisState:
    freed = row.state is DevisState.SELECTED and cancelled
    return pricing.state_on(today, DevisState.RECEIVED if freed else row.state, row.valid_until)


def list_devis(session: Session, actor: Actor, *, only: Iterable[UUID] | None = None) -> tuple[DevisView, ...]:
    """The devis of the actor's group, the latest first; `only` some of them."""
    query = select(Devis).where(Devis.group_id == actor.group_id).order_by(Devis.created_at.desc(), Devis.number)
    if only is not None:
        query = query.where(Devis.id.in_(list(only)))
    rows = list(session.scalars(query))
    if not rows:
        return ()
    ids = [row.id for row in rows]
    lines = _by_devis(session, DevisLine, ids, DevisLine.position)
    stated = _by_devis(session, DevisTotal, ids, DevisTotal.copies)
    rights = _by_devis(session, DevisRight, ids, DevisRight.position)
    suppliers = {one.id: one for one in session.scalars(select(Supplier).where(Supplier.group_id == actor.group_id))}
    kept = {row.document_id for row in rows} - {None}
    named = session.execute(select(BudgetDocument.id, BudgetDocument.name).where(BudgetDocument.id.in_(kept)))
    names: dict[UUID | None, str] = {row.id: row.name for row in named}
    today = group_today(session, group_of(actor))
    cancelled = set(
        session.scalars(
            select(Commitment.id).where(
                Commitment.group_id == actor.group_id, Commitment.state == CommitmentState.CANCELLED
            )
        )
    )
    return tuple(
        _view(
            actor, row, suppliers[row.supplier_id],
            state=_state(row, cancelled=row.commitment_id in cancelled, today=today),
            lines=lines[row.id], stated=stated[row.id],
            rights=rights[row.id], document_name=names.get(row.document_id, ""),
        )
        for row in rows
    )  # fmt: skip


def list_asked(session: Session, actor: Actor) -> tuple[Asked, ...]:
    """Who was asked for a devis, the latest request first, with the answer of each."""
    rows = session.execute(
        select(QuoteInvitation.id, Supplier.name, QuoteRequest.title, Devis.id.label("devis_id"))
        .join(QuoteRequest, QuoteRequest.id == QuoteInvitation.request_id)
        .join(Supplier, Supplier.id == QuoteInvitation.supplier_id)
        .outerjoin(Devis, Devis.invitation_id == QuoteInvitation.id)
        .where(QuoteRequest.group_id == actor.group_id)
        .order_by(QuoteRequest.created_at.desc(), Supplier.name)
    )
    return tuple(
        Asked(invitation_id=row.id, supplier=row.name, title=row.title, devis_id=row.devis_id) for row in rows
    )


def get_devis(session: Session, actor: Actor, devis_id: UUID) -> DevisView:
    """One devis. Raises NotFound."""
    found = list_devis(session, actor, only=[devis_id])
    if not found:
        raise NotFound
    return found[0]


def _by_devis(session: Session, table: Any, ids: Sequence[UUID], order: Any) -> defaultdict[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in session.scalars(select(table).where(table.devis_id.in_(ids)).order_by(order)):
        found[row.devis_id].append(row)
    return found


def _view(
    actor: Actor,
    row: Devis,
    supplier: Supplier,
    *,
    state: DevisState,
    lines: Sequence[DevisLine],
    stated: Sequence[DevisTotal],
    rights: Sequence[DevisRight],
    document_name: str,
) -> DevisView:
    priced = tuple(_priced(one) for one in lines)
    totals = [
        StatedTotal(copies=one.copies, net_cents=one.net_cents, vat_cents=one.vat_cents, gross_cents=one.gross_cents)
        for one in stated
    ]
    return DevisView(
        devis_id=row.id,
        supplier_id=supplier.id,
        supplier=supplier.name,
        status=supplier.status,
        invented=supplier.invented,
        kind=row.kind,
        label=row.label,
        number=row.number,
        issued_on=row.issued_on,
        valid_until=row.valid_until,
        rounding=row.rounding,
        state=state,
        lines=priced,
        lots=pricing.lot_views(priced, totals, row.rounding, supplier.status, row.artist_bp),
        artist_bp=row.artist_bp,
        rights=tuple(
            CededRight(
                name=one.name,
                extent=one.extent,
                destination=one.destination,
                place=one.place,
                duration=one.duration,
            )
            for one in rights
        ),
        note=row.note,
        reason=row.reason,
        copies=row.copies,
        commitment_id=row.commitment_id,
        document_id=row.document_id,
        document_name=document_name,
        invitation_id=row.invitation_id,
        came_by_link=row.invitation_id is not None and row.created_by is None,
        version=row.version,
        abilities=_abilities(actor, row.group_id, state),
    )


def _priced(line: DevisLine) -> PricedLine:
    return PricedLine(
        kind=line.kind,
        label=line.label,
        copies=line.copies,
        quantity=Decimal(line.quantity),
        unit_price=Decimal(line.unit_price),
        vat_bp=line.vat_bp,
        kept=line.kept,
    )


def _abilities(actor: Actor, group_id: UUID, state: DevisState) -> DevisAbilities:
    group, still = Target(group_id=group_id), state is not DevisState.SELECTED
    return DevisAbilities(
        may_change=still and allowed(rules.POLICIES[Op.ENTER], actor, group),
        may_sort=still and allowed(rules.POLICIES[Op.SORT], actor, group),
        may_select=state in pricing.WAITING and allowed(rules.POLICIES[Op.SELECT], actor, group),
        may_read_file=allowed(documents.POLICIES[DocumentOperation.VIEW], actor, group),
    )
