"""Session-state keys of the search."""

from __future__ import annotations

WORDS = "search.words"
KINDS = "search.kinds"
ASKED = "q"  # in the address, so that a search can be sent to somebody and survives a reload
