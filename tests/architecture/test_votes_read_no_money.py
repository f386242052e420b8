"""A vote never depends on what was paid: nothing that votes imports the budget or reads a table of money."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from db import models
from tests.architecture.code import modules

VOTING = ("workspace/decisions/", "workspace/review/", "workspace/specification/")
MONEY = {
    name
    for name in models.__all__
    if getattr(models, name).__module__ in {"db.models.adhesions", "db.models.budget", "db.models.contributions"}
}


@pytest.mark.parametrize("name", sorted(name for name in modules() if name.startswith(VOTING)))
def test_what_votes_reads_no_money(name: str) -> None:
    assert {"Fee", "Membership", "Pledge", "ContributionReceipt", "Payment"} <= MONEY
    imported = set()
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.ImportFrom):
            imported |= {node.module or "", *(one.name for one in node.names)}
        elif isinstance(node, ast.Import):
            imported |= {one.name for one in node.names}
    assert not {one for one in imported if one in MONEY or one.split(".")[0] == "budget"}


def test_no_tally_counts_by_a_weight_of_its_own() -> None:
    """The rooms that vote hold no word for money at all."""
    tally = Path(__file__).resolve().parents[2] / "workspace" / "decisions" / "tally"
    said = " ".join(path.read_text(encoding="utf-8") for path in tally.rglob("*.py"))
    assert not {"cents", "pledge", "membership", "adhesion"} & set(said.lower().split())
