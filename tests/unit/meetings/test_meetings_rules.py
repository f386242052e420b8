"""The rules of meetings, without a store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run
from workspace.meetings import rules
from workspace.meetings.words import AttendanceDraft, Attendant, Presence, Stage

NOW = datetime(2026, 11, 26, 14, tzinfo=UTC)
DAY = timedelta(days=1)
A, B, C = (UUID(int=one) for one in (1, 2, 3))
GROUP = UUID(int=9)


def actor(role: Role, *, structure: UUID = A, person: UUID = A) -> Actor:
    return Actor(person_id=person, group_id=GROUP, member_id=person, structure_id=structure, role=role)


@pytest.mark.parametrize(
    ("starts", "closed", "cancelled", "stage"),
    [
        (NOW + DAY, None, None, Stage.AHEAD),
        (NOW - DAY, None, None, Stage.HELD),
        (NOW, None, None, Stage.HELD),
        (NOW - DAY, NOW, None, Stage.CLOSED),
        (NOW + DAY, None, NOW, Stage.CANCELLED),
        (NOW - DAY, NOW, NOW, Stage.CANCELLED),
    ],
    ids=["ahead", "held", "now", "closed", "called-off", "closed-then-called-off"],
)
def test_stage(starts: datetime, closed: datetime | None, cancelled: datetime | None, stage: Stage) -> None:
    assert rules.stage_of(starts, closed, cancelled, NOW) is stage


def test_past_may_be_entered_and_a_wrong_century_not() -> None:
    rules.check_when(datetime(2007, 11, 22, 13, tzinfo=UTC), NOW)
    rules.check_when(NOW + 400 * DAY, NOW)
    for wrong in (datetime(1207, 1, 1, tzinfo=UTC), datetime(2207, 1, 1, tzinfo=UTC)):
        with pytest.raises(RuleBroken) as refused:
            rules.check_when(wrong, NOW)
        assert refused.value.code == "error-meeting-far"


def test_next_date_comes_after_the_meeting() -> None:
    rules.check_next(NOW, None)
    rules.check_next(NOW, NOW + DAY)
    for wrong in (NOW, NOW - DAY):
        with pytest.raises(RuleBroken) as refused:
            rules.check_next(NOW, wrong)
        assert refused.value.code == "error-meeting-next"


@pytest.mark.parametrize(
    ("stage", "words", "code"),
    [
        (Stage.AHEAD, "Dit", "error-meeting-ahead"),
        (Stage.CLOSED, "Dit", "error-meeting-closed"),
        (Stage.CANCELLED, "Dit", "error-meeting-cancelled"),
        (Stage.HELD, " … ", "error-meeting-no-minutes"),
    ],
    ids=["ahead", "closed", "called-off", "empty"],
)
def test_minutes_that_cannot_be_closed(stage: Stage, words: str, code: str) -> None:
    item = Block("listItem", children=(Block("paragraph", runs=(Run(words),)),))
    with pytest.raises(RuleBroken) as refused:
        rules.check_closing(stage, [Block("bulletList", children=(item,))])
    assert refused.value.code == code


def test_minutes_with_words_in_a_list_are_closed() -> None:
    item = Block("listItem", children=(Block("paragraph", runs=(Run("Dit"),)),))
    rules.check_closing(Stage.HELD, [Block("bulletList", children=(item,))])


def test_person_stands_in_one_list() -> None:
    rules.check_attendance(AttendanceDraft(present=(A, A), excused=(B,), absent=(C,)), {})
    with pytest.raises(RuleBroken) as refused:
        rules.check_attendance(AttendanceDraft(present=(A,), absent=(A,)), {A: "A. B."})
    assert (refused.value.code, refused.value.values) == ("error-meeting-twice", {"name": "A. B."})


def test_structures_are_counted_once_and_only_present_ones() -> None:
    people = [
        Attendant(name="x", detail="A", presence=Presence.PRESENT, person_id=A, structure_id=A),
        Attendant(name="y", detail="A", presence=Presence.PRESENT, person_id=B, structure_id=A),
        Attendant(name="z", detail="B", presence=Presence.EXCUSED, person_id=C, structure_id=B),
        Attendant(name="guest", detail="graphiste", presence=Presence.PRESENT),
    ]
    assert rules.count_structures(people) == 1
    assert rules.attendance_stamp(people) == rules.attendance_stamp(reversed(people))
    assert rules.attendance_stamp(people) != rules.attendance_stamp(people[:3])


@pytest.mark.parametrize(
    ("done", "previous", "carried"),
    [
        (None, None, True),
        (None, NOW, True),
        (NOW, None, False),
        (NOW, NOW - DAY, True),
        (NOW - 2 * DAY, NOW - DAY, False),
    ],
    ids=["open-first", "open", "done-no-meeting-between", "done-since", "done-before"],
)
def test_open_actions_are_carried_and_those_done_since(
    done: datetime | None, previous: datetime | None, carried: bool
) -> None:
    assert rules.is_carried(done, previous) is carried


def test_action_is_late_the_day_after_and_never_once_done() -> None:
    today = date(2026, 11, 26)
    assert not rules.is_late(today, None, today)
    assert rules.is_late(today - DAY, None, today)
    assert not rules.is_late(today - DAY, NOW, today)
    assert not rules.is_late(None, None, today)


def test_action_is_settled_by_whom_it_names() -> None:
    partner, observer = actor(Role.PARTNER), actor(Role.OBSERVER)
    assert rules.may_settle(partner, GROUP, A, None)
    assert rules.may_settle(partner, GROUP, None, A)
    assert rules.may_settle(partner, GROUP, None, None)
    assert not rules.may_settle(partner, GROUP, B, None)
    assert not rules.may_settle(partner, GROUP, None, B)
    assert rules.may_settle(actor(Role.FACILITATOR), GROUP, B, None)
    assert not any(rules.may_settle(observer, GROUP, *who) for who in ((A, None), (None, A), (None, None)))


def test_abilities_follow_the_stage() -> None:
    chief, partner = actor(Role.FACILITATOR), actor(Role.PARTNER)
    assert rules.abilities(chief, GROUP, Stage.HELD).may_close
    assert not rules.abilities(chief, GROUP, Stage.AHEAD).may_close
    assert not rules.abilities(partner, GROUP, Stage.HELD).may_close
    assert rules.abilities(partner, GROUP, Stage.HELD).may_attend
    closed = rules.abilities(chief, GROUP, Stage.CLOSED)
    assert closed.may_reopen
    assert not any((closed.may_change, closed.may_attend, closed.may_act, closed.may_link, closed.may_plan))
