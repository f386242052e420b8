"""Promises of live text: latency, crowd, acknowledgement, cold join, and nothing lost at a kill."""

from __future__ import annotations

import functools
import json
import random
import re
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.promises import bare
from tests.promises.seed import Seeded, enter, seed
from tests.promises.stage import (
    ROOT,
    Chemise,
    Conversation,
    Peer,
    Result,
    median,
    need_node,
    node,
    rounds,
    running,
    workshop,
)

ROUNDS = 3
SECONDS = 15
EDITORS, CROWD = bare.TYPISTS, 40
EDITS = 50_000
CRASH_EDITORS = 20
MARK = re.compile(r"\d+\.\d+;")


def _tokens_file(folder: Path, seeded: Seeded, text_id: UUID) -> Path:
    path = folder / "tokens.json"
    path.write_text(json.dumps(seeded.tokens(text_id)))
    return path


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    if said["undelivered"] or not said["same"] or said["gone"] or said["refused"]:
        raise RuntimeError(f"the editors did not stay together: {said}")
    return said


def _ours(folder: Path, clients: int, *, ready: Callable[[], None] = lambda: None) -> Callable[[], dict[str, Any]]:
    """A round of our server; `ready` is called when it runs and the editors are about to come."""
    seeded = seed(folder / "ours", fiches=ROUNDS)
    texts = iter(seeded.text_ids)

    def measure() -> dict[str, Any]:
        text_id = next(texts)
        server = Chemise(folder / "ours")
        with running(server):
            tokens = _tokens_file(folder, seeded, text_id)
            ready()
            said = node(
                "loadgen.mjs",
                *("--url", server.live, "--room", text_id, "--tokens", tokens, "--server", server.pid),
                *("--clients", clients, "--seconds", SECONDS),
            )
        return _checked(said)

    return measure


def _theirs(folder: Path, clients: int) -> Callable[[], dict[str, Any]]:
    count = iter(range(1000))

    def measure() -> dict[str, Any]:
        place = folder / f"theirs-{next(count)}"
        place.mkdir()
        server = Peer(place)
        with running(server):
            said = node(
                "loadgen.mjs",
                *("--url", server.live, "--proto", "hocus", "--room", "room", "--server", server.pid),
                *("--clients", clients, "--seconds", SECONDS),
            )
        return _checked(said)

    return measure


