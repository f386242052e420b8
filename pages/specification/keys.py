"""The keys of the cahier des charges: in the address, and in the state of its page."""

from __future__ import annotations

CLAUSE = "cahier.clause"
CLAUSE_ASKED = "cahier.clause.asked"
CLAUSE_QUERY = "clause"


def anchor_of(clause: str) -> str:
    """The anchor of a clause's heading, to which an address scrolls."""
    return f"clause-{clause}"
