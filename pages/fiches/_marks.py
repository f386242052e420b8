"""The small marks of a fiche: its status and its weight; worded once for a whole board."""

from __future__ import annotations

from pages.fiches._scene import status_label, weight_label
from workspace.fiches.words import FicheCard, FicheStatus, Lightness

GLYPHS = {
    FicheStatus.DRAFT: "○",
    FicheStatus.IN_REVIEW: "◐",
    FicheStatus.APPROVED: "●",
    FicheStatus.PUBLISHED: "✓",
}
BLANK = "blank"


def glyph(status: FicheStatus) -> str:
    """A status as a sign; the words stand beside it or in its hidden text."""
    return f'<i class="cf-st cf-st-{status.value}" aria-hidden="true">{GLYPHS[status]}</i>'


class Marks:
    """All marks and their names in the language of this run."""

    def __init__(self) -> None:
        self.glyphs = {status: glyph(status) for status in FicheStatus}
        self.statuses = {status: status_label(status) for status in FicheStatus}
        self.weights = {one.value: weight_label(one, blank=False) for one in Lightness}
        self.weights[BLANK] = weight_label(Lightness.LIGHT, blank=True)
        self.bars = {name: f'<i class="cf-w cf-w-{name}" aria-hidden="true"></i>' for name in self.weights}

    def weight(self, card: FicheCard) -> str:
        """The little lines of a sheet: one when light, three when heavy."""
        return self.bars[BLANK if card.is_blank else card.lightness.value]

    def weight_name(self, card: FicheCard) -> str:
        """The same in words."""
        return self.weights[BLANK if card.is_blank else card.lightness.value]
