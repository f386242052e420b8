"""What a document holds, kept beside it: which clocks are there, and in which place each character sits.

With it an update is judged exactly, before it is applied: whether it hangs on something missing (a hole),
names a root that is not ours, puts characters where only nodes go, or nests without end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pycrdt import Doc

from workspace.livetext.anatomy import (
    ANY,
    DELETED,
    FORMAT,
    GC,
    LARGEST_CLOCK,
    SKIP,
    STRING,
    TYPE,
    Item,
    Update,
    decode,
    read_id,
)
from workspace.livetext.places import GONE, Layer, Place
from workspace.livetext.rules import DEEPEST, NODE_PROPOSAL, attribute_allowed, author_of
from workspace.livetext.wire import Malformed, read_varuint


class News(Enum):
    """What an update brings: nothing at all, only deletions, new structs, or something that hangs on a hole."""

    NOTHING = "nothing"
    DELETIONS = "deletions"
    STRUCTS = "structs"
    HOLE = "hole"


_ABSENT = (-1, -1)
# The head of a struct (anatomy.py): a string with the letter at its left, and perhaps the one at its right.
_AFTER_LEFT, _RIGHT, _ALL_BUT_RIGHT = 0x80 | STRING, 0x40, 0xBF
_MORE = 0x80


_NOTHING = Layer()


@dataclass(slots=True)
class Verdict:
    """An update that may be applied, or why it cannot yet; its layer joins the lineage once it is applied.

    Letters that somebody typed need no layer: `typed` is their client, first clock, end and place.
    """

    news: News
    layer: Layer = field(default_factory=Layer)
    typed: tuple[int, int, int, Place] | None = None


class Lineage:
    """The clocks and places of one document. Not thread-safe: it lives where its document lives."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._all = Layer()
        self._trusting = False
        self._roots = {name: Place("nodes", 0) for name in roots}

    @property
    def clocks(self) -> dict[int, int]:
        """Next clock of each client."""
        return self._all.ends

    def judge(self, data: bytes, writer: object = None) -> Verdict:
        """Read and judge an update. Raises Malformed when it must never be applied.

        `writer` is the person who sent it: a new suggestion carries their own id, an old one keeps its author's.
        """
        typed = self._typed(data)
        if typed is not None:
            return Verdict(News.STRUCTS, _NOTHING, typed)
        update = decode(data)
        verdict = Verdict(News.NOTHING)
        if update.items and not self._resolve(update, verdict.layer):
            return Verdict(News.HOLE)
        for identity, author in verdict.layer.authors.items():
            known = self._all.authors.get(identity, author if writer is None else str(writer))
            if author != known and not self._trusting:
                raise Malformed("a suggestion under another name")
        for client, clock, length in update.deletes:
            if clock + length > self._end(client, verdict.layer):
                return Verdict(News.HOLE)
            self._refuse_cut(client, clock, verdict.layer)
            self._refuse_cut(client, clock + length, verdict.layer)
        if verdict.layer.ends:
            verdict.news = News.STRUCTS
        elif update.deletes:
            verdict.news = News.DELETIONS
        return verdict

    def _typed(self, data: bytes) -> tuple[int, int, int, Place] | None:
        """Where the letters of one keystroke go, read in one look; None for whatever is not as plain as that.

        Nine updates in ten: one run of letters of a known client, next to letters that are here. Only what `_resolve`
        would take is taken; everything else, refusals included, is left to it.
        """
        try:
            if data[0] != 1 or data[1] != 1:
                return None
            client, at = read_varuint(data, 2)
            clock, at = read_varuint(data, at)
            info = data[at]
            if info & _ALL_BUT_RIGHT != _AFTER_LEFT or self._all.ends.get(client) != clock:
                return None
            left, at = read_id(data, at + 1)
            place = self._all.find(*left)
            if place is None or place.holds != "characters":
                return None
            right = None
            if info & _RIGHT:
                right, at = read_id(data, at)
                if self._all.find(*right) is not place:
                    return None
            size, at = data[at], at + 1
            if size >= _MORE or at + size + 1 != len(data) or data[-1]:
                return None
            letters = data[at:-1].decode()
        except (IndexError, ValueError):  # cut short, Malformed or not UTF-8: read in full, it says why
            return None
        halves = self._all.halves
        if halves and ((left[0], left[1] + 1) in halves or right in halves or (client, clock) in halves):
            return None
        length = len(letters)
        if not length or length >= LARGEST_CLOCK - clock or (length != size and max(letters) > "\uffff"):
            return None
        return client, clock, clock + length, place

    def admit(self, verdict: Verdict) -> None:
        """Take over what an update brought, once it is applied."""
        if verdict.typed is not None:
            self._all.add(*verdict.typed)
            return
        fresh, everything = verdict.layer, self._all
        for client, end in fresh.ends.items():
            starts, last = fresh.starts[client], len(fresh.places[client]) - 1
            for at, place in enumerate(fresh.places[client]):
                everything.add(client, starts[at], end if at == last else starts[at + 1], place)
        everything.types.update(fresh.types)
        for client, ranges in fresh.dead.items():
            everything.dead.setdefault(client, []).extend(ranges)
        everything.halves |= fresh.halves
        everything.authors.update(fresh.authors)

    def learn(self, data: bytes) -> None:
        """Take over what is already stored: it was judged when it came, so its places are taken as they are."""
        self._trusting = True
        try:
            self.admit(self.judge(data))
        finally:
            self._trusting = False

    def only_known_deletions(self, data: bytes, doc: Doc[Any]) -> bool:
        """Whether all that an update deletes is deleted already: true of most who come back."""
        known: dict[int, list[tuple[int, int]]] = {}
        for client, clock, length in decode(doc.get_update(doc.get_state())).deletes:
            known.setdefault(client, []).append((clock, clock + length))
        return all(
            any(start <= clock and clock + length <= end for start, end in known.get(client, ()))
            for client, clock, length in decode(data).deletes
        )

    def _end(self, client: int, layer: Layer) -> int:
        return layer.ends.get(client) or self._all.ends.get(client, 0)

    def _resolve(self, update: Update, layer: Layer) -> bool:
        """Give each new item its place, in the order they hang on each other; False when something is missing."""
        finals = {client: items[-1].clock + items[-1].length for client, items in update.items.items() if items}
        position = dict.fromkeys(finals, 0)
        for first in finals:
            needed = [(first, LARGEST_CLOCK)]
            while needed:
                client, upto = needed[-1]
                missing = self._advance(update.items[client], upto, position, layer, finals)
                if missing is None:
                    needed.pop()
                elif missing == _ABSENT or any(missing[0] == waiting for waiting, _ in needed):
                    return False
                else:
                    needed.append(missing)
        return True

    def _advance(
        self,
        items: list[Item],
        upto: int,
        position: dict[int, int],
        layer: Layer,
        finals: dict[int, int],
    ) -> tuple[int, int] | None:
        """Take a client's items until the clock `upto` is there; None when it is, else what must come first.

        Not further: two writers who answer each other hang on each other by turns.
        """
        client = items[0].client
        while position[client] < len(items):
            item = items[position[client]]
            end, known = item.clock + item.length, self._end(client, layer)
            if known > upto:
                return None
            if end > known:
                if item.clock > known or item.content == SKIP:
                    return _ABSENT
                missing = self._first_missing(item, layer, finals)
                if missing is not None:
                    return missing
                self._take(item, layer, known)
            position[client] += 1
        return None

    def _first_missing(self, item: Item, layer: Layer, finals: dict[int, int]) -> tuple[int, int] | None:
        """The id that must come first, None when all is there, _ABSENT when it never will be."""
        for identity in (item.left, item.right, item.parent):
            client, clock = identity
            if client < 0 or clock < self._end(client, layer):
                continue
            if client == item.client:
                raise Malformed("hangs on itself")
            return identity if clock < finals.get(client, 0) else _ABSENT
        return None

    def _take(self, item: Item, layer: Layer, known: int) -> None:
        place = self._place(item, layer, known)
        if not self._trusting:
            _check(item, place)
        if self._all.halves or layer.halves:
            self._refuse_cut(item.left[0], item.left[1] + 1, layer)
            self._refuse_cut(item.right[0], item.right[1], layer)
            self._refuse_cut(item.client, known, layer)
        if item.content == STRING:
            _note_halves(item, layer)
        end = item.clock + item.length
        layer.add(item.client, known, end, place)
        if item.content == DELETED:
            layer.dead.setdefault(item.client, []).append((item.clock, end))
        elif proposal := author_of(_proposing(item, place)):
            _note_author(*proposal, layer)
        elif item.content == TYPE and place.holds == "nodes":
            if place.depth >= DEEPEST and not self._trusting:
                raise Malformed("nested too deep")
            holds = "nodes" if item.value else "characters"
            layer.types[item.client, item.clock] = Place(holds, place.depth + 1)

    def _refuse_cut(self, client: int, clock: int, layer: Layer) -> None:
        """Raise Malformed when a cut before this clock would part a letter."""
        if not self._trusting and ((client, clock) in self._all.halves or (client, clock) in layer.halves):
            raise Malformed("half a letter")

    def _place(self, item: Item, layer: Layer, known: int) -> Place:
        if item.content == GC:
            return GONE
        right = self._find(item.right, layer) if item.right[0] >= 0 else None
        if item.clock < known:
            return self._agreed(self._find((item.client, known - 1), layer), right)
        if item.left[0] >= 0:
            return self._agreed(self._find(item.left, layer), right)
        return right or self._place_by_parent(item, layer)

    def _agreed(self, left: Place, right: Place | None) -> Place:
        """The place of two neighbours. What hangs on something collected is collected too."""
        if left is GONE or right is GONE:
            return GONE
        if right is not None and left is not right and not self._trusting:
            raise Malformed("neighbours in two places")
        return left

    def _place_by_parent(self, item: Item, layer: Layer) -> Place:
        if item.root:
            if item.root in self._roots and item.key is None:
                return self._roots[item.root]
            raise Malformed("unknown root")
        holder = layer.types.get(item.parent) or self._all.types.get(item.parent)
        if holder is None:
            gone = self._find(item.parent, layer) is GONE or self._is_dead(item.parent, layer)
            if gone or self._trusting:
                return GONE
            raise Malformed("parent is no node")
        return holder if item.key is None else holder.attribute(item.key)

    def _find(self, identity: tuple[int, int], layer: Layer) -> Place:
        client, clock = identity
        place = self._all.find(client, clock) or layer.find(client, clock)
        if place is None:
            raise Malformed("unknown neighbour")
        return place

    def _is_dead(self, identity: tuple[int, int], layer: Layer) -> bool:
        client, clock = identity
        return self._all.is_dead(client, clock) or layer.is_dead(client, clock)


