"""Read the example's meetings from `meetings.toml`, strictly: no database, only the standard library."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from examples.reading import Table, known, open_table, unique


@dataclass(frozen=True, slots=True)
class Action:
    """What was to be done, by a person, a structure or (neither) the whole group; `due_in_days` 0: on `due`."""

    what: str
    person: str
    structure: str
    due: date | None
    due_in_days: int
    done: date | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on a `day`, or in some days. Words: a string, {heading} or {items}. Titles name proposals."""

    key: str
    title: str
    day: date | None
    in_days: int
    hour: int
    place: str
    prepared_by: str
    closed_by: str
    present: tuple[str, ...]
    next_day: date | None
    next_hour: int
    next_place: str
    decisions: tuple[str, ...]
    poll: str
    agenda: tuple[Any, ...]
    minutes: tuple[Any, ...]
    actions: tuple[Action, ...]


def read_meetings(folder: Path, people: tuple[str, ...], structures: tuple[str, ...]) -> tuple[Meeting, ...]:
    """The meetings of an example. Raises ValueError, file named, for a fault."""
    source = open_table(folder / "meetings.toml")
    meetings = tuple(_meeting(entry) for entry in source.tables("meeting"))
    source.close()
    unique([one.key for one in meetings], "meetings.toml")
    for one in meetings:
        where = f"meetings.toml: {one.title}"
        named = [one.prepared_by, one.closed_by, *one.present, *(action.person for action in one.actions)]
        known([name for name in named if name], people, where)
        known([action.structure for action in one.actions if action.structure], structures, where)
    return meetings


def _day(entry: Table, key: str) -> date | None:
    said = entry.text(key, "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise entry.fail(f"{key!r} must be a day such as 2007-11-22") from None


def _words(entry: Table, key: str) -> tuple[Any, ...]:
    entry.seen.add(key)
    said = entry.data.get(key, [])
    if not isinstance(said, list):
        raise entry.fail(f"{key!r} must be a list")
    for one in said:
        if not isinstance(one, str) and not (isinstance(one, dict) and set(one) in ({"heading"}, {"items"})):
            raise entry.fail(f"{key!r} holds something that is no paragraph, heading or list")
    return tuple(said)


def _meeting(entry: Table) -> Meeting:
    made = Meeting(
        key=entry.text("key"),
        title=entry.text("title"),
        day=_day(entry, "day"),
        in_days=entry.integer_or_none("in_days") or 0,
        hour=entry.integer("hour"),
        place=entry.text("place", ""),
        prepared_by=entry.text("prepared_by"),
        closed_by=entry.text("closed_by", ""),
        present=entry.texts("present"),
        next_day=_day(entry, "next_day"),
        next_hour=entry.integer_or_none("next_hour") or 0,
        next_place=entry.text("next_place", ""),
        decisions=entry.texts("decisions"),
        poll=entry.text("poll", ""),
        agenda=_words(entry, "agenda"),
        minutes=_words(entry, "minutes"),
        actions=tuple(_action(one) for one in entry.tables("action")),
    )
    entry.close()
    if (made.day is None) == (not made.in_days):
        raise entry.fail("needs a day, or in_days")
    return made


def _action(entry: Table) -> Action:
    made = Action(
        what=entry.text("what"),
        person=entry.text("person", ""),
        structure=entry.text("structure", ""),
        due=_day(entry, "due"),
        due_in_days=entry.integer_or_none("due_in_days") or 0,
        done=_day(entry, "done"),
    )
    entry.close()
    return made
