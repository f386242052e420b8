"""Words of a request for quotes: what the group sends, each supplier's link, what a supplier drops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from budget.envelope.words import LineKind
from budget.quotes.words import SupplierView
from workspace.specification.words import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as typed. `copies`: the quantities asked for, as people write them: « 500, 1 000, 2 000 »."""

    title: str
    kind: LineKind
    copies: str = ""
    message: str = ""
    deadline: datetime
    supplier_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLink:
    """A supplier's link just made. Its token is told once."""

    invitation_id: UUID
    supplier: str
    email: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView:
    """Where a supplier stands: mailed, answered (`devis_id`), or its link taken back."""

    invitation_id: UUID
    supplier_id: UUID
    supplier: str
    email: str
    mailed_at: datetime | None
    devis_id: UUID | None
    is_revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request with its suppliers by name. `is_open`: its deadline is not past."""

    request_id: UUID
    title: str
    kind: LineKind
    copies: tuple[int, ...]
    message: str
    deadline: datetime
    version_name: str
    is_open: bool
    invitations: tuple[InvitationView, ...]

    @property
    def answered(self) -> int:
        """How many suppliers have answered."""
        return sum(one.devis_id is not None for one in self.invitations)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDesk:
    """What the page starts from. `version_name` empty: no cahier des charges is adopted, so nothing can be asked."""

    requests: tuple[RequestView, ...]
    suppliers: tuple[SupplierView, ...]
    version_name: str
    zone: str
    may_request: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPage:
    """What a supplier's page shows. `is_answered`: the offer was dropped, nothing more is taken.

    `vat_bp`: the rates it may choose, in hundredths of a percent, the usual one first.
    """

    invitation_id: UUID
    group_name: str
    supplier: str
    title: str
    kind: LineKind
    message: str
    copies: tuple[int, ...]
    deadline: datetime
    zone: str
    version: VersionView
    is_answered: bool
    vat_bp: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What came of an offer that was posted: errors by field (codes and their values), none when it is kept."""

    errors: Mapping[str, tuple[str, Mapping[str, str | int]]] = field(default_factory=dict)
