"""Réponses: each question with its chart and table, or its answers word for word; keying in, export, erasing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.questionnaires import _charts, _sort, _words, keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.questionnaires import results as use_cases
from workspace.questionnaires.words import (
    FormResults,
    FormState,
    FormView,
    GivenAnswer,
    Item,
    ItemKind,
    Source,
)


def draw(view: FormView) -> None:
    """The part of the page."""
    results = use_cases.view_results(require_actor(), view.form_id)
    _actions(view, results)
    if not results.respondents:
        st.subheader(t("forms-results-empty"), anchor=False)
        st.write(t("forms-results-empty-text"))
        return
    paper = sum(one.source is Source.PAPER for one in results.respondents)
    if paper:
        st.caption(t("forms-keyed", count=paper))
    tag = _filter(results)
    number = 0
    for item in results.items:
        if item.kind is ItemKind.SECTION:
            st.header(plain(item.text), anchor=False)
            continue
        number += 1
        _question(view, results, item, number, tag)


def _actions(view: FormView, results: FormResults) -> None:
    base, able = f"/questionnaires/{view.form_id}", view.abilities
    with st.container(horizontal=True):
        if able.may_enter and view.state is not FormState.DRAFT and view.erased_at is None:
            st.link_button(t("forms-enter"), f"{base}/saisie", icon=":material/keyboard:")
        if able.may_export and results.respondents:
            st.link_button(t("forms-csv"), f"{base}/reponses.csv", icon=":material/download:")
            st.link_button(t("forms-xlsx"), f"{base}/reponses.xlsx", icon=":material/table:")
        erasable = view.erased_at is None and view.state is not FormState.DRAFT
        if (
            able.may_erase
            and erasable
            and st.button(t("forms-erase"), type="tertiary", icon=":material/delete_forever:", key="forms.erase")
        ):
            st.dialog(t("forms-erase-title"))(_erase)(view, tuple(one.number for one in results.respondents))


def _erase(view: FormView, numbers: tuple[int, ...]) -> None:
    """Everything, or what one person said, when they ask for it."""
    number = st.selectbox(
        t("forms-erase-which"),
        numbers,
        index=None,
        placeholder=t("forms-erase-all"),
        format_func=lambda one: t("forms-respondent", number=one),
        key="forms.erase.number",
    )
    st.write(t("forms-erase-one") if number is not None else t("forms-erase-text", count=view.answers))
    if st.button(t("forms-erase-yes"), type="primary", key="forms.erase.yes"):
        with attempt() as outcome:
            if number is None:
                use_cases.erase_answers(require_actor(), view.form_id)
            else:
                use_cases.erase_answer(require_actor(), view.form_id, number)
        if outcome.ok:
            flash("forms-erase-done")
            st.rerun()


def _filter(results: FormResults) -> str | None:
    if not results.tags:
        return None
    return st.pills(t("forms-filter"), results.tags, key=keys.TAG)


def _question(view: FormView, results: FormResults, item: Item, number: int, tag: str | None) -> None:
    given: Sequence[GivenAnswer] = results.answers.get(item.item_id, ())
    st.subheader(f"{number}. {plain(item.text)}", anchor=False)
    st.caption(t("forms-answered", count=len(given)))
    if item.kind is not ItemKind.OPEN:
        _charts.draw(item, given)
        return
    shown = [one for one in given if tag is None or tag in one.tags]
    if given and not shown:
        st.caption(t("forms-filter-none"))
    _words.draw(item, shown, results)
    if given and view.abilities.may_sort:
        key = f"forms.sort.{item.item_id}"
        if st.button(t("forms-sort"), icon=":material/sell:", key=key):
            _sort.open_sort(view.form_id, item)
