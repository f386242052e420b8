"""Words of quotes: suppliers, how VAT is rounded on a document, and what an offer comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class QuotesOperation(StrEnum):
    """What can be done with suppliers and their devis; the journal's word for it."""

    VIEW = "view_quotes"
    CHANGE_SUPPLIER = "change_supplier"
    ENTER = "enter_devis"
    SORT = "sort_devis"
    JUDGE = "judge_devis"
    WEIGH = "choose_criteria"
    SELECT = "select_devis"
    REQUEST = "request_quotes"
    DROP = "drop_offer"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierDraft:
    """A supplier as typed. `version` is the one the form showed.

    `withholding_exempt`: an artist-author who showed the dispense from contributions withheld at source.
    """

    name: str
    status: SupplierStatus = SupplierStatus.LIABLE
    withholding_exempt: bool = False
    siret: str = ""
    vat_number: str = ""
    iban: str = field(default="", repr=False)
    email: str = ""
    address: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierView:
    """A supplier as the actor may see it: account, mail and address only for who keeps the accounts.

    An artist's address is a home.
    """

    supplier_id: UUID
    draft: SupplierDraft
    is_archived: bool
    invented: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.draft.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierList:
    """The suppliers of a group by name, those that are archived last, and whether the actor may change them."""

    suppliers: tuple[SupplierView, ...]
    may_change: bool


class DevisState(StrEnum):
    """Where a devis stands. It is expired when its validity ends before the group has chosen."""

    RECEIVED = "received"
    SHORTLISTED = "shortlisted"
    SELECTED = "selected"
    REFUSED = "refused"
    EXPIRED = "expired"


class PriceKind(StrEnum):
    """What a line pays for; an option counts when the group keeps it."""

    WORK = "work"
    OPTION = "option"
    DELIVERY = "delivery"
    RIGHTS = "rights"


class ClauseStanding(StrEnum):
    """How a devis answers a clause: it covers it, lacks it, or brings more than was asked."""

    COVERED = "covered"
    MISSING = "missing"
    EXTRA = "extra"
