"""Fiches: étapes x structures, status, who is writing now, how light each one is."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _board_dialogs, _board_fragment, keys
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.fiches.rules import board_abilities
from workspace.fiches.words import BoardAbilities


def page() -> None:
    """Draw the board, or what to do first."""
    actor = require_actor()
    use_style()
    able = board_abilities(actor)
    every = _board_fragment.drawn(actor)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(width="content", gap="xxsmall"):
            st.title(t("fiches-title"), anchor=False)
            st.caption(
                f"{t('fiches-count', count=every.total)} · {t('fiches-etape-count', count=len(every.etapes))} · "
                f"{t('fiches-structure-count', count=len(every.structures))}"
            )
        if every.total or every.archived_total:
            _actions(able, several=every.total > 1)
    if not every.total and not every.archived_total:
        _empty(able)
        return
    if not every.etapes:
        st.info(t("fiches-no-etapes"), icon=":material/route:")
    _board_fragment.people()
    _board_fragment.board()


def _actions(able: BoardAbilities, *, several: bool) -> None:
    with st.container(horizontal=True, width="content"):
        if able.may_order and several and st.button(t("fiches-order"), icon=":material/swap_vert:", key=keys.ORDER):
            _board_dialogs.open_order()
        if able.may_create:
            _new_button()


def _new_button() -> None:
    if st.button(t("fiches-new"), type="primary", icon=":material/note_add:", key=keys.NEW):
        _board_dialogs.open_new(page_of("fiche"))


def _empty(able: BoardAbilities) -> None:
    with st.container(border=True):
        st.subheader(t("fiches-empty-title"), anchor=False)
        st.write(t("fiches-empty-text" if able.may_create else "fiches-empty-read"))
        with st.container(horizontal=True, vertical_alignment="center"):
            if able.may_create:
                _new_button()
            st.page_link(page_of("trame"), label=t("trame-title"), icon=":material/format_list_numbered:")


page()
