"""The charts of contributions and adhesions; each has its table beside it."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from budget.contributions.views import Brought
from pages.decisions._scene import table
from pages.questionnaires._charts import LOCALES
from pages.shell.formats import money
from pages.shell.i18n import language, t

ROW, LABEL, BASE = 30, 150, 60


def _bars(title: str, frame: pd.DataFrame, heads: tuple[str, str, str], *, legend: bool) -> None:
    """Horizontal bars of euros, a row a structure and a bar a series; the amount to the cent when pointed at."""
    label, euros, series = heads
    rows, many = frame[label].nunique(), frame[series].nunique()
    st.subheader(title, anchor=False)
    colour = alt.Color(f"{series}:N", sort=None, legend=alt.Legend(orient="top", title=None) if legend else None)
    chart = (
        alt.Chart(frame, height=ROW * rows * max(1, 0.7 * many) + BASE)
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            x=alt.X(f"{euros}:Q", axis=alt.Axis(title=None, grid=False, format="$,.0f", tickCount=4)),
            y=alt.Y(f"{label}:N", sort=None, axis=alt.Axis(title=None, labelLimit=LABEL)),
            yOffset=alt.YOffset(f"{series}:N", sort=None),
            color=colour,
            tooltip=[f"{label}:N", f"{series}:N", alt.Tooltip(f"{euros}:Q", format="$,.2f")],
        )
        .configure(locale={"number": LOCALES[language()]})
    )
    st.altair_chart(chart, width="stretch")


def money_bars(lines: Sequence[Brought]) -> None:
    """Pledged and received, a structure a row."""
    label, euros, series = t("contributions-structure"), "€", " "
    names = (t("contributions-pledged"), t("contributions-received"))
    frame = pd.DataFrame(
        [
            {label: one.name, euros: cents / 100, series: name}
            for one in lines
            for name, cents in zip(names, (one.pledged_cents, one.received_cents), strict=True)
        ]
    )
    _bars(t("contributions-chart-money"), frame, (label, euros, series), legend=True)
    with st.expander(t("contributions-as-table")):
        rows = [[one.name, money(one.pledged_cents), money(one.received_cents)] for one in lines]
        table(t("contributions-chart-money"), [label, *names], rows, numbers=True)


def in_kind_bars(lines: Sequence[Brought]) -> None:
    """The value of what is in kind, on a chart of its own: it is never stacked on money."""
    label, euros, series = t("contributions-structure"), "€", " "
    name = t("contributions-in-kind")
    frame = pd.DataFrame([{label: one.name, euros: one.in_kind_cents / 100, series: name} for one in lines])
    _bars(t("contributions-chart-in-kind"), frame, (label, euros, series), legend=False)
    with st.expander(t("contributions-as-table")):
        rows = [[one.name, money(one.in_kind_cents)] for one in lines]
        table(t("contributions-chart-in-kind"), [label, name], rows, numbers=True)


def share_bars(names: Sequence[str], cents: Sequence[int]) -> None:
    """The shares of a key."""
    label, euros, series = t("contributions-structure"), "€", " "
    frame = pd.DataFrame(
        [
            {label: name, euros: part / 100, series: t("funding-share")}
            for name, part in zip(names, cents, strict=True)
        ]
    )
    _bars(t("funding-shares"), frame, (label, euros, series), legend=False)


def standing_bars(counts: Sequence[tuple[str, int]]) -> None:
    """How many structures stand where."""
    label, count = t("adhesions-standing"), t("adhesions-chart-count")
    frame = pd.DataFrame([{label: name, count: number} for name, number in counts])
    st.subheader(t("adhesions-chart"), anchor=False)
    chart = (
        alt.Chart(frame, height=ROW * len(counts) + BASE)
        .mark_bar(cornerRadiusEnd=3, height=14)
        .encode(
            x=alt.X(f"{count}:Q", axis=alt.Axis(title=None, grid=False, tickMinStep=1, format="d")),
            y=alt.Y(f"{label}:N", sort=None, axis=alt.Axis(title=None, labelLimit=220)),
            tooltip=[label, count],
        )
    )
    st.altair_chart(chart, width="stretch")
    with st.expander(t("adhesions-as-table")):
        table(t("adhesions-chart"), [label, count], [[name, str(number)] for name, number in counts], numbers=True)
