"""Meetings on a real store: preparing, noting, carrying over, closing at once, reopening, and what others see."""

from __future__ import annotations

import io
import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from docx import Document
from sqlalchemy import select, update

from db.models import JournalEntry, Meeting, TextVersion
from db.session import reading, unit_of_work
from tests.integration.decisions.world import answer, draft, opened, pass_time
from tests.integration.fiches.world import World
from workspace.accueil.service import view_home
from workspace.accueil.words import Awaited
from workspace.comments import service as comments
from workspace.decisions import ballots
from workspace.decisions import service as decisions
from workspace.decisions.closing import settle_due
from workspace.decisions.words import Content, Kind, Method, OptionDraft, Stance
from workspace.find import service as find
from workspace.find.words import FindKind
from workspace.history import service as history
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.livetext import service as livetext
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run, VersionKind
from workspace.meetings import joining, service  # noqa: F401 votes know what a meeting is
from workspace.meetings.words import (
    ActionDraft,
    AttendanceDraft,
    GuestDraft,
    MeetingDraft,
    PaperFormat,
    Presence,
    Stage,
)

DAY = timedelta(days=1)


def said(text: str) -> list[Block]:
    return [Block("paragraph", runs=(Run(text),))]


def met(world: World, title: str = "Atelier", *, days: int = -1) -> UUID:
    return service.create_meeting(
        world.people["facilitator"], MeetingDraft(title=title, starts_at=utc_now() + days * DAY, place="Marseille")
    )


def write(actor: Actor, meeting_id: UUID, **texts: str) -> None:
    """What agenda and minutes say from now on, projection included."""
    text_id = service.view_meeting(actor, meeting_id).text_id
    replace_content(actor, text_id, {name: said(text) for name, text in texts.items()})
    with unit_of_work() as session:
        text_store.write_projection(session, text_id, *read_content(session, text_id))


def written(world: World, title: str = "Atelier", *, days: int = -1) -> UUID:
    made = met(world, title, days=days)
    write(world.people["partner"], made, agenda="Le visuel", minutes="Le visuel est choisi.")
    return made


def person_of(world: World, who: str) -> UUID:
    person_id = world.people[who].person_id
    assert person_id is not None
    return person_id


def stamp_of(world: World, meeting_id: UUID) -> str:
    return service.view_meeting(world.people["partner"], meeting_id).attendance.stamp


def refused(act: object, *values: object, **named: object) -> str:
    with pytest.raises(DomainError) as caught:
        act(*values, **named)  # type: ignore[operator]
    return caught.value.code


def test_facilitator_prepares_and_everybody_of_the_group_sees(world: World) -> None:
    chief = world.people["facilitator"]
    at = datetime(2007, 11, 22, 13, tzinfo=UTC)
    made = service.create_meeting(chief, MeetingDraft(title="  Support\tcommun ", starts_at=at, video="visio.fr/x"))
    view = service.view_meeting(world.people["observer"], made)
    assert (view.draft.title, view.draft.starts_at, view.draft.video) == ("Support commun", at, "https://visio.fr/x")
    assert view.stage is Stage.HELD
    later = met(world, "Suite", days=3)
    listed = service.view_meetings(world.people["partner"])
    assert ([one.title for one in listed.ahead], [one.title for one in listed.held]) == (
        ["Suite"],
        ["Support commun"],
    )
    assert listed.may_create is False
    view = service.view_meeting(chief, later)
    assert view.previous is not None
    assert (view.previous.meeting_id, view.following) == (made, None)
    assert refused(service.create_meeting, chief, MeetingDraft(title=" ", starts_at=at)) == "error-empty"
    assert refused(service.create_meeting, chief, MeetingDraft(title="x", starts_at=at, video="ftp:x")) == "error-web"
    assert refused(service.view_meeting, world.people["stranger"], made) == "error-not-found"


