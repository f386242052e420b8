"""A version as a file: the words, who approved, the hash that proves both."""

from __future__ import annotations

from workspace.kernel.handout import DOCX, PDF, Handout
from workspace.specification.rules import file_name
from workspace.specification.words import ExportFormat, VersionView
from workspace.specification.writers import docx, pdf
from workspace.specification.writers.paper import make_paper

_WRITERS = {
    ExportFormat.PDF: (PDF, pdf.write),
    ExportFormat.DOCX: (DOCX, docx.write),
}


def write(view: VersionView, target: ExportFormat, zone: str) -> Handout:
    """A version in a format; instants are said in the group's zone."""
    media_type, made = _WRITERS[target]
    name = file_name(view.title, view.number, target)
    return Handout(name=name, media_type=media_type, data=made(make_paper(view, zone)))
