"""Fiches: étapes x structures, status, who is writing now, how light each one is."""

from __future__ import annotations

import streamlit as st

from pages.exchange.exports import open_exports
from pages.fiches import _board_dialogs, _board_fragment, _board_people, keys
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.more import Act, more
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
        if able.may_create and st.button(t("fiches-new"), type="primary", icon=":material/note_add:", key=keys.NEW):
            _board_dialogs.open_new(page_of("fiche"))
        rare: tuple[Act, ...] = (
            (True, "presentation-title", "auto_stories", lambda: st.switch_page(page_of("presentation"))),
            (True, "images-title", "photo_library", lambda: st.switch_page(page_of("images"))),
            (True, "export-open", "download", open_exports),
            (able.may_order, "fiches-order", "swap_vert", _board_dialogs.open_order),
        )
        more(rare, key=keys.MORE)


page()
