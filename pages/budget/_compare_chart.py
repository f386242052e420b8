"""The total cost of each devis by quantity, against what the envelope sets aside; and the same as a table."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

import altair as alt
import pandas as pd
import streamlit as st

from budget.quotes.compare_words import Comparison, PriceBand
from pages.budget._devis_words import lot_name
from pages.questionnaires._charts import LOCALES
from pages.shell.formats import money
from pages.shell.i18n import language, t
from pages.widgets.plain import plain

HEIGHT = 340
BAR = 30
COLOURS = ("#2F6B73", "#B3531D", "#6B5B95", "#8A6414", "#55682C", "#A23B5E")


def draw(found: Comparison, chosen: Collection[UUID]) -> None:
    """Chart and table."""
    frame = _frame(found, chosen)
    st.header(t("compare-chart"), anchor=False)
    if found.band is not None:
        st.caption(_told(found.band))
    st.altair_chart(_chart(frame, found.band), width="stretch")
    if frame["copies"].max() > 0:
        st.caption(t("compare-chart-read"))
    with st.expander(t("compare-as-table")):
        st.table(_table(frame))


def _told(band: PriceBand) -> str:
    least, most = money(band.minimum_cents), money(band.maximum_cents)
    if least == most:
        return t("compare-mark", label=plain(band.label), most=most)
    return t("compare-band", label=plain(band.label), least=least, most=most)


def _frame(found: Comparison, chosen: Collection[UUID]) -> pd.DataFrame:
    rows = [
        {
            "supplier": one.view.supplier,
            "copies": cost.copies,
            "euros": cost.total_cents / 100,
            "lot": lot_name(cost.copies),
            "told": money(cost.total_cents),
        }
        for one in found.compared
        if one.view.devis_id in chosen
        for cost in one.view.costs
    ]
    return pd.DataFrame(rows)


def _chart(frame: pd.DataFrame, band: PriceBand | None) -> Any:
    by_lot = frame["copies"].max() > 0
    tooltip = [alt.Tooltip("supplier:N", title=t("devis-supplier")), alt.Tooltip("lot:N", title=t("compare-lot"))]
    tooltip.append(alt.Tooltip("told:N", title=t("devis-total")))
    euros = alt.Axis(title=t("compare-euros"), grid=True, format=",.0f")
    lots = alt.Axis(values=sorted(set(frame["copies"])), grid=False)
    if by_lot:
        colour = alt.Color("supplier:N", title=None, scale=alt.Scale(range=list(COLOURS)))
        base = alt.Chart(frame).encode(
            x=alt.X("copies:Q", title=t("line-copies"), axis=lots),
            y=alt.Y("euros:Q", axis=euros, scale=alt.Scale(zero=True)),
            color=colour,
            tooltip=tooltip,
        )
        marks = base.mark_line(strokeDash=[3, 4], strokeWidth=1.5) + base.mark_point(
            filled=True, size=110, opacity=1
        ).encode(shape=alt.Shape("supplier:N", title=None))
    else:
        marks = (
            alt.Chart(frame)
            .mark_bar(height=BAR - 8, cornerRadiusEnd=3, color=COLOURS[0])
            .encode(
                x=alt.X("euros:Q", axis=euros, scale=alt.Scale(zero=True)),
                y=alt.Y("supplier:N", sort="x", title=None, axis=alt.Axis(labelLimit=180)),
                tooltip=tooltip,
            )
        )
    layers = [_band(band, along="y" if by_lot else "x"), marks] if band is not None else [marks]
    return (
        alt.layer(*layers)
        .properties(height=HEIGHT if by_lot else BAR * len(frame) + 60)
        .configure(locale={"number": LOCALES[language()]})
        .configure_legend(orient="bottom", labelLimit=220, columns=1)
    )


def _band(band: PriceBand, *, along: str) -> Any:
    frame = pd.DataFrame([{"least": band.minimum_cents / 100, "most": band.maximum_cents / 100}])
    # A range of one amount would draw a rectangle that nobody sees.
    flat = band.minimum_cents == band.maximum_cents
    shape = alt.Chart(frame)
    shape = (
        shape.mark_rule(color="#55682C", strokeWidth=3) if flat else shape.mark_rect(color="#55682C", opacity=0.16)
    )
    if along == "y":
        return shape.encode(y=alt.Y("least:Q", title=t("compare-euros")), **({} if flat else {"y2": "most:Q"}))
    return shape.encode(x=alt.X("least:Q", title=t("compare-euros")), **({} if flat else {"x2": "most:Q"}))


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    wide = frame.pivot_table(index="supplier", columns="copies", values="told", aggfunc="first", sort=True).fillna(
        "–"
    )
    wide.columns = pd.Index([lot_name(int(one)) for one in wide.columns])
    wide.index.name = t("devis-supplier")
    return wide
