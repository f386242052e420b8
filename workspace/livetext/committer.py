"""The group commit: one thread a process writes what all rooms queued, one transaction for all, then tells them.

Nothing is acknowledged before its COMMIT. When the store refuses, the same items are tried again until it takes
them; the rooms refuse new ones meanwhile. SQLite gains most: one fsync for all who type (reliability.md, 5).
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from db.session import DirectWriter, direct_write, is_sqlite, unit_of_work
from workspace.kernel.errors import StoreUnavailable
from workspace.livetext import store
from workspace.livetext.rules import LoadMeter, commit_pause

log = logging.getLogger("chemise.livetext")

MOST_ITEMS = 256
MOST_WRITERS = 8
CROWD_MEMORY = 2.0  # seconds
BACKOFF = (0.1, 0.2, 0.5, 1.0, 2.0)


@dataclass(slots=True, eq=False)
class Edit:
    """An update to append. `room` and `ticket` (whose first part is the writer) come back with the answer."""

    text_id: UUID
    person_id: UUID | None
    at: datetime
    payload: bytes
    room: Any
    ticket: Any
    queued: float = 0.0


@dataclass(slots=True, eq=False)
class Job:
    """Another write in the order of the queue: projection, version, presence, compaction."""

    run: Callable[[Session], Any]
    done: Callable[[Any, BaseException | None], None] | None = None
    queued: float = 0.0


@dataclass(slots=True, eq=False)
class Done:
    """What became of an edit: its number in the log, or None when its text is gone or locked."""

    edit: Edit
    seq: int | None


class Committer:
    """Queue, thread and retries. `answer` is called in the committer's thread after each COMMIT."""

    def __init__(
        self,
        process: str,
        answer: Callable[[list[Done]], None],
        health: Callable[[bool], None],
    ) -> None:
        self._process = process
        self._answer = answer
        self._health = health
        self._queue: queue.SimpleQueue[Edit | Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="livetext-committer", daemon=True)
        self._stop = threading.Event()
        self._healthy = True
        self._load = LoadMeter()
        self._writers: dict[Any, float] = {}  # who wrote lately, and when
        self._since: float | None = None

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def put(self, item: Edit | Job) -> None:
        """Queue a write; from any thread, never waits."""
        item.queued = time.monotonic()
        self._queue.put(item)

    def waiting_since(self) -> float | None:
        """When the batch now being written began (steady clock), None between batches."""
        return self._since

    def stop(self, timeout: float) -> bool:
        """Write what is queued and end; False when the store did not take it in `timeout` seconds."""
        self._queue.put(None)
        self._thread.join(timeout)
        self._stop.set()
        return not self._thread.is_alive()

    def _work(self) -> None:
        ending = False
        while not ending:
            batch, ending = self._take()
            if not batch:
                continue
            self._since = batch[0].queued
            for part in _parts(batch):
                if isinstance(part, Job):
                    self._run(part)
                else:
                    self._commit(part)
            self._since = None
            if not ending:
                self._pace(batch)

    def _take(self) -> tuple[list[Edit | Job], bool]:
        """Wait for an item, then take what is there. (items, whether to end after them)."""
        item = self._queue.get()
        batch: list[Edit | Job] = []
        while item is not None:
            batch.append(item)
            if len(batch) >= MOST_ITEMS:
                return batch, False
            try:
                item = self._queue.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True

    def _pace(self, batch: list[Edit | Job]) -> None:
        """In a crowd, let company gather before the next commit; alone, be ready at once."""
        now = time.monotonic()
        writers = self._writers
        edits = 0
        for item in batch:
            if isinstance(item, Edit):
                edits += 1
                writers[item.ticket[0]] = now
        if len(writers) > MOST_WRITERS:
            self._writers = {writer: at for writer, at in writers.items() if now - at < CROWD_MEMORY}
        pause = commit_pause(self._load.note(now, edits), len(self._writers))
        if pause:
            self._stop.wait(pause)

    def _commit(self, edits: list[Edit]) -> None:
        rows, groups = _merge(edits)
        try:
            seqs = self._write(lambda session: self._append(session, rows), _log_writer())
        except Exception:
            log.exception("live text: a batch of %d edits was refused by the store", len(edits))
            seqs = self._one_by_one(rows)
        done = [Done(edit, seq) for group, seq in zip(groups, seqs, strict=True) for edit in group]
        self._answer(done)

    def _append(self, session: Session | DirectWriter, rows: list[store.Append]) -> list[int | None]:
        seqs = store.append(session, rows)
        last = {row.text_id: seq for row, seq in zip(rows, seqs, strict=True) if seq is not None}
        for text_id, seq in last.items():
            store.notify(session, f"{text_id}:{seq}:{self._process}")
        return seqs

    def _one_by_one(self, rows: list[store.Append]) -> list[int | None]:
        """One bad row must not take the others with it."""
        seqs: list[int | None] = []
        for row in rows:
            try:
                seqs += self._write(partial(self._append, rows=[row]), _log_writer())
            except Exception:
                log.exception("live text %s: an edit was refused by the store", row.text_id)
                seqs.append(None)
        return seqs

    def _run(self, job: Job) -> None:
        result, failure = None, None
        try:
            result = self._write(job.run)
        except Exception as error:
            log.exception("live text: a background write failed")
            failure = error
        if job.done is not None:
            job.done(result, failure)

    def _write(
        self,
        work: Callable[[Any], Any],
        opened: Callable[[], AbstractContextManager[Session | DirectWriter]] = unit_of_work,
    ) -> Any:
        """Run `work` in one transaction, again and again while the store is out of reach."""
        attempt = 0
        while True:
            try:
                with opened() as session:
                    result = work(session)
            except StoreUnavailable:
                self._say(healthy=False)
                if self._stop.wait(BACKOFF[min(attempt, len(BACKOFF) - 1)]):
                    raise
                attempt += 1
            else:
                self._say(healthy=True)
                return result

    def _say(self, *, healthy: bool) -> None:
        if healthy != self._healthy:
            self._healthy = healthy
            log.log(logging.INFO if healthy else logging.ERROR, "live text: store writable: %s", healthy)
            self._health(healthy)


def _log_writer() -> Callable[[], AbstractContextManager[Session | DirectWriter]]:
    """How the log is written: by the driver itself on SQLite, as every other write on PostgreSQL."""
    return direct_write if is_sqlite() else unit_of_work


def _parts(batch: list[Edit | Job]) -> Iterator[list[Edit] | Job]:
    """Runs of edits between jobs, in order."""
    edits: list[Edit] = []
    for item in batch:
        if isinstance(item, Edit):
            edits.append(item)
            continue
        if edits:
            yield edits
            edits = []
        yield item
    if edits:
        yield edits


def _merge(edits: list[Edit]) -> tuple[list[store.Append], list[list[Edit]]]:
    """One row for edits that follow each other in a text and are the same person's; and who is in which row."""
    groups: list[list[Edit]] = []
    open_group: dict[UUID, list[Edit]] = {}
    for edit in edits:
        group = open_group.get(edit.text_id)
        if group is not None and group[0].person_id == edit.person_id:
            group.append(edit)
        else:
            group = open_group[edit.text_id] = [edit]
            groups.append(group)
    rows = [
        store.Append(group[0].text_id, group[0].person_id, group[-1].at, tuple(edit.payload for edit in group))
        for group in groups
    ]
    return rows, groups
