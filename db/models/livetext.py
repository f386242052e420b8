"""Live texts: the append-only log, its snapshots, the readable projection, the versions, who is there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Enum, ForeignKey, Index, LargeBinary, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, values_of
from workspace.livetext.words import TextKind, VersionKind


class Text(Identified, Base):
    """A text that many people edit live. `seq` is the last committed number of its log."""

    __tablename__ = "text"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    kind: Mapped[TextKind] = mapped_column(Enum(TextKind, native_enum=False, length=20, values_callable=values_of))
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime | None]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    locked_at: Mapped[datetime | None]


class TextUpdate(Base):
    """One committed batch of a person's edits. Never changed; archived rows are covered by a snapshot."""

    __tablename__ = "text_update"
    __table_args__ = (Index("ix_text_update_text_at", "text_id", "at"),)

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class TextSnapshot(Base):
    """The whole document at `seq`, taken from the living document itself: one lineage."""

    __tablename__ = "text_snapshot"

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    state: Mapped[bytes] = mapped_column(LargeBinary)
    text_hash: Mapped[str] = mapped_column(String(64))


class TextHistory(Base):
    """Archived log: a run of updates from `first_seq` to `last_seq`, packed; kept for the timeline with authors."""

    __tablename__ = "text_history"

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    first_seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    last_seq: Mapped[int] = mapped_column(BigInteger)
    packed: Mapped[bytes] = mapped_column(LargeBinary)


class TextProjection(Base):
    """What a fragment says at `seq`, readable without the document: block tree, plain text, counts."""

    __tablename__ = "text_projection"

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    fragment: Mapped[str] = mapped_column(String(20), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    blocks: Mapped[list[Any]] = mapped_column(JSON)
    plain: Mapped[str] = mapped_column(LongText)
    words: Mapped[int]


class TextVersion(Identified, Base):
    """A moment of a text worth finding again: automatic after a quiet period, or named by somebody."""

    __tablename__ = "text_version"
    __table_args__ = (Index("ix_text_version_text_seq", "text_id", "seq"),)

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[VersionKind] = mapped_column(
        Enum(VersionKind, native_enum=False, length=20, values_callable=values_of)
    )
    name: Mapped[str] = mapped_column(String(120), default="")
    at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    authors: Mapped[list[str]] = mapped_column(JSON)
    blocks: Mapped[dict[str, Any]] = mapped_column(JSON)
    words: Mapped[int]


class TextPresence(Base):
    """Who is in a text, seen lately by which process; rows older than a minute mean nothing."""

    __tablename__ = "text_presence"

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    process: Mapped[str] = mapped_column(String(40), primary_key=True)
    seen_at: Mapped[datetime]
    typed_at: Mapped[datetime | None]
