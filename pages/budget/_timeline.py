"""The timeline of the budget: what is due when, with its table."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd
import streamlit as st

from budget.envelope.words import EnvelopeView
from pages.budget._charts import AROUND, LABEL_WIDTH, LINE, OVER, PAID, ROW, said
from pages.decisions._scene import table
from pages.shell.formats import day, money
from pages.shell.i18n import t


def timeline(view: EnvelopeView, today: date) -> None:
    """What is due when: a mark a date, the dashed line is today."""
    st.subheader(t("budget-timeline"), anchor=False)
    if not view.due_dates:
        st.write(t("budget-timeline-none"))
        return
    frame = pd.DataFrame(
        {
            "date": [pd.Timestamp(one.on) for one in view.due_dates],
            "kind": [t(f"budget-due-{one.kind.value}") for one in view.due_dates],
            "label": [one.label for one in view.due_dates],
            "amount": [money(one.cents) if one.cents else "" for one in view.due_dates],
            "late": [one.on < today for one in view.due_dates],
        }
    )
    axis = alt.Axis(title=None, format="%d/%m/%y", labelOverlap=True, tickCount=5)
    marks = (
        alt.Chart(frame)
        .mark_point(filled=True, size=150)
        .encode(
            x=alt.X("date:T", axis=axis, scale=alt.Scale(padding=20)),
            y=alt.Y("kind:N", axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH, ticks=False, grid=True)),
            color=alt.condition("datum.late", alt.value(OVER), alt.value(PAID)),
            tooltip=[
                alt.Tooltip("date:T", title=t("budget-date"), format="%d/%m/%Y"),
                alt.Tooltip("label:N", title=t("budget-what")),
                alt.Tooltip("amount:N", title=t("budget-amount")),
            ],
        )
    )
    now = alt.Chart(pd.DataFrame({"date": [pd.Timestamp(today)]})).mark_rule(strokeDash=[4, 3], color=LINE)
    chart = alt.layer(marks, now.encode(x="date:T")).properties(height=ROW * frame["kind"].nunique() + AROUND)
    st.altair_chart(said(chart), width="stretch")
    with st.expander(t("accueil-as-table"), icon=":material/table:"):
        rows = [
            [day(one.on), f"{t(f'budget-due-{one.kind.value}')} : {one.label}", money(one.cents) if one.cents else ""]
            for one in view.due_dates
        ]
        table(t("budget-timeline"), [t("budget-date"), t("budget-what"), t("budget-amount")], rows)
