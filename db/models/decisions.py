"""Proposals, ballots, objections, procurations, outcomes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Identified, Versioned
from workspace.decisions.words import CandidateState, Kind, Method, ObjectionStatus, Verdict


def _named(enum: type[Any]) -> Enum:
    return Enum(enum, native_enum=False, length=24, values_callable=lambda one: [item.value for item in one])


def _of_round(table: str) -> ForeignKeyConstraint:
    """What belongs to a round goes with it."""
    return ForeignKeyConstraint(
        ["proposal_id", "round"],
        ["proposal_round.proposal_id", "proposal_round.number"],
        name=f"fk_{table}_round",
        ondelete="CASCADE",
    )


class Proposal(Identified, Versioned, Base):
    """Something to decide. `rule` and the options are frozen with the first ballot; words have versions."""

    __tablename__ = "proposal"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(160))
    context: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[Kind] = mapped_column(_named(Kind))
    method: Mapped[Method] = mapped_column(_named(Method))
    rule: Mapped[dict[str, Any]] = mapped_column(JSON)
    authors_shown: Mapped[bool] = mapped_column(default=False)
    about: Mapped[str] = mapped_column(String(80), default="")
    effect: Mapped[str] = mapped_column(String(40), default="")
    effect_data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    review_on: Mapped[date | None]
    round: Mapped[int] = mapped_column(default=1)
    text_version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    opened_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str] = mapped_column(Text, default="")


class ProposalOption(Identified, Base):
    """One of the things to choose from. `pictures` are ids of the group's pictures, in their order."""

    __tablename__ = "proposal_option"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text, default="")
    author: Mapped[str] = mapped_column(String(120), default="")
    pictures: Mapped[list[str]] = mapped_column(JSON, default=list)
    at: Mapped[datetime | None]


class ProposalText(Base):
    """A version of the words voted on: title, context and options, with their hash and what was corrected."""

    __tablename__ = "proposal_text"

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    note: Mapped[str] = mapped_column(String(300), default="")
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    sha256: Mapped[str] = mapped_column(String(64))


class ProposalRound(Base):
    """One vote on a proposal: from when to when, on which options, and its count once it is closed."""

    __tablename__ = "proposal_round"
    __table_args__ = (Index("ix_proposal_round_due", "closed_at", "closes_at"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    roll_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    option_ids: Mapped[list[str]] = mapped_column(JSON)
    tally: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    reminded_at: Mapped[datetime | None]


class ProposalVoter(Base):
    """A structure of the roll, as it was called when the vote opened."""

    __tablename__ = "proposal_voter"
    __table_args__ = (_of_round("proposal_voter"),)

    proposal_id: Mapped[UUID] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))


class Ballot(Identified, Base):
    """A structure's voice in a round. One row, whoever casts and however often; the last cast counts.

    `content` is emptied at the close of a secret vote: what was said goes to `SealedBallot`, without a name.
    """

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("proposal_id", "round", "structure_id"), _of_round("ballot"))

    proposal_id: Mapped[UUID]
    round: Mapped[int]
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    via_structure_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))
    cast_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cast_by_name: Mapped[str] = mapped_column(String(120))
    received_at: Mapped[datetime]
    casts: Mapped[int] = mapped_column(default=1)
    text_version: Mapped[int]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class SealedBallot(Identified, Base):
    """What one ballot of a secret vote said, and nothing about whose it was; rows are written in a shuffled order."""

    __tablename__ = "sealed_ballot"
    __table_args__ = (_of_round("sealed_ballot"), Index("ix_sealed_ballot_round", "proposal_id", "round"))

    proposal_id: Mapped[UUID]
    round: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class AdvisoryVoice(Identified, Base):
    """What an observer advises; never counted with the ballots."""

    __tablename__ = "advisory_voice"
    __table_args__ = (UniqueConstraint("proposal_id", "round", "person_id"), _of_round("advisory_voice"))

    proposal_id: Mapped[UUID]
    round: Mapped[int]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class Objection(Identified, Base):
    """A reasoned objection to a text submitted to consent, and how it ended."""

    __tablename__ = "objection"
    __table_args__ = (UniqueConstraint("proposal_id", "round", "structure_id"), _of_round("objection"))

    proposal_id: Mapped[UUID]
    round: Mapped[int]
    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    reason: Mapped[str] = mapped_column(Text)
    status: Mapped[ObjectionStatus] = mapped_column(_named(ObjectionStatus))
    text_version: Mapped[int]
    opened_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by_name: Mapped[str] = mapped_column(String(120), default="")
    lifted_by_version: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")


class ObjectionRemark(Identified, Base):
    """What somebody answered to an objection."""

    __tablename__ = "objection_remark"

    objection_id: Mapped[UUID] = mapped_column(ForeignKey("objection.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)


class Procuration(Identified, Base):
    """A voice given by one structure to another, for one proposal or for every vote until a day."""

    __tablename__ = "procuration"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    giver_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    holder_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"))
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"))
    until: Mapped[date | None]
    instruction: Mapped[str] = mapped_column(Text, default="")
    given_by_name: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Candidate(Identified, Base):
    """A structure that stands for the group: it has no voice and no member until a decision admits it."""

    __tablename__ = "candidate"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    legal_form: Mapped[str] = mapped_column(String(120), default="")
    presentation: Mapped[str] = mapped_column(Text, default="")
    motive: Mapped[str] = mapped_column(Text, default="")
    presented_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    presenter_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))
    presented_at: Mapped[datetime]
    state: Mapped[CandidateState] = mapped_column(_named(CandidateState), default=CandidateState.CANDIDATE)
    settled_at: Mapped[datetime | None]
    structure_id: Mapped[UUID | None] = mapped_column(ForeignKey("structure.id", ondelete="SET NULL"))


class Representative(Base):
    """Who casts for a structure: its titular and its substitute, as members."""

    __tablename__ = "representative"

    structure_id: Mapped[UUID] = mapped_column(ForeignKey("structure.id", ondelete="CASCADE"), primary_key=True)
    titular_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"))
    substitute_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"))


class Outcome(Identified, Base):
    """A line of the register of decisions: what was decided, on which words, by whom, by which count and rule."""

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        UniqueConstraint("proposal_id", "round"),
        _of_round("outcome"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    number: Mapped[int]
    proposal_id: Mapped[UUID]
    round: Mapped[int]
    decided_at: Mapped[datetime]
    verdict: Mapped[Verdict] = mapped_column(_named(Verdict))
    winner: Mapped[str] = mapped_column(String(120), default="")
    is_advisory: Mapped[bool]
    text_version: Mapped[int]
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    text_hash: Mapped[str] = mapped_column(String(64))
    rule: Mapped[dict[str, Any]] = mapped_column(JSON)
    roll: Mapped[list[Any]] = mapped_column(JSON)
    tally: Mapped[dict[str, Any]] = mapped_column(JSON)
    review_on: Mapped[date | None]
    effect: Mapped[str] = mapped_column(String(40), default="")
    effect_code: Mapped[str] = mapped_column(String(60), default="")
