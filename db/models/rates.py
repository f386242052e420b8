"""What a group's treasurer corrected in the dated table of rates. Never changed, but for being taken back."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from budget.rates.words import RateKind
from db.base import Base, Identified, values_of


class RateCorrection(Identified, Base):
    """A value from a day on, in hundredths of a percent or as a day of the month; `source` says where it stands."""

    __tablename__ = "rate_correction"
    __table_args__ = (CheckConstraint("value >= 0 AND value <= 10000", name="value"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    kind: Mapped[RateKind] = mapped_column(Enum(RateKind, native_enum=False, length=20, values_callable=values_of))
    value: Mapped[int]
    from_on: Mapped[date]
    source: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime]
    by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
