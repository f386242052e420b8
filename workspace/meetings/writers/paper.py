"""What stands on the paper; each writer only lays it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workspace.exchange.grammar import fit
from workspace.kernel.dates import long_day, long_instant
from workspace.kernel.messages import translate
from workspace.livetext.words import Block, Run
from workspace.meetings.rules import has_words
from workspace.meetings.telling import verdict
from workspace.meetings.words import AGENDA, MINUTES, ActionView, Attendance, MeetingView, Presence
from workspace.publishing.parts import plain_table

Say = Callable[..., str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the paper under its heading."""

    heading: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A meeting on paper. `state`: closed when and by whom, or still a draft."""

    title: str
    language: str
    group: str
    about: tuple[str, ...]
    state: str
    sections: tuple[Section, ...]


def make_paper(view: MeetingView, content: Mapping[str, Sequence[Block]], language: str, group: str) -> Paper:
    """A meeting, said for readers inside and outside of the group."""

    def say(key: str, **values: object) -> str:
        return translate(language, key, **values)

    about = [long_instant(view.draft.starts_at, view.zone, language), view.draft.place, view.draft.video]
    state = say("meeting-paper-draft")
    if view.closed_at is not None:
        state = say("meeting-closed-on", when=long_instant(view.closed_at, view.zone, language), name=view.closed_by)
    return Paper(
        title=view.draft.title,
        language=language,
        group=group,
        about=tuple(one for one in about if one),
        state=state,
        sections=tuple(_sections(view, content, say, language)),
    )


def _sections(
    view: MeetingView, content: Mapping[str, Sequence[Block]], say: Say, language: str
) -> Iterator[Section]:
    if view.attendance.people:
        yield Section(heading=say("meeting-attendance"), blocks=list(_attendance(view.attendance, say)))
    for name in (AGENDA, MINUTES):
        # An editor of somebody's own making may store what ours would not: writers meet only what fits.
        blocks = fit(content.get(name, ()))
        if has_words(blocks):
            yield Section(heading=say(f"meeting-{name}"), blocks=blocks)
    if view.decisions:
        lines = [say("meeting-decision-line", title=one.title, said=verdict(one, say)) for one in view.decisions]
        yield Section(heading=say("meeting-decisions"), blocks=(_items(lines),))
    for key, actions in (("meeting-actions", view.actions), ("meeting-carried", view.carried)):
        if actions:
            yield Section(heading=say(key), blocks=(_actions(actions, say, language),))
    if view.next_at is not None:
        at = long_instant(view.next_at, view.zone, language)
        words = ", ".join(one for one in (at, view.next_place) if one)
        yield Section(heading=say("meeting-next"), blocks=(_paragraph(words),))


def _attendance(attendance: Attendance, say: Say) -> Iterator[Block]:
    yield _paragraph(say("meeting-structures-present", count=attendance.structures))
    for presence in Presence:
        people = attendance.of(presence)
        if people:
            named = [f"{one.name} ({one.detail})" if one.detail else one.name for one in people]
            yield _paragraph(say(f"meeting-{presence.value}-list", names=", ".join(named)))


def _actions(actions: Sequence[ActionView], say: Say, language: str) -> Block:
    columns = tuple(say(f"meeting-column-{one}") for one in ("what", "who", "due", "state"))

    def row(one: ActionView) -> tuple[str, ...]:
        state = say("meeting-action-done" if one.done_at else "meeting-action-open")
        return (
            one.what,
            one.who or say("meeting-whole-group"),
            long_day(one.due_on, language) if one.due_on else "",
            state,
        )

    return plain_table(columns, [row(one) for one in actions])


def _items(lines: Sequence[str]) -> Block:
    return Block("bulletList", children=tuple(Block("listItem", children=(_paragraph(one),)) for one in lines))


def _paragraph(words: str) -> Block:
    return Block("paragraph", runs=(Run(words),))
