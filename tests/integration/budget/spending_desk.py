"""A line to spend on and a supplier to pay, for the tests of invoices and payments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from budget.quotes.words import SupplierStatus
from budget.spending import invoices
from budget.spending.words import InvoiceDraft
from db.models import Supplier
from db.session import unit_of_work
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.fiches.world import World

DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Plain:
    """A line of 4,000 euros and a supplier, nothing committed."""

    world: World
    line_id: UUID
    supplier_id: UUID

    def draft(self, number: str, cents: int, **given: object) -> InvoiceDraft:
        """An invoice without VAT."""
        made = InvoiceDraft(
            supplier_id=self.supplier_id, line_id=self.line_id, number=number, issued_on=DAY, net_cents=cents,
            vat_cents=0, gross_cents=cents,
        )  # fmt: skip
        return replace(made, **given)  # type: ignore[arg-type]

    def approved(self, number: str, cents: int, **given: object) -> UUID:
        """An invoice entered by one and approved by another."""
        made = invoices.enter_invoice(self.world.people["treasurer"], self.draft(number, cents, **given))
        invoices.approve_invoice(self.world.people["facilitator"], made, 1)
        return made


def make_plain(world: World, *, year: int = 2026) -> Plain:
    """The two rows."""
    with unit_of_work() as session:
        line, supplier = add_envelope(session, world.group_id, year=year), add_supplier(session, world.group_id)
        return Plain(world, line.id, supplier.id)


def make_artist(plain: Plain, *, exempt: bool = True) -> None:
    """Turn the supplier into an artist-author."""
    with unit_of_work() as session:
        row = session.get_one(Supplier, plain.supplier_id)
        row.status, row.withholding_exempt = SupplierStatus.ARTIST_AUTHOR, exempt
