"""The trame and the fiches."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned, values_of
from workspace.fiches.words import FicheKind, FicheStatus
from workspace.outline.words import QuestionState


class TrameQuestion(Identified, Versioned, Base):
    """A question of the outline that the presentation answers. Set aside or merged into another, it stays a row."""

    __tablename__ = "trame_question"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(300))
    text_en: Mapped[str] = mapped_column(String(300), default="")
    etape_id: Mapped[UUID | None] = mapped_column(ForeignKey("etape.id", ondelete="SET NULL"))
    state: Mapped[QuestionState] = mapped_column(
        Enum(QuestionState, native_enum=False, length=20, values_callable=values_of), default=QuestionState.KEPT
    )
    # Its own words before it took others in; empty when it has not.
    own_text: Mapped[str] = mapped_column(String(300), default="")
    own_text_en: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime]


class Fiche(Identified, Versioned, Base):
    """A sheet. Its words live in the text `text_id` (fragments level1, level2)."""

    __tablename__ = "fiche"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="RESTRICT"), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    accroche: Mapped[str] = mapped_column(String(240), default="")
    kind: Mapped[FicheKind] = mapped_column(Enum(FicheKind, native_enum=False, length=20, values_callable=values_of))
    status: Mapped[FicheStatus] = mapped_column(
        Enum(FicheStatus, native_enum=False, length=20, values_callable=values_of)
    )
    position: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    archived_at: Mapped[datetime | None]


class FicheWording(Identified, Base):
    """A title and an accroche that a fiche had, until somebody changed them; those of now are in the fiche."""

    __tablename__ = "fiche_wording"
    __table_args__ = (Index("ix_fiche_wording_fiche_ended", "fiche_id", "ended_at"),)

    fiche_id: Mapped[UUID] = mapped_column(ForeignKey("fiche.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(120))
    accroche: Mapped[str] = mapped_column(String(240))
    ended_at: Mapped[datetime]
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class FicheEtape(Base):
    """A fiche speaks of a step."""

    __tablename__ = "fiche_etape"

    fiche_id: Mapped[UUID] = mapped_column(ForeignKey("fiche.id", ondelete="CASCADE"), primary_key=True)
    etape_id: Mapped[UUID] = mapped_column(ForeignKey("etape.id", ondelete="CASCADE"), primary_key=True)


class FicheStructure(Base):
    """A fiche concerns a structure."""

    __tablename__ = "fiche_structure"

    fiche_id: Mapped[UUID] = mapped_column(ForeignKey("fiche.id", ondelete="CASCADE"), primary_key=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)


class FicheQuestion(Base):
    """A fiche answers a question of the trame."""

    __tablename__ = "fiche_question"

    fiche_id: Mapped[UUID] = mapped_column(ForeignKey("fiche.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[UUID] = mapped_column(ForeignKey("trame_question.id", ondelete="CASCADE"), primary_key=True)


class Picture(Identified, Base):
    """An image of a group: re-encoded, without metadata, in the file `<id>.<kind>` of the pictures folder."""

    __tablename__ = "picture"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(30))
    width: Mapped[int]
    height: Mapped[int]
    byte_count: Mapped[int]
    credit: Mapped[str] = mapped_column(String(200), default="")
    licence: Mapped[str] = mapped_column(String(40), default="")
    source: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
