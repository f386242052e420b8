"""Meetings through the real frame: the empty state, a new one, who came, actions, the date, closing, observers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete

from db.models import Meeting
from db.session import unit_of_work
from pages.home._meeting import SINCE
from pages.widgets.plain import plain
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.kernel.actor import Role
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import typed_day
from workspace.kernel.messages import translate
from workspace.meetings import service
from workspace.meetings.words import MeetingDraft, MeetingView, Stage

Enter = Callable[[Role], Visitor]


def t(key: str, **values: object) -> str:
    return translate("fr", key, **values)


def held(visitor: Visitor) -> MeetingView:
    """The example's meeting of 22 November 2007."""
    return service.view_meeting(visitor.actor(), service.view_meetings(visitor.actor()).held[0].meeting_id)


def ahead(visitor: Visitor) -> MeetingView:
    return service.view_meeting(visitor.actor(), service.view_meetings(visitor.actor()).ahead[0].meeting_id)


def yesterday(visitor: Visitor) -> UUID:
    at = utc_now() - timedelta(days=1)
    return service.create_meeting(visitor.actor(), MeetingDraft(title="Hier", starts_at=at))


def links(app) -> dict[str, str]:
    return {link.proto.label: link.proto.query_string for link in app.get("page_link")}


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER, Role.FACILITATOR])
def test_empty_state_says_what_to_do_first(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(delete(Meeting))
    app = visitor.open("reunions")
    told = "meetings-none" if role is Role.FACILITATOR else "meetings-none-read"
    assert t(told) in [one.value for one in app.info]
    assert (t("meeting-new") in labels(app)) is (role is Role.FACILITATOR)


def test_facilitator_prepares_a_meeting_of_the_past_and_what_was_typed_stays(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reunions")
    app.button(key="reunions.new").click().run()
    press(app, "meeting-create", "reunions.new")
    assert [one.value for one in app.error] == [t("error-empty", field=t("field-meeting-title"))]
    app.text_input(key="reunions.new.title").input("Atelier <b>2008</b>")
    app.text_input(key="reunions.new.day").input(typed_day(date(2008, 1, 16)))
    app.text_input(key="reunions.new.video").input("ftp://x")
    press(app, "meeting-create", "reunions.new")
    assert [one.value for one in app.error] == [t("error-web")]
    assert app.text_input(key="reunions.new.title").value == "Atelier <b>2008</b>"
    app.text_input(key="reunions.new.video").input("visio.exemple.fr")
    press(app, "meeting-create", "reunions.new")
    made = service.view_meetings(visitor.actor()).held[0]
    assert (made.title, local(made.starts_at, "Europe/Paris").isoformat()[:16]) == (
        "Atelier <b>2008</b>",
        "2008-01-16T14:00",
    )
    assert "Atelier &lt;b&gt;2008&lt;/b&gt;" in html_of(visitor.open("reunions"))


def test_example_meeting_is_told_whole(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view = held(visitor)
    app = visitor.open("reunion", reunion=view.meeting_id)
    said = html_of(app)
    assert {one.name for one in view.attendance.people if one.name not in said} == set()
    assert t("meeting-structures-present", count=6) in said
    assert view.decisions[0].title in said
    boxes = {box.label.split("  \n")[0]: box.value for box in app.checkbox}
    assert {plain(one.what): one.done_at is not None for one in view.actions} == boxes
    assert t("meeting-close") not in labels(app)


def test_partner_notes_who_came(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view = ahead(visitor)
    app = visitor.open("reunion", reunion=view.meeting_id)
    key = f"reunion.attend.{view.attendance.stamp[:12]}"
    first, second = (one.person_id for one in view.invited[:2])
    app.multiselect(key=f"{key}.present").set_value([first, second])
    app.multiselect(key=f"{key}.excused").set_value([second])
    press(app, "meeting-attendance-save")
    assert app.error
    app.multiselect(key=f"{key}.excused").set_value([])
    app.text_area(key=f"{key}.guests").input("C. D., graphiste\n\nE. <i>F.</i>")
    press(app, "meeting-attendance-save")
    told = ahead(visitor).attendance
    assert (len(told.people), told.structures) == (4, len({one.structure_id for one in view.invited[:2]}))
    assert "E. &lt;i&gt;F.&lt;/i&gt;" in html_of(visitor.open("reunion", reunion=view.meeting_id))


def test_partner_notes_an_action_and_ticks_only_what_is_theirs(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view, actor = ahead(visitor), visitor.actor()
    app = visitor.open("reunion", reunion=view.meeting_id)
    app.text_input(key="reunion.action.form.0.0.what").input("Demander *deux* devis")
    app.selectbox(key="reunion.action.form.0.0.who").set_value(f"structure:{actor.structure_id}")
    app.text_input(key="reunion.action.form.0.0.due").input(typed_day(date(2020, 1, 1)))
    press(app, "meeting-action-keep")
    (action,) = ahead(visitor).actions
    assert (action.structure_id, action.due_on, action.is_late) == (actor.structure_id, date(2020, 1, 1), True)
    app = visitor.open()
    assert t("accueil-awaits-do-action", label=plain(action.what)) in links(app)
    app = visitor.open("reunion", reunion=view.meeting_id)
    boxes = {box.key: box for box in app.checkbox}
    others = next(one for one in view.carried if one.person_id and one.done_at is None)
    assert boxes[f"reunion.action.{others.action_id}.{others.version}"].disabled
    boxes[f"reunion.action.{action.action_id}.1"].check().run()
    assert ahead(visitor).actions[0].done_by == actor.name


def test_next_date_before_the_meeting_is_refused_and_kept_one_is_prepared(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    made = yesterday(visitor)
    app = visitor.open("reunion", reunion=made)
    app.text_input(key="reunion.next.1.day").input(typed_day(date(2020, 1, 1)))
    press(app, "meeting-next-save")
    assert t("error-meeting-next") in [one.value for one in app.error]
    wanted = local(utc_now(), "Europe/Paris").date() + timedelta(days=3)
    app.text_input(key="reunion.next.1.day").input(typed_day(wanted))
    press(app, "meeting-next-save")
    view = service.view_meeting(visitor.actor(), made)
    assert view.next_at is not None
    assert local(view.next_at, view.zone).date() == wanted


def test_minutes_are_closed_then_reopened(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    made = yesterday(visitor)
    app = visitor.open("reunion", reunion=made)
    app.button(key="reunion.meeting-close").click().run()
    press(app, "meeting-close-yes", "reunion.meeting-close")
    assert t("error-meeting-no-minutes") in [one.value for one in app.error]
    view = held(visitor)
    done = next(one for one in service.view_meetings(visitor.actor()).held if one.stage is Stage.CLOSED)
    app = visitor.open("reunion", reunion=done.meeting_id)
    assert not {t("meeting-attendance-save"), t("meeting-change"), t("meeting-close")} & labels(app)
    app.button(key="reunion.meeting-reopen").click().run()
    press(app, "meeting-reopen-yes", "reunion.meeting-reopen")
    assert app.error
    app.text_input(key="reunion.reopen.reason").input("Un *nom* manque")
    press(app, "meeting-reopen-yes", "reunion.meeting-reopen")
    app = visitor.open("reunion", reunion=done.meeting_id)
    assert any(plain("Un *nom* manque") in one.value for one in app.warning)
    assert view.meeting_id == made


def test_observer_reads_only(entered: Enter) -> None:
    visitor = entered(Role.OBSERVER)
    app = visitor.open("reunion", reunion=ahead(visitor).meeting_id)
    assert all(box.disabled for box in app.checkbox)
    offered = {t(f"meeting-{one}") for one in ("change", "cancel", "attendance-save", "action-keep", "next-save")}
    assert not offered & labels(app)
    assert t("meeting-read-only") in [one.value for one in app.caption]


def test_unknown_meeting_is_told(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    for asked in ("x", str(UUID(int=1))):
        assert t("meeting-missing-title") in [one.value for one in visitor.open("reunion", reunion=asked).title]


def test_changes_are_asked_since_the_meeting(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view = held(visitor)
    label = t("changes-meeting", title=view.draft.title, day="22 novembre 2007")
    app = visitor.open("changements", depuis=view.meeting_id)
    (since,) = [one for one in app.selectbox if one.key == "changes.since"]
    assert since.value == f"meeting:{view.meeting_id}"
    assert label in since.options
    app = visitor.open("changements")
    assert app.selectbox(key="changes.since").value != f"meeting:{view.meeting_id}"
    app = visitor.open()
    told = t("accueil-next-meeting", where="")
    assert any(one.startswith(plain(told)) and plain(ahead(visitor).draft.place) in one for one in links(app))
    (choice,) = [one for one in app.get("button_group") if one.key == SINCE]
    assert [one.content for one in choice.proto.options][1] == t("accueil-since-last-meeting", day="22 novembre 2007")
