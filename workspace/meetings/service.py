"""Use cases of meetings. Nothing of a meeting changes once its minutes are closed, but an action that gets done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from db.journal import record
from db.models import Meeting
from db.session import after_commit, reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.handout import Handout
from workspace.kernel.rights import Target, require
from workspace.livetext import hub
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.queries import get_projection
from workspace.meetings import queries, rules, store
from workspace.meetings import reading as rooms
from workspace.meetings.words import (
    MINUTES,
    ActionDraft,
    AttendanceDraft,
    GuestDraft,
    MeetingDraft,
    MeetingsView,
    MeetingView,
    PaperFormat,
    Stage,
)
from workspace.meetings.words import MeetingsOperation as Op
from workspace.members.rules import clean_web


def view_meetings(actor: Actor) -> MeetingsView:
    """The group's meetings, the date of the next one, and what is still to do."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_meetings(session, actor)


def view_meeting(actor: Actor, meeting_id: UUID) -> MeetingView:
    """One meeting. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_meeting(session, actor, meeting_id)


def create_meeting(actor: Actor, draft: MeetingDraft) -> UUID:
    """Prepare a meeting; one of the past may be entered, for its minutes. Raises `error-empty`, `error-web`."""
    require(rules.POLICIES[Op.CREATE], actor, Target(group_id=actor.group_id))
    cleaned = _clean(draft)
    with unit_of_work() as session:
        row = store.add_meeting(session, group_id=group_of(actor), draft=cleaned, created_by=actor.person_id)
        record(session, actor, Op.CREATE, kind="meeting", object_id=row.id, label=row.title)
        return row.id


def change_meeting(actor: Actor, meeting_id: UUID, draft: MeetingDraft) -> None:
    """Title, day and hour, place. Raises StaleEdit, `error-meeting-closed`, `error-meeting-next`."""
    cleaned = _clean(draft)
    with unit_of_work() as session:
        row = _open(session, actor, Op.CHANGE, meeting_id)
        if row.version != draft.version:
            raise StaleEdit
        rules.check_next(cleaned.starts_at, row.next_at)
        row.title, row.starts_at = cleaned.title, cleaned.starts_at
        row.place, row.video = cleaned.place, cleaned.video
        row.version += 1
        record(session, actor, Op.CHANGE, kind="meeting", object_id=row.id, label=row.title)


def cancel_meeting(actor: Actor, meeting_id: UUID, *, cancelled: bool) -> None:
    """Call a meeting off, or hold it after all; its words stay. Raises `error-meeting-closed`."""
    with unit_of_work() as session:
        row = _own(session, actor, Op.CANCEL, meeting_id)
        rules.check_open(row.closed_at, None)
        row.cancelled_at = utc_now() if cancelled else None
        row.version += 1
        record(session, actor, Op.CANCEL, kind="meeting", object_id=row.id, label=row.title, cancelled=int(cancelled))


def note_attendance(actor: Actor, meeting_id: UUID, draft: AttendanceDraft) -> None:
    """Who took part, all of it again.

    Raises NotFound for a person who is not the group's, StaleEdit, `error-meeting-twice`, `error-meeting-closed`,
    `error-empty` for a guest without a name.
    """
    guests = tuple(_clean_guest(one) for one in draft.guests)
    with unit_of_work() as session:
        row = _open(session, actor, Op.ATTEND, meeting_id)
        if rooms.get_attendance(session, row.id).stamp != draft.stamp:
            raise StaleEdit
        invited = {one.person_id: one for one in rooms.list_invited(session, row)}
        if not {*draft.present, *draft.excused, *draft.absent} <= set(invited):
            raise NotFound
        rules.check_attendance(draft, {key: one.name for key, one in invited.items()})
        structures = {key: one.structure_id for key, one in invited.items()}
        store.replace_attendance(session, row.id, replace(draft, guests=guests), structures)
        record(
            session, actor, Op.ATTEND, kind="meeting", object_id=row.id, label=row.title,
            present=len(set(draft.present)) + len(guests),
        )  # fmt: skip


def keep_action(actor: Actor, meeting_id: UUID, draft: ActionDraft, action_id: UUID | None = None) -> UUID:
    """Write down what somebody is to do, or change it. Raises NotFound, StaleEdit, `error-meeting-closed`."""
    what = clean_line(draft.what, maximum=rules.WHAT_LENGTH, field="action")
    with unit_of_work() as session:
        row = _open(session, actor, Op.ACT, meeting_id)
        person_id, structure_id = draft.person_id, None if draft.person_id else draft.structure_id
        queries.check_person(session, row, person_id, structure_id)
        cleaned = ActionDraft(what=what, person_id=person_id, structure_id=structure_id, due_on=draft.due_on)
        if action_id is None:
            if len(queries.get_meeting(session, actor, row.id).actions) >= rules.ACTIONS_MAXIMUM:
                raise RuleBroken("error-too-many", field="actions", maximum=rules.ACTIONS_MAXIMUM)
            action = store.add_action(session, row.id, cleaned, created_by=actor.person_id)
        else:
            action, _ = queries.find_action(session, actor, action_id)
            if action.meeting_id != row.id:
                raise NotFound
            if action.version != draft.version:
                raise StaleEdit
            action.what, action.due_on = what, draft.due_on
            action.person_id, action.structure_id = person_id, structure_id
            action.version += 1
        record(session, actor, Op.ACT, kind="meeting", object_id=row.id, label=row.title, action=what)
        return action.id


def drop_action(actor: Actor, action_id: UUID) -> None:
    """Take back an action that was written by mistake; the journal keeps its words."""
    require(rules.POLICIES[Op.ACT], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        action, row = queries.find_action(session, actor, action_id)
        rules.check_open(row.closed_at, row.cancelled_at)
        record(session, actor, Op.ACT, kind="meeting", object_id=row.id, label=row.title, dropped=action.what)
        session.delete(action)


def settle_action(actor: Actor, action_id: UUID, *, done: bool) -> None:
    """Say that an action is done, or is not after all; also once the minutes are closed.

    For whom it names, person or structure; for everybody who writes when it is the whole group's; for the
    facilitator always. Said twice it is said once.
    """
    with unit_of_work() as session:
        action, row = queries.find_action(session, actor, action_id)
        if action.person_id is None and action.structure_id is None:
            require(rules.POLICIES[Op.ACT], actor, Target(group_id=row.group_id))
        else:
            target = rules.action_target(row.group_id, action.person_id, action.structure_id)
            require(rules.POLICIES[Op.SETTLE], actor, target)
        if done != (action.done_at is not None):
            action.done_at, action.done_by = (utc_now(), actor.person_id) if done else (None, None)
            action.version += 1
        record(session, actor, Op.SETTLE, kind="meeting", object_id=row.id, label=action.what[:200], done=int(done))


def link_decisions(actor: Actor, meeting_id: UUID, proposal_ids: Sequence[UUID]) -> None:
    """Which proposals the meeting spoke of. Raises NotFound for one that is not the group's, `error-too-many`."""
    with unit_of_work() as session:
        row = _open(session, actor, Op.LINK, meeting_id)
        _, choices = rooms.list_decisions(session, row)
        if not set(proposal_ids) <= {one.proposal_id for one in choices}:
            raise NotFound
        if len(set(proposal_ids)) > rules.LINKS_MAXIMUM:
            raise RuleBroken("error-too-many", field="decisions", maximum=rules.LINKS_MAXIMUM)
        store.replace_decisions(session, row.id, proposal_ids)
        record(
            session, actor, Op.LINK, kind="meeting", object_id=row.id, label=row.title,
            decisions=len(set(proposal_ids)),
        )  # fmt: skip


