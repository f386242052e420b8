"""The room with real sockets: convergence, acknowledgement after commit, rights on every frame."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import replace
from typing import Any

import pytest
import websockets
from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from sqlalchemy.exc import OperationalError

from tests.integration.livetext.harness import (
    QUICK,
    begin_text,
    end_session,
    eventually,
    join,
    make_world,
    serving,
    stored_text,
)
from workspace.kernel.actor import Role
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.kernel.settings import settings
from workspace.livetext import hub, rules, service, wire
from workspace.livetext.ticket import make_token


def run(scenario: Any) -> None:
    asyncio.run(scenario)


@pytest.mark.parametrize("direct", [True, False])
def test_two_people_see_the_same_and_it_is_stored(store: str, direct: bool) -> None:
    async def scenario() -> None:
        world = make_world()
        async with serving(direct=direct) as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            two = await join(address, world.text_id, world.people[Role.FACILITATOR])
            await one.type("été ")
            await two.until(lambda: "été" in two.text)
            for _ in range(20):
                await asyncio.gather(one.type("a"), two.type("b"))
            await one.settled()
            await two.settled()
            await one.until(lambda: len(one.text) == len(two.text) == len("<paragraph></paragraph>") + 44)
            assert one.text == two.text == stored_text(world.text_id)

    run(scenario())


def test_nothing_is_acknowledged_before_the_commit(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    reached = threading.Event()
    from workspace.livetext import store as text_store

    real = text_store.append

    def slow(session: Any, rows: Any) -> Any:
        reached.set()
        assert gate.wait(10)
        return real(session, rows)

    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            two = await join(address, world.text_id, world.people[Role.FACILITATOR])
            await one.settled()
            before = one.acked
            monkeypatch.setattr(text_store, "append", slow)
            await one.type("x")
            await asyncio.to_thread(reached.wait, 10)
            await two.until(lambda: "x" in two.text)  # seen at once by the others
            await one.socket.send(wire.Frame(b"\x03").payload)  # a question that is answered after any ack
            assert one.acked == before
            assert "x" not in await asyncio.to_thread(stored_text, world.text_id)
            gate.set()
            await one.settled()
            assert "x" in stored_text(world.text_id)

    run(scenario())


def test_a_failing_store_makes_rooms_read_only_and_loses_nothing(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from workspace.livetext import store as text_store

    real = text_store.append
    broken = threading.Event()

    def failing(session: Any, rows: Any) -> Any:
        if broken.is_set():
            raise OperationalError("INSERT", {}, Exception("disk I/O error"))
        return real(session, rows)

    monkeypatch.setattr(text_store, "append", failing)

    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            await one.type("avant")
            await one.settled()
            broken.set()
            await one.type("pendant")
            await one.until(lambda: one.states[-1]["reason"] == "store_unavailable")
            assert one.acked < one.sent
            await one.type("refusé")
            await one.until(lambda: bool(one.refusals))
            assert one.refusals[-1]["code"] == "store_unavailable"
            broken.clear()
            await one.until(lambda: one.states[-1] == {"can_write": True, "reason": None})
            await one.settled()
            await eventually(lambda: stored_text(world.text_id) == one.text)
            assert "pendant" in one.text
            assert "refusé" in one.text

    run(scenario())


def test_a_store_that_answers_late_makes_rooms_read_only_until_it_answers(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.livetext import store as text_store

    real, gate = text_store.append, threading.Event()

    def late(session: Any, rows: Any) -> Any:
        assert gate.wait(20)
        return real(session, rows)

    async def scenario() -> None:
        world = make_world()
        async with serving(replace(QUICK, commit_alarm=0.2)) as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            await one.settled()
            monkeypatch.setattr(text_store, "append", late)
            await one.type("tôt ")
            await one.until(lambda: one.states[-1]["reason"] == "store_unavailable")
            await one.type("tard ")
            await one.until(lambda: bool(one.refusals))
            gate.set()
            await one.until(lambda: one.states[-1]["can_write"])
            await one.settled()
            await eventually(lambda: stored_text(world.text_id) == one.text)
            assert "tôt" in one.text
            assert "tard" in one.text

    run(scenario())


def test_restart_keeps_one_lineage(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        who = world.people[Role.PARTNER]
        async with serving() as address:
            one = await join(address, world.text_id, who)
            await one.type("un ")
            await one.settled()
        assert one.closed == 1012 or await one.leave() is None
        async with serving() as address:
            # A browser comes back with its document and what it typed meanwhile.
            late = one.write("deux ")
            again = await join(address, world.text_id, who, ready=False)
            again.doc, again.level1 = one.doc, one.level1
            await again.socket.send(wire.step1(again.doc.get_state()).payload)
            await again.until(lambda: again.synced and again.sent > 0)
            await again.settled()
            assert late
            assert again.text == stored_text(world.text_id)
            assert again.text.count("Bonjour") == again.text.count("un ") == again.text.count("deux ") == 1

    run(scenario())


def test_a_hole_is_asked_for_not_applied(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            two = await join(address, world.text_id, world.people[Role.FACILITATOR])
            await one.settled()
            lost = one.write("perdu ")
            later = one.write("ensuite ")
            one.answering = False
            await one.send_update(later)
            deletion = one.edit(lambda: one.level1.children[0].children[0].__delitem__(slice(0, 2)))
            await one.send_update(deletion)
            await one.socket.send(b"\x03")
            await two.type("témoin ")
            await two.settled()
            assert "ensuite" not in stored_text(world.text_id)
            assert one.acked < one.sent - 1
            assert lost
            one.answering = True
            room = hub.current().rooms[world.text_id]  # type: ignore[union-attr]
            one.sent += 1
            await one.socket.send(wire.step2(one.doc.get_update(room.doc.get_state())).payload)
            await one.settled()
            await one.until(lambda: "témoin" in one.text)
            assert stored_text(world.text_id) == one.text

    run(scenario())


def test_read_only_and_locked_are_refused_with_the_reason(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        facilitator = world.people[Role.FACILITATOR]
        async with serving() as address:
            reader = await join(address, world.text_id, world.people[Role.OBSERVER])
            writer = await join(address, world.text_id, world.people[Role.PARTNER])
            assert reader.states[-1] == {"can_write": False, "reason": "read_only"}
            await reader.type("non")
            await reader.until(lambda: bool(reader.refusals))
            assert reader.refusals[0]["code"] == "read_only"
            await writer.type("oui ")
            await writer.settled()
            await asyncio.to_thread(service.lock_text, facilitator.actor, world.text_id)
            await writer.until(lambda: writer.states[-1]["reason"] == "locked")
            await writer.settled()
            await writer.type("trop tard ")
            await writer.until(lambda: bool(writer.refusals))
            assert writer.refusals[-1]["code"] == "locked"
            assert "trop tard" not in stored_text(world.text_id)
            assert "oui" in stored_text(world.text_id)
            assert "non" not in stored_text(world.text_id)
            await asyncio.to_thread(service.unlock_text, facilitator.actor, world.text_id)
            await writer.until(lambda: writer.states[-1]["can_write"])
            # Asked again by the server, the browser gives what was refused.
            await eventually(lambda: "trop tard" in stored_text(world.text_id))

    run(scenario())


def test_a_session_that_ends_is_out_at_once(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            end_session(world.people[Role.PARTNER])
            hub.revalidate(None)
            await one.until(lambda: one.closed is not None)
            assert one.closed == 4401
            again = await join(address, world.text_id, world.people[Role.PARTNER])
            assert again.closed == 4401

    run(scenario())


def test_origin(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        world = make_world()
        who = world.people[Role.PARTNER]
        async with serving() as address:
            host = address.removeprefix("ws://")
            for origin in (
                "https://evil.example",
                "null",
                f"http://{host}.evil.example",
                f"http://evil.example/{host}",
                f"http://user@{host}",
                "http://127.0.0.1",
                "",
            ):
                with pytest.raises(websockets.InvalidStatus) as refused:
                    await join(address, world.text_id, who, Origin=origin)
                assert refused.value.response.status_code == 403
            mine = await join(address, world.text_id, who, Origin=f"http://{host}")
            assert mine.synced
            monkeypatch.setenv("CHEMISE_BASE_URL", "https://chemise.example")
            settings.cache_clear()
            proxied = await join(address, world.text_id, who, Origin="https://chemise.example")
            assert proxied.synced
            with pytest.raises(websockets.InvalidStatus):
                await join(address, world.text_id, who, Origin=f"http://{host}")

    run(scenario())
    settings.cache_clear()


def test_tokens(store: str) -> None:
    async def scenario() -> None:
        world, other = make_world(), make_world("Autre")
        who = world.people[Role.PARTNER]
        good = make_token(world.text_id, who.session_id)
        bad = {
            "forged": good[:-2] + ("AA" if good[-2:] != "AA" else "BB"),
            "empty": "",
            "garbage": "é%%%",
            "expired": make_token(world.text_id, who.session_id, now=0),
            "of another text": make_token(other.text_id, who.session_id),
        }
        async with serving() as address:
            for name, token in bad.items():
                peer = await join(address, world.text_id, who, token=token)
                assert peer.closed == 4401, name
            cross = await join(address, other.text_id, who)
            assert cross.closed == 4403
            unknown = await join(address, who.person_id, who)
            assert unknown.closed == 4404
            mismatch = await join(
                address, world.text_id, who, x_chemise_session=str(world.people[Role.TREASURER].session_id)
            )
            assert mismatch.closed == 4401
            match = await join(address, world.text_id, who, x_chemise_session=str(who.session_id))
            assert match.synced

    run(scenario())


def test_large_frames_and_floods_are_cut(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEMISE_LIVE_FRAME_BYTES", "20000")
    monkeypatch.setenv("CHEMISE_LIVE_FRAMES_PER_SECOND", "5")
    monkeypatch.setattr(rules.Bucket, "take", _impatient)
    settings.cache_clear()

    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            big = await join(address, world.text_id, world.people[Role.PARTNER])
            await big.type("x" * 30000)
            await big.until(lambda: big.closed is not None)
            assert big.closed == 4413
            assert big.refusals[-1]["code"] == "too_large"
            noisy = await join(address, world.text_id, world.people[Role.PARTNER])
            quiet = await join(address, world.text_id, world.people[Role.TREASURER])
            with contextlib.suppress(websockets.ConnectionClosed):
                for _ in range(60):
                    await noisy.socket.send(b"\x03")
            await noisy.until(lambda: noisy.closed is not None)
            assert noisy.closed == 4429
            await quiet.type("calme")
            await quiet.settled()

    run(scenario())
    settings.cache_clear()


_take = rules.Bucket.take


def _impatient(bucket: rules.Bucket, now: float) -> float | None:
    bucket.patience = 0.3
    return _take(bucket, now)


def test_garbage_disturbs_nobody(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            bad = await join(address, world.text_id, world.people[Role.PARTNER])
            good = await join(address, world.text_id, world.people[Role.FACILITATOR])
            await bad.settled()
            for frame in (
                b"",
                b"\x00",
                b"\x00\x02",
                b"\x00\x02\xc8\x01\x07",
                b"\x01\x03\xff\xff\xff",
                b"\x63\x01",
                b"\xff",
            ):
                await bad.socket.send(frame)
            await bad.socket.send("texte")
            for update in (b"\x05\x01\x02\x03\x04", _update("script"), _root("autre"), _deep(200)):
                await bad.send_update(update)
            await bad.until(lambda: len(bad.refusals) >= 4)
            assert {refusal["code"] for refusal in bad.refusals} == {"unreadable"}
            await good.type("va bien ")
            await good.settled()
            await bad.until(lambda: "va bien" in bad.text)

    run(scenario())


def _update(tag: str) -> bytes:
    doc: Doc[Any] = Doc()
    doc.get("level1", type=XmlFragment).children.append(XmlElement(tag))
    return doc.get_update()


def _root(name: str) -> bytes:
    doc: Doc[Any] = Doc()
    doc.get(name, type=XmlFragment).children.append(XmlElement("paragraph"))
    return doc.get_update()


def _deep(levels: int) -> bytes:
    doc: Doc[Any] = Doc()
    node: Any = doc.get("level1", type=XmlFragment)
    for _ in range(levels):
        child = XmlElement("blockquote")
        node.children.append(child)
        node = child
    node.children.append(XmlText("fond"))
    return doc.get_update()


def test_a_slow_reader_is_cut_and_the_others_go_on(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workspace.livetext.outlet.SLOW_BYTES", 1 << 16)

    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            writer = await join(address, world.text_id, world.people[Role.PARTNER])
            reader = await join(address, world.text_id, world.people[Role.FACILITATOR])
            slow = await join(address, world.text_id, world.people[Role.OBSERVER], receive_bytes=8192)
            slow.socket.transport.pause_reading()
            room = hub.current().rooms[world.text_id]  # type: ignore[union-attr]
            for turn in range(200):
                await writer.type(f"{turn} " + "p" * 50_000)
                await writer.settled()
                if any(member.closed for member in room.members) or len(room.members) < 3:
                    break
            assert any(member.closed for member in room.members) or len(room.members) == 2
            await writer.type("FIN")
            await reader.until(lambda: "FIN" in reader.text)
            slow.socket.transport.abort()

    run(scenario())


def test_simultaneous_first_joins_all_see_the_text(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world, "déjà là")
        async with serving() as address:
            people = list(world.people.values()) * 5
            peers = await asyncio.gather(*(join(address, world.text_id, who) for who in people))
            assert all("déjà là" in peer.text for peer in peers)
            assert len(hub.current().rooms) == 1  # type: ignore[union-attr]

    run(scenario())


def test_leaving_while_typing_disturbs_nobody(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        begin_text(world)
        async with serving() as address:
            peers = [await join(address, world.text_id, world.people[Role.PARTNER]) for _ in range(8)]
            for turn in range(10):
                await asyncio.gather(*(peer.type("x") for peer in peers))
                if turn == 3:
                    await peers.pop().leave()
                if turn == 5:
                    peers.pop().socket.transport.abort()
            for peer in peers:
                await peer.settled()
            text = stored_text(world.text_id)
            for peer in peers:
                await peer.until(lambda peer=peer: peer.text == text)

    run(scenario())


def test_carets_tell_the_truth_and_leave_at_once(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            two = await join(address, world.text_id, world.people[Role.FACILITATOR])
            await one.caret(7, 1, {"user": {"name": "Le président", "color": "url(x)"}, "cursor": {"a": 1}})
            await two.until(lambda: 7 in two.carets)
            partner = world.people[Role.PARTNER]
            assert two.carets[7]["user"]["name"] == partner.actor.name
            assert two.carets[7]["user"]["person_id"] == str(partner.person_id)
            await two.caret(7, 99, {"cursor": {"a": 666}})
            await two.caret(8, 1, {"cursor": {"a": 2}})
            await one.until(lambda: 8 in one.carets)
            late = await join(address, world.text_id, world.people[Role.TREASURER])
            await late.until(lambda: {7, 8} <= set(late.carets))
            assert late.carets[7]["cursor"] == {"a": 1}
            again = await join(address, world.text_id, partner)
            await again.caret(7, 3, {"cursor": {"a": 3}})
            await two.until(lambda: two.carets[7]["cursor"] == {"a": 3})
            one.socket.transport.abort()
            await again.leave()
            await two.until(lambda: 7 not in two.carets)

    run(scenario())


def test_across_groups_nothing_exists(store: str) -> None:
    world, other = make_world(), make_world("Autre")
    stranger = other.people[Role.FACILITATOR].actor
    for use in (
        lambda: service.issue_ticket(stranger, world.text_id),
        lambda: service.lock_text(stranger, world.text_id),
        lambda: service.name_version(stranger, world.text_id, "v"),
        lambda: service.versions(stranger, world.text_id),
        lambda: service.text_content(stranger, world.text_id),
    ):
        with pytest.raises(NotFound):
            use()
    with pytest.raises(NotAllowed):
        service.lock_text(world.people[Role.PARTNER].actor, world.text_id)
    with pytest.raises(NotAllowed):
        service.name_version(world.people[Role.OBSERVER].actor, world.text_id, "v")
    assert service.issue_ticket(world.people[Role.OBSERVER].actor, world.text_id).can_write is False
    assert service.issue_ticket(world.people[Role.PARTNER].actor, world.text_id).can_write is True


def test_drain_stores_acknowledges_and_closes(store: str) -> None:
    async def scenario() -> None:
        world = make_world()
        async with serving() as address:
            one = await join(address, world.text_id, world.people[Role.PARTNER])
            await one.type("z")
            await one.settled()
            for _ in range(30):
                await one.type("z")
        await one.until(lambda: one.closed is not None)
        assert one.closed == 1012
        # What was acknowledged is stored; what was not is still in the browser.
        stored = stored_text(world.text_id)
        assert stored.count("z") >= one.acked - 1
        found = service.text_content(world.people[Role.PARTNER].actor, world.text_id)
        assert found["level1"].plain.count("z") == stored.count("z")

    run(scenario())
