"""A version as a Word document."""

from __future__ import annotations

from workspace.publishing.docx import Look, WordDocument
from workspace.publishing.parts import plain_table
from workspace.specification.writers.paper import Paper

_LOOK = Look(headings=(24, 16, 13, 12, 11), tables=9.5, margin=2.3)


def write(paper: Paper) -> bytes:
    """The bytes of a .docx."""
    document = WordDocument(paper.title, paper.language, look=_LOOK)
    document.heading(paper.title, 0)
    for line in paper.about:
        document.line(line)
    for section in paper.sections:
        document.heading(section.heading, 1)
        document.blocks(section.blocks, below=1)
        if section.reasons:
            document.line(section.reasons, italic=True)
    document.heading(paper.voices_title, 1)
    document.blocks((plain_table(paper.columns, paper.rows),), below=1)
    document.line(paper.proof)
    return document.data()
