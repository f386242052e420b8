"""Session-state keys of the fiches room."""

from __future__ import annotations

from uuid import UUID

IN_USE = "in-use"
VIEW = "cf-fiches.board.view"
SEARCH = "fiches.board.search"
ETAPE = "fiches.board.etape"
STRUCTURE = "fiches.board.structure"
STATUS = "fiches.board.status"
KIND = "fiches.board.kind"
ARCHIVED = "fiches.board.archived"
CHOICES = "fiches.board.choices"
NEW = "fiches.board.new"
MORE = "fiches.board.more"
CLEAR = "fiches.board.clear"
PREVIEW = "fiche.preview"
PREVIEW_SHAPE = "fiche.preview.shape"
TRAME_SHOWN = "fiches.trame.shown"
TRAME_VIEW = "fiches.trame.view"
TRAME_LINE = "fiches.trame.line"
TRAME_ACTS = "fiches.trame.acts"
TRAME_HEARD = "fiches.trame.heard"
TRAME_SAID = "fiches.trame.said"
TRAME_NEXT = "fiches.trame.next"
TRAME_ASIDE = "fiches.trame.aside"
TRAME_VARIANT = "fiches.trame.variant"
COMPARE_LEFT = "fiches.compare.left"
COMPARE_RIGHT = "fiches.compare.right"
IMAGES_SHOWN = "fiches.images.shown"
FILTERS = (SEARCH, ETAPE, STRUCTURE, STATUS, KIND, ARCHIVED)


def variant_of(chosen: str) -> UUID | None:
    """The proposed trame that a choice names; None for the trame in use."""
    return None if chosen == IN_USE else UUID(chosen)
