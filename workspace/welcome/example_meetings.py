"""Writing the example's meetings, in the transaction that installs the example."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Meeting, Member, Proposal
from examples.loader import EXAMPLE
from examples.meetings import Meeting as ExampleMeeting
from examples.meetings import read_meetings
from workspace.kernel.clock import local, utc_now
from workspace.livetext.words import Block, Run
from workspace.meetings import store
from workspace.meetings.reading import SUBJECT
from workspace.meetings.words import ActionDraft, AttendanceDraft, MeetingDraft
from workspace.welcome.example_parts import Place

NOON = time(12)


def install(session: Session, place: Place) -> None:
    """Every meeting of the example; its file says what is invented."""
    for one in read_meetings(EXAMPLE, tuple(place.people), tuple(place.structures)):
        _install(session, place, one)


def _install(session: Session, place: Place, one: ExampleMeeting) -> None:
    zone, people = place.zone, place.people
    today = local(utc_now(), zone).date()
    row = store.add_meeting(
        session,
        group_id=place.group_id,
        draft=MeetingDraft(
            title=one.title,
            starts_at=_at(one.day or today + timedelta(days=one.in_days), time(one.hour), zone),
            place=one.place,
        ),
        created_by=people[one.prepared_by],
        content={"agenda": _blocks(one.agenda), "minutes": _blocks(one.minutes)},
    )
    if one.next_day is not None:
        row.next_at, row.next_place = _at(one.next_day, time(one.next_hour), zone), one.next_place
    homes = {
        member.person_id: member.structure_id
        for member in session.scalars(select(Member).where(Member.group_id == place.group_id))
    }
    present = tuple(people[key] for key in one.present)
    if present:
        store.replace_attendance(session, row.id, AttendanceDraft(present=present), homes)
    for action in one.actions:
        due = today + timedelta(days=action.due_in_days) if action.due_in_days else action.due
        store.add_action(
            session,
            row.id,
            ActionDraft(
                what=action.what,
                person_id=people.get(action.person),
                structure_id=place.structures.get(action.structure),
                due_on=due,
            ),
            created_by=people[one.prepared_by],
            done_at=_at(action.done, NOON, zone) if action.done else None,
        )
    _decisions(session, row, one)
    if one.closed_by:
        store.close(session, row, closed_by=people[one.closed_by], name=one.title)


def _decisions(session: Session, row: Meeting, one: ExampleMeeting) -> None:
    """The proposals that the meeting is tied to, by their titles."""
    rows = session.scalars(select(Proposal).where(Proposal.group_id == row.group_id))
    by_title = {proposal.title: proposal for proposal in rows}
    store.replace_decisions(session, row.id, [by_title[title].id for title in one.decisions])
    if one.poll:
        by_title[one.poll].about = f"{SUBJECT}:{row.id}"


def _at(day: date, hour: time, zone: str) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(zone))


def _blocks(entries: Sequence[Any]) -> list[Block]:
    """Paragraphs from strings, titles from {heading}, lists from {items}; one empty paragraph from nothing."""
    made = []
    for entry in entries:
        if isinstance(entry, str):
            made.append(_paragraph(entry))
        elif "heading" in entry:
            made.append(Block("heading", {"level": 2}, runs=(Run(entry["heading"]),)))
        else:
            items = (Block("listItem", children=(_paragraph(one),)) for one in entry["items"])
            made.append(Block("bulletList", children=tuple(items)))
    return made or [Block("paragraph")]


def _paragraph(words: str) -> Block:
    return Block("paragraph", runs=(Run(words),))
