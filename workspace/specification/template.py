"""The template of a folder with fiches and a web presentation, read from `template.toml`."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from workspace.livetext.words import FRAGMENTS, Block, Run, TextKind
from workspace.specification.words import ClauseTemplate

PATH = Path(__file__).with_name("template.toml")
CLAUSES = FRAGMENTS[TextKind.SPECIFICATION]


@functools.cache
def template(language: str) -> tuple[ClauseTemplate, ...]:
    """The clauses in order, in "fr" or "en". Raises ValueError when the file does not have each clause once."""
    with PATH.open("rb") as file:
        source = tomllib.load(file)["clause"]
    if tuple(one["name"] for one in source) != CLAUSES:
        raise ValueError("template.toml: each clause once, in the order of the text's fragments")
    return tuple(
        ClauseTemplate(
            name=one["name"],
            heading=one["heading"][language],
            hint=one["hint"][language],
            is_required=one["required"],
            starter=tuple(to_block(entry) for entry in one["starter"][language]),
        )
        for one in source
    )


def to_block(entry: Any) -> Block:
    """A paragraph from a string; a bulleted list from {items}; a table from {rows}, whose first row is the head."""
    if isinstance(entry, str):
        return _paragraph(entry)
    if "items" in entry:
        return Block(
            "bulletList", children=tuple(Block("listItem", children=(_paragraph(one),)) for one in entry["items"])
        )
    head, *rows = entry["rows"]
    return Block("table", children=(_row("tableHeader", head), *(_row("tableCell", row) for row in rows)))


def _paragraph(text: str) -> Block:
    return Block("paragraph", runs=(Run(text),) if text else ())


def _row(kind: str, cells: list[str]) -> Block:
    return Block("tableRow", children=tuple(Block(kind, children=(_paragraph(cell),)) for cell in cells))
