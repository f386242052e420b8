"""Plain text as blocks: an empty line parts paragraphs, a dash or a dot at the start makes a list."""

from __future__ import annotations

import re

from workspace.exchange.readers.assembly import Assembly
from workspace.exchange.words import Reading
from workspace.livetext.words import Block, Run

_BULLET = re.compile(r"\s*[-*–—•●▪◦‣·]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:\d{1,3}|[a-z])[.)]\s+(?=\S)")


def read(text: str) -> Reading:
    """The blocks of a pasted text. Lines that follow each other stay one paragraph, with their line ends."""
    flow = Assembly()
    lines: list[str] = []

    def end() -> None:
        if lines:
            runs = [run for line in lines for run in (Run("\n"), Run(line))][1:]
            flow.add(Block("paragraph", runs=tuple(runs)))
        lines.clear()

    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        for pattern, ordered in ((_BULLET, False), (_NUMBER, True)):
            if found := pattern.match(line):
                end()
                flow.add_item(0, ordered=ordered, runs=(Run(line[found.end() :].strip()),))
                break
        else:
            if line.strip():
                lines.append(line.strip())
            else:
                end()
    end()
    return Reading(blocks=flow.blocks())
