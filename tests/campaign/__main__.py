"""`make campaign`: the long form of what `make promises` measures. `ONLY=name` runs one."""

from __future__ import annotations

import sys

from tests.promises import live
from tests.promises.stage import Missing

KILLS = 200
CAMPAIGNS = {"crash": lambda: live.crash(KILLS)}


def main(only: str = "") -> int:
    """Run and print; 0 when all is kept."""
    kept = True
    for name, measure in CAMPAIGNS.items():
        if not name.startswith(only):
            continue
        try:
            results = measure()
        except Missing as missing:
            print(f"{name}: {missing}")
            kept = False
            continue
        for result in results:
            print(result.line(), flush=True)
            kept = kept and result.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
