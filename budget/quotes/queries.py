"""Reads of suppliers and devis: `session` first; frozen values, never rows."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.quotes import rules
from budget.quotes.words import QuotesOperation as Op
from budget.quotes.words import SupplierDraft, SupplierView
from db.models import Supplier
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.members.rules import folded


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
    made = [_supplier(row, with_iban=shown) for row in rows]
    return tuple(sorted(made, key=lambda one: (one.is_archived, folded(one.name))))


def _supplier(row: Supplier, *, with_iban: bool) -> SupplierView:
    return SupplierView(
        supplier_id=row.id,
        draft=SupplierDraft(
            name=row.name,
            status=row.status,
            withholding_exempt=row.withholding_exempt,
            siret=row.siret,
            vat_number=row.vat_number,
            iban=row.iban if with_iban else "",
            email=row.email,
            address=row.address,
            version=row.version,
        ),
        is_archived=row.archived_at is not None,
        invented=row.invented,
    )
