"""Session-state keys of the fiches room."""

from __future__ import annotations

VIEW = "cf-fiches.board.view"
SEARCH = "fiches.board.search"
ETAPE = "fiches.board.etape"
STRUCTURE = "fiches.board.structure"
STATUS = "fiches.board.status"
KIND = "fiches.board.kind"
ARCHIVED = "fiches.board.archived"
NEW = "fiches.board.new"
ORDER = "fiches.board.order"
CLEAR = "fiches.board.clear"
PREVIEW = "fiche.preview"
PREVIEW_SHAPE = "fiche.preview.shape"
TRAME_SHOWN = "fiches.trame.shown"
FILTERS = (SEARCH, ETAPE, STRUCTURE, STATUS, KIND, ARCHIVED)
