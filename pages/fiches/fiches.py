"""Fiches: étapes x structures, status, who is writing now, how light each one is."""

from __future__ import annotations

import streamlit as st

from pages.exchange.exports import exports
from pages.fiches import _board_dialogs, _board_fragment, _board_people, keys
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.fiches.rules import board_abilities
from workspace.fiches.words import BoardAbilities


def page() -> None:
    """Draw the board; it says itself what to do when it is empty."""
    actor = require_actor()
    use_style()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(t("fiches-title"), anchor=False, width="content")
        _actions(board_abilities(actor))
    _board_people.people()
    _board_fragment.board(page_of("trame"))


def _actions(able: BoardAbilities) -> None:
    with st.container(horizontal=True, width="content", key="cf-fiches-actions"):
        exports()
        st.page_link(page_of("presentation"), label=t("presentation-title"), icon=":material/auto_stories:")
        st.page_link(page_of("images"), label=t("images-title"), icon=":material/photo_library:")
        if able.may_order and st.button(t("fiches-order"), icon=":material/swap_vert:", key=keys.ORDER):
            _board_dialogs.open_order()
        if able.may_create and st.button(t("fiches-new"), type="primary", icon=":material/note_add:", key=keys.NEW):
            _board_dialogs.open_new(page_of("fiche"))


page()
