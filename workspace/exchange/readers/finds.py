"""The pictures that a reader meets: those whose bytes are in the document, and why the others stay outside.

Nothing is ever asked of another address: a picture that is only linked to is named, and left where it is.
"""

from __future__ import annotations

import base64
import binascii
import re

from workspace.exchange.package import Package
from workspace.exchange.words import Embedded, Note, NoteKind
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block

_DATA = re.compile(r"data:image/[^,;]*(?:;[^,;]*)*;base64,", re.IGNORECASE)
_LONGEST_ADDRESS = 200
_OVER = "error-import-bomb"
MOST_FIGURES = 200  # places, whatever the pictures; the import takes fewer in the end


class Finds:
    """The pictures of one document, in its order."""

    def __init__(self, notes: list[Note]) -> None:
        self.pictures: list[Embedded] = []
        self._notes = notes
        self._parts: dict[str, bytes | NoteKind] = {}  # one part may be shown thousands of times

    def part(self, package: Package, name: str, alt: str) -> list[Block]:
        """A figure for a part of the document's own archive; none, and a note, when it cannot be read."""
        if name not in self._parts:
            self._parts[name] = _unpacked(package, name)
        found = self._parts[name]
        return self.leave(found, alt) if isinstance(found, NoteKind) else self._keep(found, alt)

    def address(self, address: str, alt: str) -> list[Block]:
        """A figure for a `data:` address; none, and a note, for every other."""
        found = _DATA.match(address)
        if found is None:
            said = "" if address.lower().startswith("data:") else address[:_LONGEST_ADDRESS]
            return self.leave(NoteKind.IMAGE_REMOTE if said else NoteKind.IMAGE_KIND, f"{alt} {said}")
        try:
            data = base64.b64decode("".join(address[found.end() :].split()), validate=True)
        except (binascii.Error, ValueError):
            return self.leave(NoteKind.IMAGE_BROKEN, alt)
        return self._keep(data, alt)

    def leave(self, kind: NoteKind, text: str) -> list[Block]:
        """No figure: a note, with the words that stood for the picture."""
        self._notes.append(Note(kind=kind, text=" ".join(text.split())))
        return []

    def _keep(self, data: bytes, alt: str) -> list[Block]:
        if len(self.pictures) >= MOST_FIGURES:
            return self.leave(NoteKind.IMAGE_MANY, alt)
        one = Embedded(name=f"import-{len(self.pictures) + 1}", alt=" ".join(alt.split()), data=data)
        self.pictures.append(one)
        return [Block("figure", {"src": f"/pictures/{one.name}", "picture": one.name, "alt": one.alt})]


def _unpacked(package: Package, name: str) -> bytes | NoteKind:
    try:
        data = package.part(name)
    except RuleBroken as refused:
        return NoteKind.IMAGE_LARGE if refused.code == _OVER else NoteKind.IMAGE_BROKEN
    return NoteKind.IMAGE_BROKEN if data is None else data
