"""The part of the board that is used often: filters, the board itself, who is there now."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

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


_of_this_run: ContextVar[Drawn | None] = ContextVar("drawn", default=None)


# What is kept is the same for every member of a group: reading the board is everyone's right, checked by the
# service before each use (board_stamp). Hours are told as "ten minutes ago", hence the minute. It is text and never
# changed, so it is kept as it is: a copy for each use would cost more than all the rest of a click.
@st.cache_resource(ttl=60, max_entries=64, show_spinner=False)
def _drawn(what: str, *, _actor: Actor, _filters: BoardFilters, _as_list: bool) -> Drawn:
    del what  # it only names what is kept: all that the drawing depends on, as one text, which is quick to look up
    board = service.view_board(_actor, _filters)
    return Drawn(
        html=board_html(board, as_list=_as_list, narrowed=_filters != BoardFilters()),
        shown=len(board.cards),
        total=board.total,
        archived_total=board.archived_total,
        etapes=board.etapes,
        structures=board.structures,
    )


def _read(filters: BoardFilters) -> Drawn:
    """The board as it is now in the view that is chosen; the right is checked, whoever asks."""
    actor = require_actor()
    # The archive has no steps to fill: it is always a list.
    as_list = filters.archived or _view_chosen() == LIST
    what = repr((actor.group_id, service.board_stamp(actor), language(), filters, as_list))
    return _drawn(what, _actor=actor, _filters=filters, _as_list=as_list)


@st.fragment
def board(trame_page: StreamlitPage) -> None:
    """Filters and board; a click here redraws nothing else, and reads the store only when something changed."""
    actor = require_actor()
    filters = _board_filters.chosen()
    now = _read(filters)
    if not now.total and not now.archived_total:
        _empty(board_abilities(actor), trame_page)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        _controls(now, filters)
    if not now.etapes:
        st.info(t("fiches-no-etapes"), icon=":material/route:")
    token = _of_this_run.set(now)
    try:
        _view(filters)
    finally:
        _of_this_run.reset(token)


def _controls(now: Drawn, filters: BoardFilters) -> None:
    on = sum(bool(st.session_state.get(key)) for key in keys.FILTERS)
    with st.popover(t("fiches-filters"), icon=":material/filter_list:", key=keys.CHOICES, on_change="rerun") as box:
        # Six fields cost a tenth of a click and of the first opening, so they wait until they are looked at; what is
        # chosen must stay drawn, or Streamlit forgets it.
        if box.open or on:
            _board_filters.choices(now.etapes, now.structures, now.archived_total)
    if filters != BoardFilters():
        st.button(t("fiches-clear", count=on), type="tertiary", key=keys.CLEAR, on_click=_board_filters.clear)
    total = now.archived_total if filters.archived else now.total
    whole = t("fiches-count", count=total) if total else ""
    part = t("fiches-shown", shown=now.shown, total=total)
    st.caption(whole if now.shown == total else part, width="content")


def _view_chosen() -> str:
    """The view on the page, known before it is drawn again; a phone begins with the list."""
    return str(st.session_state.get(keys.VIEW) or (LIST if visit_facts().is_phone else MATRIX))


@st.fragment
def _view(filters: BoardFilters) -> None:
    """The choice of the view, and the board under it: a click here leaves search and filters as they are."""
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
    now = _of_this_run.get() or _read(filters)
    if now.shown:
        draw(now.html)
    else:
        nothing = filters.archived and not now.archived_total
        st.info(t("fiches-nothing-archived" if nothing else "fiches-nothing-found"))


def _empty(able: BoardAbilities, trame_page: StreamlitPage) -> None:
    with st.container(border=True):
        st.subheader(t("fiches-empty-title"), anchor=False)
        st.write(t("fiches-empty-text" if able.may_create else "fiches-empty-read"))
        st.page_link(trame_page, label=t("trame-title"), icon=":material/format_list_numbered:")
