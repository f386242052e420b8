"""The yardstick of an acknowledgement: keys that are inserted and committed in a loop, with nothing else around it.

`python -m tests.promises.bare FOLDER SECONDS` prints what it found as one JSON line.

The rows, the disk and SQLite's settings are those of the log. The rows come as people type: `TYPISTS` of them, each
at its own moments, and a row waits from the moment when it *came*, as a key does. A loop that only times its own
COMMIT leaves out all rows that would have come while the disk did not answer ("coordinated omission", Gil Tene): here
that is most of the tail, for the disk is shared with neighbours and stands still once or twice a second.
"""

from __future__ import annotations

import heapq
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.session import SQLITE_PRAGMAS, _sqlite_module
from tests.promises.stage import pinned

TYPISTS, KEYS = 10, 5  # keys: a second, each
WARMUP = 3.0  # seconds, as the simulated editors
TEXT, PERSON, AT = "0" * 32, "1" * 32, "2026-01-01 00:00:00.000000"


def command(folder: Path, seconds: float) -> list[str]:
    """How the loop is started beside the editors: on the core that is free, ahead of the neighbours as they are."""
    return pinned("0,1", [sys.executable, "-m", "tests.promises.bare", str(folder), str(seconds)])


def _opened(folder: Path) -> Any:
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = _sqlite_module().connect(str(path), isolation_level=None)
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE text (id CHAR(32) PRIMARY KEY, seq BIGINT, changed_at DATETIME, changed_by CHAR(32))"
    )
    connection.execute(
        "CREATE TABLE text_update (text_id CHAR(32), seq BIGINT, at DATETIME, person_id CHAR(32), payload BLOB,"
        " PRIMARY KEY (text_id, seq))"
    )
    connection.execute("CREATE INDEX ix ON text_update (text_id, at)")
    connection.execute("INSERT INTO text VALUES (?, 0, NULL, NULL)", (TEXT,))
    return connection


def _commit(connection: Any, seq: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE text SET seq = ?, changed_at = ?, changed_by = ?", (seq, AT, PERSON))
    connection.execute("INSERT INTO text_update VALUES (?, ?, ?, ?, ?)", (TEXT, seq, AT, PERSON, b"x" * 24))
    connection.execute("COMMIT")


def _keys(seconds: float) -> Iterator[float]:
    """The moments of all keys, in order, in seconds from the beginning; the same rhythm as loadgen.mjs."""
    chance = random.Random()  # noqa: S311 moments, not secrets
    due = [chance.random() / KEYS for _ in range(TYPISTS)]
    heapq.heapify(due)
    while due[0] < seconds:
        yield due[0]
        heapq.heapreplace(due, due[0] + (0.5 + chance.random()) / KEYS)


def typed(folder: Path, seconds: float) -> dict[str, float]:
    """Milliseconds from a key until it is committed: `p50`, `p95`; and `commit`, the 95th of COMMITs alone."""
    connection = _opened(folder)
    waited, alone = [], []
    begun = time.perf_counter()
    for seq, moment in enumerate(_keys(WARMUP + seconds)):
        time.sleep(max(begun + moment - time.perf_counter(), 0))
        started = time.perf_counter()
        _commit(connection, seq)
        now = time.perf_counter()
        if moment >= WARMUP:
            waited.append((now - begun - moment) * 1000)
            alone.append((now - started) * 1000)
    connection.close()
    waited.sort()
    alone.sort()
    said = {f"p{part}": waited[len(waited) * part // 100] for part in (50, 95)}
    return said | {"commit": alone[len(alone) * 95 // 100]}


if __name__ == "__main__":
    print(json.dumps(typed(Path(sys.argv[1]), float(sys.argv[2]))))
