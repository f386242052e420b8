"""What calls and fees have in common: the receipt of money that came, the reminder of money that did not."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from budget.spending.words import PaymentMeans
from db.base import values_of


class Receipt:
    """Money that came, whole or in part. Cancelling it writes the reverse movement; the row stays."""

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    number: Mapped[str] = mapped_column(String(20))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    received_on: Mapped[date]
    means: Mapped[PaymentMeans] = mapped_column(
        Enum(PaymentMeans, native_enum=False, length=20, values_callable=values_of)
    )
    reference: Mapped[str] = mapped_column(String(140), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500), default="")


class Reminder:
    """By how many days after its due date (-15, -7, 0, 15) something was recalled: once each.

    A row is a claim until `sent_at`: whoever wrote it is sending mails, or died while it did.
    """

    days: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=1)
    at: Mapped[datetime]
    by_mail: Mapped[bool]
    sent_at: Mapped[datetime | None]
