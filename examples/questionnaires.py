"""Read the example's questionnaire from its TOML file, and check it whole: no database, only the standard library."""

from dataclasses import dataclass
from pathlib import Path

from examples.loader import EXAMPLE
from examples.reading import Table, open_table

Said = str | int | list[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or a section, by key; `kind` is the value of the room's own word."""

    key: str
    kind: str
    text: str
    help: str
    required: bool
    choices: tuple[str, ...]
    ends: tuple[str, ...]
    steps: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One invented respondent: values, tags on the first open answer, and questions of the trame by item."""

    values: dict[str, Said]
    tags: tuple[str, ...]
    trame: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExampleQuestionnaire:
    """Questions, notice and invented answers."""

    title: str
    intro: str
    controller: str
    purpose: str
    contact: str
    items: tuple[Asked, ...]
    answers: tuple[Answer, ...]


def read_questionnaire(folder: Path = EXAMPLE) -> ExampleQuestionnaire:
    """The questionnaire of an example folder. A fault raises ValueError with the file's name."""
    source = open_table(folder / "questionnaire.toml")
    items = tuple(_item(entry) for entry in source.tables("item"))
    read = ExampleQuestionnaire(
        title=source.text("title"),
        intro=source.text("intro"),
        controller=source.text("controller"),
        purpose=source.text("purpose"),
        contact=source.text("contact"),
        items=items,
        answers=tuple(_answer(entry, items) for entry in source.tables("answer")),
    )
    source.close()
    return read


def _item(entry: Table) -> Asked:
    asked = Asked(
        key=entry.text("key"),
        kind=entry.text("kind"),
        text=entry.text("text"),
        help=entry.text("help", ""),
        required=entry.flag("required", default=False),
        choices=entry.texts("choices") if "choices" in entry.data else (),
        ends=entry.texts("ends") if "ends" in entry.data else (),
        steps=entry.integer_or_none("steps") or 0,
    )
    entry.close()
    return asked


def _answer(entry: Table, items: tuple[Asked, ...]) -> Answer:
    values: dict[str, Said] = {}
    for item in items:
        if item.kind == "section" or item.key not in entry.data:
            continue
        if item.kind == "open":
            values[item.key] = entry.text(item.key)
        elif item.kind in {"single", "scale"}:
            values[item.key] = entry.integer(item.key)
        else:
            values[item.key] = _integers(entry, item)
    inner = entry.table("trame")
    trame = {key: inner.texts(key) for key in list(inner.data)} if inner is not None else {}
    if inner is not None:
        inner.close()
    answer = Answer(values=values, tags=entry.texts("tags"), trame=trame)
    entry.close()
    return answer


def _integers(entry: Table, item: Asked) -> list[int]:
    given = entry.data[item.key]
    entry.seen.add(item.key)
    places = [one for one in given if type(one) is int and one < len(item.choices)] if isinstance(given, list) else []
    if not isinstance(given, list) or len(places) != len(given):
        raise entry.fail(f"{item.key!r} must be a list of places among the choices")
    return places
