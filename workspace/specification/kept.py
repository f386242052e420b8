"""The voices as an adoption keeps them: names and instants as they were on that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from workspace.specification.words import Stance, Voice


def voice_to_json(voice: Voice) -> dict[str, Any]:
    """A voice as the adopted version keeps it."""
    return {
        "structure": str(voice.structure_id),
        "name": voice.name,
        "stance": voice.stance.value if voice.stance else "",
        "person": voice.person,
        "at": voice.at.isoformat() if voice.at else "",
        "reason": voice.reason,
    }


def voices_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[Voice, ...]:
    """The voices that `voice_to_json` wrote."""
    return tuple(
        Voice(
            structure_id=UUID(one["structure"]),
            name=one["name"],
            stance=Stance(one["stance"]) if one["stance"] else None,
            person=one["person"],
            at=datetime.fromisoformat(one["at"]) if one["at"] else None,
            reason=one["reason"],
        )
        for one in values
    )