def plan_next(actor: Actor, meeting_id: UUID, next_at: datetime | None, place: str = "", *, version: int) -> None:
    """Agree on the next date, or take it back (None). Raises StaleEdit, `error-meeting-next` when it is before."""
    cleaned = clean_line(place, maximum=rules.PLACE_LENGTH, required=False, field="place")
    with unit_of_work() as session:
        row = _open(session, actor, Op.PLAN, meeting_id)
        if row.version != version:
            raise StaleEdit
        rules.check_next(row.starts_at, next_at)
        row.next_at, row.next_place = next_at, cleaned if next_at else ""
        row.version += 1
        record(session, actor, Op.PLAN, kind="meeting", object_id=row.id, label=row.title)


def close_minutes(actor: Actor, meeting_id: UUID) -> None:
    """Lock the words of a meeting for good: what was acknowledged is in them, nothing comes after.

    Raises RuleBroken `error-meeting-closed` (somebody was faster), `error-meeting-ahead`, `error-meeting-cancelled`,
    `error-meeting-no-minutes`.
    """
    require(rules.POLICIES[Op.CLOSE], actor, Target(group_id=actor.group_id))
    with reading() as session:
        text_id = queries.find_meeting(session, actor, meeting_id).text_id
    with hub.held(text_id), unit_of_work() as session:
        row = queries.find_meeting(session, actor, meeting_id, lock=True)
        text_store.lock_row(session, text_id)
        _, content = read_content(session, text_id)
        rules.check_closing(queries.stage_of(row), content[MINUTES])
        day = local(row.starts_at, get_zone(session, row.group_id)).date()
        store.close(session, row, closed_by=actor.person_id, name=f"{row.title} {day.isoformat()}"[:120])
        row.version += 1
        record(session, actor, Op.CLOSE, kind="meeting", object_id=row.id, label=row.title)


