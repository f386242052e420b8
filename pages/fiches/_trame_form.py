"""The form of the trame: reword, place, add and remove questions in one go."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from workspace.fiches import rules, service
from workspace.fiches.words import TrameEntry, TrameQuestionView, TrameView
from workspace.kernel.actor import Actor


def form(actor: Actor, shown: TrameView) -> None:
    """Edit the trame as it was when the form was opened; a change made meanwhile by somebody is never overwritten."""
    with st.form("trame", border=False):
        rows = [_row(place, question, shown) for place, question in enumerate(shown.questions, start=1)]
        added = st.text_area(t("trame-add"), help=t("trame-add-help"), height=120, key=f"trame.{shown.stamp}.added")
        with st.container(horizontal=True):
            saves = st.form_submit_button(t("trame-save"), type="primary")
            if st.form_submit_button(t("fiches-cancel"), type="tertiary"):
                close()
    if saves:
        places = rules.reordered([place for place, _ in rows])
        kept = [entry for index in places if (entry := rows[index][1]) is not None]
        new = [TrameEntry(question_id=None, text=line) for line in added.splitlines()]
        with attempt() as outcome:
            service.save_trame(actor, [*kept, *new], shown.stamp)
        if outcome.ok:
            flash("trame-saved")
            close()


def close() -> None:
    """Leave the form."""
    st.session_state.pop(keys.TRAME_SHOWN, None)
    st.rerun()


def _row(number: int, question: TrameQuestionView, shown: TrameView) -> tuple[int, TrameEntry | None]:
    """(the place asked for, the entry or None when it is to be removed)."""
    key = f"trame.{shown.stamp}.{question.question_id}"
    names: dict[UUID, str] = {one.choice_id: one.name for one in shown.etapes}
    with st.container(border=True):
        text = st.text_area(t("trame-question", number=number), value=question.text, height=68, key=f"{key}.text")
        place_side, etape_side, english_side = st.columns([1, 2, 4])
        place = place_side.number_input(
            t("trame-place"), min_value=1, max_value=len(shown.questions), value=number, step=1, key=f"{key}.place"
        )
        etape_id = etape_side.selectbox(
            t("trame-etape"),
            tuple(names),
            index=list(names).index(question.etape_id) if question.etape_id in names else None,
            placeholder=t("trame-no-etape"),
            format_func=names.__getitem__,
            key=f"{key}.etape",
        )
        english = english_side.text_input(t("trame-english"), value=question.text_en, key=f"{key}.english")
        linked = len(question.fiches)
        label = t("trame-remove-linked", count=linked) if linked else t("trame-remove")
        if st.checkbox(label, key=f"{key}.remove"):
            return int(place), None
    entry = TrameEntry(question_id=question.question_id, text=text, text_en=english, etape_id=etape_id)
    return int(place), entry
