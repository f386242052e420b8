"""Who is in which fiche now."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, fiche_address, fiche_link, text_of
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.fiches import service
from workspace.fiches.words import PresentFiche


@st.fragment(run_every=10)
def people() -> None:
    """Who is in which fiche now, and the mark on those fiches in the board; reads presence only."""
    present = service.view_presence(require_actor())
    if not present:
        return
    said = "".join(_said(one) for one in present)
    # The links of the board lead to the same addresses: that is how they are found and marked.
    marks = ",".join(
        f'.cf-matrix a[href="{fiche_address(one.fiche_id)}"],.cf-list a[href="{fiche_address(one.fiche_id)}"]'
        for one in present
    )
    style = f"<style>{marks}{{box-shadow:-4px 0 0 var(--cf-accent)}}</style>"
    draw(f'<div class="cf"><div class="cf-now" role="status"><b>{t("fiches-now")}</b>{said}</div>{style}</div>')


def _said(one: PresentFiche) -> str:
    link = fiche_link(one.fiche_id, one.title)
    parts = []
    for person in one.people:
        key, dot = ("fiches-now-writing", "") if person.is_writing else ("fiches-now-reading", " cf-dot-quiet")
        sentence = t(key, name=text_of(person.name), fiche=link)
        parts.append(f'<span><i class="cf-dot{dot}" aria-hidden="true"></i>{sentence}</span>')
    return "".join(parts)
