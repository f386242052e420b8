"""What rooms that the workspace does not know add to the example group: each registers its part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The example group as it was just written: its people and structures by the example's keys."""

    group_id: UUID
    zone: str
    people: Mapping[str, UUID]
    structures: Mapping[str, UUID]


Part = Callable[[Session, Place], None]

_parts: list[Part] = []


def register(part: Part) -> None:
    """Write `part` too whenever the example is installed, after those that registered before."""
    if part not in _parts:
        _parts.append(part)


def install(session: Session, place: Place) -> None:
    """Write every part, in the transaction that installs the example."""
    for part in _parts:
        part(session, place)
