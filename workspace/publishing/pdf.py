"""A PDF from a template of ours and data: tagged (PDF/UA-1), typeset by Typst; and blocks as such data.

What people typed travels as JSON strings, which Typst never evaluates. The folder of one compilation is the only one
that it can read; its own fonts are the only ones used, so that every machine gives the same pages. It runs in a
process of its own, with a time limit. The printed sheet has a drawing of its own (`sheet.typ`): it is measured.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run
from workspace.publishing import typesetter
from workspace.publishing.parts import columns_of, is_head, outside_link, picture_words, start_of, tone_name
from workspace.publishing.words import TypesetterBusy

BLOCKS = Path(__file__).with_name("blocks.typ")  # what a template may import
_NO_FILES: Mapping[str, str] = {}


def typeset(
    template: Path,
    data: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """The bytes of a PDF: `template` reads `data` as `data.json`, and `pictures` (file name -> data) beside it.

    `made_at` is the instant that the document says it was made at: now, when none is given. Raises RuleBroken
    `error-document-not-made` when the typesetter's process gives no page in its time.
    """
    with tempfile.TemporaryDirectory(prefix="chemise-pdf-") as folder:
        root = Path(folder)
        for name, picture in (pictures or {}).items():
            (root / name).write_bytes(picture)
        # Half of a letter, which only a program can send, becomes a question mark: it has no place in UTF-8.
        said = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
        (root / "data.json").write_bytes(said)
        (root / BLOCKS.name).write_bytes(BLOCKS.read_bytes())
        (root / "main.typ").write_bytes(template.read_bytes())
        instant = int((made_at or utc_now()).timestamp())
        try:
            return typesetter.make_document(root, instant)
        except TypesetterBusy:
            raise RuleBroken("error-document-not-made") from None


def block_data(
    blocks: Iterable[Block], language: str, *, below: int, files: Mapping[str, str] = _NO_FILES
) -> list[dict[str, Any]]:
    """Blocks for `draw` of `blocks.typ`, under a heading of the level `below`.

    `files`: picture id -> name of its file beside the template; of other pictures the words are told.
    """
    made = [_block(block, language, files) for block in blocks]
    _close_gaps(made, below, below)
    return made


def _block(block: Block, language: str, files: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": block.kind,
        "runs": [_run(run) for run in block.runs],
        "children": [_block(child, language, files) for child in block.children],
    }
    if block.kind == "heading":
        made["level"] = int(block.attrs.get("level", 2))
    elif block.kind == "orderedList":
        made["start"] = start_of(block)
    elif block.kind == "callout":
        made["tone"] = tone_name(block, language)
    elif block.kind == "figure":
        alt, credit, said = picture_words(block, language)
        made |= {"file": files.get(str(block.attrs.get("picture")), ""), "alt": alt or said, "credit": credit}
        made["said"] = said
    elif block.kind == "table":
        made["columns"] = columns_of(block)
        made["head"] = is_head(block.children[0])
    return made


def _run(run: Run) -> dict[str, Any]:
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "href": outside_link(run)}


def _close_gaps(blocks: Iterable[dict[str, Any]], below: int, above: int) -> int:
    """Put headings under `below`, each one level under the last at most.

    A level that is skipped breaks PDF/UA, and loses who listens. A text's own headings begin at level 2.
    """
    for block in blocks:
        if block["kind"] == "heading":
            block["level"] = above = max(below + 1, min(block["level"] + below - 1, above + 1))
        above = _close_gaps(block["children"], below, above)
    return above
