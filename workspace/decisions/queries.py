"""Reads of decisions: rolls, ballots, procurations. The views of pages are in `desk.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.models import (
    Ballot,
    Member,
    Objection,
    Outcome,
    Person,
    Picture,
    Proposal,
    ProposalOption,
    ProposalRound,
    ProposalVoter,
    Representative,
    SealedBallot,
    Structure,
)
from workspace.decisions import rules
from workspace.decisions.packing import content_of
from workspace.decisions.words import Content, ObjectionStatus, Reminder, Rule, Stance
from workspace.fiches.queries import get_zone
from workspace.fiches.words import Choice
from workspace.kernel.actor import Role
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import folded

SETTLED = (ObjectionStatus.LIFTED, ObjectionStatus.WITHDRAWN)


def find_proposal(session: Session, group_id: UUID | None, proposal_id: UUID) -> tuple[Proposal, ProposalRound]:
    """A group's proposal and its current round. Raises NotFound, for another group's as for none."""
    proposal = session.get(Proposal, proposal_id)
    if proposal is None or proposal.group_id != group_id:
        raise NotFound
    return proposal, session.get_one(ProposalRound, (proposal.id, proposal.round))


def list_due(session: Session, now: datetime, group_id: UUID | None) -> list[UUID]:
    """Proposals whose current round has opened without its roll, or passed its close without being counted."""
    query = (
        select(Proposal.id)
        .join(ProposalRound, (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round))
        .where(
            Proposal.withdrawn_at.is_(None),
            ProposalRound.closed_at.is_(None),
            or_(
                ProposalRound.closes_at <= now,
                ProposalRound.roll_at.is_(None) & (ProposalRound.opens_at <= now),
            ),
        )
        .order_by(ProposalRound.closes_at)
    )
    if group_id is not None:
        query = query.where(Proposal.group_id == group_id)
    return list(session.scalars(query))


def list_entitled(session: Session, group_id: UUID, rule: Rule, at: datetime) -> list[Choice]:
    """Structures that could vote at an instant: in the group then, and among the chosen ones when some are."""
    query = select(Structure.id, Structure.name).where(
        Structure.group_id == group_id,
        Structure.created_at <= at,
        or_(Structure.left_at.is_(None), Structure.left_at > at),
    )
    if rule.voters:
        query = query.where(Structure.id.in_(rule.voters))
    return [Choice(choice_id=row.id, name=row.name) for row in session.execute(query)]


def list_options(session: Session, proposal_id: UUID) -> list[ProposalOption]:
    """Every option of a proposal, in the order in which they were typed."""
    return list(
        session.scalars(
            select(ProposalOption).where(ProposalOption.proposal_id == proposal_id).order_by(ProposalOption.position)
        )
    )


def words_of(session: Session, proposal: Proposal) -> dict[str, Any]:
    """The text voted: what the hash of an outcome is computed from."""
    return {
        "title": proposal.title,
        "context": proposal.context,
        "options": [
            {
                "id": str(row.id),
                "name": row.name,
                "text": row.text,
                "pictures": list(row.pictures),
                "at": row.at.isoformat() if row.at else "",
            }
            for row in list_options(session, proposal.id)
        ],
    }


def count_roll(session: Session, proposal_id: UUID, number: int) -> int:
    """How many structures are on a round's roll."""
    query = select(func.count()).select_from(ProposalVoter).where(*_round(ProposalVoter, proposal_id, number))
    return session.scalar(query) or 0


def _by_name(one: Choice) -> str:
    return folded(one.name)


def list_roll(session: Session, proposal_id: UUID, number: int) -> list[Choice]:
    """A round's roll, by name."""
    rows = session.execute(
        select(ProposalVoter.structure_id, ProposalVoter.name).where(*_round(ProposalVoter, proposal_id, number))
    )
    # Sorted here and not by the database: É stands beside e.
    return sorted((Choice(choice_id=row.structure_id, name=row.name) for row in rows), key=_by_name)


def list_roll_names(session: Session, proposal_id: UUID, number: int) -> list[dict[str, str]]:
    """A round's roll as the register keeps it: who was entitled, who took part, through whom."""
    ballots = {row.structure_id: row for row in list_ballots(session, proposal_id, number)}
    roll = list_roll(session, proposal_id, number)
    names = {one.choice_id: one.name for one in roll}
    lines = []
    for one in roll:
        row = ballots.get(one.choice_id)
        via = row.via_structure_id if row is not None else None
        lines.append(
            {
                "structure": one.name,
                "cast_by": row.cast_by_name if row is not None else "",
                "via": _named(session, names, via),
            }
        )
    return lines


def _named(session: Session, names: Mapping[UUID, str], structure_id: UUID | None) -> str:
    """A structure as the roll called it, or as it is called now when it holds a voice from outside the roll."""
    if structure_id is None:
        return ""
    row = session.get(Structure, structure_id) if structure_id not in names else None
    return names.get(structure_id, row.name if row is not None else "")


def _round(table: Any, proposal_id: UUID, number: int) -> tuple[ColumnElement[bool], ...]:
    return (table.proposal_id == proposal_id, table.round == number)


def find_ballot(session: Session, proposal_id: UUID, number: int, structure_id: UUID) -> Ballot | None:
    """A structure's ballot in a round."""
    return session.scalar(
        select(Ballot).where(*_round(Ballot, proposal_id, number), Ballot.structure_id == structure_id)
    )