def _proposing(item: Item, place: Place) -> Any:
    """The value of a mark, or of the attribute in which a node carries a suggestion; None for anything else."""
    if item.content == FORMAT:
        return item.value
    return item.value[0] if place.key == NODE_PROPOSAL and item.content in {ANY, STRING} else None


def _note_author(identity: str, author: str, layer: Layer) -> None:
    if layer.authors.setdefault(identity, author) != author:
        raise Malformed("one suggestion of two people")


def _note_halves(item: Item, layer: Layer) -> None:
    text: str = item.value[0]
    if item.length == len(text):
        return
    clock = item.clock
    for letter in text:
        clock += 1
        if letter > "\uffff":
            layer.halves.add((item.client, clock))
            clock += 1


def _check(item: Item, place: Place) -> None:
    """Raise Malformed when this content may not stand in this place."""
    content = item.content
    if place.holds == "nodes" and content in {STRING, FORMAT, ANY}:
        raise Malformed("characters between nodes")
    if place.holds == "characters" and content in {TYPE, ANY}:
        raise Malformed("nodes between characters")
    if place.holds == "attribute" and content != DELETED:
        values: tuple[Any, ...] = item.value if content in {ANY, STRING} else ()
        if len(values) != 1 or not attribute_allowed(place.key, values[0]):
            raise Malformed("attribute refused")
