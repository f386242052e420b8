"""Groups, their structures, the people in them, and the group's own lists."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned, values_of
from workspace.kernel.actor import Role
from workspace.outline.words import Organisation


class Group(Identified, Versioned, Base):
    """One co-production group on one territory. `languages` is a list like ["fr", "en"], first = main."""

    __tablename__ = "group"

    name: Mapped[str] = mapped_column(String(120))
    territory: Mapped[str] = mapped_column(String(120))
    purpose: Mapped[str] = mapped_column(Text, default="")
    languages: Mapped[list[str]] = mapped_column(JSON)
    zone: Mapped[str] = mapped_column(String(60), default="Europe/Paris")
    is_example: Mapped[bool] = mapped_column(default=False)
    organisation: Mapped[Organisation] = mapped_column(
        Enum(Organisation, native_enum=False, length=20, values_callable=values_of), default=Organisation.ETAPE
    )
    created_at: Mapped[datetime]


class Etape(Identified, Base):
    """A step of the project bearer's path, in the group's own order and words."""

    __tablename__ = "etape"
    __table_args__ = (UniqueConstraint("group_id", "name"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80), default="")
    summary: Mapped[str] = mapped_column(String(300), default="")


class Fonction(Identified, Base):
    """A kind of support that structures offer."""

    __tablename__ = "fonction"
    __table_args__ = (UniqueConstraint("group_id", "name"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80), default="")


class Structure(Identified, Versioned, Base):
    """A member organisation of a group. `sites` is a list of place names."""

    __tablename__ = "structure"
    __table_args__ = (UniqueConstraint("group_id", "name"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    legal_form: Mapped[str] = mapped_column(String(120), default="")
    since_year: Mapped[int | None]
    presentation: Mapped[str] = mapped_column(Text, default="")
    web: Mapped[str] = mapped_column(String(300), default="")
    sites: Mapped[list[str]] = mapped_column(JSON, default=list)
    is_host: Mapped[bool] = mapped_column(default=False)
    joined_on: Mapped[date | None]
    left_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class StructureEtape(Base):
    """A structure covers a step."""

    __tablename__ = "structure_etape"

    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)
    etape_id: Mapped[UUID] = mapped_column(ForeignKey("etape.id", ondelete="CASCADE"), primary_key=True)


class StructureFonction(Base):
    """A structure offers a kind of support."""

    __tablename__ = "structure_fonction"

    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)
    fonction_id: Mapped[UUID] = mapped_column(ForeignKey("fonction.id", ondelete="CASCADE"), primary_key=True)


class Member(Identified, Versioned, Base):
    """A person's place in a group through a structure. `seen_at` and `seen_before_at` serve Accueil."""

    __tablename__ = "member"
    __table_args__ = (UniqueConstraint("group_id", "person_id"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="RESTRICT"), index=True)
    role: Mapped[Role] = mapped_column(Enum(Role, native_enum=False, length=20, values_callable=values_of))
    title: Mapped[str] = mapped_column(String(120), default="")
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    seen_before_at: Mapped[datetime | None]


class Invitation(Identified, Base):
    """A single-use link to join a structure of a group. Only the hash of its token is kept."""

    __tablename__ = "invitation"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), default="")
    role: Mapped[Role] = mapped_column(Enum(Role, native_enum=False, length=20, values_callable=values_of))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]
