"""Recherche: any word in fiches, trame and structures, with its place shown."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pages.fiches._scene import draw, fiche_address, text_of
from pages.fiches._style import use_style
from pages.search import keys
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.find import service
from workspace.find.rules import MOST_CANDIDATES
from workspace.find.words import Findings, FindKind, Hit, Piece
from workspace.kernel.actor import Actor

ADDRESSES = {
    FindKind.QUESTION: "/trame",
    FindKind.STRUCTURE: "/structures?structure=",
    FindKind.PROPOSAL: "/decision?decision=",
}


def page() -> None:
    """Draw the field and what it found."""
    actor = require_actor()
    use_style()
    st.title(t("search-title"), anchor=False)
    if keys.WORDS not in st.session_state:
        st.session_state[keys.WORDS] = st.query_params.get(keys.ASKED, "")[:200]
    _results(actor)


def _results(actor: Actor) -> None:
    words = st.text_input(
        t("search-label"),
        placeholder=t("search-placeholder"),
        icon=":material/search:",
        max_chars=200,
        key=keys.WORDS,
    ).strip()
    kinds = st.pills(
        t("search-kinds"),
        tuple(FindKind),
        selection_mode="multi",
        format_func=lambda one: t(f"search-kind-{one.value}"),
        key=keys.KINDS,
    )
    if st.query_params.get(keys.ASKED, "") != words:
        st.query_params.from_dict({keys.ASKED: words} if words else {})
    if not words:
        st.info(t("search-empty"), icon=":material/search:")
        return
    found = service.find(actor, words, tuple(kinds) or tuple(FindKind))
    if not found.hits:
        st.info(t("search-nothing"), icon=":material/search_off:")
        return
    draw(_list(found))


def _list(found: Findings) -> str:
    counted = "search-cut" if found.is_cut else "search-count"
    said = t(counted, count=MOST_CANDIDATES if found.is_cut else found.total)
    shown = f" {t('search-shown', count=len(found.hits))}" if found.total > len(found.hits) else ""
    items = "".join(map(_item, found.hits))
    return (
        f'<div class="cf"><p class="cf-soft" role="status">{said}{shown}</p>'
        f'<ul class="cf-found" aria-label="{t("search-title")}">{items}</ul></div>'
    )


def _item(hit: Hit) -> str:
    part = f" · {t(f'search-part-{hit.part}')}" if hit.part else ""
    excerpt = f'<p class="cf-excerpt">{_pieces(hit.excerpt)}</p>' if hit.excerpt else ""
    return (
        f'<li><a class="cf-name" href="{_address(hit)}">{_pieces(hit.title)}</a>'
        f'<p class="cf-soft">{t(f"search-kind-one-{hit.kind.value}")}{part}</p>{excerpt}</li>'
    )


def _address(hit: Hit) -> str:
    if hit.kind is FindKind.FICHE:
        return fiche_address(hit.object_id)
    address = ADDRESSES[hit.kind]
    return f"{address}{hit.object_id}" if address.endswith("=") else address


def _pieces(pieces: Iterable[Piece]) -> str:
    """Text with the searched words marked; everything typed by people is escaped."""
    return "".join(f"<mark>{text_of(one.text)}</mark>" if one.is_hit else text_of(one.text) for one in pieces)


page()
