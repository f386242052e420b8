"""Rights at the doors that are no page: HTTP routes and the websocket, with cookies through the real gatekeeper."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import streamlit
from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.websockets import WebSocketDisconnect

from budget.contributions import routes as contribution_routes
from budget.documents import routes as document_routes
from budget.envelope import routes as envelope_routes
from budget.quotes import routes as quote_routes
from tests.conftest import point_at
from tests.integration.rights import quotes, table
from tests.integration.rights.world import DISTANCES, WHO, World, make_world, picture
from workspace.accounts import routes as account_routes
from workspace.accounts.gatekeeper import Gatekeeper, cookie_name
from workspace.accounts.index_page import font_address
from workspace.comments import routes as comment_routes
from workspace.decisions import routes as decision_routes
from workspace.exchange import routes as exchange_routes
from workspace.fiches import routes as fiche_routes
from workspace.lightness import routes as lightness_routes
from workspace.livetext import routes as livetext_routes
from workspace.livetext import wire
from workspace.livetext.ticket import make_token
from workspace.meetings import routes as meeting_routes
from workspace.questionnaires import routes as form_routes
from workspace.specification import routes as specification_routes

with warnings.catch_warnings():  # it says that httpx has a successor
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
ORIGIN = "http://testserver"
HEADERS = {"origin": ORIGIN, "x-chemise": "1"}
ROWS = table.rows()
# Each route, and the operation whose rights it must give. The last test fails when a route is not here.
ROUTES = {
    "/session/open": "open_session",
    "/session/close": "close_session",
    "/session/data": "export_my_data",
    "/livetext/ticket/{text_id}": "text_read",
    "/livetext/ws/{text_id}": "text_write",
    "/comments/{text_id:uuid}": "comment_read",
    "/pictures": "add_picture",
    "/pictures/{picture_id:uuid}": "view_picture",
    # How the two public ones behave: tests/integration/questionnaires/test_public_form.py.
    "/q/{token}": "answer_questionnaire",
    "/q/f/{form_id:uuid}": "answer_questionnaire",
    "/q/f/{form_id:uuid}/merci": "answer_questionnaire",
    "/q/retrait": "withdraw_answer",
    "/q/retrait/{token}": "withdraw_answer",
    "/questionnaires/{form_id:uuid}/essai": "change_questionnaire",
    "/questionnaires/{form_id:uuid}/papier": "view_questionnaire",
    "/questionnaires/{form_id:uuid}/saisie": "enter_paper_answer",
    "/questionnaires/{form_id:uuid}/qr.svg": "view_questionnaire",
    "/questionnaires/{form_id:uuid}/reponses.csv": "export_answers",
    "/questionnaires/{form_id:uuid}/reponses.xlsx": "export_answers",
    "/decisions/{proposal_id:uuid}/{round:int}/decision.json": "export_decision",
    "/decisions/{proposal_id:uuid}/{round:int}/bulletins.csv": "export_decision",
    "/decisions/{proposal_id:uuid}/{round:int}/proces-verbal.pdf": "export_decision",
    "/export/fiches.{target}": "export_fiches",
    "/export/fiches/{fiche_id:uuid}.{target}": "export_fiches",
    "/fiches/{fiche_id:uuid}/measure": "measure_fiche",
    "/specification/{version_id:uuid}.{target}": "export_specification",
    "/meetings/{meeting_id:uuid}.{target}": "export_meeting",
    "/budget/call/{paper_id:uuid}.pdf": "view_contributions",
    "/budget/receipt/{paper_id:uuid}.pdf": "view_contributions",
    "/budget/fee/{paper_id:uuid}.pdf": "view_adhesions",
    "/budget/document/{document_id:uuid}": "view_budget_document",
    "/budget/envelopes/{envelope_id:uuid}.{target}": "export_budget",
    "/budget/ledger/{year:int}.{target}": "export_ledger",
    # How these behave: tests/integration/budget/test_offers.py.
    "/offre/{token}": "drop_offer",
    "/offre/d/{invitation_id:uuid}": "drop_offer",
    "/offre/d/{invitation_id:uuid}/cahier.pdf": "drop_offer",
}

# What holds nothing of any group: given to whoever asks.
OPEN_TO_ALL = {"/fonts/{mark}/{name}"}


def all_routes() -> list[object]:
    rooms = (
        account_routes,
        comment_routes,
        contribution_routes,
        decision_routes,
        document_routes,
        envelope_routes,
        exchange_routes,
        fiche_routes,
        form_routes,
        lightness_routes,
        livetext_routes,
        meeting_routes,
        quote_routes,
        specification_routes,
    )
    return [route for room in rooms for route in room.routes()]


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    await livetext_routes.start()
    try:
        yield
    finally:
        await livetext_routes.drain()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> tuple[World, TestClient]:
    folder = tmp_path_factory.mktemp("doors")
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    world = make_world(folder)
    app = Starlette(
        routes=all_routes(),  # type: ignore[arg-type]
        middleware=[Middleware(Gatekeeper, index_path=INDEX)],
        lifespan=lifespan,
    )
    with TestClient(app, base_url=ORIGIN) as client:
        yield world, client
    point_at(folder)


@pytest.fixture
def world(place: tuple[World, TestClient]) -> World:
    return place[0]


@pytest.fixture
def client(place: tuple[World, TestClient]) -> Iterator[TestClient]:
    place[1].cookies.clear()
    yield place[1]
    place[1].cookies.clear()


def come_as(client: TestClient, world: World, who: str) -> None:
    client.cookies.clear()
    if who in world.cookies:
        client.cookies.set(cookie_name(), world.cookies[who])


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_text_ticket(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/livetext/ticket/{world.things[distance].text_id}")
    if table.expected(ROWS["text_read"], who, distance):
        assert answer.status_code == 200
        assert answer.json()["can_write"] == table.expected(ROWS["text_write"], who, distance)
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert "token" not in answer.json()
    table.note("route", "/livetext/ticket/{text_id}", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_picture_is_given(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/pictures/{world.things[distance].picture_id}")
    if table.expected(ROWS["view_picture"], who, distance):
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    else:
        assert (answer.status_code, answer.content) == (404, b"")
    table.note("route", "/pictures/{picture_id:uuid}", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_fiche_is_measured(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/fiches/{world.things[distance].fiche_id}/measure")
    if table.expected(ROWS["measure_fiche"], who, distance):
        assert answer.status_code == 200
        assert answer.json()["zones"][0]["zone"] == "title"
    else:
        assert (answer.status_code, answer.content) == (401 if who == "anonymous" else 404, b"")
    table.note("route", "/fiches/{fiche_id:uuid}/measure", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_picture_is_taken(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    group_id = world.things[distance].group_id
    answer = client.post(f"/pictures?group={group_id}", content=picture(), headers=HEADERS)
    assert (answer.status_code == 201) == table.expected(ROWS["add_picture"], who, distance)
    assert answer.status_code in {201, 403, 404}
    table.note("route", "/pictures", who, distance)


@pytest.mark.parametrize("file", ["decision.json", "bulletins.csv", "proces-verbal.pdf"])
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_decision_is_handed_out(client: TestClient, world: World, who: str, distance: str, file: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/decisions/{world.things[distance].votes.closed_id}/1/{file}")
    if table.expected(ROWS["export_decision"], who, distance):
        assert (answer.status_code, len(answer.content) > 50) == (200, True)
        assert answer.headers["content-disposition"] == f'attachment; filename="{file}"'
    else:
        assert answer.status_code in {403, 404}
        assert answer.content == b""
    table.note("route", f"/decisions/{{proposal_id:uuid}}/{{round:int}}/{file}", who, distance)


@pytest.mark.parametrize("kind", ["call", "receipt", "fee"])
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_paper_of_a_contribution_is_handed_out(
    client: TestClient, world: World, who: str, distance: str, kind: str
) -> None:
    come_as(client, world, who)
    given = world.things[distance].given
    papers = {"call": given.call_id, "receipt": given.receipt_id, "fee": given.fee_receipt_id}
    answer = client.get(f"/budget/{kind}/{papers[kind]}.pdf")
    route = f"/budget/{kind}/{{paper_id:uuid}}.pdf"
    if table.expected(ROWS[ROUTES[route]], who, distance):
        assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
        assert answer.headers["cache-control"] == "no-store"
    else:
        assert answer.status_code == (401 if who == "anonymous" else answer.status_code)
        assert answer.status_code in {401, 403, 404}
        assert answer.content[:5] != b"%PDF-"
    table.note("route", route, who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_comments_are_given_and_taken(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    path = f"/comments/{world.things[distance].text_id}"
    given = client.get(path)
    refused = {401} if who == "anonymous" else {403, 404}
    if table.expected(ROWS["comment_read"], who, distance):
        assert given.status_code == 200
        assert given.json()["may_comment"] == table.expected(ROWS["comment_add"], who, distance)
    else:
        assert given.status_code in refused
        assert "threads" not in given.json()
    posted = client.post(path, json={"act": "open", "body": "Un avis."}, headers=HEADERS)
    may_add = table.expected(ROWS["comment_add"], who, distance)
    assert posted.status_code in ({200} if may_add else refused)
    assert client.post(path, json={"act": "see"}, headers={"origin": ORIGIN}).status_code in {401, 403}
    table.note("route", "/comments/{text_id:uuid}", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_fiche_is_exported(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/export/fiches/{world.things[distance].fiche_id}.md")
    if table.expected(ROWS["export_fiches"], who, distance):
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith('attachment; filename="Fiche-')
        assert answer.headers["cache-control"] == "no-store"
        assert answer.text.startswith(f"# Fiche {distance}".replace("other ", "other-"))
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert "Fiche" not in answer.text
    table.note("route", "/export/fiches/{fiche_id:uuid}.{target}", who, distance)


@pytest.mark.parametrize("who", WHO)
def test_all_fiches_are_exported(client: TestClient, world: World, who: str) -> None:
    come_as(client, world, who)
    answer = client.get("/export/fiches.json")
    if table.expected(ROWS["export_fiches"], who, "group"):
        names = {one["title"] for one in answer.json()["fiches"]}
        others = {"Fiche other-group"} if who != "stranger" else {"Fiche own", "Fiche other-structure"}
        assert names
        assert not names & others
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code == 403
    assert client.get("/export/fiches.exe").status_code == 404
    table.note("route", "/export/fiches.{target}", who, "group")


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_version_is_handed_over(client: TestClient, world: World, who: str, distance: str) -> None:
    from tests.integration.rights.acts import _freeze

    come_as(client, world, who)
    version_id, _ = _freeze(world, world.things[distance])
    answer = client.get(f"/specification/{version_id}.docx")
    if table.expected(ROWS["export_specification"], who, distance):
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith('attachment; filename="Cahier-')
        assert answer.headers["cache-control"] == "no-store"
        assert answer.content.startswith(b"PK")
        assert client.get(f"/specification/{version_id}.exe").status_code == 404
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert "Cahier" not in answer.text
    table.note("route", "/specification/{version_id:uuid}.{target}", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_minutes_are_handed_over(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    meeting_id = world.things[distance].meeting.meeting_id
    answer = client.get(f"/meetings/{meeting_id}.docx")
    if table.expected(ROWS["export_meeting"], who, distance):
        assert answer.status_code == 200
        assert "Atelier-" in answer.headers["content-disposition"]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.content.startswith(b"PK")
        assert client.get(f"/meetings/{meeting_id}.exe").status_code == 404
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert "Atelier" not in answer.text
    table.note("route", "/meetings/{meeting_id:uuid}.{target}", who, distance)


@pytest.mark.parametrize("who", WHO)
def test_session_is_closed_by_its_own_cookie_only(client: TestClient, world: World, who: str) -> None:
    # The cookie is not sent: whoever calls without one ends nobody's session.
    client.cookies.clear()
    session = world.actors[who].session_id
    forged = HEADERS | ({"x-chemise-session": str(session)} if session else {})
    assert client.post("/session/close", headers=forged).status_code == 200
    come_as(client, world, who)
    still = client.get(f"/livetext/ticket/{world.things['own'].text_id}")
    assert (still.status_code != 401) == (who != "anonymous")
    table.note("route", "/session/close", who, "self")


@pytest.mark.parametrize("who", WHO)
def test_own_data_is_handed_to_its_owner_only(client: TestClient, world: World, who: str) -> None:
    come_as(client, world, who)
    # A header of the client's own naming somebody else must change nothing.
    answer = client.get("/session/data", headers={"x-chemise-session": str(world.things["own"].session_id)})
    if table.expected(ROWS["export_my_data"], who, "self"):
        assert answer.status_code == 200
        assert f"{who}@exemple.fr" in answer.text
    else:
        assert answer.status_code == 401
    assert "own@exemple.fr" not in answer.text
    table.note("route", "/session/data", who, "self")


@pytest.mark.parametrize("who", WHO)
def test_fonts_are_given_to_all_and_nothing_else_of_their_folder(client: TestClient, world: World, who: str) -> None:
    come_as(client, world, who)
    address = font_address("icons.woff2")
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"], answer.content[:4]) == (200, "font/woff2", b"wOF2")
    assert "immutable" in answer.headers["cache-control"]
    folder = address.rsplit("/", 1)[0]
    for other in (f"{folder}/icons-LICENSE.txt", f"{folder}/headings.woff2", f"{folder}/..%2Fservice.py"):
        assert client.get(other).status_code == 404


def test_session_opens_for_whoever_holds_a_ticket(client: TestClient, world: World) -> None:
    from tests.integration.rights.world import PASSWORD
    from workspace.accounts.service import sign_in

    assert client.post("/session/open", json={"ticket": "x" * 43}, headers=HEADERS).status_code == 401
    ticket = sign_in("facilitator2@exemple.fr", PASSWORD, address="x")
    assert client.post("/session/open", json={"ticket": ticket}, headers={"origin": ORIGIN}).status_code == 400
    assert client.post("/session/open", json={"ticket": ticket}, headers=HEADERS).status_code == 200
    assert client.post("/session/open", json={"ticket": ticket}, headers=HEADERS).status_code == 401
    for who in WHO:
        table.note("route", "/session/open", who, "door")


def one_edit() -> bytes:
    """A paragraph of one letter, as a client's update."""
    doc: Doc = Doc()
    fragment = doc.get("level1", type=XmlFragment)
    fragment.children.append(XmlElement("paragraph", {}, [XmlText("x")]))
    return doc.get_update()


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_websocket_reads_and_writes_as_the_table_says(
    client: TestClient, world: World, who: str, distance: str
) -> None:
    come_as(client, world, who)
    text_id, session_id = world.things[distance].text_id, world.actors[who].session_id
    token = make_token(text_id, session_id) if session_id else ""  # even a good token opens nothing by itself
    may_read = table.expected(ROWS["text_read"], who, distance)
    may_write = table.expected(ROWS["text_write"], who, distance)
    address = f"/livetext/ws/{text_id}?token={token}"
    if not may_read:
        with (
            pytest.raises(WebSocketDisconnect) as closed,
            client.websocket_connect(address, headers=HEADERS) as socket,
        ):
            socket.receive_bytes()
        assert closed.value.code in {4401, 4403, 4404}
    else:
        with client.websocket_connect(address, headers=HEADERS) as socket:
            update = one_edit()
            socket.send_bytes(bytes((wire.SYNC, wire.UPDATE)) + wire.write_bytes(update))
            kinds = []
            while not {wire.ACK, wire.REFUSAL} & set(kinds):
                kinds.append(socket.receive_bytes()[0])
            assert (wire.ACK in kinds) == may_write
            assert (wire.REFUSAL in kinds) == (not may_write)
    table.note("websocket", "/livetext/ws/{text_id}", who, distance)


