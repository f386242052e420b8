"""Blocks as a Word document: real styles, lists that count anew, table heads, pictures with alternative text.

A room makes a `WordDocument`, adds what it has to say in order, and takes the bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from workspace.livetext.words import Block, Run
from workspace.publishing.parts import columns_of, is_head, outside_link, picture_words, start_of, tone_name

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_FONT = "Calibri"
_ACCENT = RGBColor(0x8A, 0x36, 0x12)
_WIDEST, _TALLEST = Cm(16), Cm(20)
_LIST_STYLES = 3  # Word's own template has "List Bullet" to "List Bullet 3"
_HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Sizes in points: of the title and four levels of headings, of the words of tables (None: as the text).

    `margin` is in centimetres.
    """

    headings: tuple[float, float, float, float, float] = (24, 18, 14, 12, 11)
    tables: float | None = None
    margin: float = 2.5


class WordDocument:
    """A .docx in the making. `pictures`: id -> data of those that may be shown; of others the words are told."""

    def __init__(
        self, title: str, language: str, *, look: Look | None = None, pictures: Mapping[str, bytes] | None = None
    ) -> None:
        self._made = Document()
        self._look = look or Look()
        self._drawing = _Drawing(language, pictures or {}, self._look.tables)
        self._prepare(title, language)

    def _prepare(self, title: str, language: str) -> None:
        properties, styles = self._made.core_properties, self._made.styles
        properties.title, properties.author, properties.comments = title, "Chemise", ""
        properties.language = _LANGUAGES[language]
        defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        said = OxmlElement("w:lang")
        said.set(qn("w:val"), _LANGUAGES[language])
        defaults.append(said)
        normal: Any = styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(11)
        normal.paragraph_format.space_after = Pt(6)
        for name, size in zip(_HEADINGS, self._look.headings, strict=True):
            style: Any = styles[name]
            style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _ACCENT
            fonts = style.element.rPr.rFonts
            for key in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[key]
        section = self._made.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(self._look.margin)

    def heading(self, text: str, level: int) -> None:
        """A heading; level 0 is the document's title."""
        self._made.add_heading(text, level)

    def line(self, text: str, *, style: str | None = None, italic: bool = False) -> None:
        """A paragraph of plain words."""
        made = self._made.add_paragraph(text, style)
        if italic:
            made.runs[0].italic = True

    def blocks(self, blocks: Iterable[Block], *, below: int) -> None:
        """What people wrote, under a heading of the level `below`."""
        self._drawing.blocks(self._made, blocks, below)

    def new_page(self) -> None:
        """What follows begins a page."""
        self._made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def data(self) -> bytes:
        """The bytes of the file."""
        out = io.BytesIO()
        self._made.save(out)
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Blocks into a place: the document, or a cell that stands for one."""

    language: str
    pictures: Mapping[str, bytes] = field(repr=False)
    table_size: float | None

    def blocks(self, place: Any, blocks: Iterable[Block], below: int, style: str | None = None) -> None:
        for block in blocks:
            self._block(place, block, below, style)

    def _block(self, place: Any, block: Block, below: int, style: str | None) -> None:
        kind = block.kind
        if kind == "heading":
            # The first level of a text is 2: its title is that of the page.
            level = min(len(_HEADINGS) - 1, below + int(block.attrs.get("level", 2)) - 1)
            _runs(place.add_heading("", level), block.runs)
        elif kind in {"bulletList", "orderedList"}:
            self._list(place, block, 1)
        elif kind == "blockquote":
            self.blocks(place, block.children, below, "Quote")
        elif kind == "callout":
            self._callout(place, block, below)
        elif kind == "keyFigure":
            _key_figure(place, block)
        elif kind == "table":
            self._table(place, block)
        elif kind == "figure":
            self._figure(place, block)
        else:
            _runs(place.add_paragraph(style=style), block.runs)

    def _list(self, place: Any, block: Block, level: int) -> None:
        ordered = block.kind == "orderedList"
        depth = min(level, _LIST_STYLES)
        style = ("List Number" if ordered else "List Bullet") + (f" {depth}" if depth > 1 else "")
        number_id = _fresh_number(place, style, start_of(block)) if ordered else None
        for item in block.children:
            for index, part in enumerate(item.children):
                if part.kind in {"bulletList", "orderedList"}:
                    self._list(place, part, level + 1)
                    continue
                continued = "List Continue" + (f" {depth}" if depth > 1 else "")
                made = place.add_paragraph(style=continued if index else style)
                if number_id is not None and not index:
                    _set_number(made, number_id)
                _runs(made, part.runs)

    def _callout(self, place: Any, block: Block, below: int) -> None:
        """A table of one cell, as Word users frame words; read back as what it holds."""
        table = place.add_table(rows=1, cols=1, style="Table Grid")
        cell = table.cell(0, 0)
        cell.paragraphs[0].add_run(tone_name(block, self.language)).bold = True
        self.blocks(_Inside(place, cell), block.children, below)
        place.add_paragraph()

    def _table(self, place: Any, block: Block) -> None:
        table = place.add_table(rows=0, cols=columns_of(block), style="Table Grid")
        for row in block.children:
            made = table.add_row()
            if is_head(row):
                made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx has no other way
            for cell, spot in zip(row.children, made.cells, strict=False):
                self._cell(cell, spot)
        place.add_paragraph()

    def _cell(self, cell: Block, spot: Any) -> None:
        for number, part in enumerate(cell.children):
            paragraph = spot.paragraphs[0] if number == 0 else spot.add_paragraph()
            runs = part.runs
            if cell.kind == "tableHeader":
                runs = tuple(Run(run.text, True, run.italic, run.href) for run in runs)  # noqa: FBT003 its own order
            _runs(paragraph, runs, self.table_size)

    def _figure(self, place: Any, block: Block) -> None:
        alt, credit, said = picture_words(block, self.language)
        found = self.pictures.get(str(block.attrs.get("picture")))
        if found is None:
            place.add_paragraph(said)
            return
        shape = place.add_paragraph().add_run().add_picture(io.BytesIO(found))
        scale = min(1.0, _WIDEST / shape.width, _TALLEST / shape.height)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
        shape._inline.docPr.set("descr", alt)  # noqa: SLF001 python-docx has no other way
        if credit:
            place.add_paragraph(credit, style="Caption")


class _Inside:
    """A cell where a document is asked for: paragraphs and tables go into it, styles are the document's."""

    def __init__(self, document: Any, cell: Any) -> None:
        self.part, self.styles = document.part, document.styles
        self._cell = cell

    def add_paragraph(self, text: str = "", style: str | None = None) -> Any:
        """A paragraph at the end of the cell."""
        return self._cell.add_paragraph(text, style)

    def add_heading(self, text: str, level: int) -> Any:
        """A heading at the end of the cell."""
        return self._cell.add_paragraph(text, f"Heading {level}")

    def add_table(self, rows: int, cols: int, style: str) -> Any:
        """A table inside the cell."""
        made = self._cell.add_table(rows, cols)
        made.style = style
        return made


def _key_figure(place: Any, block: Block) -> None:
    made = place.add_paragraph()
    for number, child in enumerate(block.children):
        run = made.add_run(("" if number == 0 else " ") + "".join(one.text for one in child.runs))
        if number == 0:
            run.bold, run.font.size = True, Pt(18)


def _fresh_number(place: Any, style: str, start: int) -> int:
    """A numbering of its own for one list: Word would go on counting from the list before."""
    numbering = place.part.numbering_part.element
    own = place.styles[style].element.pPr.numPr.numId.val
    fresh = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(fresh.numId)


def _set_number(paragraph: Any, number_id: int) -> None:
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 python-docx has no other way
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = number_id


def _runs(paragraph: Any, runs: Iterable[Run], size: float | None = None) -> None:
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break()
            continue
        href = outside_link(run)
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None
        if size is not None:
            made.font.size = Pt(size)
        if href:
            made.font.underline, made.font.color.rgb = True, _ACCENT
            _link(paragraph, href).append(made._r)  # noqa: SLF001 python-docx has no other way


def _link(paragraph: Any, href: str) -> Any:
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(element)  # noqa: SLF001 python-docx has no other way
    return element
