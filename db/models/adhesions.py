"""Membership of structures in the host association, and their fees: two facts. Amounts are whole cents."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Enum, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from budget.adhesions.words import FeeKind
from db.base import Base, Identified, Versioned, values_of
from db.models.received import Receipt, Reminder


class FeeRule(Identified, Versioned, Base):
    """What a membership costs and how long it lasts. `first_month` begins the association's year."""

    __tablename__ = "fee_rule"
    __table_args__ = (
        UniqueConstraint("group_id", "label"),
        CheckConstraint("amount_cents >= 0", name="amount"),
        CheckConstraint("first_month BETWEEN 1 AND 12 AND months BETWEEN 1 AND 36", name="period"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    label: Mapped[str] = mapped_column(String(120))
    kind: Mapped[FeeKind] = mapped_column(Enum(FeeKind, native_enum=False, length=20, values_callable=values_of))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    first_month: Mapped[int]
    months: Mapped[int]
    archived_at: Mapped[datetime | None]


class Membership(Identified, Base):
    """A structure is a member from one day to another, both included. Paid or not is another fact: `Fee`."""

    __tablename__ = "membership"
    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="period"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), index=True)
    rule_id: Mapped[UUID] = mapped_column(ForeignKey("fee_rule.id", ondelete="CASCADE"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500), default="")


class Fee(Identified, Base):
    """What a membership costs, under the rule of its day; zero when the group asks for nothing."""

    __tablename__ = "fee"
    __table_args__ = (CheckConstraint("due_cents >= 0", name="due"),)

    membership_id: Mapped[UUID] = mapped_column(ForeignKey("membership.id", ondelete="CASCADE"), unique=True)
    due_cents: Mapped[int] = mapped_column(BigInteger)
    due_on: Mapped[date]


class FeeReceipt(Receipt, Identified, Base):
    """Money that came for a fee."""

    __tablename__ = "fee_receipt"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        CheckConstraint("amount_cents > 0", name="amount"),
    )

    fee_id: Mapped[UUID] = mapped_column(ForeignKey("fee.id", ondelete="CASCADE"), index=True)


class FeeReminder(Reminder, Base):
    """A reminder of a fee."""

    __tablename__ = "fee_reminder"

    fee_id: Mapped[UUID] = mapped_column(ForeignKey("fee.id", ondelete="CASCADE"), primary_key=True)
