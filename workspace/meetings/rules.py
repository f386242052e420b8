"""Pure rules of meetings: who may, where one stands, who was there, which actions are carried over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.fingerprint import fingerprint
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.livetext.rules import INLINE_NODES
from workspace.livetext.words import Block
from workspace.meetings.words import AttendanceDraft, Attendant, MeetingAbilities, Presence, Stage
from workspace.meetings.words import MeetingsOperation as Op

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_FACILITATOR = Policy(facilitator=Reach.GROUP)

# The facilitator prepares meetings and closes their minutes; whoever writes notes with them (design, 1).
POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CREATE: _FACILITATOR,
    Op.CHANGE: _FACILITATOR,
    Op.CANCEL: _FACILITATOR,
    Op.ATTEND: _WRITERS,
    Op.ACT: _WRITERS,
    Op.SETTLE: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
    Op.LINK: _WRITERS,
    Op.PLAN: _WRITERS,
    Op.CLOSE: _FACILITATOR,
    Op.REOPEN: _FACILITATOR,
    Op.EXPORT: everyone(Reach.GROUP),
}

TITLE_LENGTH = 120
PLACE_LENGTH = 200
WHAT_LENGTH = 300
NAME_LENGTH = 80
REASON_LENGTH = 300
GUESTS_MAXIMUM = 60
ACTIONS_MAXIMUM = 60
LINKS_MAXIMUM = 40
# A meeting that began less than this ago still is the one to go to.
LASTS = timedelta(hours=3)
FARTHEST = timedelta(days=3660)


def stage_of(starts_at: datetime, closed_at: datetime | None, cancelled_at: datetime | None, now: datetime) -> Stage:
    """Where a meeting stands."""
    if cancelled_at is not None:
        return Stage.CANCELLED
    if closed_at is not None:
        return Stage.CLOSED
    return Stage.AHEAD if starts_at > now else Stage.HELD


def check_when(starts_at: datetime, now: datetime) -> None:
    """A meeting of the past may be entered, for its minutes; a wrong century may not. Raises `error-meeting-far`."""
    if starts_at > now + FARTHEST or starts_at.year < 1901:  # noqa: PLR2004 the law on associations
        raise RuleBroken("error-meeting-far")


def check_next(starts_at: datetime, next_at: datetime | None) -> None:
    """The next date comes after the meeting. Raises RuleBroken `error-meeting-next`."""
    if next_at is not None and next_at <= starts_at:
        raise RuleBroken("error-meeting-next")
    if next_at is not None and next_at > starts_at + FARTHEST:
        raise RuleBroken("error-meeting-far")


def check_open(closed_at: datetime | None, cancelled_at: datetime | None) -> None:
    """Nothing of a meeting changes once its minutes are closed, or it was called off."""
    if cancelled_at is not None:
        raise RuleBroken("error-meeting-cancelled")
    if closed_at is not None:
        raise RuleBroken("error-meeting-closed")


def check_closing(stage: Stage, minutes: Sequence[Block]) -> None:
    """Minutes are closed once, after the meeting, and only when they say something."""
    if stage is Stage.CANCELLED:
        raise RuleBroken("error-meeting-cancelled")
    if stage is Stage.CLOSED:
        raise RuleBroken("error-meeting-closed")
    if stage is Stage.AHEAD:
        raise RuleBroken("error-meeting-ahead")
    if not has_words(minutes):
        raise RuleBroken("error-meeting-no-minutes")


def has_words(blocks: Iterable[Block]) -> bool:
    """Whether blocks say anything."""
    return any(
        any(sign.isalnum() for run in block.runs for sign in run.text)
        if block.kind in INLINE_NODES
        else has_words(block.children)
        for block in blocks
    )


def check_attendance(draft: AttendanceDraft, names: Mapping[UUID, str]) -> None:
    """Each person in one state at most. Raises RuleBroken `error-meeting-twice`, `error-too-many`."""
    counted = Counter([*set(draft.present), *set(draft.excused), *set(draft.absent)])
    for person_id, times in counted.items():
        if times > 1:
            raise RuleBroken("error-meeting-twice", name=names.get(person_id, ""))
    if len(draft.guests) > GUESTS_MAXIMUM:
        raise RuleBroken("error-too-many", field="guests", maximum=GUESTS_MAXIMUM)


def attendance_stamp(people: Iterable[Attendant]) -> str:
    """What a form compares, so that two people noting at once never undo each other unseen."""
    said = sorted([str(one.person_id or ""), one.name, one.detail, one.presence.value] for one in people)
    return fingerprint({"people": said})


def count_structures(people: Iterable[Attendant]) -> int:
    """How many structures of the group had somebody present."""
    return len({one.structure_id for one in people if one.presence is Presence.PRESENT and one.structure_id})


def is_carried(done_at: datetime | None, previous_at: datetime | None) -> bool:
    """Whether an action of an earlier meeting is told at this one: still to do, or done since the meeting before."""
    return done_at is None or (previous_at is not None and done_at >= previous_at)


def is_late(due_on: date | None, done_at: datetime | None, today: date) -> bool:
    """Whether an action is past its day."""
    return due_on is not None and done_at is None and due_on < today


def action_target(group_id: UUID, person_id: UUID | None, structure_id: UUID | None) -> Target:
    """Whose action it is, for the rights: the person's, or the structure's."""
    structures = frozenset({structure_id}) if structure_id is not None else frozenset[UUID]()
    return Target(group_id=group_id, structure_ids=structures, person_id=person_id)


def may_settle(actor: Actor, group_id: UUID, person_id: UUID | None, structure_id: UUID | None) -> bool:
    """Whether the actor may say that an action is done; what the whole group does, whoever writes may."""
    if person_id is None and structure_id is None:
        return allowed(POLICIES[Op.ACT], actor, Target(group_id=group_id))
    return allowed(POLICIES[Op.SETTLE], actor, action_target(group_id, person_id, structure_id))


def abilities(actor: Actor, group_id: UUID, stage: Stage) -> MeetingAbilities:
    """What `actor` may do with a meeting now."""
    target = Target(group_id=group_id)

    def may(op: Op, *stages: Stage) -> bool:
        return stage in stages and allowed(POLICIES[op], actor, target)

    live = (Stage.AHEAD, Stage.HELD)
    return MeetingAbilities(
        may_change=may(Op.CHANGE, *live),
        may_cancel=may(Op.CANCEL, Stage.AHEAD, Stage.HELD, Stage.CANCELLED),
        may_attend=may(Op.ATTEND, *live),
        may_act=may(Op.ACT, *live),
        may_link=may(Op.LINK, *live),
        may_plan=may(Op.PLAN, *live),
        may_close=may(Op.CLOSE, Stage.HELD),
        may_reopen=may(Op.REOPEN, Stage.CLOSED),
    )
