"""The review of fiches: rounds, who must approve, what each structure said of which words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Enum, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, values_of
from workspace.review.words import Decision, ReviewScope, RoundState


class ReviewRound(Identified, Base):
    """A fiche put before structures; the one that is not closed is the fiche's own. Reopening keeps its round."""

    __tablename__ = "review_round"

    fiche_id: Mapped[UUID] = mapped_column(ForeignKey("fiche.id", ondelete="CASCADE"), index=True)
    scope: Mapped[ReviewScope] = mapped_column(
        Enum(ReviewScope, native_enum=False, length=20, values_callable=values_of)
    )
    state: Mapped[RoundState] = mapped_column(
        Enum(RoundState, native_enum=False, length=20, values_callable=values_of)
    )
    note: Mapped[str] = mapped_column(String(300), default="")
    asked_at: Mapped[datetime]
    asked_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    approved_at: Mapped[datetime | None]
    reopened_at: Mapped[datetime | None]
    reopened_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(String(500), default="")


class ReviewNeed(Base):
    """A structure whose approval a round waits for."""

    __tablename__ = "review_need"

    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id", ondelete="CASCADE"), primary_key=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)


class ReviewVoice(Identified, Base):
    """What a structure said last in a round, and the words that it saw: number of the log, hash, and themselves."""

    __tablename__ = "review_voice"
    __table_args__ = (UniqueConstraint("round_id", "structure_id"),)

    round_id: Mapped[UUID] = mapped_column(ForeignKey("review_round.id", ondelete="CASCADE"))
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    decision: Mapped[Decision] = mapped_column(
        Enum(Decision, native_enum=False, length=20, values_callable=values_of)
    )
    reason: Mapped[str] = mapped_column(String(500), default="")
    seq: Mapped[int] = mapped_column(BigInteger)
    said_hash: Mapped[str] = mapped_column(String(64))
    seen: Mapped[dict[str, Any]] = mapped_column(JSON)
