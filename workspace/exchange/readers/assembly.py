"""What all readers put together alike: blocks in order, lists from levels, quotes that follow each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workspace.exchange.words import Note, NoteKind
from workspace.livetext.words import Block, Run

_DIGITS = 6


@dataclass(slots=True)
class _List:
    """A list being built: its items, each a list of blocks."""

    ordered: bool
    items: list[list[Block | _List]] = field(default_factory=list)

    def made(self) -> Block:
        items = (
            Block("listItem", children=tuple(one.made() if isinstance(one, _List) else one for one in item))
            for item in self.items
        )
        return Block("orderedList" if self.ordered else "bulletList", children=tuple(items))


class Assembly:
    """Blocks of one flow (a text, a cell, a box), in the order of the document."""

    def __init__(self) -> None:
        self._blocks: list[Block | _List] = []
        self._open: list[_List] = []

    def add(self, *blocks: Block) -> None:
        """Blocks that end any open list."""
        if blocks:
            self._open.clear()
            self._blocks.extend(blocks)

    def add_item(self, level: int, *, ordered: bool, runs: tuple[Run, ...]) -> None:
        """A list item at a level (0 = outermost)."""
        del self._open[level + 1 :]
        if len(self._open) == level + 1 and self._open[level].ordered != ordered:
            del self._open[level:]
        while len(self._open) <= level:
            fresh = _List(ordered)
            if not self._open:
                self._blocks.append(fresh)
            else:
                parent = self._open[-1]
                if not parent.items:
                    parent.items.append([])
                parent.items[-1].append(fresh)
            self._open.append(fresh)
        self._open[level].items.append([Block("paragraph", runs=runs)])

    def add_to_item(self, runs: tuple[Run, ...]) -> None:
        """A further paragraph of the list item before, or a paragraph when there is none."""
        if self._open:
            self._open[-1].items[-1].append(Block("paragraph", runs=runs))
        else:
            self.add(Block("paragraph", runs=runs))

    def add_figures(self, figures: list[Block], *, in_item: bool) -> None:
        """Pictures of the paragraph just added: in the last item of the open list when it was one."""
        if figures and in_item and self._open:
            self._open[-1].items[-1] += figures
        else:
            self.add(*figures)

    def add_quote(self, runs: tuple[Run, ...]) -> None:
        """A quoted paragraph; the next one joins it."""
        self._open.clear()
        last = self._blocks[-1] if self._blocks else None
        inside: tuple[Block, ...] = ()
        if isinstance(last, Block) and last.kind == "blockquote":
            inside = last.children
            self._blocks.pop()
        self._blocks.append(Block("blockquote", children=(*inside, Block("paragraph", runs=runs))))

    def blocks(self) -> tuple[Block, ...]:
        """All of it."""
        return tuple(one.made() if isinstance(one, _List) else one for one in self._blocks)


def whole_number(text: object, missing: int) -> int:
    """A number as documents write counts and levels; `missing` for anything else, however long."""
    said = str(text or "").strip()
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else missing


def note_texts(kind: NoteKind, texts: Iterable[str]) -> list[Note]:
    """A note for each text that says something, each said once."""
    joined = (" ".join(text.split()) for text in texts)
    return [Note(kind=kind, text=text) for text in dict.fromkeys(joined) if text]
