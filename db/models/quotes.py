"""Devis as suppliers wrote them, what the group says of each, and the requests that suppliers answer.

Amounts are whole cents; unit prices and quantities keep every decimal that the document has, as text, because SQLite
would turn a decimal column into a binary fraction. `copies` 0 stands for a price that depends on no quantity.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Enum, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from budget.envelope.words import LineKind
from budget.quotes.words import ClauseStanding, DevisState, PriceKind, VatRounding
from db.base import Base, Identified, Versioned, values_of


class QuoteRequest(Identified, Base):
    """What the group asks of several suppliers until a deadline, on one adopted version of its cahier des charges."""

    __tablename__ = "quote_request"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[UUID] = mapped_column(ForeignKey("specification_version.id", ondelete="CASCADE"))
    kind: Mapped[LineKind] = mapped_column(Enum(LineKind, native_enum=False, length=20, values_callable=values_of))
    title: Mapped[str] = mapped_column(String(160))
    message: Mapped[str] = mapped_column(String(2000), default="")
    copies: Mapped[str] = mapped_column(String(120), default="")
    deadline: Mapped[datetime]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class QuoteInvitation(Identified, Base):
    """One supplier's link to a request: only the hash of its token is kept. It opens nothing past the deadline.

    `file_count`: how many different files came through it, whether an offer followed or not.
    """

    __tablename__ = "quote_invitation"
    __table_args__ = (UniqueConstraint("request_id", "supplier_id"),)

    request_id: Mapped[UUID] = mapped_column(ForeignKey("quote_request.id", ondelete="CASCADE"))
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("supplier.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    mailed_at: Mapped[datetime | None]
    file_count: Mapped[int] = mapped_column(default=0, server_default="0")
    revoked_at: Mapped[datetime | None]


class Devis(Identified, Versioned, Base):
    """A supplier's priced offer. Selected: `copies` is the lot that was kept, `commitment_id` what it bound.

    `artist_bp`: what would be owed beside an artist-author's fee on the day it was made; the rates may change.
    """

    __tablename__ = "devis"
    __table_args__ = (UniqueConstraint("supplier_id", "number"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("supplier.id", ondelete="CASCADE"))
    invitation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("quote_invitation.id", ondelete="SET NULL"), unique=True
    )
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("budget_document.id", ondelete="SET NULL"))
    commitment_id: Mapped[UUID | None] = mapped_column(ForeignKey("commitment.id", ondelete="SET NULL"), unique=True)
    kind: Mapped[LineKind] = mapped_column(Enum(LineKind, native_enum=False, length=20, values_callable=values_of))
    label: Mapped[str] = mapped_column(String(160))
    number: Mapped[str] = mapped_column(String(60))
    issued_on: Mapped[date]
    valid_until: Mapped[date | None]
    rounding: Mapped[VatRounding] = mapped_column(
        Enum(VatRounding, native_enum=False, length=10, values_callable=values_of)
    )
    state: Mapped[DevisState] = mapped_column(
        Enum(DevisState, native_enum=False, length=20, values_callable=values_of)
    )
    artist_bp: Mapped[int] = mapped_column(default=110, server_default="110")
    note: Mapped[str] = mapped_column(String(2000), default="")
    reason: Mapped[str] = mapped_column(String(1000), default="")
    copies: Mapped[int | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class DevisLine(Identified, Base):
    """A line of a devis, as it stands there. An option counts when the group keeps it (`kept`)."""

    __tablename__ = "devis_line"
    __table_args__ = (CheckConstraint("copies >= 0 AND vat_bp >= 0", name="numbers"),)

    devis_id: Mapped[UUID] = mapped_column(ForeignKey("devis.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[PriceKind] = mapped_column(Enum(PriceKind, native_enum=False, length=20, values_callable=values_of))
    label: Mapped[str] = mapped_column(String(300))
    copies: Mapped[int] = mapped_column(default=0)
    quantity: Mapped[str] = mapped_column(String(20))
    unit_price: Mapped[str] = mapped_column(String(24))
    vat_bp: Mapped[int]
    kept: Mapped[bool] = mapped_column(default=False)


class DevisTotal(Base):
    """The totals that the document states for one of its lots, options left out; None where it states nothing."""

    __tablename__ = "devis_total"

    devis_id: Mapped[UUID] = mapped_column(ForeignKey("devis.id", ondelete="CASCADE"), primary_key=True)
    copies: Mapped[int] = mapped_column(primary_key=True)
    net_cents: Mapped[int | None] = mapped_column(BigInteger)
    vat_cents: Mapped[int | None] = mapped_column(BigInteger)
    gross_cents: Mapped[int | None] = mapped_column(BigInteger)


class DevisRight(Base):
    """A right that the author cedes: each needs its extent, destination, place and duration (CPI L131-3)."""

    __tablename__ = "devis_right"

    devis_id: Mapped[UUID] = mapped_column(ForeignKey("devis.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    extent: Mapped[str] = mapped_column(String(160), default="")
    destination: Mapped[str] = mapped_column(String(160), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    duration: Mapped[str] = mapped_column(String(80), default="")


class DevisClause(Base):
    """How a devis stands to one clause of the version it was read against."""

    __tablename__ = "devis_clause"

    devis_id: Mapped[UUID] = mapped_column(ForeignKey("devis.id", ondelete="CASCADE"), primary_key=True)
    clause: Mapped[str] = mapped_column(String(40), primary_key=True)
    version_id: Mapped[UUID] = mapped_column(ForeignKey("specification_version.id", ondelete="CASCADE"))
    standing: Mapped[ClauseStanding] = mapped_column(
        Enum(ClauseStanding, native_enum=False, length=20, values_callable=values_of)
    )
    note: Mapped[str] = mapped_column(String(300), default="")


class QuoteCriterion(Identified, Base):
    """What the group looks at when it compares devis of one kind, and how much it weighs."""

    __tablename__ = "quote_criterion"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    kind: Mapped[LineKind] = mapped_column(Enum(LineKind, native_enum=False, length=20, values_callable=values_of))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    weight: Mapped[int]


class DevisMark(Base):
    """The mark that a devis was given on a criterion, from 0 to 5, and why."""

    __tablename__ = "devis_mark"
    __table_args__ = (CheckConstraint("mark BETWEEN 0 AND 5", name="range"),)

    devis_id: Mapped[UUID] = mapped_column(ForeignKey("devis.id", ondelete="CASCADE"), primary_key=True)
    criterion_id: Mapped[UUID] = mapped_column(ForeignKey("quote_criterion.id", ondelete="CASCADE"), primary_key=True)
    mark: Mapped[int]
    note: Mapped[str] = mapped_column(String(300), default="")
