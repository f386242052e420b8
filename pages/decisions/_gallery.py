"""Options with their texts and pictures: a gallery, one picture large, two laid over one another."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.decisions._scene import option_name
from pages.fiches._scene import draw, text_of
from pages.shell.i18n import t
from workspace.decisions.views import OptionView, ProposalView


def gallery(view: ProposalView) -> None:
    """The options, side by side, each picture opening whole; then before and after for two of them."""
    if not any(one.text or one.pictures or one.author for one in view.options):
        return  # the names alone stand in the vote itself
    items = "".join(_card(option, view.zone) for option in view.options)
    label = t("decision-options")
    draw(f'<div class="cf"><div class="cd-gallery" role="list" aria-label="{label}">{items}</div></div>')
    with_picture = [one for one in view.options if one.pictures]
    if len(with_picture) > 1:
        with st.expander(t("decision-over"), icon=":material/compare:"):
            _over(with_picture, view)


def _card(option: OptionView, zone: str) -> str:
    name = text_of(option_name(option, zone))
    pictures = "".join(_picture(one, name, place) for place, one in enumerate(option.pictures, start=1))
    text = f'<p class="cf-soft">{text_of(option.text)}</p>' if option.text else ""
    author = f'<p class="cf-soft">{text_of(t("decision-by", name=option.author))}</p>' if option.author else ""
    return f'<figure role="listitem">{pictures}<p class="cf-name">{name}</p>{text}{author}</figure>'


def _picture(picture_id: UUID, name: str, place: int) -> str:
    said = text_of(t("decision-picture", place=place)) + " : " + name
    return (
        f'<a href="/pictures/{picture_id}" target="_blank" title="{text_of(t("decision-zoom"))}">'
        f'<img src="/pictures/{picture_id}?w=640" alt="{said}" loading="lazy"></a>'
    )


@st.fragment
def _over(options: list[OptionView], view: ProposalView) -> None:
    """Two pictures one over the other, and a slider that uncovers: by mouse, by finger, by arrow keys."""
    names = {one.option_id: option_name(one, view.zone) for one in options}
    pictures = {one.option_id: one.pictures[0] for one in options}
    left, right = st.columns(2)
    key = f"decision.over.{view.proposal_id}"
    first = left.selectbox(t("decision-over-left"), tuple(names), format_func=names.__getitem__, key=f"{key}.left")
    second = right.selectbox(
        t("decision-over-right"), tuple(names), index=1, format_func=names.__getitem__, key=f"{key}.right"
    )
    cut = st.slider(t("decision-over-cut"), 0, 100, 50, format="%d %%", key=f"{key}.cut")
    draw(
        f'<div class="cf"><div class="cd-over" style="--cd-cut:{cut}%">'
        f'<img src="/pictures/{pictures[first]}?w=1280" alt="{text_of(names[first])}">'
        f'<img src="/pictures/{pictures[second]}?w=1280" alt="{text_of(names[second])}"></div></div>'
    )
