"""The cahier des charges: its living text, what justifies its clauses, its frozen versions and their voices."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, values_of
from workspace.specification.words import AdoptionRule, Stance


class Specification(Identified, Base):
    """A cahier des charges of a group; its words live in a text with one fragment a clause."""

    __tablename__ = "specification"
    __table_args__ = (UniqueConstraint("group_id", "title"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), unique=True)
    title: Mapped[str] = mapped_column(String(160))
    language: Mapped[str] = mapped_column(String(2))
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class SpecificationLink(Base):
    """What justifies a clause: the kind of object and its id. No foreign key: kinds of other rooms join later."""

    __tablename__ = "specification_link"

    specification_id: Mapped[UUID] = mapped_column(
        ForeignKey("specification.id", ondelete="CASCADE"), primary_key=True
    )
    clause: Mapped[str] = mapped_column(String(20), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    object_id: Mapped[UUID] = mapped_column(primary_key=True)


class SpecificationVersion(Identified, Base):
    """A frozen version. Its words never change; once adopted, triggers of the database refuse any update of it.

    `approvals` and `seal` are written by the adoption: who said what, and the SHA-256 of all that was adopted.
    """

    __tablename__ = "specification_version"
    __table_args__ = (UniqueConstraint("specification_id", "number"),)

    specification_id: Mapped[UUID] = mapped_column(ForeignKey("specification.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(160))
    language: Mapped[str] = mapped_column(String(2))
    clauses: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    said_hash: Mapped[str] = mapped_column(String(64))
    rule: Mapped[AdoptionRule] = mapped_column(
        Enum(AdoptionRule, native_enum=False, length=20, values_callable=values_of)
    )
    frozen_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    frozen_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    adopted_at: Mapped[datetime | None]
    adopted_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    approvals: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    seal: Mapped[str] = mapped_column(String(64), default="")


class SpecificationNeed(Base):
    """A structure whose voice a version waits for."""

    __tablename__ = "specification_need"

    version_id: Mapped[UUID] = mapped_column(
        ForeignKey("specification_version.id", ondelete="CASCADE"), primary_key=True
    )
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)


class SpecificationVoice(Identified, Base):
    """What a structure said last of a version: one voice each."""

    __tablename__ = "specification_voice"
    __table_args__ = (UniqueConstraint("version_id", "structure_id"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("specification_version.id", ondelete="CASCADE"))
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    stance: Mapped[Stance] = mapped_column(Enum(Stance, native_enum=False, length=20, values_callable=values_of))
    reason: Mapped[str] = mapped_column(String(500), default="")