def list_ballots(session: Session, proposal_id: UUID, number: int) -> list[Ballot]:
    """A round's ballots, one a structure, in no order that means anything."""
    return list(
        session.scalars(select(Ballot).where(*_round(Ballot, proposal_id, number)).order_by(Ballot.structure_id))
    )


def list_contents(session: Session, proposal: Proposal, number: int, ballots: Sequence[Ballot]) -> list[Content]:
    """What the ballots of a round say, ready to count: sealed ones once a secret vote is closed.

    An objection that its structure saw lifted, or took back, counts as none.
    """
    said = list_said(session, proposal, number, ballots)
    sealed = session.scalars(
        select(SealedBallot.content).where(*_round(SealedBallot, proposal.id, number)).order_by(SealedBallot.id)
    )
    return [content for _, content in said] + [content_of(one) for one in sealed]


def list_said(
    session: Session, proposal: Proposal, number: int, ballots: Sequence[Ballot]
) -> list[tuple[UUID, Content]]:
    """(structure, what it says in the end) of the named ballots of a round."""
    said = [(row.structure_id, content_of(row.content)) for row in ballots if row.content is not None]
    quiet = set(
        session.scalars(
            select(Objection.structure_id).where(
                *_round(Objection, proposal.id, number), Objection.status.in_(SETTLED)
            )
        )
    )
    objects = Stance.OBJECTION.value
    calm = Content(choice=Stance.NO_OBJECTION.value)
    return [(one, calm if one in quiet and content.choice == objects else content) for one, content in said]


def seat(session: Session, structure_id: UUID) -> tuple[UUID | None, UUID | None]:
    """(titular, substitute) of a structure, as members still there who may vote; (None, None) while none is named."""
    row = session.get(Representative, structure_id)
    if row is None:
        return None, None
    there = set(
        session.scalars(
            select(Member.id).where(
                Member.id.in_([one for one in (row.titular_id, row.substitute_id) if one]),
                Member.structure_id == structure_id,
                Member.left_at.is_(None),
                Member.role != Role.OBSERVER,
            )
        )
    )
    return tuple(one if one in there else None for one in (row.titular_id, row.substitute_id))  # type: ignore[return-value]


def list_seat_people(session: Session, structure_id: UUID) -> list[tuple[UUID, str]]:
    """(member, name) of those who may cast for a structure: everybody of it but observers."""
    rows = session.execute(
        select(Member.id, Person.name)
        .join(Person, Person.id == Member.person_id)
        .where(Member.structure_id == structure_id, Member.left_at.is_(None), Member.role != Role.OBSERVER)
        .order_by(Person.name)
    )
    return [(row.id, row.name) for row in rows]


def list_to_remind(session: Session, proposal: Proposal, number: int) -> list[tuple[str, str, str]]:
    """(address, language, name) of those who may cast for a structure of the roll that has no ballot yet."""
    silent = {one.choice_id for one in list_roll(session, proposal.id, number)}
    silent -= {row.structure_id for row in list_ballots(session, proposal.id, number)}
    found: list[tuple[str, str, str]] = []
    for structure_id in silent:
        named = {one for one in seat(session, structure_id) if one}
        rows = session.execute(
            select(Member.id, Person.email, Person.locale, Person.name)
            .join(Person, Person.id == Member.person_id)
            .where(
                Member.structure_id == structure_id,
                Member.left_at.is_(None),
                Member.role != Role.OBSERVER,
                Person.email.is_not(None),
            )
            .order_by(Person.name)
        )
        found += [(str(row.email), row.locale, row.name) for row in rows if not named or row.id in named]
    return found


def check_pictures(session: Session, group_id: UUID, pictures: set[UUID]) -> None:
    """Raise NotFound when one of the pictures is not the group's."""
    known = set(session.scalars(select(Picture.id).where(Picture.group_id == group_id, Picture.id.in_(pictures))))
    if pictures - known:
        raise NotFound


def list_decided(session: Session, group_id: UUID) -> list[tuple[UUID, int, str]]:
    """(proposal, number in the register, title voted) of what the group has decided, the latest first.

    Advisory results are left out; of several rounds, the one that decided.
    """
    rows = session.scalars(
        select(Outcome)
        .where(Outcome.group_id == group_id, Outcome.is_advisory.is_(False))
        .order_by(Outcome.number.desc())
    )
    return [
        (row.proposal_id, row.number, str(row.words["title"]))
        for row in rows
        if rules.decides(row.verdict, is_advisory=row.is_advisory)
    ]


def get_reminder(session: Session, proposal: Proposal, current: ProposalRound) -> Reminder:
    """Whom to write to about a vote, and what to say of it."""
    return Reminder(
        proposal_id=proposal.id,
        title=proposal.title,
        closes_at=current.closes_at,
        zone=get_zone(session, proposal.group_id),
        people=tuple(list_to_remind(session, proposal, current.number)),
    )


def list_to_recall(session: Session, now: datetime, until: datetime) -> list[UUID]:
    """Proposals that are open, close before `until`, and were never recalled."""
    return list(
        session.scalars(
            select(Proposal.id)
            .join(
                ProposalRound, (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round)
            )
            .where(
                Proposal.withdrawn_at.is_(None),
                ProposalRound.closed_at.is_(None),
                ProposalRound.reminded_at.is_(None),
                ProposalRound.opens_at <= now,
                ProposalRound.closes_at > now,
                ProposalRound.closes_at <= until,
            )
        )
    )
