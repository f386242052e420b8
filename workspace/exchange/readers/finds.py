"""The pictures that a reader meets: those whose bytes are in the document, and why the others stay outside.

Nothing is ever asked of another address: a picture that is only linked to is named, and left where it is.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable

from workspace.exchange.words import Embedded, Note, NoteKind
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block

_DATA = re.compile(r"data:image/[^,;]*(?:;[^,;]*)*;base64,", re.IGNORECASE)
_LONGEST_ADDRESS = 200
_OVER = "error-import-bomb"


class Finds:
    """The pictures of one document, in its order."""

    def __init__(self, notes: list[Note]) -> None:
        self.pictures: list[Embedded] = []
        self._notes = notes

    def part(self, read: Callable[[], bytes | None], alt: str) -> list[Block]:
        """A figure for a part of the document's own archive; none, and a note, when it cannot be read."""
        try:
            data = read()
        except RuleBroken as refused:
            return self.leave(NoteKind.IMAGE_LARGE if refused.code == _OVER else NoteKind.IMAGE_BROKEN, alt)
        return self.leave(NoteKind.IMAGE_BROKEN, alt) if data is None else self._keep(data, alt)

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
        one = Embedded(name=f"import-{len(self.pictures) + 1}", alt=" ".join(alt.split()), data=data)
        self.pictures.append(one)
        return [Block("figure", {"src": f"/pictures/{one.name}", "picture": one.name, "alt": one.alt})]