@functools.cache
def _run(clients: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(ours, theirs), a round each, taking turns."""
    need_node()
    with workshop() as folder:
        found = rounds(ROUNDS, _ours(folder, clients), _theirs(folder, clients))
    return found[0], found[1]


def latency() -> list[Result]:
    """10 editors: from a key until all the other screens have it."""
    ours, theirs = _run(EDITORS)
    ratio = median([a["all"]["p95"] / b["all"]["p95"] for a, b in zip(ours, theirs, strict=True)])
    return [
        Result(
            name="livetext-latency",
            value=ratio,
            bound=1.0,
            note=f"p95 ours {median([one['all']['p95'] for one in ours]):.2f} ms,"
            f" theirs {median([one['all']['p95'] for one in theirs]):.2f} ms",
        )
    ]


def _with_bare_commits(folder: Path) -> Callable[[], tuple[dict[str, Any], dict[str, float]]]:
    """A round of 10 editors, and beside it the bare loop on the same disk: when the disk stands still, both wait."""
    loops: list[subprocess.Popen[str]] = []

    def start() -> None:
        loops.append(subprocess.Popen(bare.command(folder, SECONDS), cwd=ROOT, stdout=subprocess.PIPE, text=True))

    ours = _ours(folder, EDITORS, ready=start)

    def measure() -> tuple[dict[str, Any], dict[str, float]]:
        said = ours()
        printed, _ = loops.pop().communicate(timeout=60)
        return said, json.loads(printed)

    return measure


def acknowledgement() -> list[Result]:
    """10 editors: from a key until it is acknowledged and committed, against the same keys in a bare loop."""
    need_node()
    with workshop() as folder:
        measure = _with_bare_commits(folder)
        found = [measure() for _ in range(ROUNDS)]
    ratio = median([ours["ack"]["p95"] / loop["p95"] for ours, loop in found])
    middles, tails = (
        [
            median([values[part] for values in side])
            for side in ([ours["ack"] for ours, _ in found], [one for _, one in found])
        ]
        for part in ("p50", "p95")
    )
    alone = median([loop["commit"] for _, loop in found])
    return [
        Result(
            name="livetext-ack",
            value=ratio,
            bound=3.0,
            note=f"p95 ours {tails[0]:.2f} ms, bare {tails[1]:.2f} ms (its COMMIT alone {alone:.2f});"
            f" p50 {middles[0]:.2f} and {middles[1]:.2f}",
        )
    ]


def crowd() -> list[Result]:
    """40 editors in one text: the server's CPU and the latency."""
    ours, theirs = _run(CROWD)
    cpu = median([a["cpu"] / b["cpu"] for a, b in zip(ours, theirs, strict=True)])
    late = median([a["all"]["p95"] / b["all"]["p95"] for a, b in zip(ours, theirs, strict=True)])
    means = [median([one[key] for one in side]) for key in ("cpu", "rss") for side in (ours, theirs)]
    tails = [median([one["all"]["p95"] for one in side]) for side in (ours, theirs)]
    return [
        Result(
            name="livetext-crowd-cpu",
            value=cpu,
            bound=0.6,
            note=f"{means[0]:.2f} s against {means[1]:.2f} s in {SECONDS} s; {means[2]:.0f} and {means[3]:.0f} MB",
        ),
        Result(name="livetext-crowd-p95", value=late, bound=3.0, note=f"{tails[0]:.1f} ms against {tails[1]:.1f} ms"),
    ]


def join() -> list[Result]:
    """First join, after a restart, of 5,000 words made of 50,000 edits; and the bytes read to open them."""
    need_node()
    with workshop() as folder:
        seeded = seed(folder / "ours", people=2)
        text_id = seeded.text_ids[0]
        theirs = folder / "theirs"
        theirs.mkdir()
        # Filling is no person: the limit of frames a second is lifted for it, and only for it.
        filling = Chemise(folder / "ours", environ={"CHEMISE_LIVE_FRAMES_PER_SECOND": "1000000"})
        peer = Peer(theirs)
        cache = folder / "history.json"

        def told(server: Chemise | Peer, mode: str) -> dict[str, Any]:
            with running(server):
                common = ("--mode", mode, "--url", server.live, "--cache", cache)
                if isinstance(server, Peer):
                    return node("coldjoin.mjs", *common, "--proto", "hocus", "--room", "room", timeout=600)
                tokens = _tokens_file(folder, seeded, text_id)
                return node("coldjoin.mjs", *common, "--room", text_id, "--tokens", tokens, timeout=600)

        filled = told(filling, "fill")
        told(peer, "fill")
        found = rounds(5, lambda: told(Chemise(folder / "ours"), "join"), lambda: told(peer, "join"))
        if not all(one["same"] for side in found for one in side):
            raise RuntimeError("a join did not give the whole text")
        ratio = median([a["complete"] for a in found[0]]) / median([b["complete"] for b in found[1]])
        needed, history = _stored(folder / "ours" / "chemise.db", text_id)
        with sqlite3.connect(peer.database) as connection:
            (their_bytes,) = connection.execute("SELECT sum(length(data)) FROM documents").fetchone()
    return [
        Result(
            name="livetext-join",
            value=ratio,
            bound=1.0,
            note=f"{median([a['complete'] for a in found[0]]):.0f} ms against"
            f" {median([b['complete'] for b in found[1]]):.0f} ms; {filled['words']} words",
        ),
        Result(
            name="livetext-bytes",
            value=needed / their_bytes,
            bound=1.5,
            note=f"{needed / 1000:.0f} kB against {their_bytes / 1000:.0f} kB; history {history / 1000:.0f} kB more",
        ),
    ]


def _stored(database: Path, text_id: UUID) -> tuple[int, int]:
    """(bytes needed to open a text, bytes of its history)."""
    key = (text_id.hex,)
    with sqlite3.connect(database) as connection:
        seq, state = connection.execute(
            "SELECT seq, length(state) FROM text_snapshot WHERE text_id = ? ORDER BY seq DESC LIMIT 1", key
        ).fetchone() or (0, 0)
        rest = "SELECT coalesce(sum(length(payload)), 0) FROM text_update WHERE text_id = ? AND seq"
        (after,) = connection.execute(f"{rest} > ?", (*key, seq)).fetchone()
        (before,) = connection.execute(f"{rest} <= ?", (*key, seq)).fetchone()
        (packed,) = connection.execute(
            "SELECT coalesce(sum(length(packed)), 0) FROM text_history WHERE text_id = ?", key
        ).fetchone()
    return state + after, before + packed


def crash(kills: int = 20) -> list[Result]:
    """kill -9 under 20 editors: acknowledged edits lost or doubled in the database, and whether all meet again."""
    need_node()
    chance = random.Random(kills)  # noqa: S311 moments, not secrets
    lost = doubled = acknowledged = 0
    with workshop() as folder:
        seeded = seed(folder / "ours", people=CRASH_EDITORS)
        text_id = seeded.text_ids[0]
        server = Chemise(folder / "ours")
        editors = Conversation("crash.mjs", "--clients", CRASH_EDITORS)
        try:
            for number in range(kills + 1):
                server.start()
                tokens = seeded.tokens(text_id)
                editors.ask("join", url=server.live, room=str(text_id), tokens=tokens)
                met = editors.ask("settle")
                if not met["same"] or met["missing"] or met["doubled"]:
                    raise RuntimeError(f"the editors did not meet again after {number} kills: {met}")
                if number == kills:
                    break
                editors.ask("type")
                time.sleep(0.3 + 1.3 * chance.random())
                server.kill()
                told = editors.ask("lost")
                marks = MARK.findall(_in_the_database(folder / "ours", text_id))
                kept = set(marks)
                acknowledged = len(told["acked"])
                lost += sum(mark not in kept for mark in told["acked"])
                doubled += len(marks) - len(kept)
            server.stop()
            if "".join(sorted(MARK.findall(_in_the_database(folder / "ours", text_id)))) != met["text"]:
                raise RuntimeError("the database and the editors do not say the same")
        finally:
            editors.end()
            server.kill()
    note = (
        f"{kills} kills, {acknowledged} acknowledged edits: {lost} lost, {doubled} doubled; all meet again each time"
    )
    return [Result(name="crash", value=lost + doubled if acknowledged else None, bound=0, note=note)]


def _in_the_database(data: Path, text_id: UUID) -> str:
    """What a text says, through the server's own loader, without the server."""
    from db.session import engine, reading
    from workspace.livetext import store
    from workspace.livetext.blocks import make_doc
    from workspace.livetext.words import FRAGMENTS

    enter(data)
    with reading() as session:
        stored = store.load(session, text_id)
    doc = make_doc(FRAGMENTS[stored.kind])
    for update in (stored.snapshot, *stored.updates):
        if update is not None:
            doc.apply_update(update)
    engine().dispose()
    from pycrdt import XmlFragment

    return str(doc.get("level1", type=XmlFragment))
