"""The options of a new proposal: names, texts, pictures or dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages.decisions import keys
from pages.fiches._scene import draw
from pages.shell.formats import when
from pages.shell.i18n import t
from workspace.decisions import rules
from workspace.decisions.views import OpeningChoices
from workspace.decisions.words import Method, OptionDraft
from workspace.fiches import pictures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotAllowed
from workspace.kernel.settings import settings

K = keys.FORM
AFTERNOON = time(14, 0)
DAYS_AHEAD = 14


def fields(method: Method, choices: OpeningChoices) -> tuple[OptionDraft, ...]:
    """The options as typed. A text put to consent or to a yes-or-no vote is its own single option."""
    if method is Method.CONSENT or (method in rules.MAJORITIES and not _between_two()):
        return (OptionDraft(name=t("decision-the-text")),)
    least = 2
    count = max(int(st.session_state.get(f"{K}.count", least)), least)
    if method in rules.MAJORITIES:
        count = least
    drafts = []
    for place in range(1, count + 1):
        with st.container(border=True):
            drafts.append(_date(place, choices.zone) if method is Method.DATE_POLL else _option(place))
    may_add = method not in rules.MAJORITIES and count < rules.OPTIONS_MAXIMUM
    if may_add and st.button(t("decision-option-add"), icon=":material/add:", key=f"{K}.add"):
        st.session_state[f"{K}.count"] = count + 1
        st.rerun()
    return tuple(drafts)


def _between_two() -> bool:
    return st.segmented_control(
        t("decision-shape"),
        (False, True),
        default=False,
        required=True,
        format_func=lambda two: t("decision-shape-two" if two else "decision-shape-text"),
        key=f"{K}.two",
    )


def _option(place: int) -> OptionDraft:
    key = f"{K}.option.{place}"
    name = st.text_input(t("decision-option-name", place=place), key=f"{key}.name")
    text = st.text_area(t("decision-option-text"), height=80, key=f"{key}.text")
    _french_uploader()
    st.file_uploader(
        t("decision-option-pictures", place=place),
        type=["png", "jpg", "jpeg", "webp"],
        accept_multiple_files=True,
        help=t("decision-option-pictures-help", megabytes=settings().picture_bytes >> 20),
        key=f"{key}.files",
    )
    author = st.text_input(t("decision-option-author"), help=t("decision-authors-help"), key=f"{key}.author")
    return OptionDraft(name=name, text=text, author=author)


def _french_uploader() -> None:
    """Streamlit's own words of this widget are English and cannot be given: ours stand in their place."""
    where = '[data-testid="stFileUploaderDropzone"]'
    said = t("decision-option-choose")
    draw(
        f"<style>{where} [data-testid='stFileUploaderDropzoneInstructions'] {{ display: none }}"
        f"{where} button > * {{ position: absolute; clip-path: inset(50%) }}"
        f'{where} button::after {{ content: "{said}" }}</style>'
    )


def _date(place: int, zone: str) -> OptionDraft:
    key = f"{K}.date.{place}"
    left, right = st.columns([3, 2])
    default = local(utc_now() + timedelta(days=DAYS_AHEAD + place), zone).date()
    day = left.date_input(t("decision-option-date", place=place), default, format="DD/MM/YYYY", key=f"{key}.day")
    hour = right.time_input(t("decision-hour"), AFTERNOON, key=f"{key}.hour")
    at = datetime.combine(day, hour, ZoneInfo(zone))
    text = st.text_input(t("decision-option-place"), key=f"{key}.place")
    return OptionDraft(name=when(at, zone), text=text, at=at)


def with_pictures(actor: Actor, options: tuple[OptionDraft, ...]) -> tuple[OptionDraft, ...]:
    """The options with their pictures taken in, each once: a form that is sent again does not send them again."""
    return tuple(
        replace(one, pictures=_pictures(actor, place)) if one.at is None else one
        for place, one in enumerate(options, start=1)
    )


def _pictures(actor: Actor, place: int) -> tuple[UUID, ...]:
    if actor.group_id is None:
        raise NotAllowed
    kept: dict[str, UUID] = st.session_state.setdefault(keys.PICTURES, {})
    files: list[Any] = st.session_state.get(f"{K}.option.{place}.files") or []
    for file in files:
        if file.file_id not in kept:
            kept[file.file_id], _ = pictures.add_picture(actor, actor.group_id, file.getvalue())
    return tuple(kept[file.file_id] for file in files)
