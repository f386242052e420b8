"""`make promises`: each promise of the design, measured here and now, one line each.

`make promises ONLY=name` runs those whose name begins so. Exit status 0 when all are kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.promises import (
    anchors,
    budget,
    decisions,
    diff,
    envelope,
    exchange,
    form,
    lightness,
    live,
    rights,
    screens,
    specification,
)
from tests.promises.stage import Missing, Result

PROMISES: dict[str, tuple[Callable[[], list[Result]], float]] = {
    "rights": (rights.rights, 100),
    "shares": (budget.shares, 0),
    "envelope-race": (envelope.envelope_race, 0),
    "dashboard": (budget.dashboard, 1.5),
    "chain": (budget.chain, 0),
    "vectors-budget": (budget.vectors, 100),
    "invoices": (budget.invoices, 0),
    "diff": (diff.diff, 0.5),
    "adopted": (specification.adopted, 0),
    "anchors": (anchors.anchors, 0),
    "form": (form.form, 0),
    "crash": (live.crash, 0),
    "livetext-latency": (live.latency, 1.0),
    "livetext-ack": (live.acknowledgement, 3.0),
    "livetext-crowd": (live.crowd, 0.6),
    "livetext-join": (live.join, 1.0),
    "open": (screens.opening, 1.3),
    "rerun": (screens.rerun, 6.0),
    "find": (exchange.find, 2.0),
    "import": (exchange.imports, 98),
    "growth": (screens.growth, 1.5),
    "tally": (decisions.tally, 1.0),
    "ballot-race": (decisions.ballot_race, 0),
    "closing": (decisions.closing, 0),
    "vectors-decisions": (decisions.vectors, 100),
    "meter": (lightness.meter, lightness.BOUND),
}


def main(only: str = "") -> int:
    """Measure and print; 0 when all are kept, 2 when no promise has that name."""
    chosen = {name: one for name, one in PROMISES.items() if name.startswith(only)}
    kept = True
    for name, (measure, bound) in chosen.items():
        try:
            results = measure()
        except Missing as missing:
            results = [Result(name=name, value=None, bound=bound, note=str(missing))]
        except Exception as error:  # noqa: BLE001 a promise that cannot be measured is not kept, the others go on
            results = [Result(name=name, value=None, bound=bound, note=f"{type(error).__name__}: {error}")]
        for result in results:
            print(result.line(), flush=True)
            kept = kept and result.kept
    if not chosen:
        print(f"no promise begins with {only!r}: {', '.join(PROMISES)}")
        return 2
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
