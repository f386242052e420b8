"""What the styles and numberings of a Word document mean: headings, lists, quotes, bold and italic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from workspace.exchange.readers.assembly import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_HEADING = re.compile(r"(?:heading|titre|überschrift)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number|continue)(?: ([2-5]))?")
_TITLES = frozenset({"title", "titre", "subtitle", "sous-titre"})
_QUOTES = frozenset({"quote", "intense quote", "citation", "citation intense"})
_OFF = frozenset({"0", "false", "off", "none"})
BODY_OUTLINE = 9
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    properties: Any  # w:pPr or None
    run: Any  # w:rPr or None


def on(properties: Any, name: str) -> bool | None:
    """Whether a switch such as w:b is on; None when nothing is said."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else str(found.get(VAL, "1")).lower() not in _OFF


def number(element: Any, path: str, missing: int) -> int:
    """The value of a property that is a number."""
    found = None if element is None else element.find(path)
    return missing if found is None else whole_number(found.get(VAL), missing)


class Styles:
    """Styles by id, and the kind of each numbering."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._styles: dict[str, _Style] = {}
        for one in () if styles is None else styles.iter(f"{W}style"):
            name = one.find(f"{W}name")
            based = one.find(f"{W}basedOn")
            self._styles[one.get(f"{W}styleId", "")] = _Style(
                "" if name is None else str(name.get(VAL, "")).strip().lower(),
                "" if based is None else str(based.get(VAL, "")),
                one.find(f"{W}pPr"),
                one.find(f"{W}rPr"),
            )
        self._bullets = _bullets(numbering)

    def _chain(self, properties: Any, tag: str) -> list[_Style]:
        """The style that properties name, and those it is based on."""
        found = None if properties is None else properties.find(f"{W}{tag}")
        name = "" if found is None else str(found.get(VAL, ""))
        chain: list[_Style] = []
        while (style := self._styles.get(name)) is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            name = style.based_on
        return chain

    def heading(self, properties: Any) -> int | None:
        """The level of a heading as the editor has it (2 or 3), None for any other paragraph."""
        outline = number(properties, f"{W}outlineLvl", BODY_OUTLINE)
        if outline < BODY_OUTLINE:
            return 2 if outline == 0 else 3
        for style in self._chain(properties, "pStyle"):
            if style.name in _TITLES:
                return 2 if style.name in {"title", "titre"} else 3
            named = _HEADING.fullmatch(style.name)
            outline = int(named[1]) - 1 if named else number(style.properties, f"{W}outlineLvl", BODY_OUTLINE)
            if outline < BODY_OUTLINE:
                return 2 if outline <= 0 else 3
        return None

    def is_quote(self, properties: Any) -> bool:
        """Whether a paragraph is a quotation."""
        return any(style.name in _QUOTES for style in self._chain(properties, "pStyle"))

    def list_of(self, properties: Any) -> tuple[int, bool] | None:
        """(level from 0, whether numbered) of a list item, None for any other paragraph."""
        holders = [properties, *(style.properties for style in self._chain(properties, "pStyle"))]
        for holder in holders:
            numbered = None if holder is None else holder.find(f"{W}numPr")
            if numbered is None:
                continue
            level = number(numbered, f"{W}ilvl", 0)
            found = numbered.find(f"{W}numId")
            number_id = "" if found is None else str(found.get(VAL, ""))
            if number_id in {"", "0"}:
                return None
            return self._deeper(properties, min(level, 8)), not self._bullets.get((number_id, level), True)
        return None

    def _deeper(self, properties: Any, level: int) -> int:
        """Word's own "List Bullet 2" is a numbering of its own, at its first level."""
        named = (_LIST.fullmatch(style.name) for style in self._chain(properties, "pStyle"))
        return next((int(found[2]) - 1 for found in named if found and found[2]), level)

    def goes_on(self, properties: Any) -> bool:
        """Whether a paragraph goes on with the list item before it."""
        named = (_LIST.fullmatch(style.name) for style in self._chain(properties, "pStyle"))
        return any(found is not None and found[1] == "continue" for found in named)

    def marks(self, properties: Any) -> tuple[bool, bool]:
        """(bold, italic) of a run, from itself or its character style."""
        chain = [properties, *(style.run for style in self._chain(properties, "rStyle"))]
        bold, italic = (
            next((said for holder in chain if (said := on(holder, name)) is not None), False) for name in ("b", "i")
        )
        return bold, italic


def _bullets(numbering: Any) -> dict[tuple[str, int], bool]:
    """(number id, level) -> whether it is drawn as a bullet."""
    if numbering is None:
        return {}
    kinds: dict[str, dict[int, bool]] = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        levels = kinds.setdefault(str(abstract.get(f"{W}abstractNumId", "")), {})
        for level in abstract.iter(f"{W}lvl"):
            drawn = level.find(f"{W}numFmt")
            index = whole_number(level.get(f"{W}ilvl"), 0)
            levels[index] = drawn is None or drawn.get(VAL) in {"bullet", "none"}
    found: dict[tuple[str, int], bool] = {}
    for one in numbering.iter(f"{W}num"):
        abstract = one.find(f"{W}abstractNumId")
        for level, bullet in kinds.get("" if abstract is None else str(abstract.get(VAL, "")), {}).items():
            found[str(one.get(f"{W}numId", "")), level] = bullet
    return found
