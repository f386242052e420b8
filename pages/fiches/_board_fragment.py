"""The part of the board that is used often: filters, the board itself, who is there now."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages.fiches import keys
from pages.fiches._board import board_html
from pages.fiches._scene import actor_again, draw, fiche_link, status_label, text_of
from pages.shell.i18n import language, t, use_language
from workspace.fiches import service
from workspace.fiches.words import BoardFilters, Choice, FicheKind, FicheStatus, PresentFiche
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
@st.cache_data(ttl=60, max_entries=128, show_spinner=False)
def _drawn(group_id: UUID | None, stamp: str, locale: str, view: str, filters: BoardFilters, _actor: Actor) -> Drawn:
    del group_id, stamp  # they only name what is kept
    use_language(locale)
    board = service.view_board(_actor, filters)
    return Drawn(
        html=board_html(board, matrix=view == MATRIX, narrowed=filters != BoardFilters()),
        shown=len(board.cards),
        total=board.total,
        archived_total=board.archived_total,
        etapes=board.etapes,
        structures=board.structures,
    )


def drawn(actor: Actor, view: str = MATRIX, filters: BoardFilters | None = None) -> Drawn:
    """The board for this actor; read from the store only when something changed."""
    stamp = service.board_stamp(actor)
    return _drawn(actor.group_id, stamp, language(), view, filters or BoardFilters(), _actor=actor)


@st.fragment
def board() -> None:
    """Filters and board; a click here redraws nothing else."""
    actor = actor_again()
    every = drawn(actor)
    view, filters = _controls(every)
    # The archive has no steps to fill: it is always a list.
    now = drawn(actor, LIST if filters.archived else view, filters)
    if now.shown:
        draw(now.html)
    else:
        st.info(
            t("fiches-nothing-archived" if filters.archived and not now.archived_total else "fiches-nothing-found")
        )


def _controls(every: Drawn) -> tuple[str, BoardFilters]:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(key="cf-fiches-board-view", width="content"):
            view = st.segmented_control(
                t("fiches-view"),
                (MATRIX, LIST),
                default=MATRIX,
                required=True,
                format_func=lambda one: t(f"fiches-view-{one}"),
                label_visibility="collapsed",
                key=keys.VIEW,
            )
        words = st.text_input(
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
            filters = _filters(every, words)
        if on or words:
            st.button(t("fiches-clear"), type="tertiary", key=keys.CLEAR, on_click=_clear)
    return str(view), filters


def _filters(every: Drawn, words: str) -> BoardFilters:
    etape = _choice("fiches-etapes", "fiches-all-etapes", every.etapes, keys.ETAPE)
    structure = _choice("fiches-structures", "fiches-all-structures", every.structures, keys.STRUCTURE)
    status = st.selectbox(
        t("fiches-status"),
        tuple(FicheStatus),
        index=None,
        placeholder=t("fiches-all-statuses"),
        format_func=status_label,
        key=keys.STATUS,
    )
    kind = st.selectbox(
        t("fiches-kind"),
        tuple(FicheKind),
        index=None,
        placeholder=t("fiches-all-kinds"),
        format_func=lambda one: t(f"fiches-kind-{one.value}"),
        key=keys.KIND,
    )
    archived = st.toggle(t("fiches-archived-count", count=every.archived_total), key=keys.ARCHIVED)
    return BoardFilters(
        etape_id=etape, structure_id=structure, status=status, kind=kind, words=words.strip(), archived=archived
    )


def _choice(label: str, everything: str, choices: tuple[Choice, ...], key: str) -> UUID | None:
    names = {one.choice_id: one.name for one in choices}
    return st.selectbox(
        t(label), tuple(names), index=None, placeholder=t(everything), format_func=names.__getitem__, key=key
    )


def _clear() -> None:
    for key in keys.FILTERS:
        st.session_state[key] = False if key == keys.ARCHIVED else "" if key == keys.SEARCH else None


@st.fragment(run_every=10)
def people() -> None:
    """Who is in which fiche now, and the mark on those fiches in the board; reads presence only."""
    present = service.view_presence(actor_again())
    if not present:
        return
    said = "".join(_said(one) for one in present)
    marks = ",".join(f".cf-{one.fiche_id.hex} .cf-t" for one in present)
    style = f"<style>{marks}{{text-decoration:underline 2px var(--cf-accent)}}</style>" if marks else ""
    draw(f'<div class="cf"><div class="cf-now" role="status"><b>{t("fiches-now")}</b>{said}</div>{style}</div>')


def _said(one: PresentFiche) -> str:
    link = fiche_link(one.fiche_id, one.title)
    parts = []
    for person in one.people:
        key, dot = ("fiches-now-writing", "") if person.is_writing else ("fiches-now-reading", " cf-dot-quiet")
        sentence = t(key, name=text_of(person.name), fiche=link)
        parts.append(f'<span><i class="cf-dot{dot}" aria-hidden="true"></i>{sentence}</span>')
    return "".join(parts)
