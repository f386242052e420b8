"""Construire: introduction and notice, the questions in their order, a trial, the paper version."""

from __future__ import annotations

import streamlit as st

from pages.questionnaires import _build_dialogs, _item_form, _settings
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.questionnaires import service
from workspace.questionnaires.words import FormState, FormView, Item, ItemKind


def draw(view: FormView) -> None:
    """The part of the page; buttons only where something can still change."""
    can = view.abilities.may_change and view.state is FormState.DRAFT
    _actions(view)
    if view.state is not FormState.DRAFT:
        st.info(t("forms-frozen"), icon=":material/lock:")
    if can:
        _settings.draw(view)
    st.header(t("forms-questions"), anchor=False)
    if not view.items:
        st.write(t("forms-none" if can else "forms-none-read"))
    number = 0
    for place, item in enumerate(view.items):
        number += item.is_question
        _item(view, item, number, can=can, first=place == 0, last=place == len(view.items) - 1)
    if can:
        with st.container(horizontal=True):
            if st.button(t("forms-add"), type="primary", icon=":material/add:", key="forms.add"):
                _item_form.open_item(view, None, ItemKind.OPEN)
            if st.button(t("forms-add-section"), icon=":material/title:", key="forms.add.section"):
                _item_form.open_item(view, None, ItemKind.SECTION)


def _actions(view: FormView) -> None:
    base = f"/questionnaires/{view.form_id}"
    able = view.abilities
    with st.container(horizontal=True):
        if able.may_change and view.items:
            st.link_button(t("forms-try"), f"{base}/essai", icon=":material/play_arrow:")
        if view.items:
            st.link_button(t("forms-paper"), f"{base}/papier", icon=":material/print:")
        if able.may_create and st.button(t("forms-copy"), icon=":material/content_copy:", key="forms.copy"):
            _build_dialogs.copy(view)
        if (
            able.may_change
            and view.state is FormState.DRAFT
            and st.button(t("forms-delete"), type="tertiary", icon=":material/delete:", key="forms.delete")
        ):
            _build_dialogs.open_delete(view)


def _item(view: FormView, item: Item, number: int, *, can: bool, first: bool, last: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        if item.is_question:
            marks = [t(f"forms-kind-{item.kind.value}")] + ([t("forms-required-mark")] if item.required else [])
            st.markdown(f"{number}. **{plain(item.text)}**")
            st.caption(" · ".join([*marks, *_details(item)]))
        else:
            st.markdown(f":orange-badge[{t('forms-kind-section')}] **{plain(item.text)}**")
            if item.help:
                st.caption(plain(item.help))
        if can:
            _buttons(view, item, first=first, last=last)


def _details(item: Item) -> list[str]:
    if item.kind is ItemKind.SCALE:
        ends = [f"{place} – {plain(end)}" for place, end in zip((1, item.steps), item.ends, strict=False) if end]
        return ends or [f"1 – {item.steps}"]
    return [", ".join(plain(choice) for choice in item.choices)] if item.choices else []


def _buttons(view: FormView, item: Item, *, first: bool, last: bool) -> None:
    key = f"forms.item.{item.item_id}"
    with st.container(horizontal=True, gap="small"):
        if st.button(t("forms-edit"), type="tertiary", icon=":material/edit:", key=f"{key}.edit"):
            _item_form.open_item(view, item, item.kind)
        for act, label, icon, off in (
            ("up", "forms-up", "arrow_upward", first),
            ("down", "forms-down", "arrow_downward", last),
            ("remove", "forms-remove", "close", False),
        ):
            st.button(
                t(label),
                type="tertiary",
                icon=f":material/{icon}:",
                disabled=off,
                key=f"{key}.{act}",
                on_click=_do,
                args=(view, item, act),
            )


def _do(view: FormView, item: Item, act: str) -> None:
    """Move or remove; a callback, so that the list below is drawn once, as it is then."""
    actor = require_actor()
    with attempt():
        if act == "remove":
            service.remove_item(actor, view.form_id, item.item_id)
        else:
            service.move_item(actor, view.form_id, item.item_id, -1 if act == "up" else 1)
