"""The browser side of Chemise, as three Streamlit components.

``live_editor`` mounts a text that several people write together; ``bridge`` does the few things that only the
browser can do (open or close the cookie session, set the page's language, copy a text); ``order_list`` is a list
whose lines are chosen, and dragged into another order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

__all__ = ["bridge", "live_editor", "order_list"]


@cache
def _editor() -> Any:
    # No shadow root: the editing engine's selection code does not work inside one.
    return st.components.v2.component(
        "chemise-editor.editor", js="editor-*.js", css="editor-*.css", isolate_styles=False
    )


@cache
def _bridge() -> Any:
    return st.components.v2.component("chemise-editor.bridge", js="bridge-*.js", isolate_styles=False)


def live_editor(data: dict[str, Any], *, key: str, height: int | None = None) -> Any:
    """Mount the live text described by ``data``.

    ``data`` needs: ``text_id``, ``socket_path``, ``token``, ``ticket_path``, ``fragments``, ``me``, ``can_write``,
    ``lang``, ``links`` and ``upload_path`` (None when pictures cannot be added). The words travel by the websocket,
    never through Python: typing causes no rerun, and a rerun with the same ``text_id`` keeps the editor as it is.
    ``height`` in pixels makes the text scroll in its own frame; without it the page scrolls.
    Returns what the component reports (nothing so far).
    """
    return _editor()(key=key, data=data, height="content" if height is None else height)


def bridge(data: dict[str, Any], *, key: str) -> Any:
    """Ask the browser for one act, once for each ``nonce`` in ``data``.

    Acts: ``open_session`` (ticket, path, then), ``close_session`` (path, then), ``language`` (lang), ``copy``
    (text, label, copied) and ``none``. The result's ``failed`` holds a message after a failed session act.
    """
    return _bridge()(key=key, data=data, on_failed_change=lambda: None)


@cache
def _order() -> Any:
    return st.components.v2.component("chemise-editor.order", js="order-*.js", css="order-*.css")


def order_list(data: dict[str, Any], *, key: str, on_acts: Callable[[], None]) -> Any:
    """A list of lines, one of them chosen, that change places by dragging or by Alt and an arrow key.

    ``data`` needs: ``lines`` (``id``, ``text``, ``note``), ``chosen``, ``heard``, ``label``, ``hint`` and ``aside``
    (what the place says where a line is dropped to be set aside). ``on_acts`` is called when something was done:
    ``st.session_state[key]["acts"]`` is then a list of acts (``n``, ``kind``: choose, move or aside, ``id``,
    ``place`` from 1). Acts are said again until ``heard`` is their ``n``: whoever carries them out skips the others.
    """
    return _order()(key=key, data=data, on_acts_change=on_acts, height="content")
