"""Who took part in a meeting, who may be noted, which proposals it spoke of, what a date poll chose."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    Member,
    Outcome,
    Person,
    Proposal,
    ProposalOption,
    ProposalRound,
    Structure,
)
from workspace.decisions.rules import decides
from workspace.decisions.words import Method
from workspace.kernel.letters import folded
from workspace.meetings import rules
from workspace.meetings.words import Attendance, Attendant, DatePoll, Decided, Invited

SUBJECT = "meeting"  # what a proposal about a meeting begins with (`joining.py`)


def get_attendance(session: Session, meeting_id: UUID) -> Attendance:
    """Who took part, structure by structure; guests last."""
    rows = session.execute(
        select(MeetingAttendance, Person.name, Structure.name)
        .outerjoin(Person, Person.id == MeetingAttendance.person_id)
        .outerjoin(Structure, Structure.id == MeetingAttendance.structure_id)
        .where(MeetingAttendance.meeting_id == meeting_id)
    )
    people = [
        Attendant(
            name=person or row.guest_name,
            detail=(structure or "") if row.person_id else row.guest_role,
            presence=row.presence,
            person_id=row.person_id,
            structure_id=row.structure_id,
        )
        for row, person, structure in rows
    ]
    people.sort(key=lambda one: (one.person_id is None, folded(one.detail), folded(one.name)))
    return Attendance(
        people=tuple(people), structures=rules.count_structures(people), stamp=rules.attendance_stamp(people)
    )


def list_invited(session: Session, row: Meeting) -> tuple[Invited, ...]:
    """Whom the form can note: those in the group now, and those noted already, by structure then name."""
    found = session.execute(
        select(Person.id, Person.name, Structure.id, Structure.name)
        .join(Member, Member.person_id == Person.id)
        .join(Structure, Structure.id == Member.structure_id)
        .where(Member.group_id == row.group_id, Member.left_at.is_(None), Person.removed_at.is_(None))
    ).all()
    noted = session.execute(
        select(Person.id, Person.name, Structure.id, Structure.name)
        .join(MeetingAttendance, MeetingAttendance.person_id == Person.id)
        .join(Structure, Structure.id == MeetingAttendance.structure_id)
        .where(MeetingAttendance.meeting_id == row.id)
    ).all()
    # Who was noted keeps the structure of that day.
    known = {one[0]: one for one in (*found, *noted)}
    people = [Invited(person_id=a, name=b, structure_id=c, structure=d) for a, b, c, d in known.values()]
    return tuple(sorted(people, key=lambda one: (folded(one.structure), folded(one.name))))


def list_decisions(session: Session, row: Meeting) -> tuple[tuple[Decided, ...], tuple[Decided, ...]]:
    """(the proposals tied to the meeting, those that could be), each with what the register says of it."""
    tied = set(session.scalars(select(MeetingDecision.proposal_id).where(MeetingDecision.meeting_id == row.id)))
    tied |= set(
        session.scalars(
            select(Proposal.id).where(
                Proposal.about == f"{SUBJECT}:{row.id}",
                Proposal.method != Method.DATE_POLL,
                Proposal.withdrawn_at.is_(None),
            )
        )
    )
    rows = session.execute(
        select(Proposal.id, Proposal.title, Proposal.withdrawn_at, Outcome)
        .outerjoin(Outcome, (Outcome.proposal_id == Proposal.id) & (Outcome.round == Proposal.round))
        .where(Proposal.group_id == row.group_id)
        .order_by(Proposal.created_at.desc())
    ).all()
    all_of_them = [
        Decided(
            proposal_id=proposal_id,
            title=str(outcome.words["title"]) if outcome is not None else title,
            number=outcome.number if outcome is not None else None,
            verdict=outcome.verdict.value if outcome is not None else "",
            winner=outcome.winner if outcome is not None else "",
            is_advisory=outcome is not None and outcome.is_advisory,
        )
        for proposal_id, title, withdrawn_at, outcome in rows
        if withdrawn_at is None or proposal_id in tied
    ]
    return tuple(one for one in reversed(all_of_them) if one.proposal_id in tied), tuple(all_of_them)


def list_polls(session: Session, row: Meeting) -> tuple[DatePoll, ...]:
    """The votes on a date that were opened from this meeting, the latest first, with what each chose."""
    rows = session.execute(
        select(Proposal, Outcome)
        .outerjoin(Outcome, (Outcome.proposal_id == Proposal.id) & (Outcome.round == Proposal.round))
        .where(
            Proposal.group_id == row.group_id,
            Proposal.about == f"{SUBJECT}:{row.id}",
            Proposal.method == Method.DATE_POLL,
            Proposal.withdrawn_at.is_(None),
        )
        .order_by(Proposal.created_at.desc())
    ).all()
    return tuple(
        DatePoll(proposal_id=proposal.id, title=proposal.title, chosen_at=_chosen(session, proposal, outcome))
        for proposal, outcome in rows
    )


def _chosen(session: Session, proposal: Proposal, outcome: Outcome | None) -> datetime | None:
    """The date that a poll settled on; None while nothing is settled."""
    if outcome is None or not decides(outcome.verdict, is_advisory=outcome.is_advisory):
        return None
    current = session.get_one(ProposalRound, (proposal.id, proposal.round))
    of_round = {UUID(one) for one in current.option_ids}
    options = session.scalars(
        select(ProposalOption).where(ProposalOption.proposal_id == proposal.id, ProposalOption.name == outcome.winner)
    )
    return next((one.at for one in options if one.id in of_round), None)
