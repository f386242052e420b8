"""Word documents (.docx, ECMA-376): the body as blocks, everything else named in notes.

Read from the XML itself, because the libraries at hand lose words without saying so: text boxes (all of them),
tracked insertions and content controls (python-docx); see docs/decisions/0013-import-export.md. An element that is
not known is gone through for the words inside it.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import Any

from workspace.exchange.package import Package
from workspace.exchange.readers.assembly import Assembly, note_texts
from workspace.exchange.readers.docx_styles import Styles, W, number
from workspace.exchange.readers.finds import Finds
from workspace.exchange.words import Note, NoteKind, Reading
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_BREAKS = {f"{W}br", f"{W}cr"}
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "\u2011"}
_SILENT = {f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}sectPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr", f"{W}sdtPr"}
_PAGE_PARTS = re.compile(r"word/(?:header|footer)\d*\.xml")
_DRAWN_PARTS = re.compile(r"word/(?:diagrams/data|charts/chart)[^/]*\.xml")


def read(data: bytes, *, boxes: bool) -> Reading:
    """The blocks and notes of a Word document. Raises RuleBroken for one that cannot be read."""
    package = Package(data)
    document = package.xml("word/document.xml")
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise RuleBroken("error-import-mismatch")
    styles = Styles(package.xml("word/styles.xml"), package.xml("word/numbering.xml"))
    reader = _Reader(package, styles, boxes=boxes)
    flow = Assembly()
    reader.flow(body, flow)
    return Reading(
        blocks=flow.blocks(), notes=(*reader.notes, *_beside(package)), pictures=tuple(reader.finds.pictures)
    )


def _related(package: Package) -> tuple[dict[str, str], dict[str, str]]:
    """What the body points at, by id: (addresses outside, parts of this document)."""
    found = package.xml("word/_rels/document.xml.rels")
    links: dict[str, str] = {}
    parts: dict[str, str] = {}
    for one in () if found is None else found.iter(f"{_RELATIONS}Relationship"):
        name, target = str(one.get("Id")), str(one.get("Target", ""))
        if one.get("TargetMode") == "External":
            links[name] = target
        else:
            parts[name] = posixpath.normpath(posixpath.join("/word", target)).lstrip("/")
    return links, parts


def _beside(package: Package) -> list[Note]:
    """Words that stand beside the body: comments, notes, headers and footers, charts and diagrams."""
    notes: list[Note] = []
    for part, tag, kind in (
        ("word/comments.xml", "comment", NoteKind.COMMENT),
        ("word/footnotes.xml", "footnote", NoteKind.FOOTNOTE),
        ("word/endnotes.xml", "endnote", NoteKind.FOOTNOTE),
    ):
        root = package.xml(part)
        notes += note_texts(kind, (_words(one) for one in (() if root is None else root.iter(f"{W}{tag}"))))
    for name in package.names():
        if _PAGE_PARTS.fullmatch(name):
            root = package.xml(name)
            notes += note_texts(NoteKind.HEADER, [_words(root)])
            notes += [
                Note(kind=NoteKind.IMAGE, text=_described(one))
                for one in root.iter(f"{W}drawing", f"{W}pict")
                if _shown(one)
            ]
        elif _DRAWN_PARTS.fullmatch(name):
            said = [str(one.text or "") for one in package.xml(name).iter(f"{_A}t", f"{_C}v")]
            notes += note_texts(NoteKind.DRAWING, [" ".join(said)])
    return list(dict.fromkeys(notes))


def _words(element: Any) -> str:
    """All words inside, paragraphs parted; a fallback only repeats what its choice says."""
    parts: list[str] = []

    def gather(inside: Any) -> None:
        for one in inside:
            if one.tag in {f"{W}t", f"{W}delText", f"{_M}t"}:
                parts.append(str(one.text or ""))
            elif one.tag == f"{_MC}AlternateContent":
                gather(_chosen(one))
            else:
                gather(one)
                if one.tag in {f"{W}p", f"{W}tab", f"{W}tc", *_BREAKS}:
                    parts.append(" ")

    gather(element)
    return "".join(parts)


def _chosen(alternatives: Any) -> Any:
    """One of two ways to say the same thing: the modern one, unless it says nothing."""
    choice, fallback = alternatives.find(f"{_MC}Choice"), alternatives.find(f"{_MC}Fallback")
    return choice if choice is not None and (len(choice) or fallback is None) else fallback


class _Reader:
    def __init__(self, package: Package, styles: Styles, *, boxes: bool) -> None:
        self.notes: list[Note] = []
        self.finds = Finds(self.notes)
        self._package = package
        self._styles = styles
        self._links, self._parts = _related(package)
        self._boxes = boxes
        self._waiting: list[Any] = []  # text boxes of the paragraph being read
        self._figures: list[Block] = []  # and its pictures

    def flow(self, parent: Any, into: Assembly) -> None:
        """Blocks of a body, a cell or a box."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, into)
            elif child.tag == f"{W}tbl":
                self._table(child, into)
            elif child.tag in {f"{W}del", f"{W}moveFrom"}:
                self._deleted(child)
            elif child.tag == f"{_MC}AlternateContent":
                self.flow(_chosen(child), into)
            elif child.tag not in _SILENT:
                self.flow(child, into)

    def _paragraph(self, element: Any, into: Assembly) -> None:
        before, self._waiting, self._figures = self._waiting, [], []
        runs: list[Run] = []
        self._inline(element, runs, Run(""))
        found, self._waiting = self._waiting, before
        properties = element.find(f"{W}pPr")
        self._place(properties, tuple(runs), into)
        listed = self._styles.list_of(properties) is not None or self._styles.goes_on(properties)
        into.add_figures(self._figures, in_item=listed)
        for box in found:
            self._text_box(box, into)

    def _place(self, properties: Any, runs: tuple[Run, ...], into: Assembly) -> None:
        if not "".join(run.text for run in runs).strip():
            return
        level = self._styles.heading(properties)
        listed = self._styles.list_of(properties) if level is None else None
        if level is not None:
            into.add(Block("heading", {"level": level}, runs=tuple(replace(run, bold=False) for run in runs)))
        elif listed is not None:
            into.add_item(listed[0], ordered=listed[1], runs=runs)
        elif self._styles.goes_on(properties):
            into.add_to_item(runs)
        elif self._styles.is_quote(properties):
            into.add_quote(runs)
        else:
            into.add(Block("paragraph", runs=runs))

    def _text_box(self, box: Any, into: Assembly) -> None:
        said = _words(box)
        if not said.strip():
            return
        if not self._boxes:
            self.notes += note_texts(NoteKind.TEXT_BOX, [said])
            self.notes += [
                Note(kind=NoteKind.IMAGE, text=_described(one)) for one in box.iter(f"{W}drawing") if _shown(one)
            ]
            return
        inner = Assembly()
        self.flow(box, inner)
        self.notes += note_texts(NoteKind.BOX_PLACED, [said])
        into.add(Block("callout", {"tone": "info"}, children=inner.blocks()))

    def _inline(self, parent: Any, runs: list[Run], marks: Run) -> None:  # noqa: C901 one line a kind of element
        for child in parent:
            tag = child.tag
            if tag == f"{W}t":
                runs.append(replace(marks, text=str(child.text or "")))
            elif tag == f"{W}r":
                bold, italic = self._styles.marks(child.find(f"{W}rPr"))
                self._inline(child, runs, replace(marks, bold=bold, italic=italic))
            elif tag in _BREAKS:
                runs.append(Run("\n") if child.get(f"{W}type") in {None, "textWrapping"} else Run(" "))
            elif tag in _SIGNS:
                runs.append(replace(marks, text=_SIGNS[tag]))
            elif tag == f"{W}hyperlink":
                self._inline(child, runs, replace(marks, href=self._links.get(str(child.get(f"{_R}id")), "")))
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                self._deleted(child)
            elif tag in {f"{W}ins", f"{W}moveTo"}:
                self.notes += note_texts(NoteKind.INSERTED, [_words(child)])
                self._inline(child, runs, marks)
            elif tag == f"{_MC}AlternateContent":
                self._inline(_chosen(child), runs, marks)
            elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                self._drawing(child)
            elif tag in {f"{_M}oMath", f"{_M}oMathPara"}:
                self.notes += note_texts(NoteKind.EQUATION, [_words(child)])
            elif tag not in _SILENT:
                self._inline(child, runs, marks)

    def _deleted(self, element: Any) -> None:
        if element.tag == f"{W}del":  # what was moved stands at its new place
            self.notes += note_texts(NoteKind.DELETED, [_words(element)])

    def _drawing(self, element: Any) -> None:
        boxes = _outermost(element)
        self._waiting += boxes
        shown = _shown(element)
        for place, one in enumerate(shown):
            alt = "" if place else _described(element)
            inside = str(one.get(f"{_R}embed") or one.get(f"{_R}id") or "")
            if inside in self._parts:
                self._figures += self.finds.part(self._package, self._parts[inside], alt)
            else:
                linked = self._links.get(inside) or self._links.get(str(one.get(f"{_R}link")), "")
                self.finds.leave(NoteKind.IMAGE_REMOTE if linked else NoteKind.IMAGE_BROKEN, f"{alt} {linked}")
        if element.tag == f"{W}object" and not shown:
            self.notes.append(Note(kind=NoteKind.DRAWING))

    def _table(self, element: Any, into: Assembly) -> None:
        rows = []
        for row in _rows(element):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.notes += note_texts(NoteKind.DELETED, [_words(row)])
                continue
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
            rows.append(self._cells(row, "tableHeader" if is_head else "tableCell"))
        if len(rows) == 1 and len(rows[0]) == 1:  # a frame around words, not a table
            into.add(*rows[0][0].children)
        else:
            into.add(Block("table", children=tuple(Block("tableRow", children=tuple(row)) for row in rows)))

    def _cells(self, row: Any, kind: str) -> list[Block]:
        cells: list[Block] = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            inner = Assembly()
            self.flow(cell, inner)
            cells.append(Block(kind, children=inner.blocks()))
            span = min(number(cell.find(f"{W}tcPr"), f"{W}gridSpan", 1), 20)
            if span > 1:
                self.notes += note_texts(NoteKind.MERGED, [_words(cell)])
                cells += [Block(kind)] * (span - 1)
        return cells


def _outermost(element: Any, *tags: str) -> list[Any]:
    """The text boxes of a drawing, or what has these tags; what a box holds is read with it, a fallback repeats."""
    found = []
    for one in element.iter(*(tags or (f"{W}txbxContent",))):
        above = []
        for up in one.iterancestors():
            if up is element:
                break
            above.append(up.tag)
        if f"{W}txbxContent" not in above and not _is_repeated(one, element):
            found.append(one)
    return found


def _shown(element: Any) -> list[Any]:
    """The pictures that a drawing shows outside of its text boxes."""
    return _outermost(element, f"{_A}blip", f"{_V}imagedata")


def _described(element: Any) -> str:
    """What a drawing says of itself to who does not see it."""
    said = [str(one.get("descr") or one.get("title") or "") for one in element.iter() if _describes(one)]
    return " ".join(" ".join(dict.fromkeys(said)).split())


def _is_repeated(box: Any, upto: Any) -> bool:
    for up in box.iterancestors():
        if up is upto:
            return False
        if up.tag == f"{_MC}Fallback" and _chosen(up.getparent()) is not up:
            return True
    return False


def _describes(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] in {"docPr", "imagedata", "cNvPr"}


def _rows(table: Any) -> list[Any]:
    return [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
