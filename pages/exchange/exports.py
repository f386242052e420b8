"""The four files that fiches leave as: plain links to our own route, which checks the right at each request."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._scene import draw
from pages.shell.i18n import t

FORMATS = ("docx", "pdf", "md", "json")


def exports(fiche_id: UUID | None = None) -> None:
    """A button that opens the list: for one fiche, or for all those of the board."""
    base = f"/export/fiches/{fiche_id}" if fiche_id else "/export/fiches"
    items = "".join(
        f'<li><a href="{base}.{one}" download>{t(f"export-{one}")}</a> '
        f'<span class="cf-soft">{t(f"export-{one}-help")}</span></li>'
        for one in FORMATS
    )
    with st.popover(t("export-open"), icon=":material/download:", key="exchange.export"):
        draw(f'<div class="cf"><p>{t("export-lead-one" if fiche_id else "export-lead-all")}</p>{_list(items)}</div>')


def _list(items: str) -> str:
    return f'<ul class="cf-exports">{items}</ul>'
