"""The text of an example fiche: blocks under the names of the editor's nodes, read from TOML tables.

Inline marks: `**bold**`, `_italic_`, `[label](https://...)`, `[label](fiche:key)`, `[label](structure:key)`;
a backslash takes its meaning away from the mark that follows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from examples.reading import Table

NO_ATTRS: Mapping[str, str | int] = MappingProxyType({})
TONES = ("info", "warning", "idea")
HEADING_LEVELS = (2, 3)
QUOTABLE = ("paragraph", "bulletList", "orderedList")

_MARKS = re.compile(
    r"\\(?P<escaped>[\\*_\[\]()])"
    r"|\*\*(?P<bold>(?:\\.|[^\\])+?)\*\*"
    r"|_(?P<italic>(?:\\.|[^\\_])+)_"
    r"|\[(?P<label>(?:\\.|[^\\\[\]])+)\]\((?P<href>[^()\s]+)\)"
    r"|(?P<plain>[^\\*_\[\]]+)"
)
_HREF = re.compile(r"https://[^\s/]+\S*|(?:fiche|structure):[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with its marks; `href` is empty, https, `fiche:<key>` or `structure:<key>`."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A node of the text: `kind` is the editor's node name; only the innermost nodes hold runs."""

    kind: str
    attrs: Mapping[str, str | int] = field(default_factory=lambda: NO_ATTRS)
    runs: tuple[Run, ...] = ()
    children: tuple["Block", ...] = ()

    def walk(self) -> Iterator["Block"]:
        """Give this block, then everything inside it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def plain_text(blocks: tuple[Block, ...]) -> str:
    """The words alone, one line for each innermost node."""
    lines = ("".join(run.text for run in node.runs) for block in blocks for node in block.walk() if node.runs)
    return "\n".join(lines)


def links(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Every href, in reading order."""
    return tuple(run.href for block in blocks for node in block.walk() for run in node.runs if run.href)


def parse_inline(source: str, where: str = "text") -> tuple[Run, ...]:
    """The runs of a line of inline marks; a mark left open or a strange link raises ValueError."""
    return _merged(_runs(source, Run(""), where))


def parse_blocks(tables: tuple[Table, ...]) -> tuple[Block, ...]:
    """The blocks of a level, or of a callout or a quote."""
    return tuple(_parse_block(table) for table in tables)


def _runs(source: str, marks: Run, where: str) -> Iterator[Run]:
    position = 0
    while position < len(source):
        match = _MARKS.match(source, position)
        if match is None:
            raise ValueError(f"{where}: mark left open at {source[position : position + 20]!r}")
        position = match.end()
        if match["bold"] is not None:
            yield from _runs(match["bold"], replace(marks, bold=True), where)
        elif match["italic"] is not None:
            yield from _runs(match["italic"], replace(marks, italic=True), where)
        elif match["label"] is not None:
            if not _HREF.fullmatch(match["href"]):
                raise ValueError(f"{where}: link to {match['href']!r} is not allowed")
            yield from _runs(match["label"], replace(marks, href=match["href"]), where)
        else:
            yield replace(marks, text=match["escaped"] or match["plain"])


def _merged(runs: Iterator[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _parse_block(table: Table) -> Block:
    kind = table.text("type")
    match kind:
        case "paragraph":
            block = _leaf(kind, table.text("text"), table)
        case "heading":
            block = _heading(table)
        case "bulletList" | "orderedList":
            block = _list(kind, table)
        case "callout":
            block = _callout(table)
        case "blockquote":
            block = _quote(table)
        case "keyFigure":
            block = _key_figure(table)
        case "table":
            block = _table(table)
        case _:
            raise table.fail(f"unknown block {kind!r}")
    table.close()
    return block


def _leaf(kind: str, source: str, table: Table) -> Block:
    return Block(kind, runs=parse_inline(source, table.where))


def _heading(table: Table) -> Block:
    level = table.integer("level")
    if level not in HEADING_LEVELS:
        raise table.fail(f"heading level {level} is not one of {HEADING_LEVELS}")
    return replace(_leaf("heading", table.text("text"), table), attrs=MappingProxyType({"level": level}))


def _list(kind: str, table: Table) -> Block:
    items = table.texts("items")
    if not items:
        raise table.fail("'items' is empty")
    return Block(kind, children=tuple(_wrapped("listItem", item, table) for item in items))


def _callout(table: Table) -> Block:
    tone = table.text("tone")
    if tone not in TONES:
        raise table.fail(f"tone {tone!r} is not one of {TONES}")
    return Block("callout", MappingProxyType({"tone": tone}), children=_inner_blocks(table))


def _quote(table: Table) -> Block:
    inner = _inner_blocks(table)
    if any(block.kind not in QUOTABLE for block in inner):
        raise table.fail(f"a quote holds only {QUOTABLE}")
    return Block("blockquote", children=inner)


def _key_figure(table: Table) -> Block:
    value = _leaf("keyFigureValue", table.text("value"), table)
    label = _leaf("keyFigureLabel", table.text("label"), table)
    if any(run != Run(run.text) for run in value.runs + label.runs):
        raise table.fail("a key figure bears no mark and no link")
    return Block("keyFigure", children=(value, label))


def _inner_blocks(table: Table) -> tuple[Block, ...]:
    inner = table.tables("blocks")
    if not inner:
        raise table.fail("'blocks' is empty")
    return parse_blocks(inner)


def _table(table: Table) -> Block:
    header, rows = table.flag("header"), table.rows("rows")
    if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
        raise table.fail("'rows' must hold rows of the same length")
    kinds = ["tableHeader" if header and number == 0 else "tableCell" for number in range(len(rows))]
    lines: list[Block] = []
    for kind, row in zip(kinds, rows, strict=True):
        lines.append(Block("tableRow", children=tuple(_wrapped(kind, cell, table) for cell in row)))
    return Block("table", children=tuple(lines))


def _wrapped(kind: str, source: str, table: Table) -> Block:
    return Block(kind, children=(_leaf("paragraph", source, table),))
