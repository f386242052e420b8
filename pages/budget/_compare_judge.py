"""Judging one devis at a time: clauses, marks; and the criteria with their weights."""

from __future__ import annotations

from uuid import UUID

import pandas as pd
import streamlit as st

from budget.quotes import comparison, weighing
from budget.quotes.compare_words import Compared, Comparison, Criterion, Judged, Judgement, Mark
from budget.quotes.words import ClauseStanding
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor

NONE = ""


def draw(found: Comparison) -> None:
    """The two ways to work on the comparison."""
    with st.container(horizontal=True):
        if st.button(t("judge-open"), icon=":material/rate_review:", key="compare.judge"):
            st.dialog(t("judge-open"), width="large")(_judge)(found)
        if st.button(t("criteria-open"), icon=":material/tune:", key="compare.criteria"):
            st.dialog(t("criteria-open"), width="medium")(_criteria)(found)


def _judge(found: Comparison) -> None:
    by_id = {one.view.devis_id: one for one in found.compared}
    picked = st.selectbox(
        t("menu-devis"),
        tuple(by_id),
        format_func=lambda one: f"{by_id[one].view.supplier} · {by_id[one].view.number}",
        key="compare.judge.which",
    )
    if picked is None:
        return
    one, key = by_id[picked], f"compare.judge.{picked}"
    with st.form(key, border=False):
        clauses = {name: _clause(one, name, heading, key) for name, heading in found.clauses}
        marks = {
            criterion.criterion_id: _mark(one, criterion, key)
            for criterion in found.criteria
            if criterion.criterion_id is not None
        }
        if not clauses and not marks:
            st.info(t("judge-nothing"))
        saves = st.form_submit_button(t("judge-save"), type="primary", key=f"{key}.save")
    if saves:
        with attempt() as outcome:
            comparison.judge_devis(
                require_actor(), picked, Judgement(version_id=found.version_id, clauses=clauses, marks=marks)
            )
        if outcome.ok:
            flash("judge-saved")
            st.rerun()


def _clause(one: Compared, name: str, heading: str, key: str) -> Judged:
    given = one.clauses.get(name, Judged())
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    standing = left.selectbox(
        heading,
        (NONE, *(standing.value for standing in ClauseStanding)),
        index=0 if given.standing is None else 1 + tuple(ClauseStanding).index(given.standing),
        format_func=lambda value: t(f"clause-{value}" if value else "clause-unread"),
        key=f"{key}.{name}",
    )
    note = right.text_input(
        t("judge-note-of", name=heading), given.note, label_visibility="collapsed", placeholder=t("judge-note"),
        max_chars=weighing.NOTE_LENGTH, key=f"{key}.{name}.note",
    )  # fmt: skip
    return Judged(standing=ClauseStanding(standing) if standing else None, note=note)


def _mark(one: Compared, criterion: Criterion, key: str) -> Mark:
    identity: UUID | None = criterion.criterion_id
    given = one.marks.get(identity, Mark()) if identity else Mark()
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    mark = left.selectbox(
        criterion.name,
        (None, *weighing.MARKS),
        index=0 if given.mark is None else given.mark + 1,
        format_func=lambda value: t("judge-no-mark") if value is None else f"{value} / 5",
        key=f"{key}.{identity}",
    )
    note = right.text_input(
        t("judge-note-of", name=criterion.name), given.note, label_visibility="collapsed",
        placeholder=t("judge-note"), max_chars=weighing.NOTE_LENGTH, key=f"{key}.{identity}.note",
    )  # fmt: skip
    return Mark(mark=mark, note=note)


def _criteria(found: Comparison) -> None:
    st.write(t("criteria-help"))
    shown = pd.DataFrame(
        {
            "criterion_id": [str(one.criterion_id) for one in found.criteria],
            "name": [one.name for one in found.criteria],
            "weight": [one.weight for one in found.criteria],
        },
        columns=["criterion_id", "name", "weight"],
    ).astype({"criterion_id": object, "name": object, "weight": object})
    with st.form("compare.criteria.form", border=False):
        edited = st.data_editor(
            shown,
            column_config={
                "criterion_id": None,
                "name": st.column_config.TextColumn(t("criteria-name"), width="large"),
                "weight": st.column_config.SelectboxColumn(
                    t("criteria-weight"), options=list(weighing.WEIGHTS), default=1, required=True
                ),
            },
            num_rows="dynamic",
            hide_index=True,
            width="stretch",
            key="compare.criteria.grid",
        )
        saves = st.form_submit_button(t("criteria-save"), type="primary", key="compare.criteria.save")
    if saves:
        with attempt() as outcome:
            comparison.save_criteria(require_actor(), found.kind, _typed(edited))
        if outcome.ok:
            flash("criteria-saved")
            st.rerun()


def _typed(edited: pd.DataFrame) -> list[Criterion]:
    made = []
    for row in edited.to_dict("records"):
        known, name, weight = row["criterion_id"], row["name"], row["weight"]
        if not isinstance(name, str) and not isinstance(known, str):
            continue
        made.append(
            Criterion(
                criterion_id=UUID(known) if isinstance(known, str) else None,
                name=name if isinstance(name, str) else "",
                weight=int(weight) if isinstance(weight, int | float) else 1,
            )
        )
    return made