def reopen_minutes(actor: Actor, meeting_id: UUID, reason: str) -> None:
    """Write in closed minutes again; the reason is kept and shown. Raises `error-meeting-not-closed`."""
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = _own(session, actor, Op.REOPEN, meeting_id)
        if queries.stage_of(row) is not Stage.CLOSED:
            raise RuleBroken("error-meeting-not-closed")
        row.closed_at, row.closed_by = None, None
        row.reopened_at, row.reopened_by, row.reopen_reason = utc_now(), actor.person_id, cleaned
        row.version += 1
        text_store.set_lock(session, row.text_id, locked=False)
        text_id = row.text_id
        after_commit(session, lambda: hub.revalidate(text_id))
        record(session, actor, Op.REOPEN, kind="meeting", object_id=row.id, label=row.title, reason=cleaned)


def export_meeting(actor: Actor, meeting_id: UUID, target: PaperFormat) -> Handout:
    """Agenda, attendance, minutes, decisions and actions as a file, in the actor's language. Raises NotFound."""
    from workspace.meetings.writers import write  # the typesetter is loaded by whom it serves only

    require(rules.POLICIES[Op.EXPORT], actor, Target(group_id=actor.group_id))
    with reading() as session:
        view = queries.get_meeting(session, actor, meeting_id)
        said = get_projection(session, view.text_id)
    content = {name: one.blocks for name, one in said.items()}
    return write(view, content, target, language=actor.locale, group=actor.group_name)


def _clean(draft: MeetingDraft) -> MeetingDraft:
    rules.check_when(draft.starts_at, utc_now())
    return replace(
        draft,
        title=clean_line(draft.title, maximum=rules.TITLE_LENGTH, field="meeting-title"),
        place=clean_line(draft.place, maximum=rules.PLACE_LENGTH, required=False, field="place"),
        video=clean_web(draft.video),
    )


def _clean_guest(guest: GuestDraft) -> GuestDraft:
    return GuestDraft(
        name=clean_line(guest.name, maximum=rules.NAME_LENGTH, field="guests"),
        role=clean_line(guest.role, maximum=rules.NAME_LENGTH, required=False, field="guests"),
    )


def _own(session: Session, actor: Actor, op: Op, meeting_id: UUID) -> Meeting:
    """The meeting, kept for this transaction, once the right is checked."""
    require(rules.POLICIES[op], actor, Target(group_id=actor.group_id))
    return queries.find_meeting(session, actor, meeting_id, lock=True)


def _open(session: Session, actor: Actor, op: Op, meeting_id: UUID) -> Meeting:
    """The same, while it may change."""
    row = _own(session, actor, op, meeting_id)
    rules.check_open(row.closed_at, row.cancelled_at)
    return row
