"""Run by the peers' own Python: count the given ballots with them, say how long it took and what came out.

Reads {"ballots": [[grade of each option]], "grades": n, "rankings": [[rank of each option]]} on standard input.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

TIMES = 5


def majority_judgment() -> type:
    """`majorityjudgement` fails to import on Python 3 by one line of its __init__; its module alone is right."""
    folder = next(Path(one) / "majorityjudgement" for one in sys.path if (Path(one) / "majorityjudgement").is_dir())
    spec = importlib.util.spec_from_file_location("grading", folder / "grading.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.MajorityJudgement


def timed(work) -> tuple[float, object]:
    """(median seconds, result)."""
    took, result = [], None
    for _ in range(TIMES):
        start = time.perf_counter()
        result = work()
        took.append(time.perf_counter() - start)
    return statistics.median(took), result


def main() -> None:
    """Print {"judgment": [seconds, order], "schulze": [seconds, winners]}."""
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles_with_ties import ProfileWithTies

    given = json.load(sys.stdin)
    ballots, grades = given["ballots"], given["grades"]
    judge = majority_judgment()

    def judgment() -> list[int]:
        # It starts from tallies: they are counted in the quickest way we know, which is ours.
        counters = [Counter(column) for column in zip(*ballots, strict=True)]
        tallies = [judge([one[grade] for grade in range(grades)]) for one in counters]
        return sorted(range(len(tallies)), key=tallies.__getitem__, reverse=True)

    def schulze() -> list[int]:
        profile = ProfileWithTies([dict(enumerate(one)) for one in given["rankings"]])
        profile.use_extended_strict_preference()
        return [int(one) for one in beat_path(profile, strength_function=profile.support)]

    print(json.dumps({"judgment": timed(judgment), "schulze": timed(schulze)}))


if __name__ == "__main__":
    main()