def test_form_that_is_late_is_told_and_nothing_is_lost(world: World) -> None:
    chief, made = world.people["facilitator"], met(world)
    first = service.view_meeting(chief, made).draft
    service.change_meeting(chief, made, MeetingDraft(title="Un", starts_at=first.starts_at, version=first.version))
    with pytest.raises(StaleEdit):
        service.change_meeting(chief, made, MeetingDraft(title="Deux", starts_at=first.starts_at, version=1))
    assert service.view_meeting(chief, made).draft.title == "Un"


def test_attendance_is_noted_under_the_structure_of_that_day(world: World) -> None:
    partner, made = world.people["partner"], met(world)
    a, b = person_of(world, "partner"), person_of(world, "partner_b")
    empty = stamp_of(world, made)
    guests = (GuestDraft(name=" C. D. ", role="graphiste"),)
    service.note_attendance(partner, made, AttendanceDraft(present=(a, a), excused=(b,), guests=guests, stamp=empty))
    told = service.view_meeting(partner, made).attendance
    assert told.structures == 1
    assert [(one.name, one.detail) for one in told.of(Presence.PRESENT)][-1] == ("C. D.", "graphiste")
    assert [one.structure_id for one in told.of(Presence.EXCUSED)] == [world.b]
    with pytest.raises(StaleEdit):
        service.note_attendance(partner, made, AttendanceDraft(absent=(a,), stamp=empty))
    again = AttendanceDraft(present=(a,), absent=(a,), stamp=told.stamp)
    assert refused(service.note_attendance, partner, made, again) == "error-meeting-twice"
    stranger = AttendanceDraft(present=(person_of(world, "stranger"),), stamp=told.stamp)
    assert refused(service.note_attendance, partner, made, stranger) == "error-not-found"
    nameless = AttendanceDraft(guests=(GuestDraft(name=" "),), stamp=told.stamp)
    assert refused(service.note_attendance, partner, made, nameless) == "error-empty"
    assert service.view_meeting(partner, made).attendance == told


def test_open_actions_await_whom_they_name_and_are_carried(world: World) -> None:
    partner, other, chief = (world.people[one] for one in ("partner", "partner_b", "facilitator"))
    old, mid = met(world, "Un", days=-20), met(world, "Deux", days=-10)
    mine = service.keep_action(partner, old, ActionDraft(what="Écrire", person_id=partner.person_id))
    theirs = service.keep_action(partner, old, ActionDraft(what="Relire", structure_id=world.b))
    service.keep_action(partner, old, ActionDraft(what="Venir"))
    new = met(world, "Trois", days=5)

    def awaited(who: Actor) -> list[str]:
        return [one.label for one in view_home(who).awaited if one.kind is Awaited.DO_ACTION]

    assert (awaited(partner), awaited(other), awaited(chief)) == (["Écrire"], ["Relire"], [])
    assert [one.what for one in service.view_meeting(chief, new).carried] == ["Écrire", "Relire", "Venir"]
    with pytest.raises(NotAllowed):
        service.settle_action(other, mine, done=True)
    service.settle_action(partner, mine, done=True)
    service.settle_action(partner, mine, done=True)
    assert awaited(partner) == []
    carried = {one.what: one for one in service.view_meeting(chief, new).carried}
    assert carried["Écrire"].done_by == partner.name  # done since the meeting before: told once more
    with unit_of_work() as session:
        session.execute(update(Meeting).where(Meeting.id == mid).values(starts_at=utc_now() + DAY))
    assert "Écrire" not in {one.what for one in service.view_meeting(chief, new).carried}
    service.settle_action(partner, mine, done=False)
    assert awaited(partner) == ["Écrire"]
    service.cancel_meeting(chief, old, cancelled=True)
    assert awaited(other) == []
    service.cancel_meeting(chief, old, cancelled=False)
    service.drop_action(partner, theirs)
    assert awaited(other) == []
    assert refused(service.settle_action, world.people["stranger"], mine, done=True) == "error-not-found"
    away = ActionDraft(what="x", structure_id=world.other_structure)
    assert refused(service.keep_action, partner, old, away) == "error-not-found"
    elsewhere = ActionDraft(what="x", version=3)
    assert refused(service.keep_action, partner, mid, elsewhere, mine) == "error-not-found"


