"""The journal's table."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class JournalEntry(Base):
    """Who did what to which object, when. Holds no foreign key: the line outlives what it speaks of."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index("ix_journal_entry_group_at", "group_id", "at"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    at: Mapped[datetime]
    group_id: Mapped[UUID | None]
    person_id: Mapped[UUID | None]
    structure_id: Mapped[UUID | None]
    operation: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(30))
    object_id: Mapped[UUID | None] = mapped_column(index=True)
    label: Mapped[str] = mapped_column(String(200))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
