"""Session-state keys of the decisions room."""

from __future__ import annotations

OPENING = "decisions.opening"
NEW = "decisions.new"
FORM = "decisions.form"
PICTURES = "decisions.form.pictures"
SEAT = "decisions.seat"
CHANGE = "decision.change"
CHANGING = "decision.changing"
REMIND = "decision.remind"
CLOSE = "decision.close"
WITHDRAW = "decision.withdraw"
ROUND = "decision.round"
GIVE = "decision.give"
