"""Today, where the groups of the tests are: late in the evening the day of UTC is another."""

from __future__ import annotations

from datetime import date

from workspace.kernel.clock import local, utc_now

ZONE = "Europe/Paris"


def group_today() -> date:
    """The day that the use cases compare with."""
    return local(utc_now(), ZONE).date()
