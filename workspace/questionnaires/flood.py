"""How many forms may come in, from one place and in all. In memory, under a salt of the day: no address is kept.

The salt is drawn at random, never stored, and replaced after a day with all counts, so that nobody, we included, can
find an address again. Each process counts for itself; behind several the limits are that much higher.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import deque
from uuid import UUID

DAY_SECONDS = 86400.0
WINDOW_SECONDS = 600.0
# A workshop of thirty people behind one address, two tries each, fits; a script does not.
PER_ADDRESS = 80
PER_FORM = 600
# A link that nobody can guess is still not offered for guessing.
GUESSES_PER_ADDRESS = 60
KEYS_MAXIMUM = 20_000


class Flood:
    """Counts of the last ten minutes. One instance a process; safe between threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._salt = secrets.token_bytes(32)
        self._since = time.monotonic()
        self._seen: dict[bytes, deque[float]] = {}

    def _key(self, *parts: str) -> bytes:
        return hashlib.blake2b("|".join(parts).encode(), key=self._salt, digest_size=16).digest()

    def _count(self, key: bytes, now: float) -> int:
        """One more under this key; gives how many there are now."""
        times = self._seen.setdefault(key, deque())
        while times and now - times[0] > WINDOW_SECONDS:
            times.popleft()
        times.append(now)
        return len(times)

    def _turn(self, now: float) -> None:
        if now - self._since > DAY_SECONDS:
            self._salt, self._since = secrets.token_bytes(32), now
            self._seen.clear()
        elif len(self._seen) > KEYS_MAXIMUM:
            living = {key: times for key, times in self._seen.items() if times and now - times[-1] <= WINDOW_SECONDS}
            self._seen = living if len(living) <= KEYS_MAXIMUM else {}

    def may_post(self, form_id: UUID, address: str, *, now: float | None = None) -> bool:
        """Whether one more form is looked at."""
        moment = time.monotonic() if now is None else now
        with self._guard:
            self._turn(moment)
            here = self._count(self._key("post", str(form_id), address), moment)
            if here > PER_ADDRESS:
                return False  # and one flooder does not use up the form's own quota
            return self._count(self._key("form", str(form_id)), moment) <= PER_FORM

    def note_wrong_link(self, address: str, *, now: float | None = None) -> bool:
        """Count a link that opens nothing. False when this address guesses."""
        moment = time.monotonic() if now is None else now
        with self._guard:
            self._turn(moment)
            return self._count(self._key("link", address), moment) <= GUESSES_PER_ADDRESS

    def forget(self) -> None:
        """Start anew; for tests."""
        with self._guard:
            self._seen.clear()
