"""Fingerprints stand in what groups adopted: the same values give the same one for ever."""

from __future__ import annotations

from workspace.kernel.fingerprint import fingerprint


def test_fingerprint_is_the_one_of_the_first_version_and_ignores_the_order_of_keys() -> None:
    kept = "00df0aed25b9b00f7f87cd54ea9a5763af632abc961a96ffe983b9f65f0f25fd"
    assert fingerprint({"title": "Été", "clauses": [{"b": 1, "a": None}]}) == kept
    assert fingerprint({"clauses": [{"a": None, "b": 1}], "title": "Été"}) == kept
