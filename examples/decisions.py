"""Read the example's proposals from `decisions.toml`, strictly: no database, only the standard library."""

from dataclasses import dataclass
from pathlib import Path

from examples.reading import Table, known, open_table, unique


@dataclass(frozen=True, slots=True)
class Option:
    """An option; `in_days` and `hour` for a date, 0 otherwise. `picture` names a file of the pictures folder."""

    key: str
    name: str
    text: str
    picture: str
    in_days: int
    hour: int


@dataclass(frozen=True, slots=True)
class Ballot:
    """An invented ballot: marks by option key, or one choice (an option key, or the name of a stand)."""

    person: str
    choice: str
    marks: dict[str, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question of the meeting. Open ones close in some days; closed ones did some days ago (0 otherwise).

    `key` is what other files of the example call it by, empty when none does.
    """

    key: str
    title: str
    context: str
    kind: str
    method: str
    opened_by: str
    closes_in_days: int
    closed_days_ago: int
    review_in_days: int
    options: tuple[Option, ...]
    ballots: tuple[Ballot, ...]


def read_decisions(folder: Path, people: tuple[str, ...]) -> tuple[Proposal, ...]:
    """The proposals of an example. Raises ValueError, file named, for a fault."""
    source = open_table(folder / "decisions.toml")
    proposals = tuple(_proposal(entry) for entry in source.tables("proposal"))
    source.close()
    for one in proposals:
        where = f"decisions.toml: {one.title}"
        keys = [option.key for option in one.options]
        unique(keys, where)
        unique([ballot.person for ballot in one.ballots], where)
        known([one.opened_by, *(ballot.person for ballot in one.ballots)], people, where)
        known([key for ballot in one.ballots for key in ballot.marks], keys, where)
        for option in one.options:
            if option.picture and not (folder / "pictures" / option.picture).is_file():
                raise ValueError(f"{where}: no picture {option.picture!r}")
    return proposals


def _days(entry: Table, key: str) -> int:
    return entry.integer_or_none(key) or 0


def _proposal(entry: Table) -> Proposal:
    made = Proposal(
        key=entry.text("key", ""),
        title=entry.text("title"),
        context=entry.text("context"),
        kind=entry.text("kind"),
        method=entry.text("method"),
        opened_by=entry.text("opened_by"),
        closes_in_days=_days(entry, "closes_in_days"),
        closed_days_ago=_days(entry, "closed_days_ago"),
        review_in_days=_days(entry, "review_in_days"),
        options=tuple(_option(one) for one in entry.tables("option")),
        ballots=tuple(_ballot(one) for one in entry.tables("ballot")),
    )
    entry.close()
    return made


def _option(entry: Table) -> Option:
    made = Option(
        key=entry.text("key"),
        name=entry.text("name", ""),
        text=entry.text("text", ""),
        picture=entry.text("picture", ""),
        in_days=_days(entry, "in_days"),
        hour=_days(entry, "hour"),
    )
    entry.close()
    return made


def _ballot(entry: Table) -> Ballot:
    person, choice, marks = entry.text("person"), entry.text("choice", ""), entry.table("marks")
    given: dict[str, int] = {}
    if marks is not None:
        given = {key: marks.integer(key) for key in marks.data}
        marks.close()
    entry.close()
    return Ballot(person, choice, given)
