"""A link that is shown once: to read, to copy, and how long it lives."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from chemise_editor import bridge

from pages.members import _dialogs
from pages.shell.formats import when
from pages.shell.i18n import t


def show(link: str, *, until: datetime | None, said: str, zone: str) -> None:
    """Draw the link, its copy button and its delay; closing forgets it."""
    st.success(said, icon=":material/check_circle:")
    st.code(link, language=None, wrap_lines=True)
    bridge(
        {
            "act": "copy",
            "text": link,
            "label": t("structures-link-copy"),
            "copied": t("structures-link-copied"),
            "nonce": link[-12:],
        },
        key="members.once.copy",
    )
    delay = t("structures-link-until", date=when(until, zone)) if until else t("structures-link-hour")
    st.caption(f"{delay} {t('structures-link-once')}")
    if st.button(t("structures-close"), key="members.once.close", width="stretch"):
        _dialogs.done()
