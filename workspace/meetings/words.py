"""The vocabulary of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

AGENDA, MINUTES = "agenda", "minutes"  # the fragments of a meeting's text


class MeetingsOperation(StrEnum):
    """What can be done with meetings; the journal's word for it."""

    VIEW = "view_meetings"
    CREATE = "create_meeting"
    CHANGE = "change_meeting"
    CANCEL = "cancel_meeting"
    ATTEND = "note_attendance"
    ACT = "keep_action"
    SETTLE = "settle_action"
    LINK = "link_meeting_decisions"
    PLAN = "plan_next_meeting"
    CLOSE = "close_minutes"
    REOPEN = "reopen_minutes"
    EXPORT = "export_meeting"


class Presence(StrEnum):
    """How somebody took part."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Stage(StrEnum):
    """Where a meeting stands: ahead, held while its minutes are open, minutes closed, or called off."""

    AHEAD = "ahead"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class PaperFormat(StrEnum):
    """What the minutes leave as; the value is the file's suffix."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """What the form of a meeting says. `starts_at` is an instant; `version` the one that the form showed."""

    title: str
    starts_at: datetime
    place: str = ""
    video: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestDraft:
    """Somebody from outside of the group: a name, and as whom they came."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceDraft:
    """Who took part, persons of the group by state; who is in none was not expected. `stamp`: what was shown."""

    present: tuple[UUID, ...] = ()
    excused: tuple[UUID, ...] = ()
    absent: tuple[UUID, ...] = ()
    guests: tuple[GuestDraft, ...] = ()
    stamp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """What is to be done, by a person, a structure or (neither) the whole group; `due_on` is a day of the group."""

    what: str
    person_id: UUID | None = None
    structure_id: UUID | None = None
    due_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """Somebody who was awaited or came. `person_id` None: a guest, whose `detail` is as whom; else the structure."""

    name: str
    detail: str
    presence: Presence
    person_id: UUID | None = None
    structure_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who took part, by name within a structure. `structures`: how many of the group were present."""

    people: tuple[Attendant, ...] = ()
    structures: int = 0
    stamp: str = ""

    def of(self, presence: Presence) -> tuple[Attendant, ...]:
        """Those of one state."""
        return tuple(one for one in self.people if one.presence is presence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A person of the group as the attendance form shows them."""

    person_id: UUID
    name: str
    structure_id: UUID
    structure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action. `who` is empty for the whole group; `meeting` names the one that it was taken at."""

    action_id: UUID
    meeting_id: UUID
    meeting: str
    what: str
    who: str
    person_id: UUID | None
    structure_id: UUID | None
    due_on: date | None
    done_at: datetime | None
    done_by: str
    version: int
    is_late: bool
    may_settle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A proposal tied to a meeting. `number` None: it is not in the register (yet)."""

    proposal_id: UUID
    title: str
    number: int | None = None
    verdict: str = ""
    winner: str = ""
    is_advisory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePoll:
    """A vote on the date of the next meeting. `chosen_at`: what the register keeps, None while it is open."""

    proposal_id: UUID
    title: str
    chosen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAbilities:
    """What the actor may do now; the service enforces the same."""

    may_change: bool
    may_cancel: bool
    may_attend: bool
    may_act: bool
    may_link: bool
    may_plan: bool
    may_close: bool
    may_reopen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting in a list. `structures` were present; `actions` are still to do."""

    meeting_id: UUID
    title: str
    starts_at: datetime
    place: str
    stage: Stage
    structures: int = 0
    actions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """The next meeting: one that is prepared, or only the date that the last one gave (`meeting_id` None)."""

    meeting_id: UUID | None
    title: str
    starts_at: datetime
    place: str
    video: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsView:
    """All meetings of the group: those ahead, the nearest first; those held and called off, the latest first."""

    ahead: tuple[MeetingLine, ...]
    held: tuple[MeetingLine, ...]
    announced: Announced | None
    open_actions: tuple[ActionView, ...]
    zone: str
    may_create: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """One meeting, whole.

    `structures` and `fiches`: what words may point at. `carried`: what earlier meetings left to do. `following`: the
    one after it, when it is prepared.
    """

    meeting_id: UUID
    text_id: UUID
    draft: MeetingDraft
    stage: Stage
    zone: str
    closed_at: datetime | None
    closed_by: str
    reopened_at: datetime | None
    reopened_by: str
    reopen_reason: str
    next_at: datetime | None
    next_place: str
    attendance: Attendance
    invited: tuple[Invited, ...]
    structures: tuple[tuple[UUID, str], ...]
    fiches: tuple[tuple[UUID, str], ...]
    actions: tuple[ActionView, ...]
    carried: tuple[ActionView, ...]
    decisions: tuple[Decided, ...]
    choices: tuple[Decided, ...]
    polls: tuple[DatePoll, ...]
    previous: MeetingLine | None
    following: MeetingLine | None
    abilities: MeetingAbilities
