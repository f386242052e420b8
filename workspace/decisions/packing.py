"""From frozen values to what a JSON column holds, and back. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from workspace.decisions.words import (
    Base,
    Content,
    Method,
    OptionCount,
    Rule,
    Stand,
    Tally,
    Threshold,
    TieRule,
    Turnout,
    Verdict,
)


def packed(value: Any) -> Any:
    """A frozen value as plain lists, dicts, texts and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: packed(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): packed(one) for key, one in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [packed(one) for one in value]
    return value


def rule_of(data: Mapping[str, Any]) -> Rule:
    """The rule that `packed` wrote."""
    return Rule(
        method=Method(data["method"]),
        mentions=tuple(data["mentions"]),
        threshold=Threshold(data["threshold"]),
        base=Base(data["base"]),
        quorum=data["quorum"],
        tie_rule=TieRule(data["tie_rule"]),
        casting=UUID(data["casting"]) if data["casting"] else None,
        secret=data["secret"],
        hidden=data["hidden"],
        dots=data["dots"],
        voters=tuple(UUID(one) for one in data["voters"]),
    )


def content_of(data: Mapping[str, Any]) -> Content:
    """The ballot's content that `packed` wrote."""
    return Content(
        stand=Stand(data["stand"]), marks=dict(data["marks"]), choice=data["choice"], reason=data["reason"]
    )


def tally_of(data: Mapping[str, Any]) -> Tally:
    """The count that `packed` wrote."""
    return Tally(
        method=Method(data["method"]),
        verdict=Verdict(data["verdict"]),
        turnout=Turnout(**data["turnout"]),
        rows=tuple(
            OptionCount(option=one["option"], rank=one["rank"], counts=tuple(one["counts"])) for one in data["rows"]
        ),
        duels=tuple(tuple(one) for one in data["duels"]),
        winner=data["winner"],
        condorcet=data["condorcet"],
        against=data["against"],
        base=data["base"],
        stances=tuple(data["stances"]),
        tied=tuple(data["tied"]),
        parted_by=data["parted_by"],
        seed=data["seed"],
    )
