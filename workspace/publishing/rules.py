"""From a block tree to the data of a sheet. Pure: words stay data, and never become the typesetter's language.

The typesetter's program is a constant file (`sheet.typ`); what people write reaches it as JSON strings, which it
shows and never evaluates. So there is nothing to escape, and nothing that a forgotten sign could open.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from workspace.livetext.words import Block, Run
from workspace.publishing.parts import TONES
from workspace.publishing.words import Paper, SheetText, Side, SideFit

# Width and height in millimetres (ISO 216), margin, and the sizes of letters in points. Body text of 10 points or
# more, recto larger than verso; left aligned, without hyphenation: publication study of November 2026, 4.1.
PAPERS: Mapping[Paper, Mapping[str, float]] = {
    Paper.A4: {"width": 210, "height": 297, "margin": 20, "inset": 30, "recto": 13, "verso": 11, "title": 30},
    Paper.A5: {"width": 148, "height": 210, "margin": 13, "inset": 0, "recto": 11.5, "verso": 10, "title": 22},
}
BLOCKS_MAXIMUM = 1500
LETTERS_MAXIMUM = 60_000
_PICTURE = re.compile(r"/pictures/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")


def picture_of(block: Block) -> UUID | None:
    """The picture that a figure shows, when its address is one of ours."""
    found = _PICTURE.fullmatch(str(block.attrs.get("src", "")).lower())
    return UUID(found.group(1)) if found else None


def pictures_in(blocks: Iterable[Block]) -> list[UUID]:
    """Every picture that blocks show, each once, in order."""
    found: dict[UUID, None] = {}
    for block in blocks:
        picture_id = picture_of(block) if block.kind == "figure" else None
        if picture_id is not None:
            found[picture_id] = None
        found.update(dict.fromkeys(pictures_in(block.children)))
    return list(found)


def is_too_long(text: SheetText) -> bool:
    """Whether laying this out would keep the typesetter for too long; nobody prints 60,000 letters on a sheet."""
    letters = [0, 0]

    def look(blocks: Iterable[Block]) -> None:
        for block in blocks:
            letters[0] += 1
            letters[1] += sum(len(run.text) for run in block.runs)
            look(block.children)

    look(text.recto)
    look(text.verso)
    return letters[0] > BLOCKS_MAXIMUM or letters[1] > LETTERS_MAXIMUM


def sheet_data(text: SheetText) -> str:
    """The sheet as JSON, for `sheet.typ`."""
    files = {str(picture_id): name for picture_id, name in text.pictures}
    said = json.dumps(
        {
            "paper": PAPERS[text.paper],
            "language": text.language,
            "title": text.title,
            "accroche": text.accroche,
            "marks": list(text.marks),
            "recto": [_data(block, files) for block in text.recto],
            "verso": [_data(block, files) for block in text.verso],
        },
        ensure_ascii=False,
    )
    # Half of a letter, which only a program can send, becomes a question mark: it has no place in UTF-8.
    return said.encode("utf-8", "replace").decode()


def _data(block: Block, files: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": block.kind}
    if block.runs:
        made["runs"] = [_run(run) for run in block.runs]
    if block.children:
        made["children"] = [_data(child, files) for child in block.children]
    if block.kind == "heading":
        made["level"] = 3 if block.attrs.get("level") == 3 else 2  # noqa: PLR2004 the two that there are
    if block.kind == "callout":
        tone = block.attrs.get("tone")
        made["tone"] = tone if tone in TONES else TONES[0]
    if block.kind == "orderedList":
        made["start"] = _whole(block.attrs.get("start"), 0, 1, 9999)
    if block.kind == "table":
        made["columns"] = _columns(block)
    if block.kind in {"tableHeader", "tableCell"}:
        made["colspan"] = _whole(block.attrs.get("colspan"), 1, 1, 40)
        made["rowspan"] = 1  # a row that spans is drawn as one row: a hole would stop the whole sheet
    if block.kind == "figure":
        made |= _figure(block, files)
    return made


def _run(run: Run) -> dict[str, Any]:
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "link": bool(run.href)}


def _whole(value: object, missing: int, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return missing or least
    return max(least, min(most, int(value)))


def _columns(table: Block) -> int:
    """The columns of the widest row: a shorter row is filled up, a span beyond it would stop the sheet."""
    widths = [
        sum(_whole(cell.attrs.get("colspan"), 1, 1, 40) for cell in row.children)
        for row in table.children
        if row.kind == "tableRow"
    ]
    return max([1, *widths])


def _figure(block: Block, files: Mapping[str, str]) -> dict[str, Any]:
    picture_id = picture_of(block)
    width, height = (_whole(block.attrs.get(name), 0, 1, 20_000) for name in ("width", "height"))
    return {
        "file": files.get(str(picture_id), ""),
        "alt": str(block.attrs.get("alt") or ""),
        "credit": str(block.attrs.get("credit") or ""),
        "ratio": height / width if width > 1 and height > 1 else 0.66,
    }


def read_fits(answer: Iterable[Mapping[str, Any]]) -> tuple[SideFit, ...]:
    """What the typesetter said of each side."""
    return tuple(
        SideFit(
            side=Side(one["side"]),
            need_mm=round(one["need"], 1),
            room_mm=round(one["room"], 1),
            over_mm=round(max(0.0, one["need"] - one["room"]), 1),
            over_lines=int(one["lines"]),
            text_share=round(one["text"] / one["room"], 3),
            visual_share=round(one["visual"] / one["room"], 3),
        )
        for one in answer
    )
