"""The part of the board that is used often: filters, the board itself, who is there now."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.fiches import _board_filters, keys
from pages.fiches._board import board_html
from pages.fiches._scene import draw
from pages.shell.i18n import language, t
from pages.shell.session import require_actor, visit_facts
from workspace.fiches import service
from workspace.fiches.rules import board_abilities
from workspace.fiches.words import BoardAbilities, BoardFilters, Choice
from workspace.kernel.actor import Actor

MATRIX, LIST = "matrix", "list"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A board already drawn, and what its filters can choose from."""

    html: str
    shown: int
    total: int
    archived_total: int
    etapes: tuple[Choice, ...]
    structures: tuple[Choice, ...]


# What is kept is the same for every member of a group: reading the board is everyone's right, checked by the
# service before each use (board_stamp). Hours are told as "ten minutes ago", hence the minute.
@st.cache_data(ttl=60, max_entries=64, show_spinner=False)
def _drawn(
    group_id: UUID | None, stamp: str, locale: str, filters: BoardFilters, *, as_list: bool, _actor: Actor
) -> Drawn:
    del group_id, stamp, locale  # they only name what is kept
    board = service.view_board(_actor, filters)
    return Drawn(
        html=board_html(board, as_list=as_list, narrowed=filters != BoardFilters()),
        shown=len(board.cards),
        total=board.total,
        archived_total=board.archived_total,
        etapes=board.etapes,
        structures=board.structures,
    )


@st.fragment
def board(trame_page: StreamlitPage) -> None:
    """Filters and board; a click here redraws nothing else, and reads the store only when something changed."""
    actor = require_actor()
    filters = _board_filters.chosen()
    # The archive has no steps to fill: it is always a list.
    as_list = filters.archived or _view_chosen() == LIST
    stamp = service.board_stamp(actor)
    now = _drawn(actor.group_id, stamp, language(), filters, as_list=as_list, _actor=actor)
    if not now.total and not now.archived_total:
        _empty(board_abilities(actor), trame_page)
        return
    _controls(now, filters)
    if not now.etapes:
        st.info(t("fiches-no-etapes"), icon=":material/route:")
    if now.shown:
        draw(now.html)
    else:
        st.info(
            t("fiches-nothing-archived" if filters.archived and not now.archived_total else "fiches-nothing-found")
        )


def _controls(now: Drawn, filters: BoardFilters) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _view()
        st.text_input(
            t("fiches-search"),
            placeholder=t("fiches-search-placeholder"),
            label_visibility="collapsed",
            icon=":material/search:",
            key=keys.SEARCH,
            width=280,
        )
        on = sum(bool(st.session_state.get(key)) for key in keys.FILTERS if key != keys.SEARCH)
        label = t("fiches-filters-on", count=on) if on else t("fiches-filters")
        with st.popover(label, icon=":material/filter_list:"):
            _board_filters.choices(now.etapes, now.structures, now.archived_total)
        if filters != BoardFilters():
            st.button(t("fiches-clear"), type="tertiary", key=keys.CLEAR, on_click=_board_filters.clear)
        total = now.archived_total if filters.archived else now.total
        whole = t("fiches-count", count=total) if total else ""
        part = t("fiches-shown", shown=now.shown, total=total)
        st.caption(whole if now.shown == total else part, width="content")


def _view_chosen() -> str:
    """The view on the page, known before it is drawn again; a phone begins with the list."""
    return str(st.session_state.get(keys.VIEW) or (LIST if visit_facts().is_phone else MATRIX))


def _view() -> None:
    with st.container(key="cf-fiches-board-view", width="content"):
        st.segmented_control(
            t("fiches-view"),
            (MATRIX, LIST),
            default=_view_chosen(),
            required=True,
            format_func=lambda one: t(f"fiches-view-{one}"),
            label_visibility="collapsed",
            key=keys.VIEW,
        )


def _empty(able: BoardAbilities, trame_page: StreamlitPage) -> None:
    with st.container(border=True):
        st.subheader(t("fiches-empty-title"), anchor=False)
        st.write(t("fiches-empty-text" if able.may_create else "fiches-empty-read"))
        st.page_link(trame_page, label=t("trame-title"), icon=":material/format_list_numbered:")
