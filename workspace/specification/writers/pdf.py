"""A version as a PDF: tagged (PDF/UA-1), in its language; typeset by Typst from data.

What people typed travels as JSON strings, which Typst never evaluates; it can read one folder only, of this document.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from workspace.kernel.clock import utc_now
from workspace.livetext.words import Block
from workspace.specification.writers.paper import Paper

TEMPLATE = Path(__file__).with_name("specification.typ")


def write(paper: Paper) -> bytes:
    """The bytes of a PDF."""
    data = asdict(paper)
    for section, source in zip(data["sections"], paper.sections, strict=True):
        section["blocks"] = [_block(block) for block in source.blocks]
        _close_gaps(section["blocks"], 1)
    with tempfile.TemporaryDirectory(prefix="chemise-pdf-") as folder:
        root = Path(folder)
        (root / "data.json").write_text(json.dumps(data), encoding="utf-8")
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


def _block(block: Block) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": block.kind,
        "runs": [
            {
                "text": run.text,
                "bold": run.bold,
                "italic": run.italic,
                "href": run.href if run.href.startswith(("http", "mailto:")) else "",
            }
            for run in block.runs
        ],
        "children": [_block(child) for child in block.children],
    }
    if block.kind == "heading":
        made["level"] = int(block.attrs.get("level", 2))
    elif block.kind == "orderedList":
        made["start"] = int(block.attrs.get("start", 1) or 1)
    elif block.kind == "figure":
        made["said"] = " ".join(str(block.attrs[key]) for key in ("alt", "credit") if block.attrs.get(key))
    elif block.kind == "table":
        made["columns"] = max(len(row.children) for row in block.children)
        made["head"] = _has_head(block.children)
    return made


def _has_head(rows: Sequence[Block]) -> bool:
    return bool(rows) and all(cell.kind == "tableHeader" for cell in rows[0].children)


def _close_gaps(blocks: Iterable[dict[str, Any]], above: int) -> int:
    """Lower headings to one below the last: a level that is skipped breaks PDF/UA, and loses who listens."""
    for block in blocks:
        if block["kind"] == "heading":
            block["level"] = above = max(2, min(block["level"], above + 1))
        above = _close_gaps(block["children"], above)
    return above
