"""The one-time set-up code: made when the process starts, printed once, never stored."""

from __future__ import annotations

import functools
import logging
import secrets

from workspace.welcome.service import is_set_up

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no I, O, 0, 1: the code is read from a screen and typed

log = logging.getLogger("chemise")


@functools.cache
def setup_code() -> str:
    """Sixteen signs in four groups: 80 bits."""
    signs = [secrets.choice(ALPHABET) for _ in range(16)]
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def announce() -> None:
    """Print the code on the server's own output while nobody has set this installation up."""
    if not is_set_up():
        print(  # noqa: T201 the operator reads it here, and it must not land in a log collector
            f"\n  Chemise: set-up code {setup_code()}"
            "\n  (asked when the first visit does not come from this machine)\n",
            flush=True,
        )
