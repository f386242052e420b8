"""A browser of somebody who is signed in, through the real gatekeeper."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware

from db.session import unit_of_work
from workspace.accounts.gatekeeper import Gatekeeper, cookie_name
from workspace.accounts.store import open_session_row
from workspace.kernel.actor import Actor
from workspace.questionnaires import routes

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"


@contextmanager
def signed_client(actor: Actor) -> Iterator[TestClient]:
    assert actor.person_id is not None
    with unit_of_work() as session:
        token, _ = open_session_row(session, actor.person_id, "test")
    app = Starlette(routes=routes.routes(), middleware=[Middleware(Gatekeeper, index_path=INDEX)])
    with TestClient(app, base_url="http://testserver", headers={"origin": "http://testserver"}) as client:
        client.cookies.set(cookie_name(), token)
        yield client
