"""A page with one button, served like ours: what opening and clicking cost before any work. Never in the product."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import Home
from pages.shell.server import tune
from workspace.accounts import routes as account_routes
from workspace.accounts.gatekeeper import Gatekeeper

PAGE = Path(__file__).with_name("page.py")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """As the whole application's process."""
    tune()
    yield


app = st.App(
    PAGE,
    routes=account_routes.routes(),
    middleware=[Middleware(Gatekeeper, index_path=Home.INDEX)],
    lifespan=lifespan,
)
