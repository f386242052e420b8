"""The top of a fiche: what it is about, how light it is, whether it is archived."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._marks import glyph
from pages.fiches._scene import draw, status_label, text_of, weight_label
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.fiches import rules, service
from workspace.fiches.words import FicheView, Lightness


def head(view: FicheView) -> None:
    """Accroche, status and links."""
    tags = [f"<span>{glyph(view.status)} {status_label(view.status)}</span>"]
    tags += [f'<span class="cf-tag cf-tag-etape">{text_of(one.name)}</span>' for one in view.etapes]
    tags += [f'<span class="cf-tag">{text_of(one.name)}</span>' for one in view.structures]
    accroche = f'<p class="cf-accroche">{text_of(view.draft.accroche)}</p>' if view.draft.accroche else ""
    questions = "".join(f'<p class="cf-soft cf-asked">{text_of(one.name)}</p>' for one in view.questions)
    draw(f'<div class="cf">{accroche}<div class="cf-tags">{"".join(tags)}</div>{questions}</div>')


@st.fragment(run_every=15)
def scale(fiche_id: UUID, *, archived: bool) -> None:
    """How light the fiche is now; also notices that somebody archived or restored it, and draws the page again."""
    view = service.view_fiche(require_actor(), fiche_id)
    if (view.archived_at is not None) != archived:
        st.rerun(scope="app")
    sides = (
        ("fiche-recto", view.words_recto, rules.RECTO_TARGET, rules.lightness(view.words_recto, 0)),
        ("fiche-verso", view.words_verso, rules.VERSO_TARGET, rules.lightness(0, view.words_verso)),
    )
    shown = "".join(_side(label, words, target, weight) for label, words, target, weight in sides)
    weight = weight_label(view.lightness, blank=view.is_blank)
    help_text = text_of(t("fiche-recto-help"))
    draw(f'<div class="cf"><div class="cf-scale" title="{help_text}">{shown}<b>{weight}</b></div></div>')


def _side(label: str, words: int, target: int, weight: Lightness) -> str:
    share = min(100, round(100 * words / target))
    said = t("fiche-words-of", words=words, target=target)
    bar = f'<i class="cf-bar cf-bar-{weight.value}" aria-hidden="true"><i style="width:{share}%"></i></i>'
    return f'<span>{t(label)} {bar}<span class="cf-soft">{said}</span></span>'
