"""The look of this room, over that of decisions and fiches."""

from __future__ import annotations

from pages.decisions._scene import use_style as use_decision_style
from pages.fiches._scene import draw

_RULES = (
    ".cm-when{font-size:1.05rem}"
    ".cm-people{margin-top:.5rem}"
    ".cm-people>p{font-weight:600}"
    ".cm-people ul{display:grid;gap:.15rem;padding-left:1.2rem}"
    ".cm-absent,.cm-excused{color:var(--cf-soft)}"
)


def use_style() -> None:
    """Bring the rules to this page; they take no room."""
    use_decision_style()
    draw(f"<style>{_RULES}</style>")
