"""What the installation holds about me, to take away."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t


def draw() -> None:
    """A plain link to our own route: it checks the cookie, and the file never lies in Streamlit's open store."""
    st.header(t("compte-data"), anchor=False)
    st.write(t("compte-data-text"))
    st.link_button(t("compte-data-get"), "/session/data", icon=":material/download:")
