"""Reads of meetings: `session` first, frozen values out. Who took part and what is decided: `reading.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Meeting, MeetingAction, MeetingAttendance, Structure
from workspace.accounts.queries import names_of
from workspace.fiches.queries import get_zone, group_of, list_fiches, list_structures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.meetings import reading, rules
from workspace.meetings.words import (
    ActionView,
    Announced,
    MeetingDraft,
    MeetingLine,
    MeetingsView,
    MeetingView,
    Presence,
    Stage,
)
from workspace.meetings.words import MeetingsOperation as Op

STILL_TO_DO = 200


def find_meeting(session: Session, actor: Actor, meeting_id: UUID, *, lock: bool = False) -> Meeting:
    """A meeting of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Meeting).where(Meeting.id == meeting_id, Meeting.group_id == actor.group_id)
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None:
        raise NotFound
    return row


def find_action(session: Session, actor: Actor, action_id: UUID) -> tuple[MeetingAction, Meeting]:
    """An action of the actor's group, kept for this transaction, with its meeting. Raises NotFound."""
    query = select(MeetingAction).where(MeetingAction.id == action_id).with_for_update()
    action = session.scalar(query)
    if action is None:
        raise NotFound
    return action, find_meeting(session, actor, action.meeting_id)


def stage_of(row: Meeting) -> Stage:
    """Where a meeting stands now."""
    return rules.stage_of(row.starts_at, row.closed_at, row.cancelled_at, utc_now())


def get_meetings(session: Session, actor: Actor) -> MeetingsView:
    """All meetings of the group."""
    group_id = group_of(actor)
    rows = session.scalars(
        select(Meeting).where(Meeting.group_id == group_id).order_by(Meeting.starts_at, Meeting.created_at)
    ).all()
    lines = _lines(session, rows)
    return MeetingsView(
        ahead=tuple(one for one in lines if one.stage is Stage.AHEAD),
        held=tuple(reversed([one for one in lines if one.stage is not Stage.AHEAD])),
        announced=find_next(session, group_id),
        open_actions=list_open(session, actor),
        zone=get_zone(session, group_id),
        may_create=allowed(rules.POLICIES[Op.CREATE], actor, Target(group_id=group_id)),
    )


def _lines(session: Session, rows: Sequence[Meeting]) -> list[MeetingLine]:
    """Meetings as lines, with two counts for all of them at once."""
    ids = [row.id for row in rows]
    present = session.execute(
        select(MeetingAttendance.meeting_id, func.count(func.distinct(MeetingAttendance.structure_id)))
        .where(MeetingAttendance.meeting_id.in_(ids), MeetingAttendance.presence == Presence.PRESENT)
        .group_by(MeetingAttendance.meeting_id)
    )
    to_do = session.execute(
        select(MeetingAction.meeting_id, func.count())
        .where(MeetingAction.meeting_id.in_(ids), MeetingAction.done_at.is_(None))
        .group_by(MeetingAction.meeting_id)
    )
    structures = {row[0]: row[1] for row in present}
    actions = {row[0]: row[1] for row in to_do}
    return [
        MeetingLine(
            meeting_id=row.id,
            title=row.title,
            starts_at=row.starts_at,
            place=row.place,
            stage=stage_of(row),
            structures=structures.get(row.id, 0),
            actions=actions.get(row.id, 0),
        )
        for row in rows
    ]


def find_next(session: Session, group_id: UUID) -> Announced | None:
    """The meeting to go to: the nearest that is prepared, else the date that the latest meeting gave."""
    now = utc_now()
    mine = (Meeting.group_id == group_id, Meeting.cancelled_at.is_(None))
    row = session.scalar(
        select(Meeting)
        .where(*mine, Meeting.starts_at > now - rules.LASTS, Meeting.closed_at.is_(None))
        .order_by(Meeting.starts_at)
        .limit(1)
    )
    if row is not None:
        return Announced(
            meeting_id=row.id, title=row.title, starts_at=row.starts_at, place=row.place, video=row.video
        )
    last = session.scalar(select(Meeting).where(*mine).order_by(Meeting.starts_at.desc()).limit(1))
    if last is None or last.next_at is None or last.next_at <= now:
        return None
    return Announced(meeting_id=None, title="", starts_at=last.next_at, place=last.next_place)


