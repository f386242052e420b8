"""The share of (who x what x at which distance x through which door) that the rights tests assert."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.promises.stage import ROOT, Result

FILES = ("tests/integration/rights", "tests/pages/test_rights_pages.py")


def needed() -> set[tuple[str, ...]]:
    """Every cell there must be, from the declared policies, screens and routes themselves."""
    from pages.shell.navigation import SCREENS
    from tests.integration.rights.acts import DOINGS
    from tests.integration.rights.table import policies
    from tests.integration.rights.test_rights_routes import all_routes
    from tests.integration.rights.world import DISTANCES, WHO
    from tests.pages.test_rights_pages import OBJECT_PAGES

    cells: set[tuple[str, ...]] = set()
    for operation in policies():
        distances = DOINGS[operation].distances if operation in DOINGS else DISTANCES
        cells |= {("operation", operation, who, distance) for who in WHO for distance in distances}
    for screen in SCREENS:
        distances = DISTANCES if screen.url in OBJECT_PAGES else ("page",)
        cells |= {("page", screen.url, who, distance) for who in WHO for distance in distances}
    for route in all_routes():
        path = route.path  # type: ignore[attr-defined]
        kind = "websocket" if "/ws/" in path else "route"
        about_oneself = {"/session/open": ("door",), "/session/close": ("self",), "/session/data": ("self",)}
        about_oneself["/fonts/{mark}/{name}"] = ("door",)
        about_oneself["/export/fiches.{target}"] = ("group",)
        about_oneself["/budget/ledger/{year:int}.{target}"] = ("group",)
        cells |= {(kind, path, who, one) for who in WHO for one in about_oneself.get(path, DISTANCES)}
    return cells


def rights() -> list[Result]:
    """Run the tests and compare what they asserted with what there is."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "cells"
        ledger.touch()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", *FILES],
            cwd=ROOT,
            env=os.environ | {"CHEMISE_RIGHTS_LEDGER": str(ledger)},
            capture_output=True,
            text=True,
            check=False,
        )
        asserted = {tuple(json.loads(line)) for line in ledger.read_text(encoding="utf-8").splitlines()}
    wanted = needed()
    share = 100 * len(asserted & wanted) / len(wanted)
    told = (done.stdout.strip().splitlines() or ["nothing was run"])[-1]
    note = f"{len(asserted & wanted)} of {len(wanted)} cells"
    return [
        Result(
            name="rights",
            value=share if done.returncode == 0 else min(share, 99.9),
            bound=100,
            unit="%",
            at_least=True,
            note=note if done.returncode == 0 else f"{note}; {told}",
        )
    ]
