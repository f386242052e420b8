"""Words of the envelope: the kinds of its lines."""

from __future__ import annotations

from enum import StrEnum


class LineKind(StrEnum):
    """What a line of the envelope pays for."""

    DESIGN = "design"
    PRINTING = "printing"
    WEB = "web"
    OTHER = "other"
