"""What the budget adds to rooms that do not know it. The front door and the frame connect it once a process."""

from __future__ import annotations

import functools

from budget.envelope import bound
from budget.envelope.words import EnvelopeOperation
from budget.ledger.words import LedgerOperation
from workspace.accueil import sources as accueil

NEWS = {
    EnvelopeOperation.CHANGE.value: "budget",
    EnvelopeOperation.PROPOSE_COMMITMENT.value: "budget",
    EnvelopeOperation.APPROVE_COMMITMENT.value: "budget",
    EnvelopeOperation.CANCEL_COMMITMENT.value: "budget",
    LedgerOperation.CLOSE.value: "ledger",
    LedgerOperation.REOPEN.value: "ledger",
}


@functools.cache
def connect() -> None:
    """Register what awaits somebody in the budget and which of its journal lines are news."""
    accueil.register_awaited(bound.list_awaited)
    accueil.register_news(NEWS)
