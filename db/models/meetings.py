"""Meetings: when and where, who took part, what is to be done, which decisions; the words live in a text."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned, values_of
from workspace.meetings.words import Presence


class Meeting(Identified, Versioned, Base):
    """A meeting of a group. Agenda and minutes are the two fragments of the text `text_id`, locked once closed.

    `next_at`: the date that was agreed for the one after, whether or not that one is prepared.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_group_starts", "group_id", "starts_at"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(200), default="")
    video: Mapped[str] = mapped_column(String(500), default="")
    next_at: Mapped[datetime | None]
    next_place: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancelled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reopened_at: Mapped[datetime | None]
    reopened_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reopen_reason: Mapped[str] = mapped_column(String(300), default="")


class MeetingAttendance(Identified, Base):
    """Somebody who took part or was awaited: a person under the structure of that day, or a guest by name."""

    __tablename__ = "meeting_attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))
    presence: Mapped[Presence] = mapped_column(
        Enum(Presence, native_enum=False, length=20, values_callable=values_of)
    )
    guest_name: Mapped[str] = mapped_column(String(80), default="")
    guest_role: Mapped[str] = mapped_column(String(80), default="")


class MeetingAction(Identified, Versioned, Base):
    """What a meeting asked somebody to do: a person, a structure, or (neither) the whole group."""

    __tablename__ = "meeting_action"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(300))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    structure_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))
    due_on: Mapped[date | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class MeetingDecision(Base):
    """A proposal that a meeting spoke of, decided or not."""

    __tablename__ = "meeting_decision"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"), primary_key=True)
