"""The vocabulary of live texts."""

from __future__ import annotations

from enum import StrEnum


class TextKind(StrEnum):
    """What a text is for; it decides which fragments it has."""

    FICHE = "fiche"


FRAGMENTS: dict[TextKind, tuple[str, ...]] = {TextKind.FICHE: ("level1", "level2")}


class VersionKind(StrEnum):
    """How a version came to be."""

    AUTOMATIC = "automatic"
    NAMED = "named"
