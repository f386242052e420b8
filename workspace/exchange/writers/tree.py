"""Fiches as JSON: the block tree as it is, documented in docs/exchange-format.md, read back by `readers/tree.py`."""

from __future__ import annotations

import json

from workspace.exchange.readers.tree import FORMAT, VERSION
from workspace.exchange.words import Sheaf
from workspace.livetext.words import block_to_json


def write(sheaf: Sheaf) -> bytes:
    """UTF-8 JSON, indented, accents as they are."""
    said = {
        "format": FORMAT,
        "version": VERSION,
        "title": sheaf.title,
        "language": sheaf.language,
        "fiches": [
            {
                "id": str(sheet.fiche_id),
                "title": sheet.title,
                "accroche": sheet.accroche,
                "kind": sheet.kind,
                "etapes": list(sheet.etapes),
                "structures": list(sheet.structures),
                "questions": list(sheet.questions),
                "levels": {name: [block_to_json(block) for block in blocks] for name, blocks in sheet.levels.items()},
            }
            for sheet in sheaf.sheets
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
