"""Which dialog is open. Kept in the session state: a rerun of the page closes none under somebody's hands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from uuid import UUID

import streamlit as st

OPEN = "members.dialog.open"
SECRET = "members.dialog.secret"  # noqa: S105 the key of what is shown once, not the thing itself


def ask(name: str, object_id: UUID | None = None) -> None:
    """Open a dialog at the next run; for `on_click`."""
    st.session_state[OPEN] = (name, object_id)
    st.session_state.pop(SECRET, None)


def close() -> None:
    """Close the dialog and forget what it showed once."""
    st.session_state.pop(OPEN, None)
    st.session_state.pop(SECRET, None)


def asked(name: str) -> tuple[bool, UUID | None]:
    """Whether that dialog is open, and what for."""
    opened, object_id = st.session_state.get(OPEN, ("", None))
    return opened == name, object_id


def show(title: str, body: Callable[[], None], *, width: Literal["small", "medium"] = "small") -> None:
    """Draw the open dialog."""
    st.dialog(title, width=width, on_dismiss=close)(body)()


def done() -> None:
    """Close and draw the page anew."""
    close()
    st.rerun()
