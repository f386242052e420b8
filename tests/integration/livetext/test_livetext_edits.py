"""Server edits with real sockets: everybody sees them, they are in the log, and nobody's own words are lost."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from db.models import TextUpdate
from db.session import reading, unit_of_work
from tests.integration.livetext.harness import begin_text, eventually, join, make_world, serving, stored_text
from workspace.kernel.actor import Role
from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.livetext import hub, service
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run


def paragraphs(*texts: str) -> list[Block]:
    return [Block("paragraph", runs=(Run(text),)) for text in texts]


def run(scenario: Any) -> None:
    asyncio.run(scenario)


def test_edit_is_seen_by_who_is_there_and_stored_under_its_author(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Bonjour à tous")
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            actor = world.people[Role.FACILITATOR].actor
            wanted = {"level1": paragraphs("Bonjour à vous tous", "Une suite.")}
            await asyncio.to_thread(replace_content, actor, world.text_id, wanted)
            assert "à vous tous" in stored_text(world.text_id)  # committed when the call returns
            await one.until(lambda: "Une suite." in one.text)
            await one.type("Et ")
            await one.settled()
            assert stored_text(world.text_id) == one.text
            assert one.text.startswith("<paragraph>Et Bonjour à vous tous")
        with reading() as session:
            writers = [row.person_id for row in session.query(TextUpdate).order_by(TextUpdate.seq)]
        assert writers[1] == actor.person_id

    run(scenario())


def test_edit_and_typing_at_once_keep_both(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Fin")
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            actor = world.people[Role.FACILITATOR].actor

            async def type_on() -> None:
                for _ in range(30):
                    await one.type("x")
                    await asyncio.sleep(0)

            wanted = {"level2": paragraphs("Ajouté par le serveur")}
            await asyncio.gather(type_on(), asyncio.to_thread(replace_content, actor, world.text_id, wanted))
            await one.settled()
            assert stored_text(world.text_id).count("x") == 30
            with reading() as session:
                _, content = read_content(session, world.text_id)
            assert content["level2"] == tuple(wanted["level2"])

    run(scenario())


@pytest.mark.parametrize("rooms", [True, False])
def test_edit_of_a_locked_text_or_by_a_reader_is_refused(store: str, rooms: bool) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Intact")
        wanted = {"level1": paragraphs("Autre")}
        with pytest.raises(NotAllowed):
            await asyncio.to_thread(replace_content, world.people[Role.OBSERVER].actor, world.text_id, wanted)
        await asyncio.to_thread(service.lock_text, world.people[Role.FACILITATOR].actor, world.text_id)
        with pytest.raises(RuleBroken):
            await asyncio.to_thread(replace_content, world.people[Role.FACILITATOR].actor, world.text_id, wanted)
        assert "Intact" in stored_text(world.text_id)

    async def served() -> None:
        async with serving():
            await scenario()

    run(served() if rooms else scenario())


def test_edit_that_meets_a_lock_in_the_room_is_refused(store: str) -> None:
    """Asked before the lock, reaching the room while it is held."""

    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Intact")
        async with serving():
            actor = world.people[Role.FACILITATOR].actor

            def lock_meanwhile() -> None:
                with hub.held(world.text_id), pytest.raises(RuleBroken) as refused:
                    replace_content(actor, world.text_id, {"level1": paragraphs("Autre")})
                assert refused.value.code == "error-livetext-locked"

            registry = hub.current()
            assert registry is not None
            await registry.enter(world.text_id)
            await asyncio.to_thread(lock_meanwhile)
            assert "Intact" in stored_text(world.text_id)

    run(scenario())


def test_words_typed_during_a_hold_that_ends_without_a_lock_come_in(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Debut")
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])

            def hold(entered: asyncio.Event, loop: asyncio.AbstractEventLoop, go: Any) -> None:
                with hub.held(world.text_id):
                    loop.call_soon_threadsafe(entered.set)
                    go.wait(10)

            entered, go = asyncio.Event(), threading.Event()
            holding = asyncio.create_task(asyncio.to_thread(hold, entered, asyncio.get_running_loop(), go))
            await entered.wait()
            await one.type("pendant ")
            await one.until(lambda: bool(one.refusals))
            go.set()
            await holding
            await one.until(lambda: len(one.states) > 1 and one.states[-1] == {"can_write": True, "reason": None})
            await eventually(lambda: "pendant" in stored_text(world.text_id))

    run(scenario())


def test_without_rooms_the_log_takes_it(store: str) -> None:
    world = make_world()
    begin_text(world, "Avant")
    actor = world.people[Role.PARTNER].actor
    replace_content(actor, world.text_id, {"level1": paragraphs("Avant", "Après")})
    assert "Après" in stored_text(world.text_id)
    before = _seq(world.text_id)
    replace_content(actor, world.text_id, {"level1": paragraphs("Avant", "Après")})
    assert _seq(world.text_id) == before  # nothing new: nothing written


def test_what_a_text_may_not_hold_is_refused(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "Intact")
        async with serving():
            wanted = {"level1": [Block("script", runs=(Run("alert(1)"),))]}
            with pytest.raises(RuleBroken) as refused:
                await asyncio.to_thread(replace_content, world.people[Role.PARTNER].actor, world.text_id, wanted)
            assert refused.value.code == "error-livetext-unreadable"
            assert "alert" not in stored_text(world.text_id)

    run(scenario())


def _seq(text_id: Any) -> int:
    with unit_of_work() as session:
        return text_store.load(session, text_id).seq