def test_websocket_of_another_site_or_with_another_text_s_token_is_refused(client: TestClient, world: World) -> None:
    come_as(client, world, "partner")
    own, session_id = world.things["own"].text_id, world.actors["partner"].session_id
    assert session_id is not None
    token = make_token(own, session_id)
    for origin in ("https://evil.example", "null", f"{ORIGIN}.evil.example", "http://testserver@evil.example"):
        with (
            pytest.raises(WebSocketDisconnect),
            client.websocket_connect(f"/livetext/ws/{own}?token={token}", headers={"origin": origin}) as socket,
        ):
            socket.receive_bytes()
    other = world.things["other structure"].text_id
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(f"/livetext/ws/{other}?token={token}", headers=HEADERS) as socket,
    ):
        socket.receive_bytes()


def test_token_of_one_person_with_the_cookie_of_another_is_refused(client: TestClient, world: World) -> None:
    come_as(client, world, "observer")
    own, session_id = world.things["own"].text_id, world.actors["partner"].session_id
    assert session_id is not None
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(
            f"/livetext/ws/{own}?token={make_token(own, session_id)}", headers=HEADERS
        ) as socket,
    ):
        socket.receive_bytes()


TEAM_PATHS = [path for path in ROUTES if path.startswith("/questionnaires/")]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
@pytest.mark.parametrize("path", TEAM_PATHS)
def test_questionnaire_is_given_to_its_group(
    client: TestClient, world: World, who: str, distance: str, path: str
) -> None:
    come_as(client, world, who)
    address = path.replace("{form_id:uuid}", str(world.things[distance].form_id))
    answer = client.get(address)
    may = table.expected(ROWS[ROUTES[path]], who, distance)
    assert (answer.status_code == 200) == may
    assert may or answer.status_code in {403, 404}
    assert may or "Vos questions" not in answer.text
    if path.endswith(("/essai", "/saisie")):
        kept = client.post(address, data={"consent": "yes"}, headers=HEADERS)
        assert (kept.status_code == 422) == may, "an empty form is read, and found empty"
        assert may or kept.status_code in {403, 404}
    table.note("route", path, who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_public_form_asks_nobody_who_they_are(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    thing = world.things[distance]
    assert client.get(f"/q/f/{thing.form_id}").status_code == 404  # the id alone opens nothing
    assert client.get(f"/q/{thing.form_token}", follow_redirects=False).status_code == 303
    assert client.get(f"/q/f/{thing.form_id}").status_code == 200
    assert client.get(f"/q/f/{thing.form_id}/merci").status_code == 200
    assert client.get("/q/retrait").status_code == 404
    assert client.get(f"/q/retrait/{thing.withdraw_token}", follow_redirects=False).status_code == 303
    assert client.get("/q/retrait").status_code == 200
    for path in (one for one in ROUTES if one.startswith("/q/")):
        table.note("route", path, who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_supplier_s_page_asks_for_the_link_and_nothing_else(
    client: TestClient, world: World, who: str, distance: str
) -> None:
    come_as(client, world, who)
    quote_routes.flood.forget()  # one address knocks for all of them
    quotes = world.things[distance].quotes
    here = f"/offre/d/{quotes.invitation_id}"
    assert client.get(here).status_code == 404  # the id alone opens nothing, whoever asks
    assert client.post(here, data={"consent": "yes"}, headers=HEADERS).status_code in {403, 404}
    assert client.get(f"{here}/cahier.pdf").status_code == 404
    assert client.get(f"/offre/{quotes.offer_token}", follow_redirects=False).status_code == 303
    assert client.get(here).status_code == 200
    assert client.get(f"{here}/cahier.pdf").content[:5] == b"%PDF-"
    for path in (one for one in ROUTES if one.startswith("/offre/")):
        table.note("route", path, who, distance)


@pytest.mark.parametrize("who", WHO)
def test_fonts_are_given_to_whoever_asks(client: TestClient, world: World, who: str) -> None:
    come_as(client, world, who)
    assert client.get(font_address("icons.woff2")).headers["content-type"] == "font/woff2"
    table.note("route", "/fonts/{mark}/{name}", who, "door")


@pytest.mark.parametrize("path", ["/session/open", "/session/close", "/pictures", "/comments/x", "/q/retrait"])
@pytest.mark.parametrize("origin", [None, "null", "https://evil.example"])
def test_post_from_elsewhere_is_refused(client: TestClient, world: World, path: str, origin: str | None) -> None:
    come_as(client, world, "partner")
    headers = {"x-chemise": "1"} | ({"origin": origin} if origin else {})
    assert client.post(path, headers=headers, content=b"{}").status_code == 403


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_budget_document_is_given(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/budget/document/{world.things[distance].quotes.document_id}")
    if table.expected(ROWS["view_budget_document"], who, distance):
        assert (answer.status_code, answer.content)[:1] == (200,)
        assert answer.headers["content-disposition"].startswith("attachment")
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert quotes.PDF.rstrip() not in answer.content
    table.note("route", "/budget/document/{document_id:uuid}", who, distance)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("distance", DISTANCES)
def test_envelope_is_handed_out(client: TestClient, world: World, who: str, distance: str) -> None:
    come_as(client, world, who)
    answer = client.get(f"/budget/envelopes/{world.things[distance].money.envelope_id}.csv")
    if table.expected(ROWS["export_budget"], who, distance):
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert client.get(answer.url.path.replace(".csv", ".exe")).status_code == 404
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code in {403, 404}
        assert "Tirage" not in answer.text
    table.note("route", "/budget/envelopes/{envelope_id:uuid}.{target}", who, distance)


@pytest.mark.parametrize("who", WHO)
def test_year_of_the_ledger_is_handed_out(client: TestClient, world: World, who: str) -> None:
    come_as(client, world, who)
    answer = client.get("/budget/ledger/2026.paheko.csv")
    if table.expected(ROWS["export_ledger"], who, "group"):
        assert answer.status_code == 200
        assert client.get("/budget/ledger/2026.exe").status_code == 404
    else:
        assert answer.status_code == 401 if who == "anonymous" else answer.status_code == 403
    table.note("route", "/budget/ledger/{year:int}.{target}", who, "group")


def test_every_route_is_in_this_file() -> None:
    assert {route.path for route in all_routes()} == set(ROUTES) | OPEN_TO_ALL  # type: ignore[attr-defined]
