"""The answers to a question with choices: bars, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from pages.shell.formats import number
from pages.shell.i18n import language, t
from workspace.questionnaires.tally import bars, mean_step
from workspace.questionnaires.words import Bar, GivenAnswer, Item, ItemKind

ROW, LABEL = 34, 260
LOCALES = {
    "fr": {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", "\u00a0€"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
}


def draw(item: Item, answers: Sequence[GivenAnswer]) -> None:
    """Chart and table; nothing when nobody answered."""
    if not answers:
        return
    lines = bars(item, answers)
    ranking = item.kind is ItemKind.RANKING
    frame = _frame(lines, ranking=ranking)
    st.altair_chart(_chart(frame, lines, ranking=ranking), width="stretch")
    if ranking:
        st.caption(t("forms-ranking-read"))
    mean = mean_step(answers) if item.kind is ItemKind.SCALE else None
    if mean is not None:
        st.caption(t("forms-mean", mean=number(round(mean, 1)), steps=item.steps))
    with st.expander(t("forms-as-table")):
        st.table(_table(lines, ranking=ranking))


def _frame(lines: Sequence[Bar], *, ranking: bool) -> pd.DataFrame:
    measured = t("forms-mean-place") if ranking else t("forms-times")
    return pd.DataFrame(
        {
            t("forms-choice"): [one.label for one in lines],
            measured: [round(one.share, 2) if ranking else one.count for one in lines],
        }
    )


def _chart(frame: pd.DataFrame, lines: Sequence[Bar], *, ranking: bool) -> Any:
    label, measured = frame.columns
    order = [one.label for one in sorted(lines, key=lambda one: one.share)] if ranking else None
    axis = alt.Axis(title=None, grid=False, tickMinStep=1, format=".1f" if ranking else "d")
    base = alt.Chart(frame, height=ROW * len(lines) + 24).encode(
        x=alt.X(f"{measured}:Q", axis=axis, scale=alt.Scale(domainMin=0)),
        y=alt.Y(f"{label}:N", sort=order, axis=alt.Axis(title=None, labelLimit=LABEL)),
        tooltip=[alt.Tooltip(f"{label}:N"), alt.Tooltip(f"{measured}:Q", format=".1f" if ranking else "d")],
    )
    return base.mark_bar(cornerRadiusEnd=3, height=16).configure(locale={"number": LOCALES[language()]})


def _table(lines: Sequence[Bar], *, ranking: bool) -> pd.DataFrame:
    if ranking:
        columns = {
            t("forms-choice"): [one.label for one in lines],
            t("forms-first"): [number(one.count) for one in lines],
            t("forms-mean-place"): [number(round(one.share, 1)) for one in lines],
        }
    else:
        columns = {
            t("forms-choice"): [one.label for one in lines],
            t("forms-times"): [number(one.count) for one in lines],
            t("forms-part"): [f"{number(round(100 * one.share))}\u00a0%" for one in lines],
        }
    return pd.DataFrame(columns).set_index(t("forms-choice"))
