"""Use cases of suppliers: see, add, edit, put away and take back. A supplier is never removed: papers name it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.quotes import queries, rules
from budget.quotes.checking import clean_supplier
from budget.quotes.words import QuotesOperation as Op
from budget.quotes.words import SupplierDraft, SupplierList
from db.journal import record
from db.models import Supplier
from db.session import reading, unit_of_work
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.rights import Target, allowed, require
from workspace.members.rules import folded


def view_suppliers(actor: Actor) -> SupplierList:
    """The suppliers of the actor's group."""
    group = Target(group_id=actor.group_id)
    require(rules.POLICIES[Op.VIEW], actor, group)
    with reading() as session:
        return SupplierList(
            suppliers=queries.list_suppliers(session, actor),
            may_change=allowed(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, group),
        )


def add_supplier(actor: Actor, draft: SupplierDraft) -> UUID:
    """Add a supplier. Raises the RuleBroken of the field, `error-supplier-name` when the name is taken."""
    require(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, Target(group_id=actor.group_id))
    cleaned = clean_supplier(draft)
    with unit_of_work() as session:
        row = write_new(session, group_of(actor), cleaned)
        record(session, actor, Op.CHANGE_SUPPLIER, kind="supplier", object_id=row.id, label=row.name)
        return row.id


def write_new(session: Session, group_id: UUID, draft: SupplierDraft, *, invented: bool = False) -> Supplier:
    """A supplier's row from a cleaned draft. Raises RuleBroken `error-supplier-name`."""
    _check_free_name(session, group_id, draft.name)
    row = Supplier(group_id=group_id, name=draft.name, status=draft.status, invented=invented)
    _write(row, draft)
    session.add(row)
    session.flush()
    return row


def change_supplier(actor: Actor, supplier_id: UUID, draft: SupplierDraft) -> None:
    """Correct a supplier; raises as `add_supplier`, and StaleEdit when somebody saved first."""
    require(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, Target(group_id=actor.group_id))
    cleaned = clean_supplier(draft)
    with unit_of_work() as session:
        row = queries.find_supplier(session, actor, supplier_id, lock=True)
        if row.version != draft.version:
            raise StaleEdit
        _check_free_name(session, row.group_id, cleaned.name, but=row.id)
        _write(row, cleaned)
        row.version += 1
        record(session, actor, Op.CHANGE_SUPPLIER, kind="supplier", object_id=row.id, label=row.name)


def archive_supplier(actor: Actor, supplier_id: UUID, *, archived: bool = True) -> None:
    """Put a supplier away so that forms no longer offer it, or take it back."""
    require(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_supplier(session, actor, supplier_id, lock=True)
        row.archived_at = utc_now() if archived else None
        row.version += 1
        record(
            session, actor, Op.CHANGE_SUPPLIER, kind="supplier", object_id=row.id, label=row.name,
            archived=int(archived),
        )  # fmt: skip


def _write(row: Supplier, draft: SupplierDraft) -> None:
    row.name, row.status, row.withholding_exempt = draft.name, draft.status, draft.withholding_exempt
    row.siret, row.vat_number, row.iban = draft.siret, draft.vat_number, draft.iban
    row.email, row.address = draft.email, draft.address


def _check_free_name(session: Session, group_id: UUID, name: str, *, but: UUID | None = None) -> None:
    rows = session.execute(select(Supplier.id, Supplier.name).where(Supplier.group_id == group_id))
    if any(folded(row.name) == folded(name) and row.id != but for row in rows):
        raise RuleBroken("error-supplier-name", name=name)
