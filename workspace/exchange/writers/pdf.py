"""Fiches as a plain, readable PDF: tagged (PDF/UA-1), in the language of the reader; typeset by Typst from data.

What people typed travels as JSON strings, which Typst never evaluates. The folder of one compilation is the only one
that it can read; its own fonts are the only ones used, so that every machine gives the same pages.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst

from workspace.exchange.words import Sheaf, Sheet
from workspace.kernel.clock import utc_now
from workspace.kernel.messages import translate
from workspace.livetext.words import Block, Run

TEMPLATE = Path(__file__).with_name("fiches.typ")
_TONES = ("info", "warning", "idea")
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


def write(sheaf: Sheaf) -> bytes:
    """The bytes of a PDF; each fiche begins on a page of its own."""
    with tempfile.TemporaryDirectory(prefix="chemise-pdf-") as folder:
        root = Path(folder)
        files = {}
        for picture_id, (media_type, data) in sheaf.pictures.items():
            files[picture_id] = f"{picture_id}.{_SUFFIXES[media_type]}"
            (root / files[picture_id]).write_bytes(data)
        (root / "data.json").write_text(json.dumps(_data(sheaf, files)), encoding="utf-8")
        (root / "main.typ").write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        try:
            return _compiled(root, ["ua-1"])
        except typst.TypstError:
            # A sign that no font of ours has (an emoji): PDF/UA forbids it. The words matter more; tags stay.
            return _compiled(root, [])


def _compiled(root: Path, standards: Any) -> bytes:
    made = typst.compile(
        str(root / "main.typ"),
        root=str(root),
        font_paths=[],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standards,
        timestamp=int(utc_now().timestamp()),
    )
    return bytes(made)


def _data(sheaf: Sheaf, files: dict[str, str]) -> dict[str, Any]:
    def said(key: str) -> str:
        return translate(sheaf.language, key)

    return {
        "title": sheaf.title,
        "language": sheaf.language,
        "whole": len(sheaf.sheets) > 1,
        "tones": {tone: said(f"exchange-tone-{tone}") for tone in _TONES},
        "contents": said("exchange-contents"),
        "sheets": [_sheet(sheet, sheaf, files) for sheet in sheaf.sheets],
    }


def _sheet(sheet: Sheet, sheaf: Sheaf, files: dict[str, str]) -> dict[str, Any]:
    levels = []
    for name, blocks in sheet.levels.items():
        if blocks:
            made = [_block(block, sheaf, files) for block in blocks]
            _close_gaps(made, 2)
            levels.append({"name": translate(sheaf.language, f"fiche-{name}"), "blocks": made})
    return {
        "title": sheet.title,
        "accroche": sheet.accroche,
        "about": " · ".join((*sheet.etapes, *sheet.structures)),
        "levels": levels,
    }


def _block(block: Block, sheaf: Sheaf, files: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": block.kind,
        "runs": [_run(run) for run in block.runs],
        "children": [_block(child, sheaf, files) for child in block.children],
    }
    if block.kind == "heading":
        made["level"] = int(block.attrs.get("level", 2)) + 1
    elif block.kind == "orderedList":
        made["start"] = int(block.attrs.get("start", 1) or 1)
    elif block.kind == "callout":
        tone = block.attrs.get("tone")
        made["tone"] = tone if tone in _TONES else _TONES[0]
    elif block.kind == "figure":
        alt, credit = str(block.attrs.get("alt") or ""), str(block.attrs.get("credit") or "")
        said = translate(sheaf.language, "exchange-picture", alt=alt, credit=f" ({credit})" if credit else "")
        made |= {"file": files.get(str(block.attrs.get("picture")), ""), "alt": alt or said, "credit": credit}
        made["said"] = said
    elif block.kind == "table":
        made["columns"] = max(len(row.children) for row in block.children)
        made["head"] = bool(block.children) and all(one.kind == "tableHeader" for one in block.children[0].children)
    return made


def _run(run: Run) -> dict[str, Any]:
    href = run.href if run.href.startswith(("http", "mailto:")) else ""
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "href": href}


def _close_gaps(blocks: Iterable[dict[str, Any]], above: int) -> int:
    """Lower headings to one below the last: a level that is skipped breaks PDF/UA, and loses who listens."""
    for block in blocks:
        if block["kind"] == "heading":
            block["level"] = above = min(block["level"], above + 1)
        above = _close_gaps(block["children"], above)
    return above
