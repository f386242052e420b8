"""The look of the budget's screens: that of decisions, and a little of its own."""

from __future__ import annotations

from pathlib import Path

from pages.decisions._scene import use_style as use_decision_style
from pages.fiches._diff import use_diff_style
from pages.fiches._scene import draw

_RULES = Path(__file__).with_name("budget.css")


def use_style() -> None:
    """Bring the rules to this page; they take no room."""
    use_decision_style()
    use_diff_style()
    draw(f"<style>{_RULES.read_text(encoding='utf-8')}</style>")
