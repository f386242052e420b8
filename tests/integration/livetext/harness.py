"""A real uvicorn with the live-text routes, and browsers made of pycrdt, in one event loop."""

from __future__ import annotations

import asyncio
import json
import socket as socket_module
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import uvicorn
import websockets
from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from starlette.applications import Starlette
from starlette.middleware import Middleware

from db.models import Group, Member, Person, SignInSession, Structure
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.livetext import hub, routes, store, wire
from workspace.livetext.outlet import SocketTap
from workspace.livetext.rules import Tempo
from workspace.livetext.ticket import make_token
from workspace.livetext.words import Block, Run, TextKind

PATIENCE = 15.0
# A slow disk of the machine that tests is no subject of theirs: hence the late alarm.
QUICK = Tempo(tick=0.02, projection_quiet=0.05, projection_longest=0.5, presence=0.1, grace=30.0, commit_alarm=10.0)


@dataclass
class Somebody:
    person_id: UUID
    session_id: UUID
    actor: Actor


@dataclass
class World:
    """A group with a text and one person of each role."""

    group_id: UUID
    structure_id: UUID
    text_id: UUID
    people: dict[Role, Somebody]


def make_world(group_name: str = "Groupe") -> World:
    now = utc_now()
    with unit_of_work() as session:
        group = Group(id=uuid4(), name=group_name, territory="Ici", languages=["fr"], created_at=now)
        structure = Structure(id=uuid4(), group_id=group.id, name="LaPlateforme", created_at=now)
        session.add(group)
        session.flush()
        session.add(structure)
        session.flush()
        text_id = store.create_text(session, group_id=group.id, kind=TextKind.FICHE)
    people = {role: make_somebody(group.id, structure.id, role) for role in Role}
    return World(group.id, structure.id, text_id, people)


def make_somebody(group_id: UUID, structure_id: UUID, role: Role) -> Somebody:
    now = utc_now()
    person = Person(id=uuid4(), name=f"{role.value} {uuid4().hex[:4]}", created_at=now)
    signed = SignInSession(
        id=uuid4(),
        token_hash=uuid4().hex,
        person_id=person.id,
        group_id=group_id,
        created_at=now,
        last_seen_at=now,
        expires_at=now + timedelta(days=1),
    )
    member = Member(
        id=uuid4(), group_id=group_id, person_id=person.id, structure_id=structure_id, role=role, joined_at=now
    )
    with unit_of_work() as session:
        session.add(person)
        session.flush()
        session.add_all([signed, member])
    actor = Actor(
        person_id=person.id,
        session_id=signed.id,
        name=person.name,
        group_id=group_id,
        member_id=member.id,
        structure_id=structure_id,
        role=role,
    )
    return Somebody(person.id, signed.id, actor)


def end_session(somebody: Somebody) -> None:
    with unit_of_work() as session:
        session.get_one(SignInSession, somebody.session_id).ended_at = utc_now()


def begin_text(world: World, text: str = "Bonjour") -> None:
    with unit_of_work() as session:
        author = world.people[Role.FACILITATOR].person_id
        blocks = [Block("paragraph", runs=(Run(text),))]
        store.seed_text(session, world.text_id, author, {"level1": blocks, "level2": []})


def stored_text(text_id: UUID) -> str:
    """What the log says, read as a new process would."""
    doc: Doc[Any] = Doc()
    fragment = doc.get("level1", type=XmlFragment)
    with reading() as session:
        stored = store.load(session, text_id)
    for update in (stored.snapshot, *stored.updates):
        if update:
            doc.apply_update(update)
    return str(fragment)


