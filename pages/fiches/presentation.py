"""Présentation: the whole folder by étape and by structure, side by side, before deciding."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, fiche_link, text_of
from pages.fiches._style import use_style
from pages.shell.formats import number
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.kernel.actor import Actor
from workspace.outline import service
from workspace.outline.words import Arrangement, Organisation, OrganisationView, Section


def page() -> None:
    """Draw both arrangements, and the choice for who may make it."""
    actor = require_actor()
    st.page_link(page_of("fiches"), label=t("fiche-back"), icon=":material/arrow_back:")
    st.title(t("presentation-title"), anchor=False)
    st.caption(t("presentation-lead"))
    use_style()
    view = service.view_organisation(actor)
    if not view.by_etape.sheet_count:
        st.info(t("presentation-empty"))
        return
    sides = st.columns(2, gap="large")
    for side, arrangement in zip(sides, (view.by_etape, view.by_structure), strict=True):
        with side:
            _side(actor, view, arrangement)


def _side(actor: Actor, view: OrganisationView, arrangement: Arrangement) -> None:
    which = arrangement.organisation
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(t(f"presentation-{which.value}"), anchor=False, width="content")
        if view.chosen is which:
            st.badge(t("presentation-chosen"), icon=":material/check:")
        elif view.may_set and st.button(t("presentation-choose"), key=f"presentation.{which.value}"):
            _choose(actor, which)
    st.caption(t(f"presentation-{which.value}-text"))
    sheets = t("presentation-sheets", count=arrangement.sheet_count)
    first = 1
    parts = []
    for section in arrangement.sections:
        parts.append(_section(section, which, first))
        first += len(section.sheets)
    draw(f'<div class="cf"><p class="cf-soft">{sheets}</p>{"".join(parts)}</div>')


def _choose(actor: Actor, which: Organisation) -> None:
    with attempt() as outcome:
        service.set_organisation(actor, which)
    if outcome.ok:
        flash(f"presentation-set-{which.value}")
        st.rerun()


def _section(section: Section, which: Organisation, first: int) -> str:
    name = text_of(section.name) or t(f"presentation-{which.value}-{'rest' if section.is_last else 'common'}")
    sheets = "".join(
        f'<li><span class="cf-n">{place}</span>{fiche_link(sheet.fiche_id, sheet.title)}'
        f' <span class="cf-soft">{t("presentation-words", words=number(sheet.words))}</span></li>'
        for place, sheet in enumerate(section.sheets, start=first)
    )
    body = f"<ol>{sheets}</ol>" if sheets else f'<p class="cf-soft">{t("presentation-no-sheet")}</p>'
    appear = ""
    if section.appear:
        tags = "".join(f'<span class="cf-tag">{text_of(one)}</span>' for one in section.appear)
        appear = (
            f'<div class="cf-tags"><span class="cf-soft">{t(f"presentation-{which.value}-appear")}</span>{tags}</div>'
        )
    return f'<section class="cf-part"><h3>{name}</h3>{body}{appear}</section>'


page()
