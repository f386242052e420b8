"""Our own JSON (`workspace/exchange/writers/tree.py` writes it), read back with as little trust as any other file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workspace.exchange.words import Note, NoteKind, Reading
from workspace.kernel.errors import RuleBroken
from workspace.livetext.rules import NODES, attribute_allowed
from workspace.livetext.words import FRAGMENTS, Block, Run, TextKind

FORMAT = "chemise-fiches"
VERSION = 1
_LEVELS = FRAGMENTS[TextKind.FICHE]
_DEEPEST = 24


def read(text: str, level: str) -> Reading:
    """The blocks of a file of fiches.

    One fiche: its blocks of that level, or of both when that one is empty. Several: each under its title. Pictures
    belong to a group and stay there: they are noted. Raises RuleBroken `error-import-json`.
    """
    try:
        said = json.loads(text)
        if said["format"] != FORMAT or said["version"] != VERSION:
            raise RuleBroken("error-import-json")
        fiches = [
            (str(one["title"]), {name: one["levels"].get(name) or [] for name in _LEVELS}) for one in said["fiches"]
        ]
        notes: list[Note] = []
        if len(fiches) == 1:
            levels = fiches[0][1]
            blocks = list(_blocks(levels.get(level) or [one for name in _LEVELS for one in levels[name]], notes, 0))
        else:
            blocks = []
            for title, levels in fiches:
                blocks.append(Block("heading", {"level": 2}, runs=(Run(title),)))
                blocks += _blocks([one for name in _LEVELS for one in levels[name]], notes, 0)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RuleBroken("error-import-json") from None
    return Reading(blocks=tuple(blocks), notes=tuple(notes))


def _levels(fiche: Any) -> dict[str, Any]:
    return {name: fiche["levels"].get(name) or [] for name in _LEVELS}


def _blocks(values: Any, notes: list[Note], depth: int) -> Iterator[Block]:
    if not isinstance(values, list) or depth > _DEEPEST:
        raise ValueError
    for value in values:
        kind, attrs = value["kind"], dict(value.get("attrs", {}))
        if kind not in NODES or not all(attribute_allowed(name, one) for name, one in attrs.items()):
            raise ValueError
        if kind == "figure":
            said = f"{attrs.get('alt') or ''} {attrs.get('credit') or ''}"
            notes.append(Note(kind=NoteKind.IMAGE, text=" ".join(said.split())))
            continue
        runs = tuple(_run(one) for one in value.get("runs", ()))
        yield Block(kind, attrs, runs=runs, children=tuple(_blocks(value.get("children", []), notes, depth + 1)))


def _run(value: Any) -> Run:
    text, href = value["text"], value.get("href", "")
    if not isinstance(text, str) or not isinstance(href, str):
        raise TypeError
    return Run(text, bold=value.get("bold") is True, italic=value.get("italic") is True, href=href)
