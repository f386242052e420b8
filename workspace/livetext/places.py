"""Where the letters and nodes of a document sit, by the clocks of who wrote them."""

from __future__ import annotations

from bisect import bisect_right


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
    """Places by clock, the nodes and what was deleted: of a whole document, or of one update not yet applied.

    `halves` are the clocks of second halves of letters beyond 16 bits (😀 counts for two in Yjs): cut before one of
    them, yrs writes an empty string that shifts every later clock when it is read again.
    """

    __slots__ = ("authors", "dead", "ends", "halves", "places", "starts", "types")

    def __init__(self) -> None:
        self.ends: dict[int, int] = {}
        self.starts: dict[int, list[int]] = {}
        self.places: dict[int, list[Place]] = {}
        self.types: dict[tuple[int, int], Place] = {}
        self.dead: dict[int, list[tuple[int, int]]] = {}
        self.halves: set[tuple[int, int]] = set()
        self.authors: dict[str, str] = {}  # who made each suggestion, by its id

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
