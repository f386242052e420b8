"""Fiches as a Word document: real styles, lists that count anew, table heads, pictures with alternative text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from workspace.exchange.words import Sheaf, Sheet
from workspace.kernel.messages import translate
from workspace.livetext.words import Block, Run

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_FONT = "Calibri"
_ACCENT = RGBColor(0x8A, 0x36, 0x12)
_WIDEST, _TALLEST = Cm(16), Cm(20)
_LIST_STYLES = 3  # Word's own template has "List Bullet" to "List Bullet 3"


def write(sheaf: Sheaf) -> bytes:
    """The bytes of a .docx; each fiche begins on a page of its own."""
    document = Document()
    _prepare(document, sheaf)
    writer = _Writer(document, sheaf)
    for place, sheet in enumerate(sheaf.sheets):
        if place:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        writer.sheet(sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Any, sheaf: Sheaf) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = sheaf.title, "Chemise", ""
    properties.language = _LANGUAGES[sheaf.language]
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[sheaf.language])
    defaults.append(language)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 24), ("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 12), ("Heading 4", 11)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), _ACCENT
        fonts = document.styles[name].element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)


class _Writer:
    def __init__(self, document: Any, sheaf: Sheaf) -> None:
        self._document = document
        self._sheaf = sheaf
        self._drawings = 0

    def sheet(self, sheet: Sheet) -> None:
        """One fiche."""
        self._document.add_heading(sheet.title, 1)
        if sheet.accroche:
            self._document.add_paragraph(sheet.accroche, style="Subtitle")
        about = " · ".join((*sheet.etapes, *sheet.structures))
        if about:
            self._document.add_paragraph(about)
        for name, blocks in sheet.levels.items():
            if blocks:
                self._document.add_heading(translate(self._sheaf.language, f"fiche-{name}"), 2)
                self._blocks(blocks, None)

    def _blocks(self, blocks: Iterable[Block], style: str | None) -> None:
        for block in blocks:
            self._block(block, style)

    def _block(self, block: Block, style: str | None) -> None:
        kind = block.kind
        if kind == "heading":
            made = self._document.add_heading("", min(4, int(block.attrs.get("level", 2)) + 1))
            self._runs(made, block.runs)
        elif kind in {"bulletList", "orderedList"}:
            self._list(block, 1)
        elif kind == "blockquote":
            self._blocks(block.children, "Quote")
        elif kind == "callout":
            self._callout(block)
        elif kind == "keyFigure":
            self._key_figure(block)
        elif kind == "table":
            self._table(block)
        elif kind == "figure":
            self._figure(block)
        else:
            self._runs(self._document.add_paragraph(style=style), block.runs)

    def _list(self, block: Block, level: int) -> None:
        ordered = block.kind == "orderedList"
        depth = min(level, _LIST_STYLES)
        style = ("List Number" if ordered else "List Bullet") + (f" {depth}" if depth > 1 else "")
        number_id = self._fresh_number(style, int(block.attrs.get("start", 1) or 1)) if ordered else None
        for item in block.children:
            for place, part in enumerate(item.children):
                if part.kind in {"bulletList", "orderedList"}:
                    self._list(part, level + 1)
                    continue
                continued = "List Continue" + (f" {depth}" if depth > 1 else "")
                made = self._document.add_paragraph(style=continued if place else style)
                if number_id is not None and not place:
                    _set_number(made, number_id)
                self._runs(made, part.runs)

    def _fresh_number(self, style: str, start: int) -> int:
        """A numbering of its own for one list: Word would go on counting from the list before."""
        numbering = self._document.part.numbering_part.element
        own = self._document.styles[style].element.pPr.numPr.numId.val
        fresh = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(fresh.numId)

    def _callout(self, block: Block) -> None:
        """A table of one cell, as Word users frame words; read back as what it holds."""
        table = self._document.add_table(rows=1, cols=1, style="Table Grid")
        cell = table.cell(0, 0)
        inner = _Writer(_Inside(self._document, cell), self._sheaf)
        tone = str(block.attrs.get("tone", "info"))
        first = cell.paragraphs[0]
        first.add_run(translate(self._sheaf.language, f"exchange-tone-{tone}")).bold = True
        inner._blocks(block.children, None)
        self._document.add_paragraph()

    def _key_figure(self, block: Block) -> None:
        made = self._document.add_paragraph()
        for place, child in enumerate(block.children):
            run = made.add_run(("" if place == 0 else " ") + "".join(one.text for one in child.runs))
            if place == 0:
                run.bold, run.font.size = True, Pt(18)

    def _table(self, block: Block) -> None:
        width = max(len(row.children) for row in block.children)
        table = self._document.add_table(rows=0, cols=width, style="Table Grid")
        for row in block.children:
            made = table.add_row()
            if row.children and all(cell.kind == "tableHeader" for cell in row.children):
                made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx has no other way
            for cell, place in zip(row.children, made.cells, strict=False):
                self._cell(cell, place)
        self._document.add_paragraph()

    def _cell(self, cell: Block, place: Any) -> None:
        for number, part in enumerate(cell.children):
            paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
            runs = part.runs
            if cell.kind == "tableHeader":
                runs = tuple(Run(run.text, True, run.italic, run.href) for run in runs)  # noqa: FBT003 its own order
            self._runs(paragraph, runs)

    def _figure(self, block: Block) -> None:
        alt, credit = str(block.attrs.get("alt") or ""), str(block.attrs.get("credit") or "")
        found = self._sheaf.pictures.get(str(block.attrs.get("picture")))
        if found is None:
            said = translate(
                self._sheaf.language, "exchange-picture", alt=alt, credit=f" ({credit})" if credit else ""
            )
            self._document.add_paragraph(said)
            return
        paragraph = self._document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(found[1]))
        scale = min(1.0, _WIDEST / shape.width, _TALLEST / shape.height)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
        shape._inline.docPr.set("descr", alt)  # noqa: SLF001 python-docx has no other way
        if credit:
            self._document.add_paragraph(credit, style="Caption")

    def _runs(self, paragraph: Any, runs: Iterable[Run]) -> None:
        for run in runs:
            if run.text == "\n":
                paragraph.add_run().add_break()
                continue
            holder = paragraph
            if run.href.startswith(("http", "mailto:")):
                holder = _link(paragraph, run.href)
            _add_run(paragraph, holder, run)


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


def _set_number(paragraph: Any, number_id: int) -> None:
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 python-docx has no other way
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = number_id


def _link(paragraph: Any, href: str) -> Any:
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(element)  # noqa: SLF001 python-docx has no other way
    return element


def _add_run(paragraph: Any, holder: Any, run: Run) -> None:
    made = paragraph.add_run(run.text)
    made.bold, made.italic = run.bold or None, run.italic or None
    if holder is not paragraph:
        made.font.underline, made.font.color.rgb = True, _ACCENT
        holder.append(made._r)  # noqa: SLF001 python-docx has no other way
