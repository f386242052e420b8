"""Points in time that a group named."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified


class GroupMoment(Identified, Base):
    """A point in time with a name, such as a meeting: what changed since then can be asked of all fiches."""

    __tablename__ = "group_moment"
    __table_args__ = (UniqueConstraint("group_id", "name"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
