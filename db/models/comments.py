"""Comments beside live texts, who is mentioned in them, and what was decided of suggestions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, Index, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, values_of
from workspace.comments.words import Outcome


class CommentThread(Identified, Base):
    """A conversation about a passage of a text, or about the whole of it (`fragment` and `quote` are then empty).

    `runs` are the ids of the quoted characters in the document, as (client, clock, length): the document itself says
    where they are now. `before` and `after` find the same words again when they were moved; null when they cannot.
    """

    __tablename__ = "comment_thread"
    __table_args__ = (Index("ix_comment_thread_text_created", "text_id", "created_at"),)

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"))
    fragment: Mapped[str] = mapped_column(String(20), default="")
    runs: Mapped[list[Any]] = mapped_column(JSON)
    quote: Mapped[str] = mapped_column(LongText, default="")
    before: Mapped[str | None] = mapped_column(LongText)
    after: Mapped[str | None] = mapped_column(LongText)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class Comment(Identified, Base):
    """One message of a thread. A deleted one that was answered keeps its place without its words."""

    __tablename__ = "comment"
    __table_args__ = (
        Index("ix_comment_thread_at", "thread_id", "created_at"),
        Index("ix_comment_author_at", "created_by", "created_at"),
    )

    thread_id: Mapped[UUID] = mapped_column(ForeignKey("comment_thread.id", ondelete="CASCADE"))
    body: Mapped[str] = mapped_column(LongText)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class CommentMention(Base):
    """Somebody named in a comment; it awaits them until they have seen it."""

    __tablename__ = "comment_mention"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    seen_at: Mapped[datetime | None]


class SuggestionDecision(Base):
    """What was decided of a suggestion: whose words, which words, accepted or rejected, by whom."""

    __tablename__ = "suggestion_decision"

    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    suggestion_id: Mapped[UUID] = mapped_column(primary_key=True)
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    author_name: Mapped[str] = mapped_column(String(200), default="")
    added: Mapped[str] = mapped_column(LongText, default="")
    removed: Mapped[str] = mapped_column(LongText, default="")
    outcome: Mapped[Outcome] = mapped_column(Enum(Outcome, native_enum=False, length=20, values_callable=values_of))
    decided_at: Mapped[datetime]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
