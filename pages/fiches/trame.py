"""Trame: the ordered questions that the presentation answers, each with its fiches."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _trame_form, keys
from pages.fiches._scene import draw, fiche_link, text_of
from pages.fiches._style import use_style
from pages.shell.i18n import language, t
from pages.shell.session import require_actor
from workspace.fiches import service
from workspace.fiches.words import TrameQuestionView, TrameView
from workspace.kernel.actor import Actor


def page() -> None:
    """Draw the trame, or its form for who may change it."""
    actor = require_actor()
    st.title(t("trame-title"), anchor=False)
    st.caption(t("trame-lead"))
    trame = service.view_trame(actor)
    shown = st.session_state.get(keys.TRAME_SHOWN)
    if shown is not None and trame.may_change:
        _trame_form.form(actor, shown)
        return
    use_style()
    _read(actor, trame)


def _read(actor: Actor, trame: TrameView) -> None:
    if not trame.questions:
        st.subheader(t("trame-empty-title"), anchor=False)
        st.write(t("trame-empty-edit" if trame.may_change else "trame-empty-read"))
    if trame.may_change and st.button(t("trame-edit"), icon=":material/edit:", key="trame.edit"):
        st.session_state[keys.TRAME_SHOWN] = service.view_trame(actor)
        st.rerun()
    if trame.questions:
        answered = sum(bool(question.fiches) for question in trame.questions)
        items = "".join(_item(place, question) for place, question in enumerate(trame.questions, start=1))
        said = t("trame-answered-count", count=answered, total=len(trame.questions))
        draw(f'<div class="cf"><p class="cf-soft">{said}</p><ol class="cf-trame">{items}</ol></div>')


def _item(place: int, question: TrameQuestionView) -> str:
    text = question.text_en if language() == "en" and question.text_en else question.text
    etape = f'<span class="cf-tag cf-tag-etape">{text_of(question.etape)}</span>' if question.etape else ""
    links = "".join(f"<span>{fiche_link(one.choice_id, one.name)}</span>" for one in question.fiches)
    answers = links or f'<span class="cf-soft">{t("trame-unanswered")}</span>'
    return (
        f'<li><span class="cf-big" aria-hidden="true">{place}</span><div><p class="cf-q">{text_of(text)}</p>'
        f'<div class="cf-tags">{etape}{answers}</div></div></li>'
    )


page()
