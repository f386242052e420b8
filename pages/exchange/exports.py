"""The four files that fiches leave as: plain links to our own route, which checks the right at each request."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._scene import draw
from pages.shell.i18n import t

FORMATS = ("docx", "pdf", "md", "json")


def open_exports(fiche_id: UUID | None = None) -> None:
    """The list: for one fiche, or for all those of the board."""
    st.dialog(t("export-open"), width="small")(_files)(fiche_id)


def _files(fiche_id: UUID | None) -> None:
    base = f"/export/fiches/{fiche_id}" if fiche_id else "/export/fiches"
    items = "".join(
        f'<li><a href="{base}.{one}" download>{t(f"export-{one}")}</a> '
        f'<span class="cf-soft">{t(f"export-{one}-help")}</span></li>'
        for one in FORMATS
    )
    lead = t("export-lead-one" if fiche_id else "export-lead-all")
    draw(f'<div class="cf"><p>{lead}</p><ul class="cf-exports">{items}</ul></div>')
