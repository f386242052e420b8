"""Published ballots and their published results, for each method that is offered: all of them."""

from __future__ import annotations

import pytest

from tests.unit.decisions.vectors import OFFERED, VECTORS, check


@pytest.mark.parametrize("vector", [one for one in VECTORS if one["method"] in OFFERED], ids=lambda one: one["id"])
def test_published_result_is_found(vector: dict) -> None:
    check(vector)


def test_every_offered_method_has_vectors() -> None:
    assert {one["method"] for one in VECTORS} >= OFFERED
