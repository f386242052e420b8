"""The options of a new proposal: names, texts, pictures or dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from uuid import UUID

import streamlit as st

from pages.decisions import keys
from pages.decisions._when import at_hour
from pages.fiches._scene import draw
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.widgets.days import instant_now
from pages.widgets.files import file_field
from workspace.decisions import rules
from workspace.decisions.views import OpeningChoices
from workspace.decisions.words import Method, OptionDraft, ProposalDraft
from workspace.fiches import pictures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed
from workspace.kernel.settings import settings

AFTERNOON = time(14, 0)
DAYS_AHEAD = 14


def fields(given: ProposalDraft, method: Method, choices: OpeningChoices, key: str) -> tuple[OptionDraft, ...]:
    """The options as typed. A text put to consent or to a yes-or-no vote is its own single option."""
    if method is Method.CONSENT or (method in rules.MAJORITIES and not _between_two(len(given.options), key)):
        single = given.options[0] if len(given.options) == 1 else OptionDraft(name=t("decision-the-text"))
        return (single,)
    least = 2
    before = given.options if len(given.options) > 1 else ()
    count = max(int(st.session_state.get(f"{key}.count", least)), least, len(before))
    if method in rules.MAJORITIES:
        count = least
    drafts = []
    for place in range(1, count + 1):
        start = before[place - 1] if place <= len(before) else OptionDraft(name="")
        with st.container(border=True):
            if start.option_id and st.checkbox(t("decision-option-remove", place=place), key=f"{key}.remove.{place}"):
                drafts.append(OptionDraft(name=""))
                continue
            dated = method is Method.DATE_POLL
            drafts.append(_date(start, place, choices.zone, key) if dated else _option(start, place, key))
    may_add = method not in rules.MAJORITIES and count < rules.OPTIONS_MAXIMUM
    if may_add and st.button(t("decision-option-add"), icon=":material/add:", key=f"{key}.add"):
        st.session_state[f"{key}.count"] = count + 1
        st.rerun()
    return tuple(drafts)


def _between_two(count: int, key: str) -> bool:
    return st.segmented_control(
        t("decision-shape"),
        (False, True),
        default=count > 1,
        required=True,
        format_func=lambda two: t("decision-shape-two" if two else "decision-shape-text"),
        key=f"{key}.two",
    )


def _option(given: OptionDraft, place: int, form_key: str) -> OptionDraft:
    key = f"{form_key}.option.{place}"
    name = st.text_input(t("decision-option-name", place=place), given.name, key=f"{key}.name")
    text = st.text_area(t("decision-option-text"), given.text, height=80, key=f"{key}.text")
    kept = given.pictures
    if kept:
        shown = "".join(
            f'<img src="/pictures/{one}?w=320" alt="{t("decision-picture", place=place)}">' for one in kept
        )
        draw(f'<div class="cf cd-kept">{shown}</div>')
        keeps = st.checkbox(t("decision-option-keep", count=len(kept)), value=True, key=f"{key}.keep")
        kept = kept if keeps else ()
    file_field(
        t("decision-option-pictures", place=place),
        megabytes=settings().picture_bytes >> 20,
        type=["png", "jpg", "jpeg", "webp"],
        accept_multiple_files=True,
        help=t("decision-option-pictures-help", megabytes=settings().picture_bytes >> 20),
        key=f"{key}.files",
    )
    author = st.text_input(
        t("decision-option-author"), given.author, help=t("decision-authors-help"), key=f"{key}.author"
    )
    return OptionDraft(name=name, text=text, author=author, pictures=kept, option_id=given.option_id)


def _date(given: OptionDraft, place: int, zone: str, form_key: str) -> OptionDraft:
    key = f"{form_key}.date.{place}"
    start = given.at or at_hour(utc_now() + timedelta(days=DAYS_AHEAD + place), AFTERNOON, zone)
    at = instant_now(t("decision-option-date", place=place), start, zone, key)
    text = st.text_input(t("decision-option-place"), given.text, key=f"{key}.place")
    return OptionDraft(name=when(at, zone), text=text, at=at, option_id=given.option_id)


def with_pictures(actor: Actor, options: tuple[OptionDraft, ...], key: str) -> tuple[OptionDraft, ...]:
    """The options with the new pictures taken in, each once: a form that is sent again does not send them again."""
    return tuple(
        replace(one, pictures=(*one.pictures, *_pictures(actor, f"{key}.option.{place}.files")))
        if one.at is None
        else one
        for place, one in enumerate(options, start=1)
    )


def _pictures(actor: Actor, key: str) -> tuple[UUID, ...]:
    if actor.group_id is None:
        raise NotAllowed
    kept: dict[str, UUID] = st.session_state.setdefault(keys.PICTURES, {})
    files: list[Any] = st.session_state.get(key) or []
    for file in files:
        if file.file_id not in kept:
            kept[file.file_id], _ = pictures.add_picture(actor, actor.group_id, file.getvalue())
    return tuple(kept[file.file_id] for file in files)
