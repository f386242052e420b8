"""What a room writes beside its log: projection, versions with authors, presence, snapshots; and other processes."""

from __future__ import annotations

import asyncio
import dataclasses
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from pycrdt import Doc, XmlFragment
from sqlalchemy import func, select

from db.models import JournalEntry, TextHistory, TextPresence, TextSnapshot, TextUpdate, TextVersion
from db.session import reading, unit_of_work
from tests.integration.livetext.harness import (
    QUICK,
    begin_text,
    eventually,
    join,
    make_world,
    serving,
    stored_text,
)
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.livetext import compaction, hub, queries, service, store, upkeep
from workspace.livetext.history import unpack_history
from workspace.livetext.words import VersionKind


def run(scenario: Any) -> None:
    asyncio.run(scenario)


def count(model: Any, *where: Any) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(model).where(*where)) or 0


def test_projection_follows_what_is_typed(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Bonjour à tous")
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            await one.type("Ah ! ")

            def words() -> Any:
                with reading() as session:
                    found = queries.get_projection(session, world.text_id)
                    counted = queries.words_by_text(session, world.group_id)
                return found["level1"].plain == "Ah ! Bonjour à tous" and counted[world.text_id]["level1"] == 4

            await eventually(words)

    run(scenario())


def test_a_version_names_its_authors_and_comes_when_the_last_one_leaves(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            two = await join(address, world.text_id, world.people[Role.TREASURER])
            await one.type("un ")
            await two.type("deux ")
            await one.settled()
            await two.settled()
            await one.leave()
            await two.leave()

            def lines() -> Any:
                with reading() as session:
                    found = queries.list_versions(session, world.text_id)
                return found if len(found) == 2 else None

            newest = (await eventually(lines))[0]
            names = {world.people[role].actor.name for role in (Role.PARTNER, Role.TREASURER)}
            assert newest.kind is VersionKind.AUTOMATIC
            assert set(newest.authors) == names
            # Nothing changed since: somebody who only looks makes no version.
            again = await join(address, world.text_id, world.people[Role.PARTNER])
            await again.settled()
            await again.leave()
        assert count(TextVersion) == 2

    run(scenario())


def test_a_named_version_holds_what_is_acknowledged(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        partner = world.people[Role.PARTNER]
        async with serving() as address:
            one = await join(address, world.text_id, partner)
            await one.type("dit ")
            await one.settled()
            await asyncio.to_thread(service.name_version, partner.actor, world.text_id, "  Pour   la réunion ")
        line = next(line for line in service.versions(partner.actor, world.text_id) if line.name)
        assert (line.name, line.kind) == ("Pour la réunion", VersionKind.NAMED)
        assert line.created_by == partner.actor.name
        with reading() as session:
            version = session.scalar(select(TextVersion).where(TextVersion.id == line.version_id))
            assert version is not None
            assert version.blocks["level1"][0]["runs"][0]["text"] == "dit Bonjour"
        assert count(JournalEntry, JournalEntry.operation == "text_name_version") == 1
        with pytest.raises(RuleBroken):
            service.name_version(partner.actor, world.text_id, " ")

    run(scenario())


def test_presence_shows_who_is_there_and_forgets_who_left(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            tab = await join(address, world.text_id, world.people[Role.PARTNER])

            def lines() -> Any:
                with reading() as session:
                    return queries.presence(session, world.group_id, utc_now())

            found = await eventually(lines)
            assert [line.person_id for line in found] == [world.people[Role.PARTNER].person_id]
            await one.type("x")
            await eventually(lambda: lines()[0].typing)
            await tab.leave()
            await one.leave()
            await eventually(lambda: not lines())
        assert count(TextPresence) == 0

    run(scenario())


def test_compaction_keeps_the_lineage_and_the_history(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "COMPACT_ROWS", 10)

    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            for _ in range(15):
                await one.type("k")
                await one.settled()
            await eventually(lambda: count(TextHistory) > 0)
            await one.type("après ")
            await one.settled()
            text = one.text
        assert stored_text(world.text_id) == text
        assert count(TextSnapshot) >= 1
        with reading() as session:
            packed = session.scalars(select(TextHistory).order_by(TextHistory.first_seq)).all()
            rows = [row for run_ in packed for row in unpack_history(run_.packed)]
            rest = session.execute(select(TextUpdate.seq, TextUpdate.payload).order_by(TextUpdate.seq)).all()
        seqs = [row[0] for row in rows] + [row.seq for row in rest]
        assert seqs == list(range(1, len(seqs) + 1))
        assert {row[2] for row in rows} >= {world.people[Role.PARTNER].person_id}
        again: Doc[Any] = Doc()
        fragment = again.get("level1", type=XmlFragment)
        for payload in [row[3] for row in rows] + [row.payload for row in rest]:
            again.apply_update(payload)
        assert str(fragment) == text
        async with serving() as address:
            back = await join(address, world.text_id, world.people[Role.PARTNER])
            assert back.text == text

    run(scenario())


store_module = store


def test_a_snapshot_that_says_something_else_moves_nothing(store: str) -> None:
    world = make_world()
    begin_text(world)
    with reading() as session:
        stored = store_module.load(session, world.text_id)
    with pytest.raises(store_module.BrokenLog), unit_of_work() as session:
        compaction.compact(session, world.text_id, 1, stored.updates[0], "0" * 64)
    assert count(TextSnapshot) == 0
    assert count(TextUpdate) == 1


def test_a_log_with_a_hole_is_not_served(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            for _ in range(3):
                await one.type("k")
                await one.settled()
        with unit_of_work() as session:
            row = session.get_one(TextUpdate, (world.text_id, 2))
            session.delete(row)
        async with serving() as address:
            other = await join(address, world.text_id, world.people[Role.PARTNER])
            assert other.closed == 1011

    run(scenario())


def test_the_ticket_route(store: str) -> None:
    async def scenario() -> None:
        world, other = make_world(), make_world("Autre")
        partner = world.people[Role.PARTNER]
        async with serving() as address, httpx.AsyncClient(base_url=address.replace("ws", "http", 1)) as client:
            path = f"/livetext/ticket/{world.text_id}"
            given = await client.get(path, headers={"x-chemise-session": str(partner.session_id)})
            assert given.status_code == 200
            assert given.json()["can_write"] is True
            assert given.headers["cache-control"] == "no-store"
            peer = await join(address, world.text_id, partner, token=given.json()["token"])
            assert peer.synced
            nobody = await client.get(path)
            assert (nobody.status_code, "session" in nobody.json()["message"]) == (401, True)
            crossed = await client.get(
                f"/livetext/ticket/{other.text_id}", headers={"x-chemise-session": str(partner.session_id)}
            )
            assert crossed.status_code == 404
            assert crossed.json()["message"]

    run(scenario())


@asynccontextmanager
async def another_process() -> AsyncIterator[str]:
    process = await asyncio.to_thread(
        subprocess.Popen,
        [sys.executable, "-m", "tests.integration.livetext.second_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield (await asyncio.to_thread(process.stdout.readline)).strip()
    finally:
        process.stdin.close()
        await asyncio.to_thread(process.wait, 20)
        process.stdout.close()


def test_two_processes_stay_in_step(postgresql_store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        facilitator = world.people[Role.FACILITATOR]
        async with serving() as here, another_process() as there:
            one = await join(here, world.text_id, world.people[Role.PARTNER])
            two = await join(there, world.text_id, world.people[Role.TREASURER])
            for turn in range(20):
                await asyncio.gather(one.type(f"a{turn} "), two.type(f"b{turn} "))
            await one.settled()
            await two.settled()
            await one.until(lambda: "b19" in one.text)
            await two.until(lambda: "a19" in two.text)
            await one.until(lambda: one.text == two.text)
            assert one.text == stored_text(world.text_id)
            await asyncio.to_thread(service.lock_text, facilitator.actor, world.text_id)
            await two.until(lambda: two.states[-1]["reason"] == "locked")
            await two.type("non")
            await two.until(lambda: bool(two.refusals))
            assert hub.current() is not None
            await one.leave()
            await two.leave()

    run(scenario())


def test_version_after_continuous_work(store: str) -> None:
    tempo = dataclasses.replace(QUICK, version_quiet=60.0, version_longest=0.2)

    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving(tempo) as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            await one.type("x")
            await eventually(lambda: count(TextVersion) == 2)
            await one.leave()

    run(scenario())
