"""Days as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from workspace.kernel.dates import long_day, long_instant


def test_day_and_instant_are_those_of_the_language_and_zone() -> None:
    assert long_day(date(2026, 11, 1), "fr") == "1er novembre 2026"
    assert long_day(date(2026, 11, 1), "en") == "1 November 2026"
    late = datetime(2026, 11, 20, 23, 5, tzinfo=UTC)
    assert long_instant(late, "Europe/Paris", "fr") == "21 novembre 2026, 00:05"
    assert long_instant(late, "Europe/Paris", "en") == "21 November 2026, 00:05"
