"""The dialog that tags answers and puts them behind questions of the trame, one answer after the other."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.plain import plain_lines
from workspace.questionnaires import results as use_cases
from workspace.questionnaires.words import FormResults, GivenAnswer, Item

SHOWN = 60


def open_sort(form_id: UUID, item: Item) -> None:
    """Sort the answers to one question; the page is drawn anew when the dialog is closed."""
    st.dialog(t("forms-sort-title"), width="medium", on_dismiss="rerun")(_body)(form_id, item)


def _body(form_id: UUID, item: Item) -> None:
    actor = require_actor()
    results = use_cases.view_results(actor, form_id)
    answers = {one.answer_id: one for one in results.answers.get(item.item_id, ())}
    which = st.selectbox(
        t("forms-sort-which"),
        tuple(answers),
        format_func=lambda one: _short(answers[one]),
        key=f"forms.sort.which.{item.item_id}",
    )
    if which is None:
        return
    st.markdown("> " + plain_lines(str(answers[which].value)).replace("\n", "\n> "))
    _fields(results, answers[which])


def _short(answer: GivenAnswer) -> str:
    said = " ".join(str(answer.value).split())
    cut = said if len(said) <= SHOWN else f"{said[:SHOWN].rstrip()}…"
    return f"{answer.number}. {cut}"


def _fields(results: FormResults, answer: GivenAnswer) -> None:
    names = {one.question_id: one.text for one in results.trame}
    key = f"forms.sort.{answer.answer_id}"
    with st.form(key, border=False):
        tags = st.multiselect(
            t("forms-tags"),
            results.tags,
            default=answer.tags,
            accept_new_options=True,
            placeholder=t("forms-tags-placeholder"),
            help=t("forms-tags-help"),
            key=f"{key}.tags",
        )
        questions = st.multiselect(
            t("forms-trame"),
            tuple(names),
            default=[one for one in answer.question_ids if one in names],
            format_func=names.__getitem__,
            placeholder=t("forms-trame-placeholder"),
            help=t("forms-trame-help"),
            key=f"{key}.questions",
        )
        saves = st.form_submit_button(t("forms-save"), type="primary")
    if saves:
        with attempt() as outcome:
            use_cases.sort_answer(require_actor(), answer.answer_id, tags=tags, question_ids=questions)
        if outcome.ok:
            st.success(t("forms-sorted"), icon=":material/check_circle:")
