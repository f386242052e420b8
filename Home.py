"""The front door: one ASGI app = the screens, the live text, the public routes. `streamlit run Home.py`.

It holds no page and no rule. The screens' script is `pages/frame.py`, because no `pages/` folder lies beside it:
Streamlit's old way of serving such a folder would let a page run without the frame.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from budget import clock as budget_clock
from budget.connections import connect
from budget.contributions import routes as contribution_routes
from budget.documents import routes as document_routes
from budget.envelope import routes as envelope_routes
from budget.quotes import routes as quote_routes
from db.migrate import migrate
from pages.shell import joined  # noqa: F401 registers what rooms bring to votes
from pages.shell.server import tune
from workspace.accounts import routes as account_routes
from workspace.accounts.gatekeeper import Gatekeeper
from workspace.accounts.index_page import ICON_PATH
from workspace.comments import routes as comment_routes
from workspace.decisions import clock as decisions_clock
from workspace.decisions import routes as decision_routes
from workspace.exchange import routes as exchange_routes
from workspace.fiches import routes as fiche_routes
from workspace.find.service import fill_index
from workspace.kernel.events import on_rights_changed
from workspace.kernel.settings import secret_key, settings
from workspace.lightness import routes as lightness_routes
from workspace.livetext import hub
from workspace.livetext import routes as livetext_routes
from workspace.livetext.outlet import SocketTap
from workspace.meetings import routes as meeting_routes
from workspace.questionnaires import routes as form_routes
from workspace.questionnaires import upkeep as form_upkeep
from workspace.specification import clock as specification_clock
from workspace.specification import routes as specification_routes
from workspace.welcome.door import announce

connect()

ROOT = Path(__file__).resolve().parent
INDEX = Path(st.__file__).resolve().parent / "static" / "index.html"


def check_configuration() -> None:
    """Refuse to start without our configuration: without it nobody is recognised, and errors show their traces.

    Streamlit goes on with its own defaults when `.streamlit/config.toml` is missing or does not parse.
    """
    if "x-chemise-session" not in str(st.get_option("server.trustedUserHeaders")):
        message = "start from the project's folder: .streamlit/config.toml was not found or could not be read"
        raise RuntimeError(message)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Start: database at the code's version, secret present, rooms open. Stop: rooms drained, nothing lost."""
    check_configuration()
    logging.getLogger("chemise").setLevel(settings().log_level)
    secret_key()
    migrate()
    fill_index()
    announce()
    await livetext_routes.start()
    await form_upkeep.start()
    forget = on_rights_changed(hub.revalidate)
    tune()
    clocks = [asyncio.create_task(one.run()) for one in (decisions_clock, specification_clock, budget_clock)]
    try:
        yield
    finally:
        forget()
        await form_upkeep.drain()
        for clock in clocks:
            clock.cancel()
        await livetext_routes.drain()


async def icon(_request: Request) -> FileResponse:
    """The tab's icon."""
    return FileResponse(ROOT / "pages" / "shell" / "chemise.svg", headers={"cache-control": "max-age=86400"})


app = st.App(
    ROOT / "pages" / "frame.py",
    routes=[
        Route(ICON_PATH, icon),
        *account_routes.routes(),
        *livetext_routes.routes(),
        *comment_routes.routes(),
        *fiche_routes.routes(),
        *form_routes.routes(),
        *decision_routes.routes(),
        *document_routes.routes(),
        *envelope_routes.routes(),
        *quote_routes.routes(),
        *exchange_routes.routes(),
        *lightness_routes.routes(),
        *specification_routes.routes(),
        *meeting_routes.routes(),
        *contribution_routes.routes(),
    ],
    middleware=[Middleware(SocketTap), Middleware(Gatekeeper, index_path=INDEX)],
    lifespan=lifespan,
)
