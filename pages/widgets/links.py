"""Addresses: full ones for copying, from what the visitor's own browser shows; and what that browser shows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st


def address(path: str, **query: str) -> str:
    """The full address of one of our pages, such as `/invitation?lien=…`."""
    parts = urlsplit(str(st.context.url or ""))
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{origin}{path}?{urlencode(query)}" if query else f"{origin}{path}"


def show_in_address(query: Mapping[str, str]) -> None:
    """Make the browser's address say what this run was asked for; what is empty is left out.

    A link from a page to itself hands its query over and leaves the address as it was: the next button of the page
    would be asked of what the address named before.
    """
    st.query_params.from_dict({name: value for name, value in query.items() if value})
