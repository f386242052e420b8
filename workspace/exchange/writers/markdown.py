"""Fiches as Markdown (CommonMark with tables). What people typed is escaped: it never becomes markup or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workspace.exchange.words import Sheaf, Sheet
from workspace.kernel.messages import translate
from workspace.livetext.words import Block, Run
from workspace.publishing.parts import is_head, outside_link, picture_words, start_of

# What CommonMark and its tables give a meaning anywhere in a line, and what they give one at its start.
_MEANT = re.compile(r"([\\`*_\[\]<>#|~&$])")
_AT_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")
_TONES = {"info": "ℹ", "warning": "⚠", "idea": "★"}


def write(sheaf: Sheaf) -> bytes:
    """UTF-8 Markdown; several fiches stand under one title, each with a heading."""
    whole = len(sheaf.sheets) > 1
    parts = [f"# {escaped(sheaf.title)}"] if whole else []
    for sheet in sheaf.sheets:
        parts += _sheet(sheet, sheaf, 2 if whole else 1)
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """Characters as characters, wherever they stand in a line."""
    return _MEANT.sub(r"\\\1", " ".join(text.split("\n")))


def _line_start(said: str) -> str:
    """A paragraph that would begin a list, a rule or a heading otherwise."""
    return _AT_START.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", said)


def _sheet(sheet: Sheet, sheaf: Sheaf, level: int) -> list[str]:
    parts = [f"{'#' * level} {escaped(sheet.title)}"]
    if sheet.accroche:
        parts.append(f"*{escaped(sheet.accroche.strip())}*")
    if sheet.etapes or sheet.structures:
        parts.append(escaped(" · ".join((*sheet.etapes, *sheet.structures))))
    writer = _Writer(sheaf, level)
    for name, blocks in sheet.levels.items():
        if blocks:
            parts.append(f"{'#' * (level + 1)} {translate(sheaf.language, f'fiche-{name}')}")
            parts += writer.blocks(blocks)
    return parts


class _Writer:
    def __init__(self, sheaf: Sheaf, level: int) -> None:
        self._sheaf = sheaf
        self._level = level

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Each block as lines."""
        return [said for block in blocks if (said := self._block(block))]

    def _block(self, block: Block) -> str:
        kind = block.kind
        if kind == "heading":
            marks = "#" * min(6, self._level + int(block.attrs.get("level", 2)))
            return f"{marks} {self._inline(block.runs)}"
        if kind in {"bulletList", "orderedList"}:
            return self._list(block)
        if kind == "blockquote":
            return _before("> ", "\n\n".join(self.blocks(block.children)))
        if kind == "callout":
            sign = _TONES.get(str(block.attrs.get("tone")), _TONES["info"])
            return _before("> ", f"{sign} " + "\n\n".join(self.blocks(block.children)))
        if kind == "keyFigure":
            value, label = (" ".join(run.text for run in child.runs) for child in block.children)
            return f"**{escaped(value)}** {escaped(label)}"
        if kind == "table":
            return self._table(block)
        if kind == "figure":
            return self._figure(block)
        return self._inline(block.runs)

    def _list(self, block: Block) -> str:
        lines = []
        for place, item in enumerate(block.children, start=start_of(block)):
            mark = f"{place}. " if block.kind == "orderedList" else "- "
            said = "\n\n".join(self.blocks(item.children))
            lines.append(mark + said.replace("\n", "\n" + " " * len(mark)))
        return "\n".join(lines)

    def _table(self, block: Block) -> str:
        rows = [[self._cell(cell) for cell in row.children] for row in block.children]
        has_head = is_head(block.children[0])
        head = rows[0] if has_head else [""] * len(rows[0])
        lines = [head, ["---"] * len(head), *(rows[1:] if has_head else rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _cell(self, cell: Block) -> str:
        return " ".join(self._inline(part.runs).replace("  \n", " ") for part in cell.children)

    def _figure(self, block: Block) -> str:
        return f"*{escaped(picture_words(block, self._sheaf.language)[2])}*"

    def _inline(self, runs: Iterable[Run]) -> str:
        return "  \n".join(_line_start(line) for line in "".join(self._run(run) for run in runs).split("  \n"))

    def _run(self, run: Run) -> str:
        if run.text == "\n":
            return "  \n"
        core = run.text.strip(" ")
        if not core:
            return run.text
        said = escaped(core)
        if run.bold:
            said = f"**{said}**"
        if run.italic:
            said = f"*{said}*"
        if href := outside_link(run):
            said = f"[{said}](<{href.replace('<', '%3C').replace('>', '%3E')}>)"
        lead, trail = run.text[: len(run.text) - len(run.text.lstrip(" "))], run.text[len(run.text.rstrip(" ")) :]
        return f"{lead}{said}{trail}"


def _before(mark: str, text: str) -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))
