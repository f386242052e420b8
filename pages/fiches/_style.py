"""The look of boards, lists and sheets: loose sheets in a folder, one accent, both themes."""

from __future__ import annotations

import functools
from pathlib import Path

import streamlit as st

from pages.fiches._scene import draw

_RULES = Path(__file__).with_name("fiches.css")
_PAIRS = {
    "--cf-amber": ("#8A6414", "#D9B45F"),
    "--cf-teal": ("#2F6B73", "#6FB3BB"),
    "--cf-green": ("#55682C", "#A9BB6C"),
}


@functools.cache
def _style() -> str:
    """The rules, with accent and paper taken from the theme of each mode."""

    def option(mode: str, name: str, default: str) -> str:
        return str(st.get_option(f"theme.{mode}.{name}") or default)

    pairs = {
        "--cf-accent": (option("light", "linkColor", "#8A3612"), option("dark", "linkColor", "#F0A27E")),
        "--cf-paper": (option("light", "backgroundColor", "#fff"), option("dark", "backgroundColor", "#16191B")),
        "--cf-line": (option("light", "borderColor", "#D9D2C5"), option("dark", "borderColor", "#3A4145")),
        "--cf-sheet": ("#fff", option("dark", "secondaryBackgroundColor", "#212629")),
        **_PAIRS,
    }
    light = ";".join(f"{name}:{pair[0]}" for name, pair in pairs.items())
    both = ";".join(f"{name}:light-dark({pair[0]},{pair[1]})" for name, pair in pairs.items())
    rules = _RULES.read_text(encoding="utf-8")
    scope = ".cf,.st-key-cf-trame-move"
    return f"<style>{scope}{{{light}}}@supports (color:light-dark(red,red)){{{scope}{{{both}}}}}{rules}</style>"


def use_style() -> None:
    """Bring the rules to this page; they take no room."""
    draw(_style())
