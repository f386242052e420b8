"""The clauses of a cahier des charges that something justifies: the way back from a fiche or a decision."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.specification.service import view_justified
from workspace.specification.words import LinkKind


def clauses_of(kind: LinkKind, object_id: UUID) -> None:
    """A link to each of them; nothing when there is none."""
    for one in view_justified(require_actor(), kind, object_id):
        st.page_link(
            page_of("cahier"),
            label=plain(t("specification-justifies", heading=one.heading, title=one.title)),
            icon=":material/assignment:",
            query_params={"cahier": str(one.specification_id), "clause": one.clause},
        )
