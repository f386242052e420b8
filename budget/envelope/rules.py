"""Rules of the envelope, pure: who may, where it stands, whether it bears one amount more."""

from __future__ import annotations

from collections.abc import Iterable

from budget.envelope.words import Band, Funding, Position, Spending, Standing
from budget.envelope.words import EnvelopeOperation as Op
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach, everyone

_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CHANGE: _TREASURY,
    Op.PROPOSE_COMMITMENT: _TREASURY,
    Op.APPROVE_COMMITMENT: _TREASURY,
    Op.CANCEL_COMMITMENT: _TREASURY,
    Op.EXPORT: everyone(Reach.GROUP),
}

LABEL_LENGTH = 200
REASON_LENGTH = 1000
CANCEL_LENGTH = 500
NOTHING = Spending()
NO_FUNDING = Funding()


def standing(band: Band, taken_cents: int) -> Standing:
    """Where an amount stands against a band; both bounds belong to it."""
    if taken_cents > band.maximum_cents:
        return Standing.OVER_MAXIMUM
    return Standing.WITHIN if taken_cents >= band.minimum_cents else Standing.BELOW_MINIMUM


def position(band: Band, spending: Spending, funding: Funding = NO_FUNDING) -> Position:
    """Where an envelope stands. In-kind changes nothing to what is free."""
    taken = spending.taken_cents
    return Position(
        band=band,
        spending=spending,
        funding=funding,
        standing=standing(band, taken),
        free_to_minimum_cents=band.minimum_cents - taken,
        free_to_maximum_cents=band.maximum_cents - taken,
        host_share_cents=still_to_fund(taken, max(funding.pledged_cents, funding.received_cents)),
    )


def still_to_fund(cost_cents: int, existing_cents: int) -> int:
    """What is left to bring of a cost once what exists is taken off (Cobudget's thread 723); never negative."""
    return max(0, cost_cents - existing_cents)


def whole_band(lines: Iterable[tuple[int, int | None]]) -> Band:
    """The band of several lines together: a line without a maximum counts for its minimum (Cobudget's maxGoal)."""
    known = [(minimum, minimum if maximum is None else maximum) for minimum, maximum in lines]
    return Band(sum(one[0] for one in known), sum(one[1] for one in known))


def check_bears(band: Band, spending: Spending, amount_cents: int) -> None:
    """The envelope bears one amount more. Raises RuleBroken `error-envelope-passed` past its maximum."""
    free = band.maximum_cents - spending.taken_cents
    if amount_cents > free:
        raise RuleBroken("error-envelope-passed", free_cents=max(0, free), over_cents=amount_cents - max(0, free))


def approvals_needed(amount_cents: int, two_from_cents: int) -> int:
    """How many persons must approve a commitment, its author counted: two from the envelope's threshold on."""
    return 2 if amount_cents >= two_from_cents else 1
