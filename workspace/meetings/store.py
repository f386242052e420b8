"""Session-first writes of meetings, for this room and for the example. No commit here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.models import Meeting, MeetingAction, MeetingAttendance, MeetingDecision
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.words import Block, TextKind
from workspace.meetings.words import ActionDraft, AttendanceDraft, MeetingDraft, Presence

Content = Mapping[str, Sequence[Block]]


def add_meeting(
    session: Session, *, group_id: UUID, draft: MeetingDraft, created_by: UUID | None, content: Content | None = None
) -> Meeting:
    """A new meeting, with the first words of its agenda and minutes when there are some."""
    text_id = text_store.create_text(session, group_id=group_id, kind=TextKind.MEETING)
    if content:
        text_store.seed_text(session, text_id, created_by, content)
    made = Meeting(
        group_id=group_id,
        text_id=text_id,
        title=draft.title,
        starts_at=draft.starts_at,
        place=draft.place,
        video=draft.video,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(made)
    session.flush()
    return made


def replace_attendance(
    session: Session, meeting_id: UUID, draft: AttendanceDraft, structures: Mapping[UUID, UUID]
) -> None:
    """Who took part; `structures` says for each person under which structure."""
    session.execute(delete(MeetingAttendance).where(MeetingAttendance.meeting_id == meeting_id))
    states = ((Presence.PRESENT, draft.present), (Presence.EXCUSED, draft.excused), (Presence.ABSENT, draft.absent))
    for presence, people in states:
        session.add_all(
            MeetingAttendance(
                meeting_id=meeting_id, person_id=one, structure_id=structures.get(one), presence=presence
            )
            for one in dict.fromkeys(people)
        )
    session.add_all(
        MeetingAttendance(
            meeting_id=meeting_id, presence=Presence.PRESENT, guest_name=guest.name, guest_role=guest.role
        )
        for guest in draft.guests
    )
    session.flush()


def add_action(
    session: Session,
    meeting_id: UUID,
    draft: ActionDraft,
    *,
    created_by: UUID | None,
    done_at: datetime | None = None,
) -> MeetingAction:
    """What somebody is asked to do."""
    made = MeetingAction(
        meeting_id=meeting_id,
        what=draft.what,
        person_id=draft.person_id,
        structure_id=draft.structure_id,
        due_on=draft.due_on,
        created_at=utc_now(),
        created_by=created_by,
        done_at=done_at,
    )
    session.add(made)
    session.flush()
    return made


def replace_decisions(session: Session, meeting_id: UUID, proposal_ids: Iterable[UUID]) -> None:
    """The proposals that the meeting spoke of."""
    session.execute(delete(MeetingDecision).where(MeetingDecision.meeting_id == meeting_id))
    session.add_all(MeetingDecision(meeting_id=meeting_id, proposal_id=one) for one in dict.fromkeys(proposal_ids))
    session.flush()


def close(session: Session, row: Meeting, *, closed_by: UUID | None, name: str) -> None:
    """Lock the words and keep them as a version of that name. Raises RuleBroken when they are closed already."""
    if row.closed_at is not None:
        raise RuleBroken("error-meeting-closed")
    text_store.set_lock(session, row.text_id, locked=True)
    seq, content = read_content(session, row.text_id)
    text_store.write_projection(session, row.text_id, seq, content)
    text_store.write_version(session, row.text_id, content, created_by=closed_by, name=name)
    row.closed_at, row.closed_by = utc_now(), closed_by
    session.flush()


def hold_meeting(session: Session, meeting_id: UUID) -> Meeting | None:
    """A meeting, kept for this transaction."""
    return session.scalar(select(Meeting).where(Meeting.id == meeting_id).with_for_update())
