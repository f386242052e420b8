"""Full addresses for copying, from the address that the visitor's own browser shows."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st


def address(path: str, **query: str) -> str:
    """The full address of one of our pages, such as `/invitation?lien=…`."""
    parts = urlsplit(str(st.context.url or ""))
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{origin}{path}?{urlencode(query)}" if query else f"{origin}{path}"
