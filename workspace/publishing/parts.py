"""What every writer of documents reads in a block, whatever the format. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workspace.kernel.messages import translate
from workspace.livetext.words import Block, Run

TONES = ("info", "warning", "idea")


def outside_link(run: Run) -> str:
    """Where a run leads for whoever reads the document, or nothing: our own pages open for members only."""
    return run.href if run.href.startswith(("http", "mailto:")) else ""


def start_of(ordered: Block) -> int:
    """The number that an ordered list begins with."""
    return int(ordered.attrs.get("start", 1) or 1)


def tone_name(callout: Block, language: str) -> str:
    """What a callout is, in words: its colour says nothing on paper."""
    tone = callout.attrs.get("tone")
    return translate(language, f"exchange-tone-{tone if tone in TONES else TONES[0]}")


def picture_words(figure: Block, language: str) -> tuple[str, str, str]:
    """(alternative text, credit, the sentence that stands where the picture itself is not)."""
    alt, credit = str(figure.attrs.get("alt") or ""), str(figure.attrs.get("credit") or "")
    said = translate(language, "exchange-picture", alt=alt, credit=f" ({credit})" if credit else "")
    return alt, credit, said


def columns_of(table: Block) -> int:
    """The cells of the widest row."""
    return max(len(row.children) for row in table.children)


def is_head(row: Block) -> bool:
    """Whether a row names the columns."""
    return bool(row.children) and all(cell.kind == "tableHeader" for cell in row.children)


def plain_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Block:
    """A table of plain words as a block, for what a document adds to the texts."""
    return Block("table", children=(_row("tableHeader", head), *(_row("tableCell", row) for row in rows)))


def _row(kind: str, words: Sequence[str]) -> Block:
    cells = (Block(kind, children=(Block("paragraph", runs=(Run(one),) if one else ()),)) for one in words)
    return Block("tableRow", children=tuple(cells))
