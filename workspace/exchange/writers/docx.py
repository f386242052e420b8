"""Fiches as a Word document."""

from __future__ import annotations

from workspace.exchange.words import Sheaf
from workspace.kernel.messages import translate
from workspace.publishing.docx import WordDocument


def write(sheaf: Sheaf) -> bytes:
    """The bytes of a .docx; each fiche begins on a page of its own."""
    pictures = {picture_id: data for picture_id, (_, data) in sheaf.pictures.items()}
    document = WordDocument(sheaf.title, sheaf.language, pictures=pictures)
    for place, sheet in enumerate(sheaf.sheets):
        if place:
            document.new_page()
        document.heading(sheet.title, 1)
        if sheet.accroche:
            document.line(sheet.accroche, style="Subtitle")
        about = " · ".join((*sheet.etapes, *sheet.structures))
        if about:
            document.line(about)
        for name, blocks in sheet.levels.items():
            if blocks:
                document.heading(translate(sheaf.language, f"fiche-{name}"), 2)
                document.blocks(blocks, below=2)
    return document.data()
