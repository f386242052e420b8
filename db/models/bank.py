"""Bank statements that were read, their rows, and what each row was found to be. Amounts are whole cents."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Enum, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from budget.bank.words import MatchKind
from db.base import Base, Identified, values_of


class BankStatement(Identified, Base):
    """A statement read from a file that is kept; a file is read once. Balances None where its form has none."""

    __tablename__ = "bank_statement"
    __table_args__ = (UniqueConstraint("group_id", "document_id"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    document_id: Mapped[UUID] = mapped_column(ForeignKey("budget_document.id", ondelete="CASCADE"))
    account: Mapped[str] = mapped_column(String(60), default="")
    opening_cents: Mapped[int | None] = mapped_column(BigInteger)
    closing_cents: Mapped[int | None] = mapped_column(BigInteger)
    read_at: Mapped[datetime]
    read_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class BankRow(Identified, Base):
    """A movement of the account, negative when money left. `key` is the same in every file of one form.

    Two forms (CSV, then OFX) word one movement differently: that it may be known is told by its day and its amount.
    """

    __tablename__ = "bank_row"
    __table_args__ = (UniqueConstraint("group_id", "key"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    statement_id: Mapped[UUID] = mapped_column(ForeignKey("bank_statement.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    day: Mapped[date]
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    label: Mapped[str] = mapped_column(String(300))
    reference: Mapped[str] = mapped_column(String(140), default="")
    key: Mapped[str] = mapped_column(String(64))


class BankMatch(Base):
    """What a row, or a part of it, was confirmed to be. What it pays is the key: nothing is confirmed by two rows.

    `made`: the payment or the receipt was entered from the row, and goes with the match when that is undone.
    """

    __tablename__ = "bank_match"

    kind: Mapped[MatchKind] = mapped_column(
        Enum(MatchKind, native_enum=False, length=20, values_callable=values_of), primary_key=True
    )
    object_id: Mapped[UUID] = mapped_column(primary_key=True)
    row_id: Mapped[UUID] = mapped_column(ForeignKey("bank_row.id", ondelete="CASCADE"), index=True)
    made: Mapped[bool] = mapped_column(default=False, server_default=false())
    at: Mapped[datetime]
    by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class BankColumns(Base):
    """The columns that a person confirmed for the CSV of a bank, by the SHA-256 of its heads."""

    __tablename__ = "bank_columns"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True)
    signature: Mapped[str] = mapped_column(String(64), primary_key=True)
    columns: Mapped[dict[str, Any]] = mapped_column(JSON)
