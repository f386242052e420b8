"""Who covers which step: étapes across, structures down, and what nobody covers."""

from __future__ import annotations

import streamlit as st

from pages.members import _table
from pages.shell.i18n import t
from workspace.kernel.actor import Actor
from workspace.members.service import view_list
from workspace.members.words import ListKind, StructureView


def draw(actor: Actor, structures: list[StructureView]) -> None:
    """Draw the table and say what is missing."""
    etapes = view_list(actor, ListKind.ETAPES)
    if not etapes:
        st.info(t("structures-no-etapes"), icon=":material/route:")
        return
    names = [one.name_en or one.name if actor.locale == "en" else one.name for one in etapes]
    counts = [sum(one.entry_id in each.draft.etape_ids for each in structures) for one in etapes]
    yes, no = ("●", t("structures-covers")), ("·", t("structures-covers-not"))
    rows: list[list[_table.Cell]] = [
        [each.draft.name, *(yes if one.entry_id in each.draft.etape_ids else no for one in etapes)]
        for each in structures
    ]
    st.write(t("structures-coverage-lead"))
    _table.draw(
        t("structures-view-coverage"),
        (t("structures-structure"), *names),
        rows,
        foot=[t("structures-count"), *(str(count) for count in counts)],
        centred=True,
    )
    bare = [name for name, count in zip(names, counts, strict=True) if count == 0]
    if bare:
        st.info(t("structures-uncovered", count=len(bare), names=", ".join(bare)), icon=":material/flag:")
