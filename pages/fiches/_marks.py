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
        self.statuses = {status: status_label(status) for status in FicheStatus}
        self.weights = {one.value: weight_label(one, blank=False) for one in Lightness}
        self.weights[BLANK] = weight_label(Lightness.LIGHT, blank=True)

    def classes(self, card: FicheCard) -> str:
        """The classes that draw a card's status and its weight: one little line when light, three when heavy."""
        return f"cf-s-{card.status.value} cf-w-{self._weight(card)}"

    def said(self, card: FicheCard) -> str:
        """The same in words."""
        return f"{self.statuses[card.status]}, {self.weights[self._weight(card)]}"

    def _weight(self, card: FicheCard) -> str:
        return BLANK if card.is_blank else card.lightness.value
