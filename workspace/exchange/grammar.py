"""Any tree of blocks, made to fit what the editor can hold. Pure.

ProseMirror silently drops a node that its schema does not allow, words included (editor/src/schema). So what comes
from outside is put into shape here, and no word is lost on the way: what may not stand in a place becomes paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from workspace.livetext.rules import safe_href, safe_source
from workspace.livetext.words import Block, Run
from workspace.publishing.parts import TONES

HEADINGS = (2, 3)
LISTS = ("bulletList", "orderedList")
CELLS = ("tableCell", "tableHeader")
_CONTAINERS = frozenset(
    {*LISTS, *CELLS, "listItem", "blockquote", "callout", "keyFigure", "table", "tableRow", "figure"}
)
DEEPEST = 6  # containers inside each other; the stored format allows 24 nodes
MOST_COLUMNS = 20
MOST_START = 9999
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[\r\n\t]+")


def fit(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks as a text may hold them: same words, same order, empty ones left out."""
    return tuple(_flow(map(_settled, blocks), 0))


def _settled(block: Block) -> Block:
    """Characters straight inside a container stand in a paragraph there; what holds characters holds no block."""
    children = tuple(map(_settled, block.children))
    if block.runs and block.kind in _CONTAINERS:
        return Block(block.kind, block.attrs, children=(Block("paragraph", runs=block.runs), *children))
    return replace(block, children=children)


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every word of a tree, in order; a picture has those of its alternative text and credit."""
    for block in blocks:
        yield from "".join(run.text for run in block.runs).split()
        if block.kind == "figure":
            yield from f"{block.attrs.get('alt') or ''} {block.attrs.get('credit') or ''}".split()
        yield from words_of(block.children)


def _flow(blocks: Iterable[Block], depth: int) -> Iterator[Block]:
    """What may stand in the text itself or in a callout."""
    for block in blocks:
        shape = _paragraph if depth >= DEEPEST and block.children else _SHAPES.get(block.kind, _paragraph)
        yield from shape(block, depth)


def _paragraph(block: Block, _depth: int) -> Iterator[Block]:
    return _paragraphs((block,))


def _quote(block: Block, depth: int) -> Iterator[Block]:
    inner = tuple(_quoted(block.children, depth + 1))
    if inner:
        yield Block("blockquote", children=inner)


def _callout(block: Block, depth: int) -> Iterator[Block]:
    inner = tuple(_flow(block.children, depth + 1))
    if inner:
        tone = block.attrs.get("tone")
        yield Block("callout", {"tone": tone if tone in TONES else TONES[0]}, children=inner)


def _quoted(blocks: Iterable[Block], depth: int) -> Iterator[Block]:
    """What may stand in a quote: paragraphs and lists."""
    for block in blocks:
        if block.kind in LISTS and depth < DEEPEST:
            yield from _list(block, depth)
        elif block.kind in {"blockquote", "callout"}:
            yield from _quoted(block.children, depth)
        else:
            yield from _paragraphs((block,))


def _heading(block: Block, _depth: int) -> Iterator[Block]:
    runs = clean_runs(block.runs)
    if runs:
        level = block.attrs.get("level")
        yield Block("heading", {"level": level if level in HEADINGS else HEADINGS[-1]}, runs=runs)
    yield from _paragraphs(block.children)


def _list(block: Block, depth: int) -> Iterator[Block]:
    items = []
    for child in block.children:
        inner = list(_in_item(child.children if child.kind == "listItem" else (child,), depth + 1))
        if inner:
            if inner[0].kind != "paragraph":
                inner.insert(0, Block("paragraph"))
            items.append(Block("listItem", children=tuple(inner)))
    if items:
        start = block.attrs.get("start")
        numbered = block.kind == "orderedList" and type(start) is int and 1 < start <= MOST_START
        attrs = {"start": start} if numbered else {}
        yield Block(block.kind, attrs, children=tuple(items))


def _in_item(blocks: Iterable[Block], depth: int) -> Iterator[Block]:
    for block in blocks:
        if block.kind in LISTS and depth < DEEPEST:
            yield from _list(block, depth)
        elif block.kind in {"blockquote", "callout", "listItem"}:
            yield from _in_item(block.children, depth)
        else:
            yield from _paragraphs((block,))


def _key_figure(block: Block, _depth: int) -> Iterator[Block]:
    kinds = [child.kind for child in block.children]
    if kinds != ["keyFigureValue", "keyFigureLabel"] or any(child.children for child in block.children):
        yield from _paragraphs(block.children)
        return
    parts = tuple(
        Block(child.kind, runs=_bare("".join(run.text for run in clean_runs(child.runs)))) for child in block.children
    )
    if any(part.runs for part in parts):
        yield Block("keyFigure", children=parts)


def _bare(text: str) -> tuple[Run, ...]:
    joined = " ".join(text.split("\n")).strip()
    return (Run(joined),) if joined else ()


def _table(block: Block, _depth: int) -> Iterator[Block]:
    rows = []
    for row in block.children:
        cells = row.children if row.kind == "tableRow" else (row,)
        made = [_cell(cell) for cell in cells]
        if any(run.text for cell in made for part in cell.children for run in part.runs):
            rows.append(made)
    width = max(map(len, rows), default=0)
    if not rows:
        return
    if width > MOST_COLUMNS:
        yield from _paragraphs((block,))
        return
    filled = [row + [_cell(Block("tableCell"))] * (width - len(row)) for row in rows]
    yield Block("table", children=tuple(Block("tableRow", children=tuple(row)) for row in filled))


def _cell(cell: Block) -> Block:
    kind = cell.kind if cell.kind in CELLS else "tableCell"
    inside = cell.children if cell.kind in CELLS else (cell,)
    return Block(kind, children=tuple(_paragraphs(inside)) or (Block("paragraph"),))


def _figure(block: Block, _depth: int) -> Iterator[Block]:
    attrs = block.attrs
    if isinstance(attrs.get("src"), str) and attrs["src"] and safe_source(attrs["src"]) and attrs.get("picture"):
        kept = {key: attrs[key] for key in ("src", "picture", "alt", "credit", "width", "height") if key in attrs}
        yield Block("figure", kept)
        yield from _paragraphs(block.children)
    else:
        yield from _paragraphs((block,))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Everything inside as paragraphs, in order: a row of a table is one, its cells parted by a dash."""
    for block in blocks:
        runs = clean_runs(block.runs)
        if runs:
            yield Block("paragraph", runs=runs)
        if block.kind == "figure":
            words = f"{block.attrs.get('alt') or ''} {block.attrs.get('credit') or ''}"
            if said := clean_runs((Run(" ".join(words.split())),)):
                yield Block("paragraph", runs=said)
        if block.kind == "tableRow":
            yield from _row(block)
        else:
            yield from _paragraphs(block.children)


