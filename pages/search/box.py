"""The search box of the side bar: words typed there open the page of results."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.search import keys
from pages.shell.i18n import t


def box(page: StreamlitPage) -> None:
    """One field; Enter opens the results. The button shows itself while the field is in use (pages/frame.py)."""
    with st.container(key="search-box"), st.form("search.form", border=False, clear_on_submit=True):
        typed = st.text_input(
            t("search-label"),
            placeholder=t("search-placeholder"),
            label_visibility="collapsed",
            icon=":material/search:",
            max_chars=200,
            key=keys.BOX,
        )
        asked = st.form_submit_button(t("search-go"), width="stretch", type="tertiary")
    if asked and typed.strip():
        st.session_state[keys.WORDS] = typed.strip()
        st.switch_page(page, query_params={keys.ASKED: typed.strip()})
