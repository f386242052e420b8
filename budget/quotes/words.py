"""Words of quotes: how VAT is rounded on a document, and what an offer comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VatRounding(StrEnum):
    """Where a supplier rounds VAT; both are accepted in France, so the document says which."""

    LINE = "line"
    TOTAL = "total"


@dataclass(frozen=True)
class QuoteLine:
    """One line of a devis: its amount without VAT in cents, its rate in hundredths of a percent (2000 is 20 %)."""

    net_cents: int
    vat_bp: int


@dataclass(frozen=True)
class QuoteTotals:
    """Totals of a devis in cents: without VAT, the VAT, with it."""

    net_cents: int
    vat_cents: int

    @property
    def gross_cents(self) -> int:
        """With VAT, in cents."""
        return self.net_cents + self.vat_cents


class SupplierStatus(StrEnum):
    """How a supplier stands to VAT: liable, in franchise (CGI 293 B), or an artist-author."""

    LIABLE = "liable"
    FRANCHISE = "franchise"
    ARTIST_AUTHOR = "artist_author"
