"""What the page of invoices shows; it speaks with the words of the envelope and of the quotes too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budget.envelope.words import LineChoice
from budget.quotes.words import SupplierView
from budget.rates.words import RateTable
from budget.spending.words import CommitmentChoice, InvoiceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDesk:
    """The invoices of a group, and what its form offers. `today` in the group's zone."""

    invoices: tuple[InvoiceLine, ...]
    commitments: tuple[CommitmentChoice, ...]
    lines: tuple[LineChoice, ...]
    suppliers: tuple[SupplierView, ...]
    rates: RateTable
    may_enter: bool
    today: date
