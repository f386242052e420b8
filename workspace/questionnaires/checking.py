"""Pure: from the fields of a posted page to values, or to an error beside each field that will not do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from workspace.kernel.errors import DomainError
from workspace.questionnaires.rules import ANSWER_LENGTH, clean_text
from workspace.questionnaires.words import Item, ItemKind, Posted, Value

CONSENT = "consent"
Fields = Mapping[str, Sequence[str]]


def field_name(item: Item, choice: int | None = None) -> str:
    """The name of an item's field on the page; a ranking has one for each choice."""
    name = f"q{item.item_id.hex}"
    return name if choice is None else f"{name}-{choice}"


def read_posted(items: Iterable[Item], fields: Fields, *, keyed: bool = False) -> Posted:
    """Read the fields of all questions. An empty answer to a question that may stay empty is no answer.

    `keyed`: copied from a sheet of paper, on which every question may have stayed empty.

    Error codes: `empty`, `too-long`, `choice` (not one that was offered), `ranks` (a place given twice or left
    out), `consent`.
    """
    values: dict[UUID, Value] = {}
    errors: dict[str, str] = {}
    if _one(fields, CONSENT) != "yes":
        errors[CONSENT] = "consent"
    for item in items:
        if not item.is_question:
            continue
        asked = replace(item, required=False) if keyed else item
        value, error = READERS[item.kind](asked, fields)
        if error:
            errors[field_name(item)] = error
        elif value is not None:
            values[item.item_id] = value
        elif asked.required:
            errors[field_name(item)] = "empty"
    return Posted(values=values, errors=errors)


Read = tuple[Value | None, str]


def _one(fields: Fields, name: str) -> str:
    given = fields.get(name, ())
    return given[0] if given else ""


def _open(item: Item, fields: Fields) -> Read:
    try:
        return clean_text(_one(fields, field_name(item)), maximum=ANSWER_LENGTH, field="answer") or None, ""
    except DomainError:
        return None, "too-long"


def _index(said: str, count: int) -> int | None:
    """A choice's place, written in plain digits, or None."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 4 and int(said) < count else None  # noqa: PLR2004


def _single(item: Item, fields: Fields) -> Read:
    said = _one(fields, field_name(item))
    if not said:
        return None, ""
    chosen = _index(said, len(item.choices))
    return (None, "choice") if chosen is None else (chosen, "")


def _multiple(item: Item, fields: Fields) -> Read:
    chosen = [_index(said, len(item.choices)) for said in fields.get(field_name(item), ())]
    known = sorted({one for one in chosen if one is not None})
    if None in chosen:
        return None, "choice"
    return known or None, ""


def _scale(item: Item, fields: Fields) -> Read:
    said = _one(fields, field_name(item))
    if not said:
        return None, ""
    step = _index(said, item.steps + 1)
    return (None, "choice") if not step else (step, "")


def _ranking(item: Item, fields: Fields) -> Read:
    """Places 1, 2, 3…; the last ones may be left out where the question may stay empty, never one in between."""
    count = len(item.choices)
    places: dict[int, int] = {}
    for choice in range(count):
        said = _one(fields, field_name(item, choice))
        if not said:
            continue
        place = _index(said, count + 1)
        if not place:
            return None, "choice"
        if place in places:
            return None, "ranks"
        places[place] = choice
    if not places:
        return None, ""
    if sorted(places) != list(range(1, len(places) + 1)) or (item.required and len(places) < count):
        return None, "ranks"
    return [places[place] for place in sorted(places)], ""


READERS: dict[ItemKind, Callable[[Item, Fields], Read]] = {
    ItemKind.OPEN: _open,
    ItemKind.SINGLE: _single,
    ItemKind.MULTIPLE: _multiple,
    ItemKind.SCALE: _scale,
    ItemKind.RANKING: _ranking,
}


def said(item: Item, value: Value) -> str:
    """A value in words: the text, the choices, the places."""
    if item.kind is ItemKind.SCALE:
        return f"{value} / {item.steps}"
    if isinstance(value, int):
        return item.choices[value] if value < len(item.choices) else ""
    if isinstance(value, list):
        names = [item.choices[one] for one in value if one < len(item.choices)]
        if item.kind is ItemKind.RANKING:
            return " > ".join(names)
        return " ; ".join(names)
    return value
