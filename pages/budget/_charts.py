"""The charts of the budget, each with its table: bullet against the band, waterfall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from budget.envelope.words import EnvelopeView, Position
from pages.decisions._scene import table
from pages.questionnaires._charts import LOCALES
from pages.shell.formats import money
from pages.shell.i18n import language, t

PAID, UNPAID, COMMITTED, PROPOSED, LEFT, OVER, BAND, LINE = (
    "#2F6B73", "#B98A2F", "#D9B98C", "#B9C0A2", "#6C7A3B", "#9C3F17", "#8A8578", "#8A8578",
)  # fmt: skip
EUROS = "$,.0f"
CENTS = "$,.2f"
ROW, AROUND, BULLET = 34, 60, 170
LABEL_WIDTH = 150
ROOM = 1.08  # air at the end of the axis


def bullet(view: EnvelopeView) -> None:
    """What is taken, as one bar over the band from the minimum to the maximum."""
    position = view.position
    band, domain = position.band, _domain(view)
    frame = pd.DataFrame(_parts(view), columns=["part", "cents", "start", "end"])
    frame[["start", "end", "euros"]] = frame[["start", "end", "cents"]].div(100)
    colors = dict(zip((name for name, _ in _taken(view)), (PAID, UNPAID, COMMITTED, PROPOSED), strict=False))
    order = list(frame["part"])
    bars = (
        alt.Chart(frame)
        .mark_bar(height=20)
        .encode(
            x=alt.X("start:Q", scale=alt.Scale(domain=domain, nice=False), axis=_axis()),
            x2="end:Q",
            color=alt.Color(
                "part:N",
                sort=order,
                scale=alt.Scale(domain=order, range=[colors[one] for one in order]),
                legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=220),
            ),
            tooltip=[
                alt.Tooltip("part:N", title=t("budget-part")),
                alt.Tooltip("euros:Q", title=t("budget-amount"), format=CENTS),
            ],
        )
    )
    ends = pd.DataFrame({"start": [band.minimum_cents / 100], "end": [band.maximum_cents / 100]})
    back = alt.Chart(ends).mark_bar(height=44, color=BAND, opacity=0.28).encode(x="start:Q", x2="end:Q")
    top = alt.Chart(ends).mark_tick(color=OVER, thickness=3, size=44).encode(x="end:Q")
    st.altair_chart(said(alt.layer(back, bars, top).properties(height=BULLET)), width="stretch")
    st.caption(t("budget-bullet-help"))
    _as_table(t("budget-bullet"), t("budget-part"), [*_taken(view), *_bounds(position)])


def _domain(view: EnvelopeView) -> list[float]:
    position = view.position
    most = max(position.band.maximum_cents, position.spending.taken_cents + view.proposed_cents)
    return [0, most * ROOM / 100]


def _taken(view: EnvelopeView) -> list[tuple[str, int]]:
    """The parts of the bar; what is proposed stands at its end, and only when there is some."""
    proposed = [(t("budget-proposed"), view.proposed_cents)] if view.proposed_cents else []
    return [*_amounts(view.position), *proposed]


def _parts(view: EnvelopeView) -> list[tuple[str, int, int, int]]:
    """(name, cents, start, end) of each part of the bar; what a credit note makes negative takes no room."""
    found, at = [], 0
    for name, cents in _taken(view):
        if not cents:
            continue  # a legend of nothing only takes room
        width = max(0, cents)
        found.append((name, cents, at, at + width))
        at += width
    return found


def _amounts(position: Position) -> list[tuple[str, int]]:
    spending = position.spending
    cents = (spending.paid_cents, spending.unpaid_cents, spending.committed_cents)
    return [(t(f"budget-{name}"), one) for name, one in zip(("paid", "unpaid", "committed"), cents, strict=True)]


def _bounds(position: Position) -> list[tuple[str, int]]:
    band = position.band
    return [(t("budget-minimum"), band.minimum_cents), (t("budget-maximum"), band.maximum_cents)]


def waterfall(view: EnvelopeView) -> None:
    """From the maximum of the envelope down to what is left of it."""
    st.subheader(t("budget-waterfall"), anchor=False)
    position = view.position
    left = position.free_to_maximum_cents
    steps: list[tuple[str, int, int, int, str]] = []
    at = position.band.maximum_cents
    steps.append((t("budget-maximum"), at, 0, at, BAND))
    for (name, cents), color in zip(_amounts(position), (PAID, UNPAID, COMMITTED), strict=True):
        steps.append((name, -cents, at - cents, at, color))
        at -= cents
    steps.append((t("budget-left"), left, min(0, left), max(0, left), LEFT if left >= 0 else OVER))
    frame = pd.DataFrame(steps, columns=["step", "cents", "start", "end", "color"])
    frame[["start", "end", "euros"]] = frame[["start", "end", "cents"]].div(100)
    chart = (
        alt.Chart(frame)
        .mark_bar(height=18)
        .encode(
            x=alt.X("start:Q", axis=_axis()),
            x2="end:Q",
            y=alt.Y("step:N", sort=None, axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH, ticks=False)),
            color=alt.Color("color:N", scale=None),
            tooltip=[
                alt.Tooltip("step:N", title=t("budget-part")),
                alt.Tooltip("euros:Q", title=t("budget-amount"), format=CENTS),
            ],
        )
        .properties(height=ROW * len(steps) + AROUND)
    )
    st.altair_chart(said(chart), width="stretch")
    _as_table(t("budget-waterfall"), t("budget-part"), [(step[0], step[1]) for step in steps])


def _axis() -> alt.Axis:
    return alt.Axis(title=None, format=EUROS, tickCount=5, labelOverlap=True, grid=True)


def said(chart: Any) -> Any:
    """The chart with amounts as the reader's language writes them."""
    return chart.configure(locale={"number": LOCALES[language()]})


def _as_table(caption: str, head: str, rows: Sequence[tuple[str, int]]) -> None:
    with st.expander(t("accueil-as-table"), icon=":material/table:"):
        table(caption, [head, t("budget-amount")], [[name, money(cents)] for name, cents in rows], numbers=True)
