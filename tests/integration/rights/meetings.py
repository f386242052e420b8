"""The acts on meetings, for the matrix of rights: one held at each distance, with an action of the structure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from db.models import Meeting
from db.session import unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.livetext import store as text_store
from workspace.livetext.words import Block, Run
from workspace.meetings import service, store
from workspace.meetings.rules import attendance_stamp
from workspace.meetings.words import ActionDraft, AttendanceDraft, MeetingDraft, PaperFormat

EMPTY = attendance_stamp(())
DISTANCES = ("own", "other structure", "other group")


@dataclass(frozen=True, kw_only=True)
class Met:
    """A meeting that was held yesterday, and an action that one structure is to do."""

    meeting_id: UUID
    action_id: UUID


def make_met(chief: Actor, name: str, structure_id: UUID) -> Met:
    """The meeting of a distance, with words in its minutes."""
    meeting_id = service.create_meeting(chief, draft(f"Atelier {name}"))
    with unit_of_work() as session:
        row = session.get_one(Meeting, meeting_id)
        said = (Block("paragraph", runs=(Run("Dit."),)),)
        text_store.seed_text(session, row.text_id, None, {"agenda": said, "minutes": said})
        action = store.add_action(
            session, meeting_id, ActionDraft(what="Demander", structure_id=structure_id), created_by=None
        )
        return Met(meeting_id=meeting_id, action_id=action.id)


def draft(title: str, version: int = 0) -> MeetingDraft:
    """A meeting of yesterday."""
    return MeetingDraft(title=title, starts_at=utc_now() - timedelta(days=1), version=version)


def _close(thing: Any) -> None:
    """Before the act, without a journal line."""
    with unit_of_work() as session:
        row = store.hold_meeting(session, thing.meeting.meeting_id)
        assert row is not None
        store.close(session, row, closed_by=None, name="Atelier")


def _reopen(_world: Any, actor: Actor, thing: Any) -> None:
    _close(thing)
    service.reopen_minutes(actor, thing.meeting.meeting_id, "Un nom manque")


def _change_action(_world: Any, actor: Actor, thing: Any) -> None:
    met = thing.meeting
    service.keep_action(actor, met.meeting_id, ActionDraft(what="Autre", version=1), met.action_id)


DOINGS: dict[str, tuple[tuple[str, ...], tuple[Any, ...]]] = {
    "view_meetings": (
        DISTANCES,
        (lambda _w, a, t: (service.view_meeting(a, t.meeting.meeting_id), service.view_meetings(a)),),
    ),
    "create_meeting": (("group",), (lambda _w, a, _t: service.create_meeting(a, draft("Neuve")),)),
    "change_meeting": (
        DISTANCES,
        (lambda _w, a, t: service.change_meeting(a, t.meeting.meeting_id, draft("Autre", 1)),),
    ),
    "cancel_meeting": (
        DISTANCES,
        (
            lambda _w, a, t: service.cancel_meeting(a, t.meeting.meeting_id, cancelled=True),
            lambda _w, a, t: service.cancel_meeting(a, t.meeting.meeting_id, cancelled=False),
        ),
    ),
    "note_attendance": (
        DISTANCES,
        (
            lambda _w, a, t: service.note_attendance(
                a, t.meeting.meeting_id, AttendanceDraft(present=(t.person_id,), stamp=EMPTY)
            ),
        ),
    ),
    "keep_action": (
        DISTANCES,
        (
            lambda _w, a, t: service.keep_action(a, t.meeting.meeting_id, ActionDraft(what="Neuve")),
            _change_action,
            lambda _w, a, t: service.drop_action(a, t.meeting.action_id),
        ),
    ),
    "settle_action": (DISTANCES, (lambda _w, a, t: service.settle_action(a, t.meeting.action_id, done=True),)),
    "link_meeting_decisions": (
        DISTANCES,
        (lambda _w, a, t: service.link_decisions(a, t.meeting.meeting_id, [t.votes.proposal_id]),),
    ),
    "plan_next_meeting": (
        DISTANCES,
        (lambda _w, a, t: service.plan_next(a, t.meeting.meeting_id, utc_now() + timedelta(days=9), version=1),),
    ),
    "close_minutes": (DISTANCES, (lambda _w, a, t: service.close_minutes(a, t.meeting.meeting_id),)),
    "reopen_minutes": (DISTANCES, (_reopen,)),
    "export_meeting": (
        DISTANCES,
        (lambda _w, a, t: service.export_meeting(a, t.meeting.meeting_id, PaperFormat.DOCX),),
    ),
}
