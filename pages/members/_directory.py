"""The directory: search, filters, one card a structure."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.members.rules import group_abilities, matches
from workspace.members.service import view_list, view_structures
from workspace.members.words import ListKind, StructureView

SEARCH_FROM = 4  # below that, everything is in view at once
KEYS = ("structures.search", "structures.etape", "structures.fonction")


@st.fragment
def draw() -> None:
    """Draw what answers the search. A fragment: typing a filter runs this part only, and reads its own rights."""
    actor = require_actor()
    structures = view_structures(actor)
    if len(structures) == 1:
        hint = "structures-first-step" if group_abilities(actor).may_create_structure else "structures-alone"
        st.info(t(hint), icon=":material/waving_hand:")
    found = _search(actor, structures) if len(structures) >= SEARCH_FROM else structures
    if not found:
        st.write(t("structures-no-match"))
        st.button(t("structures-clear"), key="structures.clear", on_click=_clear)
        return
    for start in range(0, len(found), 2):
        for column, one in zip(st.columns(2), found[start : start + 2], strict=False):
            with column:
                _card(one)


def _search(actor: Actor, structures: list[StructureView]) -> list[StructureView]:
    words, etape, fonction = st.columns([2, 1, 1], vertical_alignment="bottom")
    etapes = {one.entry_id: _name(one.name, one.name_en, actor) for one in view_list(actor, ListKind.ETAPES)}
    fonctions = {one.entry_id: _name(one.name, one.name_en, actor) for one in view_list(actor, ListKind.FONCTIONS)}
    typed = words.text_input(
        t("structures-search"), placeholder=t("structures-search-example"), type="search", key=KEYS[0]
    )
    step = etape.selectbox(
        t("structures-etape"),
        list(etapes),
        index=None,
        placeholder=t("structures-all"),
        format_func=lambda one: etapes[one],
        key=KEYS[1],
    )
    kind = fonction.selectbox(
        t("structures-fonction"),
        list(fonctions),
        index=None,
        placeholder=t("structures-all"),
        format_func=lambda one: fonctions[one],
        key=KEYS[2],
    )
    return [one for one in structures if matches(one, words=typed or "", etape_id=step, fonction_id=kind)]


def _name(name: str, name_en: str, actor: Actor) -> str:
    return name_en or name if actor.locale == "en" else name


def _clear() -> None:
    """Set, not forgotten: the browser keeps showing what stands in a field that is only forgotten here."""
    words, *choices = KEYS
    st.session_state[words] = ""
    for key in choices:
        st.session_state[key] = None


def _card(one: StructureView) -> None:
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.page_link(
            page_of("structures"),
            label=f"**{plain(one.draft.name)}**",
            icon=":material/home_work:" if one.is_host else ":material/groups:",
            query_params={"structure": str(one.structure_id)},
        )
        about = [*identity(one), t("structures-people", count=len(one.members))]
        lines = [f":small[{plain(' · '.join(about))}]"]
        if one.etapes:
            lines.append(" ".join(f":orange-badge[{plain(name)}]" for name in one.etapes))
        if one.fonctions:
            lines.append(f":small[{plain(' · '.join(one.fonctions))}]")
        st.markdown("\n\n".join(lines))


def identity(one: StructureView) -> list[str]:
    """What kind of structure it is, in a few words."""
    draft = one.draft
    said = [draft.legal_form] if draft.legal_form else []
    if draft.since_year:
        said.append(t("structures-since", year=str(draft.since_year)))
    if one.is_host:
        said.append(t("structures-host"))
    return said