@asynccontextmanager
async def serving(tempo: Tempo = QUICK, *, direct: bool = True) -> AsyncIterator[str]:
    """The server on a free port; the value is its ws:// address."""
    app = Starlette(routes=routes.routes(), middleware=[Middleware(SocketTap)] if direct else [])
    config = uvicorn.Config(
        app, port=0, ws="websockets-sansio", ws_per_message_deflate=False, log_level="warning", lifespan="off"
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None
    await hub.start(tempo)
    task = asyncio.create_task(server._serve())
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110 - uvicorn offers no event to wait for
            await asyncio.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"ws://127.0.0.1:{port}"
    finally:
        await hub.drain()
        server.should_exit = True
        server.force_exit = True
        await task


class Peer:
    """A browser: its document, what it sent and what it heard."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.doc: Doc[Any] = Doc()
        self.level1 = self.doc.get("level1", type=XmlFragment)
        self.doc.get("level2", type=XmlFragment)
        self.sent = 0
        self.acked = 0
        self.refusals: list[dict[str, Any]] = []
        self.states: list[dict[str, Any]] = []
        self.carets: dict[int, Any] = {}
        self.synced = False
        self.answering = True
        self.closed: int | None = None
        self.news = asyncio.Condition()
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        try:
            async for message in self.socket:
                assert isinstance(message, bytes)
                await self._hear(message)
                async with self.news:
                    self.news.notify_all()
        except websockets.ConnectionClosed:
            pass
        self.closed = self.socket.close_code
        async with self.news:
            self.news.notify_all()

    async def _hear(self, message: bytes) -> None:
        kind, at = wire.read_varuint(message, 0)
        if kind == wire.SYNC:
            step = message[at]
            body, _ = wire.read_bytes(message, at + 1)
            if step == wire.STEP1:
                if self.answering:
                    self.sent += 1
                    await self.socket.send(wire.step2(self.doc.get_update(body)).payload)
            else:
                self.doc.apply_update(body)
                self.synced = self.synced or step == wire.STEP2
        elif kind == wire.AWARENESS:
            body, _ = wire.read_bytes(message, at)
            for client, _clock, said in wire.read_awareness(body):
                state = json.loads(said)
                if state is None:
                    self.carets.pop(client, None)
                else:
                    self.carets[client] = state
        elif kind == wire.ACK:
            self.acked, _ = wire.read_varuint(message, at)
        elif kind in {wire.REFUSAL, wire.STATE}:
            body, _ = wire.read_bytes(message, at)
            (self.refusals if kind == wire.REFUSAL else self.states).append(json.loads(body))

    async def until(self, seen: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self.news:
            await self.news.wait_for(seen)

    async def send_update(self, update: bytes) -> None:
        self.sent += 1
        await self.socket.send(wire.update_frame(update).payload)

    def edit(self, change: Callable[[], None]) -> bytes:
        updates: list[bytes] = []
        subscription = self.doc.observe(lambda event: updates.append(event.update))
        change()
        self.doc.unobserve(subscription)
        return updates[-1]

    def write(self, text: str) -> bytes:
        """Put a paragraph first, or characters at the start of the first one; gives the update, not yet sent."""

        def change() -> None:
            with self.doc.transaction():
                if not len(self.level1.children):
                    node = XmlElement("paragraph")
                    self.level1.children.append(node)
                    node.children.append(XmlText(text))
                else:
                    self.level1.children[0].children[0].insert(0, text)

        return self.edit(change)

    async def type(self, text: str) -> None:
        await self.send_update(self.write(text))

    async def caret(self, client: int, clock: int, state: Any) -> None:
        said = json.dumps(state).encode()
        await self.socket.send(wire.awareness_frame([(client, clock, said)]).payload)

    @property
    def text(self) -> str:
        return str(self.level1)

    async def settled(self) -> None:
        await self.until(lambda: self.acked >= self.sent)

    async def leave(self) -> None:
        await self.socket.close()
        await self._reader


async def join(
    address: str,
    text_id: UUID,
    who: Somebody,
    *,
    token: str | None = None,
    ready: bool = True,
    receive_bytes: int = 0,
    **headers: str,
) -> Peer:
    """Open a text as somebody; waits until it is synced unless told otherwise."""
    given = make_token(text_id, who.session_id) if token is None else token
    options: dict[str, Any] = {}
    if receive_bytes:
        # A small buffer of the kernel's, so that not reading is felt soon.
        host, port = address.removeprefix("ws://").split(":")
        plain = socket_module.socket()
        plain.setsockopt(socket_module.SOL_SOCKET, socket_module.SO_RCVBUF, receive_bytes)
        plain.connect((host, int(port)))
        options["sock"] = plain
    socket = await websockets.connect(
        f"{address}/livetext/ws/{text_id}?token={given}",
        additional_headers={key.replace("_", "-"): value for key, value in headers.items()},
        compression=None,
        max_size=None,
        proxy=None,
        **options,
    )
    peer = Peer(socket)
    if ready:
        with suppress(websockets.ConnectionClosed):
            await socket.send(wire.step1(peer.doc.get_state()).payload)
        await peer.until(lambda: (peer.synced and bool(peer.states)) or peer.closed is not None)
    return peer


async def eventually(seen: Callable[[], Any]) -> Any:
    """Ask again until the answer is true; for what is written in the background."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = await asyncio.to_thread(seen)
            if found:
                return found
            await asyncio.sleep(0.01)
