"""PostgreSQL only: hears what other processes committed, through LISTEN on one connection of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import psycopg
from sqlalchemy import URL

from workspace.livetext.store import CHANNEL

log = logging.getLogger("chemise.livetext")

LOOK_UP = 1.0  # seconds between two looks at whether to stop
RETRY = 1.0


class Listener:
    """A thread that gives each message to `heard`, and calls `again` after each (re)connection."""

    def __init__(self, url: URL, heard: Callable[[str], None], again: Callable[[], None]) -> None:
        self._dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._heard = heard
        self._again = again
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="livetext-listener", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End within a second."""
        self._stop.set()

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except (psycopg.Error, OSError) as error:
                if not self._stop.wait(RETRY):
                    log.warning("live text: listening failed (%s), trying again", type(error).__name__)

    def _listen(self) -> None:
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._again()
            while not self._stop.is_set():
                for message in connection.notifies(timeout=LOOK_UP, stop_after=1):
                    try:
                        self._heard(message.payload)
                    except ValueError:
                        log.warning("live text: a message on %s is not ours", CHANNEL)
