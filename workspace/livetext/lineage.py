"""What a document holds, kept beside it: which clocks are there, and in which place each character sits.

With it an update is judged exactly, before it is applied: whether it hangs on something missing (a hole),
names a root that is not ours, puts characters where only nodes go, or nests without end.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pycrdt import Doc

from workspace.livetext.anatomy import ANY, DELETED, FORMAT, GC, SKIP, STRING, TYPE, Item, Update, decode
from workspace.livetext.rules import DEEPEST, attribute_allowed
from workspace.livetext.wire import Malformed


class News(Enum):
    """What an update brings: nothing at all, only deletions, new structs, or something that hangs on a hole."""

    NOTHING = "nothing"
    DELETIONS = "deletions"
    STRUCTS = "structs"
    HOLE = "hole"


class Place:
    """Where items sit: the children of a root or node, the characters of a text, one attribute of a node."""

    __slots__ = ("attributes", "depth", "holds", "key")

    def __init__(self, holds: str, depth: int, key: str = "") -> None:
        self.holds = holds  # "nodes", "characters", "attribute", "nothing"
        self.depth = depth
        self.key = key
        self.attributes: dict[str, Place] = {}

    def attribute(self, key: str) -> Place:
        """The place of one attribute of this node."""
        found = self.attributes.get(key)
        if found is None:
            found = self.attributes[key] = Place("attribute", self.depth, key)
        return found


GONE = Place("nothing", 0)


class Layer:
    """Places by clock, the nodes and what was deleted: of a whole document, or of one update not yet applied."""

    __slots__ = ("dead", "ends", "places", "starts", "types")

    def __init__(self) -> None:
        self.ends: dict[int, int] = {}
        self.starts: dict[int, list[int]] = {}
        self.places: dict[int, list[Place]] = {}
        self.types: dict[tuple[int, int], Place] = {}
        self.dead: dict[int, list[tuple[int, int]]] = {}

    def add(self, client: int, clock: int, end: int, place: Place) -> None:
        """Put the clocks from `clock` to `end` of a client in a place; they follow what is there."""
        self.ends[client] = end
        places = self.places.get(client)
        if places is None:
            self.places[client], self.starts[client] = [place], [clock]
        elif places[-1] is not place:
            places.append(place)
            self.starts[client].append(clock)

    def find(self, client: int, clock: int) -> Place | None:
        """The place of one clock, None when this layer does not hold it."""
        starts = self.starts.get(client)
        if starts is None or clock < starts[0] or clock >= self.ends[client]:
            return None
        return self.places[client][bisect_right(starts, clock) - 1]

    def is_dead(self, client: int, clock: int) -> bool:
        """Whether this clock came as already deleted."""
        return any(start <= clock < end for start, end in self.dead.get(client, ()))


@dataclass(slots=True)
class Verdict:
    """An update that may be applied, or why it cannot yet; its layer joins the lineage once it is applied."""

    news: News
    layer: Layer = field(default_factory=Layer)


class Lineage:
    """The clocks and places of one document. Not thread-safe: it lives where its document lives."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._all = Layer()
        self._roots = {name: Place("nodes", 0) for name in roots}

    @property
    def clocks(self) -> dict[int, int]:
        """Next clock of each client."""
        return self._all.ends

    def judge(self, data: bytes) -> Verdict:
        """Read and judge an update. Raises Malformed when it must never be applied."""
        update = decode(data)
        verdict = Verdict(News.NOTHING)
        if update.items and not self._resolve(update, verdict.layer):
            return Verdict(News.HOLE)
        for client, clock, length in update.deletes:
            if clock + length > self._end(client, verdict.layer):
                return Verdict(News.HOLE)
        if verdict.layer.ends:
            verdict.news = News.STRUCTS
        elif update.deletes:
            verdict.news = News.DELETIONS
        return verdict

    def admit(self, verdict: Verdict) -> None:
        """Take over what an update brought, once it is applied."""
        fresh, everything = verdict.layer, self._all
        for client, end in fresh.ends.items():
            starts, last = fresh.starts[client], len(fresh.places[client]) - 1
            for at, place in enumerate(fresh.places[client]):
                everything.add(client, starts[at], end if at == last else starts[at + 1], place)
        everything.types.update(fresh.types)
        for client, ranges in fresh.dead.items():
            everything.dead.setdefault(client, []).extend(ranges)

    def learn(self, data: bytes) -> None:
        """Take over an update that is already applied (a stored document, an edit of the server)."""
        self.admit(self.judge(data))

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
            stack = [first]
            while stack:
                client = stack[-1]
                missing = self._advance(update.items[client], position, layer, finals)
                if missing is None:
                    stack.pop()
                elif missing == _ABSENT or missing in stack:
                    return False
                else:
                    stack.append(missing)
        return True

    def _advance(
        self, items: list[Item], position: dict[int, int], layer: Layer, finals: dict[int, int]
    ) -> int | None:
        """Take a client's items as far as possible; None at their end, else the client that must come first."""
        client = items[0].client
        while position[client] < len(items):
            item = items[position[client]]
            end, known = item.clock + item.length, self._end(client, layer)
            if end > known:
                if item.clock > known or item.content == SKIP:
                    return _ABSENT
                missing = self._first_missing(item, layer, finals)
                if missing is not None:
                    return missing
                self._take(item, layer, known)
            position[client] += 1
        return None

    def _first_missing(self, item: Item, layer: Layer, finals: dict[int, int]) -> int | None:
        """The client whose items must come first, None when all is there, _ABSENT when it never will be."""
        for client, clock in (item.left, item.right, item.parent):
            if client < 0 or clock < self._end(client, layer):
                continue
            if client == item.client:
                raise Malformed("hangs on itself")
            return client if clock < finals.get(client, 0) else _ABSENT
        return None

    def _take(self, item: Item, layer: Layer, known: int) -> None:
        place = self._place(item, layer, known)
        _check(item, place)
        end = item.clock + item.length
        layer.add(item.client, known, end, place)
        if item.content == DELETED:
            layer.dead.setdefault(item.client, []).append((item.clock, end))
        elif item.content == TYPE and place.holds == "nodes":
            if place.depth >= DEEPEST:
                raise Malformed("nested too deep")
            holds = "nodes" if item.value else "characters"
            layer.types[item.client, item.clock] = Place(holds, place.depth + 1)

    def _place(self, item: Item, layer: Layer, known: int) -> Place:
        if item.clock < known:
            return self._find((item.client, known - 1), layer)
        if item.content == GC:
            return GONE
        if item.left[0] >= 0 or item.right[0] >= 0:
            left = self._find(item.left, layer) if item.left[0] >= 0 else None
            right = self._find(item.right, layer) if item.right[0] >= 0 else None
            if left is GONE or right is GONE:
                return GONE
            if left is not None and right is not None and left is not right:
                raise Malformed("neighbours in two places")
            return left or right or GONE
        if item.root:
            if item.root not in self._roots or item.key is not None:
                raise Malformed("unknown root")
            return self._roots[item.root]
        holder = layer.types.get(item.parent) or self._all.types.get(item.parent)
        if holder is None:
            if self._find(item.parent, layer) is GONE or self._is_dead(item.parent, layer):
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


_ABSENT = -1