def test_decisions_are_tied_and_told_with_what_the_register_says(world: World) -> None:
    partner, made = world.people["partner"], met(world)
    proposal = opened(partner, title="Adopter la trame")
    service.link_decisions(partner, made, [proposal])
    (one,) = service.view_meeting(partner, made).decisions
    assert (one.title, one.number) == ("Adopter la trame", None)
    for who in ("facilitator", "partner", "partner_b"):
        answer(world.people[who], proposal, Stance.NO_OBJECTION)
    pass_time(proposal)
    settle_due(world.group_id)
    (one,) = service.view_meeting(partner, made).decisions
    assert (one.number, one.verdict) == (1, "adopted")
    assert refused(service.link_decisions, partner, made, [UUID(int=1)]) == "error-not-found"
    service.link_decisions(partner, made, [])
    assert service.view_meeting(partner, made).decisions == ()


def test_next_date_is_put_to_the_vote_and_kept(world: World) -> None:
    partner, made = world.people["partner"], met(world)
    choices = decisions.view_choices(partner, f"meeting:{made}")
    assert choices.about is not None
    assert (choices.about.choice, choices.about.query) == (Kind.DATE, {"reunion": str(made)})
    assert refused(decisions.view_choices, world.people["stranger"], f"meeting:{made}") == "error-not-found"
    days = tuple(utc_now().replace(microsecond=0) + one * DAY for one in (20, 21))
    base = draft(Method.DATE_POLL, about=f"meeting:{made}", kind=Kind.DATE)
    from dataclasses import replace

    options = tuple(OptionDraft(name=f"Jour {place}", at=at) for place, at in enumerate(days))
    poll = decisions.open_proposal(partner, replace(base, options=options))
    (told,) = service.view_meeting(partner, made).polls
    assert (told.proposal_id, told.chosen_at) == (poll, None)
    named = {one.name: str(one.option_id) for one in decisions.view_proposal(partner, poll).options}
    for who in ("facilitator", "partner", "partner_b"):
        ballots.cast_ballot(world.people[who], poll, Content(marks={named["Jour 0"]: 0, named["Jour 1"]: 2}))
    pass_time(poll)
    settle_due(world.group_id)
    (told,) = service.view_meeting(partner, made).polls
    assert told.chosen_at == days[1]
    version = service.view_meeting(partner, made).draft.version
    service.plan_next(partner, made, told.chosen_at, "Aix", version=version)
    home = view_home(partner)
    assert home.next_meeting is not None
    assert (home.next_meeting.meeting_id, home.next_meeting.starts_at, home.next_meeting.place) == (
        None,
        days[1],
        "Aix",
    )
    before = utc_now() - 5 * DAY
    assert refused(service.plan_next, partner, made, before, version=version + 1) == "error-meeting-next"
    with pytest.raises(StaleEdit):
        service.plan_next(partner, made, None, version=version)
    chief, view = world.people["facilitator"], service.view_meeting(partner, made)
    moved = MeetingDraft(title="x", starts_at=days[1] + DAY, version=view.draft.version)
    assert refused(service.change_meeting, chief, made, moved) == "error-meeting-next"


