"""What the budget adds to rooms that do not know it. The front door and the frame connect it once a process."""

from __future__ import annotations

import functools

from budget.adhesions import example as adhesions_example
from budget.contributions import desk
from budget.contributions import example as contributions_example
from budget.contributions.words import ContributionsOperation
from budget.envelope import bound
from budget.envelope.words import EnvelopeOperation
from budget.ledger.words import LedgerOperation
from workspace.accueil import sources as accueil
from workspace.welcome import example_parts

NEWS = {
    ContributionsOperation.SET_KEY.value: "contributions",
    ContributionsOperation.PLEDGE.value: "contributions",
    ContributionsOperation.RECEIVE.value: "contributions",
    ContributionsOperation.DECIDE.value: "contributions",
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
    accueil.register_awaited(desk.list_awaited)
    accueil.register_news(NEWS)
    example_parts.register(contributions_example.install)
    example_parts.register(adhesions_example.install)
