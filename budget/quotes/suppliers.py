"""Use cases of suppliers: see, add, edit, put away and take back. A supplier is never removed: papers name it."""

from __future__ import annotations

from uuid import UUID

from budget.quotes import queries, rules, store
from budget.quotes.checking import clean_supplier
from budget.quotes.words import QuotesOperation as Op
from budget.quotes.words import SupplierDraft, SupplierList
from db.journal import record
from db.session import reading, unit_of_work
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import StaleEdit
from workspace.kernel.rights import Target, allowed, require


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
        row = store.add_supplier(session, group_of(actor), cleaned)
        record(session, actor, Op.CHANGE_SUPPLIER, kind="supplier", object_id=row.id, label=row.name)
        return row.id


def change_supplier(actor: Actor, supplier_id: UUID, draft: SupplierDraft) -> None:
    """Correct a supplier; raises as `add_supplier`, and StaleEdit when somebody saved first."""
    require(rules.POLICIES[Op.CHANGE_SUPPLIER], actor, Target(group_id=actor.group_id))
    cleaned = clean_supplier(draft)
    with unit_of_work() as session:
        row = queries.find_supplier(session, actor, supplier_id, lock=True)
        if row.version != draft.version:
            raise StaleEdit
        store.check_free_name(session, row.group_id, cleaned.name, but=row.id)
        store.write_supplier(row, cleaned)
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
