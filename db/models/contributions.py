"""What the structures bring: keys, pledges, calls and receipts, each its own fact; and what is in kind, beside.

Amounts are whole cents, hours are whole minutes.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Enum, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from budget.contributions.words import Basis, InKindKind, InKindState, KeyKind
from db.base import Base, Identified, Versioned, values_of
from db.models.received import Receipt, Reminder


class FundingKey(Identified, Versioned, Base):
    """How the group shares an amount. `basis_id` names what the amount was read from.

    `envelope_id` is the envelope it brings money to, set when the key is kept; None when the group had none then.
    """

    __tablename__ = "funding_key"
    __table_args__ = (
        UniqueConstraint("group_id", "title"),
        CheckConstraint("amount_cents > 0", name="amount"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(160))
    basis: Mapped[Basis] = mapped_column(Enum(Basis, native_enum=False, length=20, values_callable=values_of))
    basis_id: Mapped[UUID | None]
    envelope_id: Mapped[UUID | None] = mapped_column(ForeignKey("envelope.id", ondelete="SET NULL"), index=True)
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[KeyKind] = mapped_column(Enum(KeyKind, native_enum=False, length=20, values_callable=values_of))
    due_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(1000), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class FundingShare(Base):
    """A structure's line in a key: what it weighs, an amount set for it or none, and the share that comes of it."""

    __tablename__ = "funding_share"

    key_id: Mapped[UUID] = mapped_column(ForeignKey("funding_key.id", ondelete="CASCADE"), primary_key=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)
    weight: Mapped[int]
    fixed_cents: Mapped[int | None] = mapped_column(BigInteger)
    share_cents: Mapped[int] = mapped_column(BigInteger)


class Pledge(Identified, Versioned, Base):
    """What a structure says it will give under a key; one each. A withdrawn one stays readable."""

    __tablename__ = "pledge"
    __table_args__ = (
        UniqueConstraint("key_id", "structure_id"),
        CheckConstraint("amount_cents > 0", name="amount"),
    )

    key_id: Mapped[UUID] = mapped_column(ForeignKey("funding_key.id", ondelete="CASCADE"))
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), index=True)
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(String(500), default="")
    pledged_at: Mapped[datetime]
    pledged_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]


class ContributionPayee(Versioned, Base):
    """The account that contributions are paid to. The IBAN's key was checked before it was written."""

    __tablename__ = "contribution_payee"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True)
    holder: Mapped[str] = mapped_column(String(70))
    iban: Mapped[str] = mapped_column(String(34))
    bic: Mapped[str] = mapped_column(String(11), default="")
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class ContributionCall(Identified, Base):
    """Asking a structure for what it pledged. It keeps the account as it stood that day; a cancelled one stays."""

    __tablename__ = "contribution_call"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        CheckConstraint("amount_cents > 0", name="amount"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    pledge_id: Mapped[UUID] = mapped_column(ForeignKey("pledge.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = mapped_column(String(20))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    issued_on: Mapped[date]
    due_on: Mapped[date]
    holder: Mapped[str] = mapped_column(String(70))
    iban: Mapped[str] = mapped_column(String(34))
    bic: Mapped[str] = mapped_column(String(11), default="")
    message: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500), default="")


class CallReminder(Reminder, Base):
    """A reminder of a call."""

    __tablename__ = "call_reminder"

    call_id: Mapped[UUID] = mapped_column(ForeignKey("contribution_call.id", ondelete="CASCADE"), primary_key=True)


class ContributionReceipt(Receipt, Identified, Base):
    """Money that came for a pledge."""

    __tablename__ = "contribution_receipt"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        CheckConstraint("amount_cents > 0", name="amount"),
    )

    pledge_id: Mapped[UUID] = mapped_column(ForeignKey("pledge.id", ondelete="CASCADE"), index=True)


class InKindMethod(Identified, Base):
    """How the group values what is in kind, from a day on; what was valued before keeps the method of its day."""

    __tablename__ = "in_kind_method"
    __table_args__ = (UniqueConstraint("group_id", "from_on"), CheckConstraint("hourly_cents > 0", name="hourly"))

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    hourly_cents: Mapped[int] = mapped_column(BigInteger)
    from_on: Mapped[date]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class InKind(Identified, Base):
    """What a structure brought without money: hours or a gift, its value, the method, and who validated it."""

    __tablename__ = "in_kind"
    __table_args__ = (CheckConstraint("value_cents > 0 AND minutes >= 0", name="value"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    method_id: Mapped[UUID] = mapped_column(ForeignKey("in_kind_method.id", ondelete="CASCADE"))
    kind: Mapped[InKindKind] = mapped_column(
        Enum(InKindKind, native_enum=False, length=20, values_callable=values_of)
    )
    task: Mapped[str] = mapped_column(String(200))
    who: Mapped[str] = mapped_column(String(120))
    day: Mapped[date]
    minutes: Mapped[int] = mapped_column(default=0)
    value_cents: Mapped[int] = mapped_column(BigInteger)
    valued_by: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[InKindState] = mapped_column(
        Enum(InKindState, native_enum=False, length=20, values_callable=values_of)
    )
    declared_at: Mapped[datetime]
    declared_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(String(500), default="")
