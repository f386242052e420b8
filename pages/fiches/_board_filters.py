"""The filters of the board: what is chosen, and the choices."""

from __future__ import annotations

import streamlit as st

from pages.fiches import keys
from pages.fiches._scene import status_label
from pages.shell.i18n import t
from workspace.fiches.words import BoardFilters, Choice, FicheKind, FicheStatus


def chosen() -> BoardFilters:
    """The filters as they are on the page, known before it is drawn again."""
    kept = st.session_state
    return BoardFilters(
        etape_id=kept.get(keys.ETAPE),
        structure_id=kept.get(keys.STRUCTURE),
        status=kept.get(keys.STATUS),
        kind=kept.get(keys.KIND),
        words=str(kept.get(keys.SEARCH) or "").strip(),
        archived=bool(kept.get(keys.ARCHIVED)),
    )


def choices(etapes: tuple[Choice, ...], structures: tuple[Choice, ...], archived_total: int) -> None:
    """Draw what can be chosen; nothing chosen means every fiche that is not archived."""
    st.text_input(
        t("fiches-search"), placeholder=t("fiches-search-placeholder"), icon=":material/search:", key=keys.SEARCH
    )
    _choice("fiches-etapes", "fiches-all-etapes", etapes, keys.ETAPE)
    _choice("fiches-structures", "fiches-all-structures", structures, keys.STRUCTURE)
    st.selectbox(
        t("fiches-status"),
        tuple(FicheStatus),
        index=None,
        placeholder=t("fiches-all-statuses"),
        format_func=status_label,
        key=keys.STATUS,
    )
    st.selectbox(
        t("fiches-kind"),
        tuple(FicheKind),
        index=None,
        placeholder=t("fiches-all-kinds"),
        format_func=lambda one: t(f"fiches-kind-{one.value}"),
        key=keys.KIND,
    )
    st.toggle(t("fiches-archived-count", count=archived_total), key=keys.ARCHIVED)


def _choice(label: str, everything: str, choices: tuple[Choice, ...], key: str) -> None:
    names = {one.choice_id: one.name for one in choices}
    st.selectbox(
        t(label), tuple(names), index=None, placeholder=t(everything), format_func=names.__getitem__, key=key
    )


def clear() -> None:
    """Choose nothing again."""
    for key in keys.FILTERS:
        st.session_state[key] = False if key == keys.ARCHIVED else "" if key == keys.SEARCH else None
