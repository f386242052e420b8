"""What became of a proposal, as a sentence: on the screen and on paper. Pure; the translator is given."""

from __future__ import annotations

from collections.abc import Callable

from workspace.decisions.words import Verdict
from workspace.meetings.words import Decided


def verdict(one: Decided, say: Callable[..., str]) -> str:
    """What the register says of a proposal; one that is not counted yet is under way."""
    if one.number is None:
        return say("meeting-decision-pending")
    name = one.verdict.replace("_", "-")
    if not one.is_advisory:
        said = say(f"verdict-{name}", winner=one.winner)
    else:
        # Without quorum nothing is chosen, whatever comes first.
        leading = "verdict-leading" if one.verdict == Verdict.CHOSEN.value else f"verdict-{name}"
        said = say("verdict-advisory", said=say(leading, winner=one.winner))
    return say("meeting-decision-number", number=one.number, said=said)
