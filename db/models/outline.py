"""The trame at work: how its questions descend from one another, and the trames that members propose."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned, values_of
from workspace.outline.words import Descent


class TrameDescent(Base):
    """A question took another in (merged), or was parted from another (split)."""

    __tablename__ = "trame_descent"

    question_id: Mapped[UUID] = mapped_column(ForeignKey("trame_question.id", ondelete="CASCADE"), primary_key=True)
    from_id: Mapped[UUID] = mapped_column(
        ForeignKey("trame_question.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    kind: Mapped[Descent] = mapped_column(Enum(Descent, native_enum=False, length=20, values_callable=values_of))


class TrameVariant(Identified, Versioned, Base):
    """Another trame, proposed by a member. `started_with`: how many questions the trame in use kept that day."""

    __tablename__ = "trame_variant"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    reason: Mapped[str] = mapped_column(String(500), default="")
    started_with: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    structure_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))
    adopted_at: Mapped[datetime | None]


class TrameVariantLine(Identified, Versioned, Base):
    """A question of a proposed trame."""

    __tablename__ = "trame_variant_line"

    variant_id: Mapped[UUID] = mapped_column(ForeignKey("trame_variant.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(300))
    text_en: Mapped[str] = mapped_column(String(300), default="")
    etape_id: Mapped[UUID | None] = mapped_column(ForeignKey("etape.id", ondelete="SET NULL"))
    is_aside: Mapped[bool] = mapped_column(default=False)


class TrameVariantSource(Base):
    """A question of a proposed trame comes from a question of the trame in use; `position` 0 is its own."""

    __tablename__ = "trame_variant_source"

    line_id: Mapped[UUID] = mapped_column(ForeignKey("trame_variant_line.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[UUID] = mapped_column(
        ForeignKey("trame_question.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]
