"""What all methods share: from a value for each option to a ranking in which ties stay ties."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

Option = TypeVar("Option", bound=Hashable)
Ranking = tuple[tuple[Option, ...], ...]


def ranked(values: Mapping[Option, Any]) -> Ranking[Option]:
    """Groups of options, the greatest value first; options of equal value stand together.

    Inside a group the order is that of `values`: it means nothing.
    """
    groups: dict[Any, list[Option]] = {}
    for option, value in values.items():
        groups.setdefault(value, []).append(option)
    return tuple(tuple(groups[value]) for value in sorted(groups, reverse=True))


def ranks(ranking: Ranking[Option]) -> dict[Option, int]:
    """The place of each option, from 1; after a tie of two for first comes the third place."""
    places: dict[Option, int] = {}
    for group in ranking:
        place = len(places) + 1
        places |= dict.fromkeys(group, place)
    return places
