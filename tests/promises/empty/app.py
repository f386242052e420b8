"""A page with one button, served like ours: what opening and clicking cost before any work. Never in the product."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import Home
from workspace.accounts import routes as account_routes
from workspace.accounts.gatekeeper import Gatekeeper

PAGE = Path(__file__).with_name("page.py")

app = st.App(PAGE, routes=account_routes.routes(), middleware=[Middleware(Gatekeeper, index_path=Home.INDEX)])
