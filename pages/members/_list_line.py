"""One line of a list that is being worded."""

from __future__ import annotations

import streamlit as st

from pages.members._list_draft import Draft
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.members.words import EntryUse, ListKind


def draw(draft: Draft, place: int) -> None:
    """The fields of a line, and the buttons that move or remove it."""
    line = draft.lines[place]
    has_summary = draft.kind is ListKind.ETAPES
    for name in ("name", "name_en", "summary"):
        st.session_state.setdefault(line.field_key(name), getattr(line.entry, name))
    with st.container(border=True, gap="xsmall", key=f"reglages-line-{line.key}"):
        french, english = st.columns(2)
        french.text_input(t("field-entry"), key=line.field_key("name"))
        english.text_input(t("field-entry-en"), key=line.field_key("name_en"))
        if has_summary:
            st.text_input(t("field-summary"), key=line.field_key("summary"))
        with st.container(horizontal=True, gap="small"):
            _act(draft, place, "up", can=place > 0)
            _act(draft, place, "down", can=place < len(draft.lines) - 1)
            _act(draft, place, "remove", can=True)


def _act(draft: Draft, place: int, act: str, *, can: bool) -> None:
    icons = {"up": "arrow_upward", "down": "arrow_downward", "remove": "close"}
    st.button(
        t(f"reglages-line-{act}"),
        icon=f":material/{icons[act]}:",
        type="tertiary",
        disabled=not can,
        key=f"{draft.lines[place].field_key(act)}.button",
        on_click=_do,
        args=(draft, place, act),
    )


def _do(draft: Draft, place: int, act: str) -> None:
    if act == "remove":
        draft.take_out(place)
    else:
        draft.move(place, -1 if act == "up" else 1)


def removed(draft: Draft, place: int, use: EntryUse) -> None:
    """A line that the next save removes: what it unlinks, and the way back."""
    line = draft.lines[place]
    counts = (("structures", use.structures), ("fiches", use.fiches), ("questions", use.questions))
    uses = ", ".join(t(f"reglages-use-{what}", count=count) for what, count in counts if count)
    said = t("reglages-line-unlinks" if uses else "reglages-line-unused", name=plain(line.entry.name), uses=uses)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(said, icon=":material/link_off:")
        st.button(
            t("reglages-line-keep"), key=f"{line.field_key('keep')}.button", on_click=draft.put_back, args=(place,)
        )
