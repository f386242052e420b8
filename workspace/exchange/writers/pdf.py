"""Fiches as a plain, readable PDF, in the language of the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workspace.exchange.words import Sheaf, Sheet
from workspace.kernel.messages import translate
from workspace.publishing.pdf import block_data, typeset

TEMPLATE = Path(__file__).with_name("fiches.typ")
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


def write(sheaf: Sheaf) -> bytes:
    """The bytes of a PDF; each fiche begins on a page of its own."""
    files = {one: f"{one}.{_SUFFIXES[media_type]}" for one, (media_type, _) in sheaf.pictures.items()}
    pictures = {files[one]: data for one, (_, data) in sheaf.pictures.items()}
    return typeset(TEMPLATE, _data(sheaf, files), pictures=pictures)


def _data(sheaf: Sheaf, files: dict[str, str]) -> dict[str, Any]:
    return {
        "title": sheaf.title,
        "language": sheaf.language,
        "whole": len(sheaf.sheets) > 1,
        "contents": translate(sheaf.language, "exchange-contents"),
        "sheets": [_sheet(sheet, sheaf.language, files) for sheet in sheaf.sheets],
    }


def _sheet(sheet: Sheet, language: str, files: dict[str, str]) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "accroche": sheet.accroche,
        "about": " · ".join((*sheet.etapes, *sheet.structures)),
        "levels": [
            {
                "name": translate(language, f"fiche-{name}"),
                "blocks": block_data(blocks, language, below=2, files=files),
            }
            for name, blocks in sheet.levels.items()
            if blocks
        ],
    }