def _row(block: Block) -> Iterator[Block]:
    joined: list[Run] = []
    for cell in block.children:
        inside = [run for part in _paragraphs((cell,)) for run in (*part.runs, Run(" "))][:-1]
        if inside:
            joined += [Run(" – "), *inside] if joined else inside
    if runs := clean_runs(joined):
        yield Block("paragraph", runs=runs)


def clean_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs without what may not be stored, neighbours with the same marks joined, spaces cut off at both ends."""
    made: list[Run] = []
    for run in runs:
        if run.text == "\n":
            made.append(Run("\n"))
            continue
        text = _SPACES.sub(" ", _CONTROLS.sub("", run.text))
        if not text:
            continue
        one = Run(text, run.bold, run.italic, run.href if safe_href(run.href) else "")
        last = made[-1] if made else None
        if last is not None and last.text != "\n" and replace(last, text="") == replace(one, text=""):
            made[-1] = replace(one, text=last.text + text)
        else:
            made.append(one)
    return _trimmed(made)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip(" \n"):
        runs.pop(0)
    while runs and not runs[-1].text.strip(" \n"):
        runs.pop()
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" "))
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return tuple(runs)


_SHAPES: dict[str, Callable[[Block, int], Iterator[Block]]] = {
    "heading": _heading,
    "bulletList": _list,
    "orderedList": _list,
    "blockquote": _quote,
    "callout": _callout,
    "keyFigure": _key_figure,
    "table": _table,
    "figure": _figure,
}