def list_held(session: Session, group_id: UUID, limit: int = 40) -> tuple[tuple[UUID, str, datetime], ...]:
    """(meeting, title, when it began) of those held, the latest first: since when one may ask what changed."""
    rows = session.execute(
        select(Meeting.id, Meeting.title, Meeting.starts_at)
        .where(Meeting.group_id == group_id, Meeting.cancelled_at.is_(None), Meeting.starts_at <= utc_now())
        .order_by(Meeting.starts_at.desc())
        .limit(limit)
    )
    return tuple((row.id, row.title, row.starts_at) for row in rows)


def list_open(session: Session, actor: Actor) -> tuple[ActionView, ...]:
    """What is still to do, of all meetings that were not called off: the earliest day first, without a day last."""
    rows = session.execute(
        select(MeetingAction, Meeting.title)
        .join(Meeting, Meeting.id == MeetingAction.meeting_id)
        .where(Meeting.group_id == actor.group_id, Meeting.cancelled_at.is_(None), MeetingAction.done_at.is_(None))
        .order_by(MeetingAction.due_on.is_(None), MeetingAction.due_on, MeetingAction.created_at)
        .limit(STILL_TO_DO)
    ).all()
    return _actions(session, actor, [(row[0], row[1]) for row in rows])


def list_mine(session: Session, actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """(meeting, what) of the open actions of the actor or their structure, the earliest day first. One query."""
    mine = MeetingAction.person_id == actor.person_id
    if actor.structure_id is not None:
        mine |= MeetingAction.structure_id == actor.structure_id
    rows = session.execute(
        select(MeetingAction.meeting_id, MeetingAction.what)
        .join(Meeting, Meeting.id == MeetingAction.meeting_id)
        .where(
            Meeting.group_id == actor.group_id, Meeting.cancelled_at.is_(None), MeetingAction.done_at.is_(None), mine
        )
        .order_by(MeetingAction.due_on.is_(None), MeetingAction.due_on, MeetingAction.created_at)
        .limit(STILL_TO_DO)
    )
    return tuple((row.meeting_id, row.what) for row in rows)


def get_meeting(session: Session, actor: Actor, meeting_id: UUID) -> MeetingView:
    """One meeting, whole. Raises NotFound."""
    row = find_meeting(session, actor, meeting_id)
    names = names_of(session, {row.closed_by, row.reopened_by})
    previous, following = _neighbour(session, row, before=True), _neighbour(session, row, before=False)
    decisions, choices = reading.list_decisions(session, row)
    return MeetingView(
        meeting_id=row.id,
        text_id=row.text_id,
        draft=MeetingDraft(
            title=row.title, starts_at=row.starts_at, place=row.place, video=row.video, version=row.version
        ),
        stage=stage_of(row),
        zone=get_zone(session, row.group_id),
        closed_at=row.closed_at,
        closed_by=names.get(row.closed_by, ""),
        reopened_at=row.reopened_at,
        reopened_by=names.get(row.reopened_by, ""),
        reopen_reason=row.reopen_reason,
        next_at=row.next_at,
        next_place=row.next_place,
        attendance=reading.get_attendance(session, row.id),
        invited=reading.list_invited(session, row),
        structures=tuple((one.choice_id, one.name) for one in list_structures(session, row.group_id)),
        fiches=tuple((one.choice_id, one.name) for one in list_fiches(session, row.group_id)),
        actions=_own_actions(session, actor, row),
        carried=_carried(session, actor, row, previous.starts_at if previous else None),
        decisions=decisions,
        choices=choices,
        polls=reading.list_polls(session, row),
        previous=previous,
        following=following,
        abilities=rules.abilities(actor, row.group_id, stage_of(row)),
    )


def _neighbour(session: Session, row: Meeting, *, before: bool) -> MeetingLine | None:
    """The meeting just before this one, or just after, called off ones left out."""
    at = Meeting.starts_at
    found = session.scalar(
        select(Meeting)
        .where(
            Meeting.group_id == row.group_id,
            Meeting.id != row.id,
            Meeting.cancelled_at.is_(None),
            at < row.starts_at if before else at > row.starts_at,
        )
        .order_by(at.desc() if before else at)
        .limit(1)
    )
    if found is None:
        return None
    return MeetingLine(
        meeting_id=found.id,
        title=found.title,
        starts_at=found.starts_at,
        place=found.place,
        stage=stage_of(found),
    )


def _own_actions(session: Session, actor: Actor, row: Meeting) -> tuple[ActionView, ...]:
    rows = session.scalars(
        select(MeetingAction)
        .where(MeetingAction.meeting_id == row.id)
        .order_by(MeetingAction.created_at, MeetingAction.id)
    )
    return _actions(session, actor, [(one, row.title) for one in rows])


def _carried(session: Session, actor: Actor, row: Meeting, previous_at: datetime | None) -> tuple[ActionView, ...]:
    """What earlier meetings left to do, and what was done of it since the one before."""
    rows = session.execute(
        select(MeetingAction, Meeting.title)
        .join(Meeting, Meeting.id == MeetingAction.meeting_id)
        .where(
            Meeting.group_id == row.group_id,
            Meeting.cancelled_at.is_(None),
            Meeting.starts_at < row.starts_at,
        )
        .order_by(
            MeetingAction.done_at.is_not(None),
            MeetingAction.due_on.is_(None),
            MeetingAction.due_on,
            MeetingAction.created_at,
        )
    ).all()
    kept = [(action, title) for action, title in rows if rules.is_carried(action.done_at, previous_at)]
    return _actions(session, actor, kept[:STILL_TO_DO])


def _actions(session: Session, actor: Actor, rows: Sequence[tuple[MeetingAction, str]]) -> tuple[ActionView, ...]:
    group_id = group_of(actor)
    people = names_of(session, {one.person_id for one, _ in rows} | {one.done_by for one, _ in rows})
    ids = {one.structure_id for one, _ in rows if one.structure_id is not None}
    found = session.execute(select(Structure.id, Structure.name).where(Structure.id.in_(ids))) if ids else ()
    structures: dict[UUID | None, str] = {row[0]: row[1] for row in found}
    today = local(utc_now(), get_zone(session, group_id)).date()
    return tuple(
        ActionView(
            action_id=one.id,
            meeting_id=one.meeting_id,
            meeting=meeting,
            what=one.what,
            who=people.get(one.person_id, "") or structures.get(one.structure_id, ""),
            person_id=one.person_id,
            structure_id=one.structure_id,
            due_on=one.due_on,
            done_at=one.done_at,
            done_by=people.get(one.done_by, ""),
            version=one.version,
            is_late=rules.is_late(one.due_on, one.done_at, today),
            may_settle=rules.may_settle(actor, group_id, one.person_id, one.structure_id),
        )
        for one, meeting in rows
    )


def check_person(session: Session, row: Meeting, person_id: UUID | None, structure_id: UUID | None) -> None:
    """Raise NotFound unless an action's person or structure is of the group now."""
    if person_id is not None and person_id not in {one.person_id for one in reading.list_invited(session, row)}:
        raise NotFound
    if structure_id is not None:
        known = session.scalar(
            select(Structure.id).where(Structure.id == structure_id, Structure.group_id == row.group_id)
        )
        if known is None:
            raise NotFound
