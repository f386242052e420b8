"""Bytes of an adopted version that change when every page, use case, route and websocket of the house is tried.

The store is a fresh one with the example group, its version adopted. The bytes are the rows of the version, its needs
and its voices; a later version that people freeze in passing is another row. What is tried: the use cases that take
this version, its cahier des charges or its text (by all roles), every HTTP method on the routes that can name them,
edits through the real websocket, each button of the page and of what it opens, and the database's own UPDATE.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import BindParameter, Uuid, bindparam, text

from db.session import unit_of_work
from tests.integration.decisions.world import draft
from tests.promises.stage import Result, fresh_store
from workspace.decisions import effects
from workspace.decisions import service as decisions
from workspace.decisions.words import Decided, Kind, ProposalDraft
from workspace.kernel.actor import Actor
from workspace.specification.joining import LOCK

TITLE = "Chemise et présentation web du groupe (exemple)"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TABLES = {
    "specification_version": "id",
    "specification_need": "version_id",
    "specification_voice": "version_id",
}
COLUMNS = (
    "specification_id", "number", "title", "language", "clauses", "said_hash", "rule", "frozen_at", "adopted_at",
    "approvals", "seal",
)  # fmt: skip


def adopted() -> list[Result]:
    """0 byte may differ after all of it, on both databases."""
    return [_adopted(kind) for kind in ("sqlite", "postgresql")]


def _adopted(kind: str) -> Result:
    with fresh_store(kind):
        version_id, text_id, sessions = _prepare()
        before = _bytes(version_id)
        tried = _services(version_id, text_id, sessions)
        doors, written = _doors(version_id, text_id, sessions)
        tried += doors
        tried += _pages(sessions)
        refused = _database(version_id)
        after = _bytes(version_id)
        verified = _verified(version_id, sessions)
    changed = sum(one != other for one, other in zip(before, after, strict=False)) + abs(len(before) - len(after))
    note = (
        f"{tried} ways tried, {written} edits of the text taken, "
        f"{refused} of {len(COLUMNS) + 1} raw updates refused, {len(before)} bytes, {verified}"
    )
    if refused != len(COLUMNS) + 1 or not written:
        changed = max(changed, 1)
    return Result(name=f"adopted-{kind}", value=changed, bound=0, unit=" B", note=note)


def _prepare() -> tuple[UUID, UUID, dict[str, tuple[UUID, str]]]:
    from sqlalchemy import select

    from db.models import Specification, SpecificationVersion
    from db.session import reading
    from workspace.accounts import service as accounts
    from workspace.kernel.actor import Role
    from workspace.welcome import service as welcome

    welcome.install_example(is_loopback=True)
    sessions = {}
    for role in Role:
        opened = accounts.open_session(welcome.enter_example(role, is_loopback=True), agent="promises")
        session_id = accounts.find_session(opened.token)
        assert session_id is not None
        sessions[role.value] = (session_id, opened.token)
    with reading() as session:
        version = session.scalars(select(SpecificationVersion)).one()
        assert version.adopted_at is not None
        return version.id, session.scalars(select(Specification.text_id)).one(), sessions


def _bytes(version_id: UUID) -> bytes:
    """The rows of the version as the driver gives them."""
    from db.session import engine

    rows = []
    with engine().connect() as connection:
        for table, key in TABLES.items():
            asked = text(f"SELECT * FROM {table} WHERE {key} = :id")
            found = connection.execute(asked.bindparams(_named(version_id)))
            rows.append(sorted(repr(tuple(row)) for row in found))
    assert all(rows)
    return repr(rows).encode()


def _named(version_id: UUID) -> BindParameter[UUID]:
    return bindparam("id", version_id, Uuid())


def _services(version_id: UUID, text_id: UUID, sessions: dict[str, tuple[UUID, str]]) -> int:
    from db.session import reading
    from workspace.accounts.queries import find_actor
    from workspace.kernel.actor import Actor
    from workspace.livetext import service as livetext
    from workspace.livetext.edits import replace_content
    from workspace.livetext.words import Block, Run
    from workspace.specification import service
    from workspace.specification.words import AdoptionRule, ExportFormat, LinkKind

    words = [Block("paragraph", runs=(Run("Autre chose."),))]
    tried = 0
    for session_id, _ in sessions.values():
        with reading() as session:
            actor = find_actor(session, session_id)
        assert isinstance(actor, Actor)
        own = service.view_desk(actor).lines[0].specification_id
        version = service.view_version(actor, version_id)
        acts: tuple[Callable[[], object], ...] = (
            lambda actor=actor, own=own: service.link_clause(actor, own, "context", LinkKind.FICHE, []),
            lambda actor=actor: replace_content(actor, text_id, {"envelope": words}),
            lambda actor=actor, own=own: service.freeze_specification(actor, own, AdoptionRule.CONSENT),
            lambda actor=actor, version=version: service.approve_version(actor, version_id, version.said_hash),
            lambda actor=actor: service.object_version(actor, version_id, "Trop tard"),
            lambda actor=actor: service.adopt_version(actor, version_id),
            lambda actor=actor: service.remind_structures(actor, version_id),
            lambda actor=actor: _decide(actor, version_id),
            lambda actor=actor: decisions.open_proposal(actor, _consent(version_id)),
            lambda actor=actor: service.create_specification(actor, TITLE),
            lambda actor=actor: service.export_version(actor, version_id, ExportFormat.DOCX),
            lambda actor=actor: livetext.name_version(actor, text_id, "v1"),
            lambda actor=actor: livetext.lock_text(actor, text_id),
            lambda actor=actor: livetext.unlock_text(actor, text_id),
        )
        for act in acts:
            with suppress(Exception):
                act()
            tried += 1
    return tried


def _consent(version_id: UUID) -> ProposalDraft:
    return draft(kind=Kind.SPECIFICATION, effect=LOCK, effect_data={"1": str(version_id)})


def _decide(actor: Actor, version_id: UUID) -> None:
    """What a decision of the group would do to the version, without its vote."""
    assert actor.group_id is not None
    decided = Decided(
        group_id=actor.group_id, proposal_id=uuid4(), round=1, option_id=None, pictures=(), value=str(version_id)
    )
    with unit_of_work() as session:
        assert effects.carry_out(session, LOCK, decided) == "error-specification-adopted"


def _doors(version_id: UUID, text_id: UUID, sessions: dict[str, tuple[UUID, str]]) -> tuple[int, int]:
    """(ways tried, edits taken): every method on the routes that can name either, edits over the websocket."""
    import streamlit
    from pycrdt import Doc, XmlElement, XmlFragment, XmlText
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from workspace.accounts.gatekeeper import Gatekeeper, cookie_name
    from workspace.comments import routes as comment_routes
    from workspace.livetext import routes as livetext_routes
    from workspace.livetext import wire
    from workspace.livetext.ticket import make_token
    from workspace.specification import routes

    with warnings.catch_warnings():  # it says that httpx has a successor
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

    index = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
    rooms = (livetext_routes, comment_routes, routes)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await livetext_routes.start()
        yield
        await livetext_routes.drain()

    app = Starlette(
        routes=[route for room in rooms for route in room.routes()],
        middleware=[Middleware(Gatekeeper, index_path=index)],
        lifespan=lifespan,
    )
    paths = [f"/specification/{version_id}.{suffix}" for suffix in ("docx", "exe")]
    paths += [f"/livetext/ticket/{text_id}", f"/comments/{text_id}", f"/specification/{version_id}"]
    doc: Doc = Doc()
    doc.get("envelope", type=XmlFragment).children.append(XmlElement("paragraph", {}, [XmlText("x")]))
    update = bytes((wire.SYNC, wire.UPDATE)) + wire.write_bytes(doc.get_update())
    headers = {"origin": "http://testserver", "x-chemise": "1"}
    tried = written = 0
    with TestClient(app, base_url="http://testserver", raise_server_exceptions=False) as client:
        for session_id, cookie in sessions.values():
            client.cookies.clear()
            client.cookies.set(cookie_name(), cookie)
            for path in paths:
                for method in METHODS:
                    body = {"act": "open", "body": "Un mot.", "clauses": [], "seal": ""}
                    client.request(method, path, headers=headers, json=body if method != "GET" else None)
                    tried += 1
            for target in (text_id, version_id):
                address = f"/livetext/ws/{target}?token={make_token(target, session_id)}"
                with suppress(Exception), client.websocket_connect(address, headers=headers) as socket:
                    socket.send_bytes(update)
                    answer = 0
                    while answer not in {wire.ACK, wire.REFUSAL}:
                        answer = socket.receive_bytes()[0]
                    written += answer == wire.ACK
                tried += 1
    return tried, written


def _pages(sessions: dict[str, tuple[UUID, str]]) -> int:
    """Each button that the page shows, pressed by each role, on a run of its own."""
    from dataclasses import replace

    from streamlit.testing.v1 import AppTest

    from pages.shell import session as shell_session
    from tests.pages.conftest import ANONYMOUS_VISIT, FRAME, _file_of

    tried = 0
    kept = shell_session.visit_facts
    try:
        for session_id, _ in sessions.values():
            facts = replace(ANONYMOUS_VISIT, session_id=session_id)
            shell_session.visit_facts = lambda facts=facts: facts  # type: ignore[assignment]

            def opened() -> AppTest:
                app = AppTest.from_file(str(FRAME), default_timeout=30)
                app.switch_page(_file_of("cahier"))
                return app.run()

            keys = [button.key for button in opened().button if (button.key or "").startswith("cahier.")]
            for key in keys:
                app = opened()
                app.button(key=key).click().run()
                inner = [
                    one.key for one in app.button if one.key not in keys and (one.key or "").startswith("cahier.")
                ]
                for other in inner:
                    app.button(key=key).click()
                    app.button(key=other).click().run()
                    tried += 1
                tried += 1
    finally:
        shell_session.visit_facts = kept
    return tried


def _database(version_id: UUID) -> int:
    """How many of the raw updates the database refuses: each column of the version, and a voice."""
    from sqlalchemy.exc import DBAPIError

    from db.session import engine

    refused = 0
    # Even what writes the same value again is refused: nothing may touch an adopted row.
    updates = [f"UPDATE specification_version SET {one} = {one} WHERE id = :id" for one in COLUMNS]
    updates.append("UPDATE specification_voice SET stance = 'objection' WHERE version_id = :id")
    for statement in updates:
        try:
            with engine().begin() as connection:
                connection.execute(text(statement).bindparams(_named(version_id)))
        except DBAPIError as error:
            refused += "adopted version" in str(error)
    return refused


def _verified(version_id: UUID, sessions: dict[str, tuple[UUID, str]]) -> str:
    from db.session import reading
    from workspace.accounts.queries import find_actor
    from workspace.specification import service

    with reading() as session:
        actor = find_actor(session, next(iter(sessions.values()))[0])
    assert actor is not None
    seal = service.view_version(actor, version_id).seal
    return f"seal {hashlib.sha256(seal.encode()).hexdigest()[:8]} verified"
