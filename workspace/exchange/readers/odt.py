"""Texts of LibreOffice and others (.odt, ISO/IEC 26300): the body as blocks, everything else named in notes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workspace.exchange.package import Package
from workspace.exchange.readers.assembly import Assembly, note_texts, whole_number
from workspace.exchange.readers.finds import Finds
from workspace.exchange.words import Note, NoteKind, Reading
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE, _DRAW, _STYLE = (_ODF % name for name in ("office", "text", "table", "drawing", "style"))
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_PARTS_OF_PAGE = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_PIXELS = (".png", ".jpg", ".jpeg", ".webp")
_MOST_SPACES = 100
_MOST_REPEATED = 20
_QUOTES = ("quotations", "quote", "citation")


def read(data: bytes, *, boxes: bool) -> Reading:
    """The blocks and notes of an OpenDocument text. Raises RuleBroken for one that cannot be read."""
    package = Package(data)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise RuleBroken("error-import-encrypted")
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise RuleBroken("error-import-mismatch")
    reader = _Reader(package, _Styles(styles, content), boxes=boxes)
    flow = Assembly()
    reader.flow(body, flow)
    pages = [] if styles is None else [one for tag in _PARTS_OF_PAGE for one in styles.iter(f"{_STYLE}{tag}")]
    heads = note_texts(NoteKind.HEADER, (_words(one) for one in pages))
    heads += [note for one in pages for frame in one.iter(f"{_DRAW}frame") for note in _picture_notes(frame)]
    return Reading(blocks=flow.blocks(), notes=(*reader.notes, *heads), pictures=tuple(reader.finds.pictures))


def _words(element: Any) -> str:
    parts: list[str] = [str(element.text or "")]
    for child in element:
        if child.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
            parts.append(" ")
        elif child.tag not in {f"{_OFFICE}annotation", f"{_TEXT}note-citation"}:
            parts.append(_words(child))
        if child.tag in _PARAGRAPHS:
            parts.append(" ")
        parts.append(str(child.tail or ""))
    return "".join(parts)


class _Styles:
    """Bold, italic, quotes and numbered lists, by the name of a style."""

    def __init__(self, *roots: Any) -> None:
        self._text: dict[str, tuple[bool, bool]] = {}
        self._parents: dict[str, str] = {}
        self._numbered: dict[str, set[int]] = {}
        for root in (one for one in roots if one is not None):
            for style in root.iter(f"{_STYLE}style"):
                name = str(style.get(f"{_STYLE}name", ""))
                said = style.find(f"{_STYLE}text-properties")
                self._parents[name] = str(style.get(f"{_STYLE}parent-style-name", ""))
                if said is not None:
                    weight, slope = str(said.get(f"{_FO}font-weight", "")), str(said.get(f"{_FO}font-style", ""))
                    self._text[name] = (weight in {"bold", "700", "800", "900"}, slope in {"italic", "oblique"})
            for style in root.iter(f"{_TEXT}list-style"):
                levels = style.iter(f"{_TEXT}list-level-style-number")
                drawn = {
                    whole_number(one.get(f"{_TEXT}level"), 1) for one in levels if one.get(f"{_STYLE}num-format")
                }
                self._numbered[str(style.get(f"{_STYLE}name", ""))] = drawn

    def marks(self, name: str) -> tuple[bool, bool]:
        """(bold, italic) of characters in this style."""
        return self._text.get(name, (name == "Strong_20_Emphasis", name == "Emphasis"))

    def is_numbered(self, name: str, level: int) -> bool:
        """Whether a list in this style counts at a level from 0."""
        return level + 1 in self._numbered.get(name, set())

    def is_quote(self, name: str) -> bool:
        """Whether a paragraph in this style is a quotation."""
        return any(one.lower() in _QUOTES for one in (name, self._parents.get(name, "")))


class _Reader:
    def __init__(self, package: Package, styles: _Styles, *, boxes: bool) -> None:
        self.notes: list[Note] = []
        self.finds = Finds(self.notes)
        self._package = package
        self._styles = styles
        self._boxes = boxes
        self._waiting: list[Any] = []  # text boxes of the paragraph being read
        self._figures: list[Block] = []  # and its pictures

    def flow(self, parent: Any, into: Assembly) -> None:
        """Blocks of a body, a cell, a section or a box."""
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                self._paragraph(child, into, None)
            elif tag == f"{_TEXT}list":
                self._list(child, into, 0, "")
            elif tag == f"{_TABLE}table":
                self._table(child, into)
            elif tag == f"{_TEXT}tracked-changes":
                deleted = child.iter(f"{_TEXT}deletion")
                self.notes += note_texts(NoteKind.DELETED, (_deleted_words(one) for one in deleted))
            elif tag == f"{_DRAW}frame":
                self._frame(child)
                self._beside(into, in_item=False)
            elif tag not in {f"{_TEXT}sequence-decls", f"{_OFFICE}forms", f"{_TEXT}variable-decls"}:
                self.flow(child, into)

    def _paragraph(self, element: Any, into: Assembly, item: tuple[int, bool] | None) -> None:
        runs: list[Run] = []
        self._inline(element, runs, Run(""))
        if "".join(run.text for run in runs).strip():
            level = str(element.get(f"{_TEXT}outline-level", "1"))
            if element.tag == f"{_TEXT}h":
                into.add(Block("heading", {"level": 2 if level in {"0", "1"} else 3}, runs=tuple(runs)))
            elif item is not None:
                into.add_item(item[0], ordered=item[1], runs=tuple(runs))
            elif self._styles.is_quote(str(element.get(f"{_TEXT}style-name", ""))):
                into.add_quote(tuple(runs))
            else:
                into.add(Block("paragraph", runs=tuple(runs)))
        self._beside(into, in_item=item is not None)

    def _beside(self, into: Assembly, *, in_item: bool) -> None:
        """What hangs on the paragraph just read: its pictures, then its text boxes."""
        figures, self._figures = self._figures, []
        into.add_figures(figures, in_item=in_item)
        found, self._waiting = self._waiting, []
        for box in found:
            said = _words(box)
            if not self._boxes:
                self.notes += note_texts(NoteKind.TEXT_BOX, [said])
                self.notes += [note for frame in box.iter(f"{_DRAW}frame") for note in _picture_notes(frame)]
            elif said.strip():
                inner = Assembly()
                self.flow(box, inner)
                self.notes += note_texts(NoteKind.BOX_PLACED, [said])
                into.add(Block("callout", {"tone": "info"}, children=inner.blocks()))

    def _list(self, element: Any, into: Assembly, level: int, inherited: str) -> None:
        name = str(element.get(f"{_TEXT}style-name", "")) or inherited
        ordered = self._styles.is_numbered(name, level)
        for item in element:
            for child in item:
                if child.tag == f"{_TEXT}list":
                    self._list(child, into, level + 1, name)
                elif child.tag in _PARAGRAPHS:
                    self._paragraph(child, into, (min(level, 8), ordered))
                else:
                    self.flow([child], into)

    def _inline(self, parent: Any, runs: list[Run], marks: Run) -> None:
        runs.append(replace(marks, text=_squeezed(parent.text)))
        for child in parent:
            self._inside(child, runs, marks)
            runs.append(replace(marks, text=_squeezed(child.tail)))

    def _inside(self, child: Any, runs: list[Run], marks: Run) -> None:
        tag = child.tag
        if tag == f"{_TEXT}line-break":
            runs.append(Run("\n"))
        elif tag in {f"{_TEXT}tab", f"{_TEXT}s"}:
            runs.append(replace(marks, text=" " * min(whole_number(child.get(f"{_TEXT}c"), 1), _MOST_SPACES)))
        elif tag == f"{_OFFICE}annotation":
            said = [_words(one) for one in child if str(one.tag).startswith(_TEXT)]
            self.notes += note_texts(NoteKind.COMMENT, [" ".join(said)])
        elif tag == f"{_TEXT}note":
            self.notes += note_texts(NoteKind.FOOTNOTE, [_words(child)])
        elif tag == f"{_DRAW}frame" or tag.startswith(_DRAW):
            self._frame(child)
        elif tag == f"{_TEXT}a":
            self._inline(child, runs, replace(marks, href=str(child.get(f"{_XLINK}href", ""))))
        else:
            bold, italic = self._styles.marks(str(child.get(f"{_TEXT}style-name", "")))
            self._inline(child, runs, replace(marks, bold=marks.bold or bold, italic=marks.italic or italic))

    def _frame(self, element: Any) -> None:
        boxes = [element] if element.tag == f"{_DRAW}text-box" else list(element.iterfind(f"{_DRAW}text-box"))
        self._waiting += boxes
        if boxes:
            return
        images = [str(one.get(f"{_XLINK}href", "")) for one in element.iter(f"{_DRAW}image")]
        if images:
            # The same picture may come in several forms, the drawing first and its pixels after: pixels are ours.
            address = min(images, key=lambda one: not one.lower().endswith(_PIXELS))
            alt = _described(element)
            if "://" in address:
                self.finds.leave(NoteKind.IMAGE_REMOTE, f"{alt} {address}")
            else:
                self._figures += self.finds.part(self._package, address.removeprefix("./"), alt)
        elif words := _words(element).strip():
            self.notes += note_texts(NoteKind.DRAWING, [words])

    def _table(self, element: Any, into: Assembly) -> None:
        rows = []
        for row in element.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is element:
                head = next(row.iterancestors(f"{_TABLE}table-header-rows", f"{_TABLE}table"))
                rows.append(self._cells(row, "tableCell" if head is element else "tableHeader"))
        if len(rows) == 1 and len(rows[0]) == 1:
            into.add(*rows[0][0].children)
        else:
            into.add(Block("table", children=tuple(Block("tableRow", children=tuple(row)) for row in rows)))

    def _cells(self, row: Any, kind: str) -> list[Block]:
        cells = []
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            inner = Assembly()
            self.flow(cell, inner)
            count = min(whole_number(cell.get(f"{_TABLE}number-columns-repeated"), 1), _MOST_REPEATED)
            cells += [Block(kind, children=inner.blocks())] * count
            if cell.get(f"{_TABLE}number-columns-spanned", "1") != "1":
                self.notes += note_texts(NoteKind.MERGED, [_words(cell)])
        return cells


def _described(frame: Any) -> str:
    """What a frame says of itself to who does not see it."""
    said = [" ".join(str(one.text or "").split()) for one in frame.iter(f"{_SVG}title", f"{_SVG}desc")]
    return " ".join(dict.fromkeys(said))


def _picture_notes(frame: Any) -> list[Note]:
    has_picture = next(frame.iter(f"{_DRAW}image"), None) is not None
    return [Note(kind=NoteKind.IMAGE, text=_described(frame))] if has_picture else []


def _squeezed(text: str | None) -> str:
    """White space of the file is one space; the spaces that are meant are elements."""
    said = str(text or "")
    if not said:
        return ""
    joined = " ".join(said.split())
    return f"{' ' if said[0].isspace() else ''}{joined}{' ' if joined and said[-1].isspace() else ''}"


def _deleted_words(element: Any) -> str:
    return " ".join(_words(one) for one in element if one.tag != f"{_OFFICE}change-info")
