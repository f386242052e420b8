"""Nobody gets in, or takes a session over, without the cookie; nothing works from elsewhere."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.e2e.conftest import Server, Visits, enter_example


@contextmanager
def stream(server: Server, *, origin: str | None, cookie: str = "", session: str = "") -> Iterator[ClientConnection]:
    """Streamlit's own websocket, opened by hand; the forged header must never count."""
    headers = {"X-Chemise-Session": "00000000-0000-0000-0000-000000000000"}
    if cookie:
        headers["Cookie"] = cookie
    with connect(
        f"ws://localhost:{server.port}/_stcore/stream",
        origin=Origin(origin) if origin else None,
        additional_headers=headers,
        subprotocols=[Subprotocol(one) for one in (["streamlit", "none", session] if session else ["streamlit"])],
        open_timeout=10,
    ) as socket:
        yield socket


def session_of(socket: ClientConnection) -> str:
    """Run the script and read which Streamlit session this websocket has."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(socket.recv(timeout=20))
        if answer.WhichOneof("type") == "new_session":
            return str(answer.new_session.initialize.session_id)


@pytest.mark.parametrize(
    "origin", [None, "null", "https://evil.example", "http://localhost.evil.example", "http://localhost:1"]
)
def test_websocket_from_elsewhere_is_refused(server: Server, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused, stream(server, origin=origin):
        pass
    assert refused.value.response.status_code == 403


def test_websocket_from_this_very_site_is_accepted(server: Server) -> None:
    with stream(server, origin=server.url) as socket:
        assert session_of(socket)


@pytest.mark.parametrize(
    ("first", "then"), [("", "trame"), ("fiches", "structures"), ("installation", "reglages"), ("fiche", "compte")]
)
def test_deep_link_on_a_fresh_server_meets_the_door(tmp_path: Path, visits: Visits, first: str, then: str) -> None:
    """The very first visit of a process: this is when a flat pages/ folder used to leak."""
    fresh = Server(tmp_path / "data").start()
    try:
        for page in (first, then):
            visitor = visits.new(fresh.url)
            visitor.goto(f"/{page}")
            expect(visitor.get_by_role("heading", name="Créer notre groupe")).to_be_visible()
            expect(visitor.get_by_test_id("stSidebar")).to_have_count(0)
    finally:
        fresh.stop()


def test_cookie_is_out_of_reach_of_scripts_and_ends_with_the_session(
    enter: Callable[..., Page], server: Server
) -> None:
    page = enter("partner")
    cookie = next(one for one in page.context.cookies() if one["name"] == "chemise")
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert "chemise=" not in page.evaluate("document.cookie")
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("button", name="Partenaire")).to_be_visible()
    page.context.add_cookies([cookie])
    page.goto("/")
    expect(page.get_by_role("button", name="Partenaire")).to_be_visible()


def test_known_streamlit_session_is_resumed_by_its_owner_only(enter: Callable[..., Page], server: Server) -> None:
    """Whoever reads a session id in a log must not resume that session: not without a cookie, not with another's."""
    owner = cookie_of(enter("facilitator"))
    other = cookie_of(enter("partner"))
    with stream(server, origin=server.url, cookie=owner) as socket:
        session = session_of(socket)
    for cookie in ("", other, "chemise=forged"):
        with stream(server, origin=server.url, cookie=cookie, session=session) as socket:
            assert session_of(socket) != session
    with stream(server, origin=server.url, cookie=owner, session=session) as socket:
        assert session_of(socket) == session


def cookie_of(page: Page) -> str:
    return next(f"chemise={one['value']}" for one in page.context.cookies() if one["name"] == "chemise")


def post(server: Server, path: str, body: object, **headers: str) -> int:
    request = urllib.request.Request(  # noqa: S310
        f"{server.url}{path}", data=json.dumps(body).encode(), headers=headers, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return int(error.code)


def test_ticket_that_is_forged_opens_nothing(server: Server) -> None:
    own = {"Origin": server.url, "X-Chemise": "1"}
    assert post(server, "/session/open", {"ticket": "x" * 43}, **own) == 401
    assert post(server, "/session/open", {"ticket": "x" * 43}, Origin=server.url) == 400
    assert post(server, "/session/open", {"ticket": 12}, **own) == 400
    assert post(server, "/session/open", {"ticket": "x"}, **{**own, "Origin": "https://evil.example"}) == 403
    assert post(server, "/session/open", {"ticket": "x"}, **{"X-Chemise": "1"}) == 403


def test_trusted_headers_from_a_client_are_ignored(
    enter: Callable[..., Page], server: Server, visits: Visits
) -> None:
    enter("facilitator")
    visitor = visits.new(server.url)
    visitor.set_extra_http_headers(
        {"x-chemise-session": "4c6b2a1e-0000-4000-8000-000000000000", "x-chemise-loopback": "0"}
    )
    visitor.goto("/fiches")
    expect(visitor.get_by_role("button", name="Partenaire")).to_be_visible()


def test_sign_in_lands_on_the_page_that_was_asked_for(server: Server, visits: Visits) -> None:
    visitor = visits.new(server.url)
    enter_example(visitor, "partner", "/structures")
    expect(visitor).to_have_url(f"{server.url}/structures")
