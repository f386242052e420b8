"""The icons that Chemise draws, cut out of Streamlit's four thousand: `python -m tests.fonts` makes the file anew.

An icon is a word drawn as one sign by a ligature; a word that is not in the file would be shown as letters.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import streamlit as st
from fontTools import subset
from fontTools.ttLib import TTFont

from workspace.accounts.index_page import FONTS

ROOT = Path(__file__).resolve().parents[1]
STATIC = Path(st.__file__).resolve().parent / "static" / "static"
ICONS = FONTS / "icons.woff2"
# With the space: a letter that is not here would bring Streamlit's whole file after all.
LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789 "
# A name of an icon is never more than a word in quotes or behind `material/`; most such words name none.
WORD = re.compile(r"""(?<=["'/:])[a-z0-9_]+(?=["':])""")
THEIRS = re.compile(r":material/([a-z0-9_]+)")


def ligatures(font: TTFont) -> dict[str, str]:
    """The glyph of each icon, by the word that draws it."""
    characters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in (getattr(one, "ExtSubTable", one) for one in lookup.SubTable):
            for first, rest in table.ligatures.items():
                for one in rest:
                    found["".join(characters[glyph] for glyph in (first, *one.Component))] = str(one.LigGlyph)
    return found


def whole_font() -> TTFont:
    """Streamlit's own file of icons."""
    (path,) = (STATIC / "media").glob("MaterialSymbols-Rounded.*.woff2")
    return TTFont(path)


def used(known: dict[str, str]) -> set[str]:
    """The icons whose names stand in our pages or in Streamlit's code; some stand there for another reason."""
    words: set[str] = set()
    for folder in ("pages", "workspace", "budget"):
        for path in (ROOT / folder).rglob("*.py"):
            words |= set(WORD.findall(path.read_text(encoding="utf-8")))
    for path in (STATIC / "js").glob("*.js"):
        words |= set(THEIRS.findall(path.read_text(encoding="utf-8")))
    return words & set(known)


def cut() -> int:
    """Write the file; how many icons it holds."""
    font = whole_font()
    known = ligatures(font)
    names = used(known)
    options = subset.Options(layout_features=["*"], layout_closure=False, glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=[known[name] for name in names], text=LETTERS)
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(ICONS)
    return len(names)


if __name__ == "__main__":
    sys.stdout.write(f"{cut()} icons, {ICONS.stat().st_size} bytes\n")