def test_closed_minutes_change_no_more_until_they_are_reopened_with_a_reason(world: World) -> None:
    chief, partner, made = world.people["facilitator"], world.people["partner"], written(world)
    action = service.keep_action(partner, made, ActionDraft(what="Écrire", structure_id=world.a))
    with pytest.raises(NotAllowed):
        service.close_minutes(partner, made)
    assert refused(service.reopen_minutes, chief, made, "x") == "error-meeting-not-closed"
    service.close_minutes(chief, made)
    view = service.view_meeting(partner, made)
    assert (view.stage, view.closed_by) == (Stage.CLOSED, chief.name)
    stamp = view.attendance.stamp
    assert refused(service.close_minutes, chief, made) == "error-meeting-closed"
    assert refused(service.note_attendance, partner, made, AttendanceDraft(stamp=stamp)) == "error-meeting-closed"
    assert refused(service.keep_action, partner, made, ActionDraft(what="x")) == "error-meeting-closed"
    assert refused(service.drop_action, partner, action) == "error-meeting-closed"
    assert refused(service.link_decisions, partner, made, []) == "error-meeting-closed"
    assert refused(service.cancel_meeting, chief, made, cancelled=True) == "error-meeting-closed"
    assert refused(livetext.unlock_text, chief, view.text_id) == "error-meeting-closed"
    with pytest.raises(RuleBroken):
        replace_content(partner, view.text_id, {"minutes": said("Autre chose.")})
    service.settle_action(partner, action, done=True)  # what is done is said also after
    assert refused(service.reopen_minutes, chief, made, "  ") == "error-empty"
    service.reopen_minutes(chief, made, "Un nom manque")
    write(partner, made, minutes="Le visuel est choisi par tous.")
    view = service.view_meeting(partner, made)
    assert (view.stage, view.reopen_reason, view.reopened_by) == (Stage.HELD, "Un nom manque", chief.name)
    with reading() as session:
        operations = session.scalars(select(JournalEntry.operation).order_by(JournalEntry.id)).all()
        kept = session.scalars(select(TextVersion.kind).where(TextVersion.text_id == view.text_id)).all()
    assert operations[-2:] == ["settle_action", "reopen_minutes"]
    assert VersionKind.NAMED in kept


@pytest.mark.parametrize(
    ("days", "words", "code"),
    [(2, "Dit", "error-meeting-ahead"), (-1, "", "error-meeting-no-minutes")],
    ids=["ahead", "empty"],
)
def test_minutes_are_closed_after_the_meeting_and_when_they_say_something(
    world: World, days: int, words: str, code: str
) -> None:
    made = met(world, days=days)
    if words:
        write(world.people["partner"], made, minutes=words)
    assert refused(service.close_minutes, world.people["facilitator"], made) == code


def test_two_who_close_at_once_while_others_write(world: World) -> None:
    """One closes; the other is told; what was acknowledged stands in the kept version, and nothing came after."""
    chief, partner, made = world.people["facilitator"], world.people["partner"], written(world)
    text_id = service.view_meeting(partner, made).text_id
    start = threading.Barrier(4)
    told: list[str] = []
    taken: list[str] = []

    def close() -> None:
        start.wait(30)
        try:
            service.close_minutes(chief, made)
            told.append("closed")
        except DomainError as error:
            told.append(error.code)

    def type_words(name: str) -> None:
        start.wait(30)
        for number in range(4):
            try:
                replace_content(partner, text_id, {name: said(f"Mot {number}")})
            except DomainError:
                return
            taken.append(f"{name} {number}")

    threads = [threading.Thread(target=one) for one in (close, close)]
    threads += [threading.Thread(target=type_words, args=(name,)) for name in ("agenda", "minutes")]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert sorted(told) == ["closed", "error-meeting-closed"]
    with reading() as session:
        _, content = read_content(session, text_id)
        version = session.scalars(
            select(TextVersion).where(TextVersion.text_id == text_id, TextVersion.kind == VersionKind.NAMED)
        ).one()
    for name in ("agenda", "minutes"):
        last = max((int(one.split()[1]) for one in taken if one.startswith(name)), default=None)
        words = "".join(run.text for run in content[name][0].runs)
        assert words in ({f"Mot {last}"} if last is not None else {"Le visuel", "Le visuel est choisi."})
        assert version.blocks[name][0]["runs"][0]["text"] == words


def test_agenda_minutes_and_actions_are_found_without_accents(world: World) -> None:
    partner, made = world.people["partner"], written(world, "Été")
    write(partner, made, agenda="L’enveloppe prévue", minutes="La coopérative d’activité accueille.")
    (hit,) = find.find(partner, "cooperative").hits
    assert (hit.kind, hit.object_id, hit.part) == (FindKind.MEETING, made, "minutes")
    assert [one.text for one in hit.excerpt if one.is_hit] == ["coopérative"]
    assert find.find(partner, "PREVUE").hits[0].part == "agenda"
    assert find.find(partner, "marseille", [FindKind.MEETING]).hits[0].part == "place"
    action = service.keep_action(partner, made, ActionDraft(what="Téléphoner au graphiste"))
    assert find.find(partner, "telephoner").hits[0].part == "actions"
    service.drop_action(partner, action)
    assert not find.find(partner, "telephoner").hits
    assert not find.find(world.people["stranger"], "cooperative").hits


