"""Questionnaires: what is asked, to whom the links went, what was answered, what the group made of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned, values_of
from workspace.questionnaires.words import FormState, ItemKind, Source


class Questionnaire(Identified, Versioned, Base):
    """A list of questions with its notice. Once it was opened, neither questions nor notice change any more.

    `public_token` is the open link, meant to be printed and passed on. `last_number` never goes down, so that a
    number of an erased answer is not given again.
    """

    __tablename__ = "questionnaire"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    intro: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(2), default="fr")
    controller: Mapped[str] = mapped_column(String(200), default="")
    purpose: Mapped[str] = mapped_column(String(600), default="")
    contact: Mapped[str] = mapped_column(String(200), default="")
    is_anonymous: Mapped[bool] = mapped_column(default=True)
    state: Mapped[FormState] = mapped_column(
        Enum(FormState, native_enum=False, length=20, values_callable=values_of), default=FormState.DRAFT
    )
    closes_on: Mapped[date | None]
    erase_on: Mapped[date]
    public_token: Mapped[str | None] = mapped_column(String(64), unique=True)
    last_number: Mapped[int] = mapped_column(default=0)
    is_invented: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]


class QuestionnaireItem(Identified, Base):
    """A question, or the heading of a section. `choices` and `ends` (of a scale) are lists of texts."""

    __tablename__ = "questionnaire_item"

    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(Enum(ItemKind, native_enum=False, length=20, values_callable=values_of))
    text: Mapped[str] = mapped_column(String(300))
    help: Mapped[str] = mapped_column(String(300), default="")
    required: Mapped[bool] = mapped_column(default=False)
    choices: Mapped[list[str]] = mapped_column(JSON, default=list)
    ends: Mapped[list[str]] = mapped_column(JSON, default=list)
    steps: Mapped[int] = mapped_column(default=0)


class PersonalLink(Identified, Base):
    """A link that takes one answer. It says whether it served, never when, and only the hash of its token is kept."""

    __tablename__ = "personal_link"

    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(120))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    is_used: Mapped[bool] = mapped_column(default=False)
    revoked_at: Mapped[datetime | None]


class FormResponse(Identified, Base):
    """One filled-in questionnaire. No address, no browser; `link_id` stays empty where answers are anonymous.

    `notice_hash` and `answered_at` are the proof of consent (of the day only, where answers are anonymous).
    """

    __tablename__ = "form_response"
    __table_args__ = (UniqueConstraint("questionnaire_id", "number"),)

    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    source: Mapped[Source] = mapped_column(Enum(Source, native_enum=False, length=20, values_callable=values_of))
    answered_at: Mapped[datetime]
    notice_hash: Mapped[str] = mapped_column(String(64), default="")
    withdraw_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    link_id: Mapped[UUID | None] = mapped_column(ForeignKey("personal_link.id", ondelete="SET NULL"))
    entered_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class FormAnswer(Identified, Base):
    """What one respondent said to one question: a text, a place in the list of choices, or several."""

    __tablename__ = "form_answer"
    __table_args__ = (UniqueConstraint("response_id", "item_id"),)

    response_id: Mapped[UUID] = mapped_column(ForeignKey("form_response.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire_item.id", ondelete="CASCADE"), index=True)
    value: Mapped[Any] = mapped_column(JSON)


class AnswerTag(Base):
    """A word that the group put on an answer."""

    __tablename__ = "answer_tag"

    answer_id: Mapped[UUID] = mapped_column(ForeignKey("form_answer.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(40), primary_key=True)


class AnswerQuestion(Base):
    """An answer stands behind a question of the trame."""

    __tablename__ = "answer_question"

    answer_id: Mapped[UUID] = mapped_column(ForeignKey("form_answer.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[UUID] = mapped_column(
        ForeignKey("trame_question.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class FormStamp(Base):
    """The number of a form that was sent: the same form is never taken twice. Kept until the stamp is out of date."""

    __tablename__ = "form_stamp"

    nonce: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
