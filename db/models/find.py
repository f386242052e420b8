"""The index of all words, one row an object. Its full-text index is the store's own (see the migration)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, Index, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, values_of
from workspace.find.words import FindKind


class FindEntry(Base):
    """An object that can be found. The `folded_` columns are what is searched; `parts` what is shown.

    `scope` holds the group's id as one word, so that the full-text index itself keeps groups apart, the kind as
    another, and the words of the title, marked as such.
    """

    __tablename__ = "find_entry"
    __table_args__ = (
        UniqueConstraint("kind", "object_id"),
        Index("ix_find_entry_text_id", "text_id"),
        Index("ix_find_entry_group_kind", "group_id", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    kind: Mapped[FindKind] = mapped_column(Enum(FindKind, native_enum=False, length=20, values_callable=values_of))
    object_id: Mapped[UUID]
    text_id: Mapped[UUID | None] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(LongText)
    parts: Mapped[dict[str, str]] = mapped_column(JSON)
    scope: Mapped[str] = mapped_column(LongText)
    folded_title: Mapped[str] = mapped_column(LongText)
    folded_body: Mapped[str] = mapped_column(LongText)