def test_what_changed_is_asked_since_a_meeting(world: World) -> None:
    partner = world.people["partner"]
    old, new = met(world, "Un", days=-9), met(world, "Deux", days=-2)
    ahead = met(world, "Trois", days=3)
    moments = [one for one in history.view_moments(partner).moments if one.meeting_id]
    assert [(one.meeting_id, one.name, one.may_forget) for one in moments] == [
        (new, "Deux", False),
        (old, "Un", False),
    ]
    home = view_home(partner, since_meeting=True)
    assert home.last_meeting is not None
    assert (home.last_meeting.meeting_id, home.since) == (new, home.last_meeting.starts_at)
    assert home.next_meeting is not None
    assert home.next_meeting.meeting_id == ahead
    service.cancel_meeting(world.people["facilitator"], new, cancelled=True)
    assert [one.meeting_id for one in history.view_moments(partner).moments if one.meeting_id] == [old]


def test_comments_stand_beside_the_minutes_and_are_news(world: World) -> None:
    partner, other, made = world.people["partner"], world.people["partner_b"], written(world, "Atelier")
    text_id = service.view_meeting(partner, made).text_id
    comments.open_thread(partner, text_id, None, "Un mot oublié ?")
    (hit,) = find.find(other, "oublie").hits
    assert hit.about is not None
    assert (hit.about.kind, hit.about.object_id, hit.about.title) == (FindKind.MEETING, made, "Atelier")
    pages = {(one.operation, one.page, one.object_id) for one in view_home(other).changes}
    assert ("comment_add", "reunion", made) in pages
    assert ("create_meeting", "reunion", made) in pages


def test_observer_reads_and_takes_away_only(world: World) -> None:
    observer, made = world.people["observer"], written(world)
    view = service.view_meeting(observer, made)
    assert not any(getattr(view.abilities, name) for name in view.abilities.__dataclass_fields__)
    for act in (
        lambda: service.note_attendance(observer, made, AttendanceDraft(stamp=view.attendance.stamp)),
        lambda: service.keep_action(observer, made, ActionDraft(what="x")),
        lambda: service.link_decisions(observer, made, []),
        lambda: service.plan_next(observer, made, None, version=1),
        lambda: service.close_minutes(observer, made),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(NotFound):
        service.export_meeting(world.people["stranger"], made, PaperFormat.PDF)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_minutes_leave_as_pdf_and_word(world: World, language: str) -> None:
    from dataclasses import replace

    partner, made = replace(world.people["partner"], locale=language), written(world, "Réunion <b>1</b>")
    a = person_of(world, "partner")
    service.note_attendance(partner, made, AttendanceDraft(present=(a,), stamp=stamp_of(world, made)))
    service.keep_action(partner, made, ActionDraft(what="Écrire #set", structure_id=world.b))
    service.link_decisions(partner, made, [opened(partner, title="Adopter $x$")])
    service.close_minutes(world.people["facilitator"], made)
    pdf = service.export_meeting(partner, made, PaperFormat.PDF)
    assert pdf.data.startswith(b"%PDF")
    assert pdf.name.endswith("Réunion-b-1-b.pdf")
    document = Document(io.BytesIO(service.export_meeting(partner, made, PaperFormat.DOCX).data))
    words = "\n".join(one.text for one in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for told in ("Réunion <b>1</b>", "Le visuel est choisi.", "Adopter $x$", partner.name, "Marseille"):
        assert told in words
    assert "Écrire #set" in cells
    assert "Apeas" in cells
    assert ("Draft" if language == "en" else "Projet") not in words
