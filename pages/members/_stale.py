"""Somebody saved while a form was open: what stands now beside what was typed, and a way on that loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.members import _table
from pages.shell.i18n import t


def offer(changes: Sequence[tuple[str, str]], *, key: str, keep: Callable[[], None]) -> None:
    """Say it, show what the others saved, and let the person keep what they typed; `keep` takes the new version."""
    st.warning(t("structures-stale"), icon=":material/sync_problem:")
    if changes:
        _table.draw(
            t("structures-stale-now"), (t("structures-stale-field"), t("structures-stale-now")), list(changes)
        )
    st.button(t("structures-stale-keep"), key=key, on_click=keep)
