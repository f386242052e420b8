"""A version as a Word document: real styles, lists, table heads, the language of the words."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from workspace.livetext.words import Block, Run
from workspace.specification.writers.paper import Paper

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_ACCENT = RGBColor(0x8A, 0x36, 0x12)
_BOTTOM_LEVEL = 4


def write(paper: Paper) -> bytes:
    """The bytes of a .docx."""
    document = Document()
    _prepare(document, paper)
    document.add_heading(paper.title, 0)
    for line in paper.about:
        document.add_paragraph(line)
    for section in paper.sections:
        document.add_heading(section.heading, 1)
        _blocks(document, section.blocks)
        if section.reasons:
            document.add_paragraph().add_run(section.reasons).italic = True
    document.add_heading(paper.voices_title, 1)
    _grid(document, (paper.columns, *paper.rows), head=True)
    document.add_paragraph(paper.proof)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = paper.title, "Chemise", ""
    properties.language = _LANGUAGES[paper.language]
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[paper.language])
    defaults.append(language)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(11)
    for name, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 12), ("Heading 4", 11)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), _ACCENT
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)


def _blocks(document: Any, blocks: Iterable[Block], style: str | None = None) -> None:
    for block in blocks:
        if block.kind == "heading":
            level = min(_BOTTOM_LEVEL, int(block.attrs.get("level", 2)))
            _runs(document.add_heading("", level), block.runs)
        elif block.kind in {"bulletList", "orderedList"}:
            kind = "List Bullet" if block.kind == "bulletList" else "List Number"
            for item in block.children:
                _blocks(document, item.children, kind)
        elif block.kind == "table":
            head = bool(block.children) and all(cell.kind == "tableHeader" for cell in block.children[0].children)
            _grid(document, [[_said(cell) for cell in row.children] for row in block.children], head=head)
        elif block.kind == "figure":
            document.add_paragraph(
                " ".join(str(block.attrs[key]) for key in ("alt", "credit") if block.attrs.get(key))
            )
        elif block.children:
            _blocks(document, block.children, style)
        else:
            _runs(document.add_paragraph(style=style), block.runs)


def _said(block: Block) -> str:
    """The words of a cell, a line for each paragraph."""
    if block.children:
        return "\n".join(_said(child) for child in block.children)
    return "".join(run.text for run in block.runs)


def _grid(document: Any, rows: Sequence[Sequence[str]], *, head: bool) -> None:
    if not rows:
        return
    table = document.add_table(rows=0, cols=max(len(row) for row in rows), style="Table Grid")
    for place, row in enumerate(rows):
        made = table.add_row()
        if head and place == 0:
            made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx has no other way
        for said, cell in zip(row, made.cells, strict=False):
            run = cell.paragraphs[0].add_run(said)
            run.bold = (head and place == 0) or None
            run.font.size = Pt(9.5)
    document.add_paragraph()


def _runs(paragraph: Any, runs: Iterable[Run]) -> None:
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break()
            continue
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None
        if run.href.startswith(("http", "mailto:")) and run.href != run.text:
            paragraph.add_run(f" ({run.href})")
