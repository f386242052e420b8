"""Web pages and Markdown as blocks. Markdown becomes HTML first, so that one reader decides what comes in.

Nothing of the page is kept but words and their shape: the tree that is built here has no element, style or script.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from workspace.exchange.readers.assembly import note_texts, whole_number
from workspace.exchange.readers.finds import Finds
from workspace.exchange.words import Note, NoteKind, Reading
from workspace.livetext.rules import safe_href
from workspace.livetext.words import Block, Run

_UNSEEN = frozenset("script style head template noscript meta link base title".split())  # noqa: SIM905
_PICTURES = frozenset("svg video audio canvas iframe object embed map".split())  # noqa: SIM905
_FIELDS = frozenset("input select textarea button".split())  # noqa: SIM905
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code del dfn em font i ins kbd label mark q s samp small span strike "  # noqa: SIM905
    "strong sub sup time tt u var wbr data output ruby rb rt rp nobr".split()
)
_AMONG_WORDS = _INLINE | _PICTURES | _FIELDS | {"img", "picture", "source"}
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 120

_markdown = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


def read_html(text: str) -> Reading:
    """The blocks and notes of a page or of a piece of one."""
    if not text.strip():
        return Reading(blocks=())
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return Reading(blocks=())
    reader = _Reader()
    body = root.find("body")
    blocks = reader.flow(root if body is None else body, 0)
    return Reading(blocks=tuple(blocks), notes=tuple(reader.notes), pictures=tuple(reader.finds.pictures))


def read_markdown(text: str) -> Reading:
    """The blocks and notes of CommonMark with tables; a leading block of settings is only reported."""
    notes: list[Note] = []
    if settings := _FRONT_MATTER.match(text):
        notes = note_texts(NoteKind.METADATA, [settings[1]])
        text = text[settings.end() :]
    reading = read_html(_markdown.render(text))
    return replace(reading, notes=(*notes, *reading.notes))


class _Reader:
    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.finds = Finds(self.notes)
        self._figures: list[Block] = []  # pictures among the words being read

    def flow(self, parent: Any, depth: int) -> list[Block]:
        """Blocks inside an element; characters between them are paragraphs."""
        made: list[Block] = []
        runs: list[Run] = []

        def end() -> None:
            if "".join(run.text for run in runs).strip():
                made.append(Block("paragraph", runs=tuple(runs)))
            runs.clear()
            made.extend(self._figures)
            self._figures.clear()

        runs.append(_run(parent.text, Run("")))
        for child in parent:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in _AMONG_WORDS and not _holds_blocks(child):
                self._inline(child, runs, Run(""), depth)
            elif tag:
                end()
                made += self._block(child, tag, depth + 1)
            runs.append(_run(child.tail, Run("")))
        end()
        return made

    def _block(self, element: Any, tag: str, depth: int) -> list[Block]:
        if self._left_out(element, tag) or depth > _DEEPEST:
            if depth > _DEEPEST:
                self.notes += note_texts(NoteKind.FORM, [_words(element)])
            return []
        if re.fullmatch("h[1-6]", tag):
            return self._heading(element, tag, depth)
        shape = _SHAPES.get(tag)
        return self.flow(element, depth) if shape is None else shape(self, element, depth)

    def _left_out(self, element: Any, tag: str) -> bool:
        """Whether an element holds no words to go on with; a picture is kept aside, what else it says is noted."""
        if tag == "img":
            alt = str(element.get("alt") or element.get("title") or "")
            self._figures += self.finds.address(str(element.get("src") or "").strip(), alt)
            return True
        if tag in _UNSEEN:
            return True
        if tag in _PICTURES:
            said = f"{element.get('alt') or element.get('title') or ''} {_words(element)}"
            self.notes.append(Note(kind=NoteKind.IMAGE, text=" ".join(said.split())))
            return True
        if tag in _FIELDS:
            self.notes += note_texts(NoteKind.FORM, [f"{element.get('value') or ''} {_words(element)}"])
            return True
        return False

    def _heading(self, element: Any, tag: str, depth: int) -> list[Block]:
        runs: list[Run] = []
        self._inline(element, runs, Run(""), depth)
        plain = tuple(replace(run, bold=False) for run in runs)
        figures, self._figures = self._figures, []
        return [Block("heading", {"level": 2 if tag in {"h1", "h2"} else 3}, runs=plain), *figures]

    def list_(self, element: Any, depth: int) -> list[Block]:
        """A list; what stands in it outside of items is an item too."""
        items = []
        for child in element:
            if isinstance(child.tag, str):
                inner = self.flow(child, depth + 1) if child.tag == "li" else self._block(child, child.tag, depth + 1)
                items.append(Block("listItem", children=tuple(inner)))
        ordered = element.tag == "ol"
        attrs = {"start": whole_number(element.get("start"), 1)} if ordered else {}
        return [Block("orderedList" if ordered else "bulletList", attrs, children=tuple(items))]

    def quote(self, element: Any, depth: int) -> list[Block]:
        """A quotation."""
        return [Block("blockquote", children=tuple(self.flow(element, depth)))]

    def preformatted(self, element: Any, _depth: int) -> list[Block]:
        """Lines as they stand."""
        for one in element.iter("img"):
            self._left_out(one, "img")
        lines = "".join(element.itertext()).strip("\n").split("\n")
        runs = [run for line in lines for run in (Run("\n"), Run(line))][1:]
        return [Block("paragraph", runs=tuple(runs))]

    def table(self, element: Any, depth: int) -> list[Block]:
        """A table, its caption before it."""
        made = [block for one in element.iterchildren("caption") for block in self.flow(one, depth)]
        rows = []
        for row in element.iter("tr"):
            if next(row.iterancestors("table"), None) is not element:
                continue
            in_head = next(row.iterancestors("thead", "table")).tag == "thead"
            rows.append(Block("tableRow", children=tuple(self._cells(row, depth, in_head=in_head))))
        if len(rows) == 1 and len(rows[0].children) == 1:
            return [*made, *rows[0].children[0].children]
        return [*made, Block("table", children=tuple(rows))]

    def _cells(self, row: Any, depth: int, *, in_head: bool) -> list[Block]:
        cells = []
        whole = [cell for cell in row if cell.tag in {"td", "th"}]
        as_head = in_head or (bool(whole) and all(cell.tag == "th" for cell in whole))
        for cell in whole:
            kind = "tableHeader" if as_head else "tableCell"
            cells.append(Block(kind, children=tuple(self.flow(cell, depth + 1))))
            if cell.get("rowspan", "1") != "1" or cell.get("colspan", "1") != "1":
                self.notes += note_texts(NoteKind.MERGED, [_words(cell)])
            cells += [Block(kind)] * (min(whole_number(cell.get("colspan"), 1), 20) - 1)
        return cells

    def _inline(self, element: Any, runs: list[Run], marks: Run, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if depth > _DEEPEST or (tag and self._left_out(element, tag)):
            return
        if tag == "br":
            runs.append(Run("\n"))
        marks = self._marked(element, tag, marks)
        runs.append(_run(element.text, marks))
        for child in element:
            self._inline(child, runs, marks, depth + 1)
            runs.append(_run(child.tail, marks))

    def _marked(self, element: Any, tag: str, marks: Run) -> Run:
        if tag in _BOLD:
            return replace(marks, bold=True)
        if tag in _ITALIC:
            return replace(marks, italic=True)
        if tag == "a" and (href := str(element.get("href") or "").strip()):
            if safe_href(href):
                return replace(marks, href=href)
            if not href.startswith("#"):
                self.notes += note_texts(NoteKind.LINK, [_words(element) or href[:200]])
        return marks


_SHAPES: dict[str, Callable[[_Reader, Any, int], list[Block]]] = {
    "ul": _Reader.list_,
    "ol": _Reader.list_,
    "menu": _Reader.list_,
    "blockquote": _Reader.quote,
    "pre": _Reader.preformatted,
    "table": _Reader.table,
}


def _run(text: str | None, marks: Run) -> Run:
    return replace(marks, text=_SPACES.sub(" ", str(text or "")))


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _holds_blocks(element: Any) -> bool:
    """Whether a block stands inside an inline element, as in `<a><h3>…`."""
    return any(isinstance(one.tag, str) and one.tag not in _AMONG_WORDS for one in element.iterdescendants())
