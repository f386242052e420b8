"""The group's settings for who reads them."""

from __future__ import annotations

import streamlit as st

from pages.members import _table
from pages.shell.i18n import t
from pages.widgets.plain import plain, plain_lines
from workspace.members.words import GroupView, ListEntry, ListKind


def group(view: GroupView) -> None:
    """Name, territory, purpose, zone."""
    _table.draw(
        t("reglages-group"),
        (t("reglages-what"), t("reglages-value")),
        [
            (t("reglages-group-name"), view.name),
            (t("field-territory"), view.territory),
            (t("reglages-host"), view.host_name),
            (t("reglages-zone"), view.zone),
        ],
    )
    if view.purpose:
        st.header(t("field-purpose"), anchor=False)
        st.markdown(plain_lines(view.purpose))


def entries(kind: ListKind, listed: list[ListEntry], locale: str) -> None:
    """The étapes or fonctions, numbered in their order."""
    if not listed:
        st.caption(t(f"reglages-{kind.value}-none"))
        return
    lines = []
    for place, one in enumerate(listed, start=1):
        name = one.name_en or one.name if locale == "en" else one.name
        summary = f" — {plain(one.summary)}" if one.summary else ""
        lines.append(f"{place}. **{plain(name)}**{summary}")
    st.markdown("\n".join(lines))
