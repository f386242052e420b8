"""Recherche: any word of the group's work, with its place shown."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.fiches._style import use_style
from pages.fiches._thread import THREAD
from pages.search import keys
from pages.shell.i18n import language, t
from pages.shell.session import require_actor
from pages.specification.keys import CLAUSE_QUERY, anchor_of
from workspace.find import service
from workspace.find.rules import MOST_CANDIDATES
from workspace.find.words import Findings, FindKind, Hit, Piece
from workspace.kernel.actor import Actor
from workspace.specification.template import CLAUSES, template

ADDRESSES = {
    FindKind.FICHE: "/fiche?fiche=",
    FindKind.QUESTION: "/trame",
    FindKind.STRUCTURE: "/structures?structure=",
    FindKind.PROPOSAL: "/decision?decision=",
    FindKind.SPECIFICATION: "/cahier?cahier=",
    FindKind.MEETING: "/reunion?reunion=",
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
    excerpt = f'<p class="cf-excerpt">{_pieces(hit.excerpt)}</p>' if hit.excerpt else ""
    name = text_of(hit.about.title) if hit.about else _pieces(hit.title)
    return (
        f'<li><a class="cf-name" href="{_address(hit)}">{name}</a>'
        f'<p class="cf-soft">{" · ".join(_place(hit))}</p>{excerpt}</li>'
    )


def _place(hit: Hit) -> Iterable[str]:
    """What was found, and where in it."""
    if hit.about is not None:
        yield t("search-comment-by", name=text_of(hit.about.author)) if hit.about.author else _kind(hit)
        if hit.about.is_resolved:
            yield t("search-resolved")
        return
    yield _kind(hit)
    if hit.part and hit.kind is FindKind.SPECIFICATION:
        yield next((text_of(one.heading) for one in template(language()) if one.name == hit.part), "")
    elif hit.part:
        yield t(f"search-part-{hit.part}")


def _kind(hit: Hit) -> str:
    return t(f"search-kind-one-{hit.kind.value}")


def _address(hit: Hit) -> str:
    if hit.about is None:
        return _address_of(hit.kind, hit.object_id) + _clause(hit.kind, hit.part)
    about = hit.about
    place = f"{_address_of(about.kind, about.object_id)}&{urlencode({THREAD: str(hit.object_id)})}"
    return place + _clause(about.kind, about.fragment)


def _clause(kind: FindKind, fragment: str) -> str:
    """The clause of a cahier des charges: chosen by the query, scrolled to by the anchor of its heading."""
    if kind is not FindKind.SPECIFICATION or fragment not in CLAUSES:
        return ""
    return f"&{urlencode({CLAUSE_QUERY: fragment})}#{anchor_of(fragment)}"


def _address_of(kind: FindKind, object_id: UUID) -> str:
    address = ADDRESSES[kind]
    return f"{address}{object_id}" if address.endswith("=") else address


def _pieces(pieces: Iterable[Piece]) -> str:
    """Text with the searched words marked; everything typed by people is escaped."""
    return "".join(f"<mark>{text_of(one.text)}</mark>" if one.is_hit else text_of(one.text) for one in pieces)


page()
