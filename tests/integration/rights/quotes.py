"""A supplier at a distance, and how each operation on suppliers and devis is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from budget.quotes import suppliers
from budget.quotes.words import SupplierDraft
from db.models import Supplier
from db.session import reading
from workspace.kernel.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Quotes:
    """Objects of the room of quotes."""

    supplier_id: UUID


def make_quotes(chief: Actor, name: str) -> Quotes:
    """By who keeps the accounts."""
    return Quotes(supplier_id=suppliers.add_supplier(chief, SupplierDraft(name=f"Imprimerie {name}")))


def change_supplier(actor: Actor, quotes: Quotes) -> None:
    """Correct one with the version that stands."""
    with reading() as session:
        row = session.get_one(Supplier, quotes.supplier_id)
        draft = SupplierDraft(name=row.name, version=row.version)
    suppliers.change_supplier(actor, quotes.supplier_id, replace(draft, address="1, rue Neuve"))
