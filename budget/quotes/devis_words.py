"""Words of a devis: as it is typed, as it is kept, what its lots cost, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from budget.envelope.words import LineKind
from budget.quotes.words import (
    DevisState,
    PriceKind,
    QuoteTotals,
    SupplierStatus,
    SupplierView,
    VatRounding,
)
from budget.rates.words import RateTable


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """A line as a person typed it, every cell still text."""

    kind: str = PriceKind.WORK
    label: str = ""
    copies: str = ""
    quantity: str = ""
    unit_price: str = ""
    rate: str = ""
    kept: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in it."""
        return not any(one.strip() for one in (self.label, self.copies, self.quantity, self.unit_price))


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """A line as it is kept: `unit_price` in euros with all its decimals, `copies` 0 for any quantity."""

    kind: PriceKind
    label: str
    copies: int
    quantity: Decimal
    unit_price: Decimal
    vat_bp: int
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTotal:
    """The totals that a document states for a lot, as typed; `copies` empty when the price depends on none."""

    copies: str = ""
    net: str = ""
    vat: str = ""
    gross: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal:
    """The totals of a lot as the document states them, in cents; None where it states nothing."""

    copies: int
    net_cents: int | None = None
    vat_cents: int | None = None
    gross_cents: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CededRight:
    """A right that the author cedes, with what the law asks beside it (CPI L131-3)."""

    name: str
    extent: str = ""
    destination: str = ""
    place: str = ""
    duration: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether its extent, destination, place and duration are all said."""
        return all((self.extent, self.destination, self.place, self.duration))


@dataclass(frozen=True, slots=True, kw_only=True)
class DevisDraft:
    """A devis as typed. `version` is the one the form showed; `document_id` the file it was read from.

    `invitation_id`: the request that it answers, whichever way it came.
    """

    supplier_id: UUID
    kind: LineKind
    label: str
    number: str
    issued_on: date
    valid_until: date | None = None
    rounding: VatRounding = VatRounding.TOTAL
    lines: tuple[TypedLine, ...]
    stated: tuple[TypedTotal, ...] = ()
    rights: tuple[CededRight, ...] = ()
    note: str = ""
    document_id: UUID | None = None
    invitation_id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LotCost:
    """What a lot really costs the group, in cents.

    `base` and `options` (those kept) with their VAT, which it does not recover; `artist_cents` what is owed beside.
    """

    copies: int
    base: QuoteTotals
    options: QuoteTotals
    artist_cents: int

    @property
    def total_cents(self) -> int:
        """All of it."""
        return self.base.gross_cents + self.options.gross_cents + self.artist_cents

    @property
    def per_copy(self) -> Decimal | None:
        """Euros for one copy, unrounded; None when the price depends on no quantity."""
        return Decimal(self.total_cents) / 100 / self.copies if self.copies else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inversion:
    """Two lots of which the larger costs less in all."""

    copies: int
    total_cents: int
    cheaper_copies: int
    cheaper_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LotChoice:
    """What a devis offers for a wanted quantity: the lot to order, and the smaller one that would not be enough.

    `order` None: no lot is large enough. Prices are never drawn between two lots: a printer sells lots.
    """

    wanted: int
    order: int | None
    below: int | None

    @property
    def is_exact(self) -> bool:
        """Whether the devis has that very lot, or a price that depends on no quantity."""
        return self.order in {0, self.wanted}


@dataclass(frozen=True, slots=True, kw_only=True)
class LotView:
    """A lot: its cost, and the difference between the stated totals and ours, in cents (None: not stated)."""

    cost: LotCost
    stated: StatedTotal
    net_off: int | None
    vat_off: int | None
    gross_off: int | None

    @property
    def is_off(self) -> bool:
        """Whether a stated total is not ours to the cent."""
        return any((self.net_off, self.vat_off, self.gross_off))


@dataclass(frozen=True, slots=True, kw_only=True)
class DevisAbilities:
    """What the actor may do now; the service enforces the same."""

    may_change: bool
    may_sort: bool
    may_select: bool
    may_read_file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DevisView:
    """A devis, priced. `copies` is the lot that was selected; `document_name` empty without a file."""

    devis_id: UUID
    supplier_id: UUID
    supplier: str
    status: SupplierStatus
    invented: bool
    kind: LineKind
    label: str
    number: str
    issued_on: date
    valid_until: date | None
    rounding: VatRounding
    state: DevisState
    lines: tuple[PricedLine, ...]
    lots: tuple[LotView, ...]
    artist_bp: int
    rights: tuple[CededRight, ...]
    note: str
    reason: str
    copies: int | None
    commitment_id: UUID | None
    document_id: UUID | None
    document_name: str
    invitation_id: UUID | None
    came_by_link: bool
    version: int
    abilities: DevisAbilities

    @property
    def costs(self) -> tuple[LotCost, ...]:
        """What each lot costs, the smallest first."""
        return tuple(lot.cost for lot in self.lots)

    @property
    def is_open(self) -> bool:
        """Whether the group can still choose it."""
        return self.state in {DevisState.RECEIVED, DevisState.SHORTLISTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One supplier that was asked in a request; `devis_id` its answer, None while there is none."""

    invitation_id: UUID
    supplier: str
    title: str
    devis_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DevisDesk:
    """What the page starts from: the devis, the latest first, the suppliers, who was asked for one.

    `may_enter`: whether the actor may enter one. `rates`: what forms propose and work out.
    """

    devis_list: tuple[DevisView, ...]
    asked: tuple[Asked, ...]
    suppliers: tuple[SupplierView, ...]
    rates: RateTable
    may_enter: bool
