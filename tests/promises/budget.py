"""Promise of the treasurer's room: shares of any key are exact, to the cent."""

from __future__ import annotations

import random
from fractions import Fraction

from tests.promises.stage import Result
from workspace.kernel.money import share

TRIES, SEED = 10_000, 20261126


def shares() -> list[Result]:
    """Keys whose shares do not add up to the amount, or where one is off by more than a cent: none of 10,000."""
    draw = random.Random(SEED)  # noqa: S311
    wrong = 0
    worst = Fraction(0)
    for _ in range(TRIES):
        amount = draw.randint(-1_000_000, 1_000_000)
        weights = [draw.randint(0, 10_000) for _ in range(draw.randint(1, 40))] + [1]
        got = share(amount, weights)
        off = max(abs(part - Fraction(amount * one, sum(weights))) for part, one in zip(got, weights, strict=True))
        worst = max(worst, off)
        wrong += sum(got) != amount or off > 1
    note = f"{TRIES} keys, the worst share off by {float(worst):.3f} cent"
    return [Result(name="shares", value=wrong, bound=0, note=note)]
