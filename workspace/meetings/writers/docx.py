"""The minutes as a Word document."""

from __future__ import annotations

from workspace.meetings.writers.paper import Paper
from workspace.publishing.docx import Look, WordDocument

_LOOK = Look(headings=(24, 16, 13, 12, 11), tables=9.5, margin=2.3)


def write(paper: Paper) -> bytes:
    """The bytes of a .docx."""
    document = WordDocument(paper.title, paper.language, look=_LOOK)
    document.heading(paper.title, 0)
    for line in (paper.group, *paper.about):
        document.line(line)
    document.line(paper.state, italic=True)
    for section in paper.sections:
        document.heading(section.heading, 1)
        document.blocks(section.blocks, below=1)
    return document.data()
