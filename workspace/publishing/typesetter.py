"""The typesetter as the rest of Chemise sees it: one process of its own, given a few seconds and then ended.

Typst runs in the caller's thread for as long as it likes, so it is kept in a process that can be killed. It starts
at the first sheet and stays: fonts are read once, and a sheet then costs some 15 ms. Answers are kept by the hash of
what was asked, so that the same sheet seen by ten people is laid out once.

Documents have a process of their own, so that a long one holds up no sheet; theirs starts at the first and stays too.
"""

from __future__ import annotations

import atexit
import base64
import hashlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from workspace.publishing import rules
from workspace.publishing.words import SheetText, SideFit, TypesetterBusy

log = logging.getLogger("chemise.publishing")
WORKER = Path(__file__).with_name("worker.py")
SECONDS, SECONDS_TO_START = 4.0, 15.0
DOCUMENT_SECONDS = 30.0
PREVIEW_PPI = 110
FITS_KEPT, PAGES_KEPT = 512, 24
# What a program needs to start; the secrets and the database's address are not among it.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


class Typesetter:
    """One worker process, one sheet at a time. Its methods are for any thread, never for the event loop's."""

    def __init__(self, worker: Path = WORKER, seconds: float = SECONDS) -> None:
        self._worker, self._seconds = worker, seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._kept: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._drawn: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def ask(self, task: Mapping[str, Any]) -> dict[str, Any]:
        """The worker's answer, kept from before or new. Raises TypesetterBusy when it fails or takes too long."""
        line = json.dumps(task)
        name = hashlib.sha256(line.encode()).hexdigest()
        shelf, most = (self._drawn, PAGES_KEPT) if task["draw"] else (self._kept, FITS_KEPT)
        with self._in_turn():
            if name in shelf:
                shelf.move_to_end(name)
                return shelf[name]
            answer = shelf[name] = self._told(line)
            while len(shelf) > most:
                shelf.popitem(last=False)
            return answer

    def ask_once(self, task: Mapping[str, Any]) -> dict[str, Any]:
        """The worker's answer, kept nowhere. Raises TypesetterBusy as `ask`."""
        with self._in_turn():
            return self._told(json.dumps(task))

    def _told(self, line: str) -> dict[str, Any]:
        answer = self._work(line)
        if "error" in answer:
            log.error("a page could not be laid out: %s", answer["error"])
            raise TypesetterBusy
        return answer

    def _in_turn(self) -> _Turn:
        return _Turn(self._turn, self._seconds)

    def _work(self, line: str) -> dict[str, Any]:
        fresh = self._process is None or self._process.poll() is not None
        if fresh:
            self._process = self._start()
        process = self._process
        assert process is not None  # noqa: S101 for the type checker
        late = threading.Timer(self._seconds + (SECONDS_TO_START if fresh else 0), process.kill)
        late.start()
        try:
            assert process.stdin is not None  # noqa: S101
            assert process.stdout is not None  # noqa: S101
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            said = process.stdout.readline()
        except OSError:
            said = b""
        finally:
            late.cancel()
        if not said:  # killed, or fallen by itself: the next sheet starts a new one
            self.stop()
            raise TypesetterBusy
        return dict(json.loads(said))

    def _start(self) -> subprocess.Popen[bytes]:
        environ = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return subprocess.Popen(  # noqa: S603 our own program, under our own interpreter
            [sys.executable, "-I", str(self._worker)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ,
        )

    def stop(self) -> None:
        """End the worker; the next sheet starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        process.kill()
        process.wait()


class _Turn:
    """A lock that is not waited for longer than a sheet takes."""

    def __init__(self, lock: threading.Lock, seconds: float) -> None:
        self._lock, self._seconds = lock, seconds

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=self._seconds):
            raise TypesetterBusy

    def __exit__(self, *_: object) -> None:
        self._lock.release()


_own, _documents = Typesetter(), Typesetter(seconds=DOCUMENT_SECONDS)
atexit.register(_own.stop)
atexit.register(_documents.stop)


def fits(text: SheetText, pictures: Sequence[Path] = ()) -> tuple[SideFit, ...]:
    """What fits on each side, recto first. `pictures`: the files that the sheet names. Raises TypesetterBusy."""
    return rules.read_fits(_ask(text, pictures, 0)["fits"])


def draw(text: SheetText, pictures: Sequence[Path] = ()) -> tuple[tuple[SideFit, ...], tuple[bytes, ...]]:
    """(what fits, the two sides as PNG images at 110 pixels per inch). Raises TypesetterBusy."""
    answer = _ask(text, pictures, PREVIEW_PPI)
    return rules.read_fits(answer["fits"]), tuple(base64.b64decode(page) for page in answer["pages"])


def make_document(folder: Path, instant: int) -> bytes:
    """The PDF of the program `main.typ` in a folder, with all that it reads beside it. Raises TypesetterBusy."""
    answer = _documents.ask_once({"folder": str(folder), "instant": instant})
    return (folder / str(answer["made"])).read_bytes()


def _ask(text: SheetText, pictures: Sequence[Path], ppi: int) -> dict[str, Any]:
    if rules.is_too_long(text):
        raise TypesetterBusy
    return _own.ask({"data": rules.sheet_data(text), "pictures": [str(one) for one in pictures], "draw": ppi})
