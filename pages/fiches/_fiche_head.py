"""The top of a fiche: what it is about, and whether it is archived. How light it is stands in the editor."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._marks import glyph
from pages.fiches._scene import draw, status_label, text_of
from pages.shell.session import require_actor
from workspace.fiches import service
from workspace.fiches.words import FicheView


def head(view: FicheView) -> None:
    """Accroche, status and links."""
    tags = [f"<span>{glyph(view.status)} {status_label(view.status)}</span>"]
    tags += [f'<span class="cf-tag cf-tag-etape">{text_of(one.name)}</span>' for one in view.etapes]
    tags += [f'<span class="cf-tag">{text_of(one.name)}</span>' for one in view.structures]
    accroche = f'<p class="cf-accroche">{text_of(view.draft.accroche)}</p>' if view.draft.accroche else ""
    questions = "".join(f'<p class="cf-soft cf-asked">{text_of(one.name)}</p>' for one in view.questions)
    draw(f'<div class="cf">{accroche}<div class="cf-tags">{"".join(tags)}</div>{questions}</div>')


@st.fragment(run_every=15)
def watch(fiche_id: UUID, *, archived: bool) -> None:
    """Notice that somebody archived or restored the fiche, and draw the page again."""
    view = service.view_fiche(require_actor(), fiche_id)
    if (view.archived_at is not None) != archived:
        st.rerun(scope="app")
