"""The trame as it is read: each question with its étape, its fiches, and the answers behind it."""

from __future__ import annotations

import streamlit as st

from pages.fiches import keys
from pages.fiches._scene import draw, fiche_link, text_of
from pages.shell.i18n import language, t
from workspace.fiches import service
from workspace.fiches.words import TrameQuestionView, TrameView
from workspace.kernel.actor import Actor


def read(actor: Actor, trame: TrameView) -> None:
    """The questions in their order, and the way to the form for who may change them."""
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
        f'<div class="cf-tags">{etape}{answers}</div>{_origin(question)}{_behind(question)}</div></li>'
    )


def _origin(question: TrameQuestionView) -> str:
    """What it took in, or what it was parted from."""
    said = ""
    if question.merged:
        said = t("outline-merged", questions=" · ".join(text_of(one) for one in question.merged))
    elif question.split_from:
        said = t("outline-split-from", question=text_of(question.split_from))
    return f'<p class="cf-origin cf-soft">{said}</p>' if said else ""


def _behind(question: TrameQuestionView) -> str:
    """The bearers' answers, word for word, folded."""
    if not question.answers:
        return ""
    quotes = "".join(
        f"<li><q>{text_of(one.text)}</q>"
        + (f' <span class="cf-soft">{text_of(one.origin)}</span>' if one.origin else "")
        + "</li>"
        for one in question.answers
    )
    label = t("outline-answers", count=len(question.answers))
    return f'<details class="cf-behind"><summary>{label}</summary><ul>{quotes}</ul></details>'
