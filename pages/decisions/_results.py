"""A count that explains itself: sentences, the chart, its table."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from pages.decisions._scene import mark_label, table
from pages.fiches._scene import draw, text_of
from pages.shell.i18n import language, t
from workspace.decisions import rules
from workspace.decisions.explain import explain
from workspace.decisions.tables import count_table
from workspace.decisions.words import Method, Rule, Stance, Tally, Verdict

# From the worst to the best; mentions in between take colours in between.
SCALE = ("#7A2E12", "#B5653F", "#D9B98C", "#B9C0A2", "#6FA09C", "#2F6B73")
LABEL_WIDTH = 200
ROW_HEIGHT = 34
BAR = 16
LINE = "#8A8578"  # seen on both papers
AROUND = 120  # axis, titles and legend stand inside the height that is asked for


def results(rule: Rule, tally: Tally, named: dict[str, str]) -> None:
    """Draw a count, under the rule and with the names of its round."""
    said = [t(one.key, **one.values) for one in explain(rule, tally, named)]
    rest = "".join(f"<p>{text_of(one)}</p>" for one in said[1:])
    draw(f'<div class="cf"><p class="cd-said">{text_of(said[0])}</p>{rest}</div>')
    if tally.verdict is Verdict.NO_VOICE:
        return
    if rule.method is Method.MAJORITY_JUDGMENT:
        _profiles(rule, tally, named)
    elif rule.method is Method.RANKING:
        _duels(tally, named)
    elif rule.method is Method.DATE_POLL:
        _dates(rule, tally, named)
    else:
        _bars(rule, tally, named)
    heads, rows = count_table(rule, tally, named, language())
    with st.expander(t("accueil-as-table"), icon=":material/table:"):
        table(t("decision-count"), heads, rows, numbers=True)


def _stacked(rows: list[dict[str, object]], order: list[str], colors: list[str], title: str) -> None:
    options = list(dict.fromkeys(str(row["option"]) for row in rows))
    bars = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(height=BAR)
        .encode(
            x=alt.X("sum(count):Q", stack="normalize", axis=alt.Axis(format="%", title=None, tickCount=5)),
            y=alt.Y("option:N", sort=options, axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH)),
            color=alt.Color(
                "mark:N",
                sort=order,
                scale=alt.Scale(domain=order, range=colors),
                legend=alt.Legend(title=None, orient="bottom", columns=3),
            ),
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("option:N", title=t("decision-option")),
                alt.Tooltip("mark:N", title=title),
                alt.Tooltip("count:Q", title=t("decision-voices")),
            ],
        )
    )
    half = alt.Chart(pd.DataFrame({"x": [0.5]})).mark_rule(strokeDash=[4, 3], color=LINE).encode(x="x:Q")
    chart = alt.layer(bars, half).properties(height=ROW_HEIGHT * len(options) + AROUND)
    st.altair_chart(chart, width="stretch")


def _profiles(rule: Rule, tally: Tally, names: dict[str, str]) -> None:
    """Merit profiles: the mention in which the dashed line falls is the majority mention."""
    mentions = list(reversed(rule.mentions))
    last = len(mentions) - 1
    rows: list[dict[str, object]] = [
        {"option": names[one.option], "mark": mentions[place], "count": count, "place": place}
        for one in tally.rows
        for place, count in enumerate(reversed(one.counts))
    ]
    steps = len(SCALE) - 1
    colors = [SCALE[round(steps * (last - place) / max(last, 1))] for place in range(last + 1)]
    _stacked(rows, mentions, colors, t("decision-mention"))
    st.caption(t("decision-profile-help"))


def _dates(rule: Rule, tally: Tally, names: dict[str, str]) -> None:
    order = [mark_label(rule, mark) for mark in (2, 1, 0)]
    rows: list[dict[str, object]] = [
        {"option": names[one.option], "mark": order[place], "count": count, "place": place}
        for one in tally.rows
        for place, count in enumerate(one.counts)
    ]
    _stacked(rows, order, [SCALE[5], SCALE[2], SCALE[0]], t("decision-answer"))


def _duels(tally: Tally, names: dict[str, str]) -> None:
    """Who is put before whom, by how many."""
    order = [names[one.option] for one in tally.rows]
    rows = [
        {"before": order[a], "after": order[b], "count": won, "lost": tally.duels[b][a]}
        for a, line in enumerate(tally.duels)
        for b, won in enumerate(line)
        if a != b
    ]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X("after:N", sort=order, axis=alt.Axis(title=t("decision-duel-after"), orient="top", labelLimit=120)),
        y=alt.Y("before:N", sort=order, axis=alt.Axis(title=t("decision-duel-before"), labelLimit=LABEL_WIDTH)),
    )
    wins = alt.condition("datum.count > datum.lost", alt.value(SCALE[5]), alt.value(SCALE[2]))
    figures = alt.condition("datum.count > datum.lost", alt.value("#fff"), alt.value("#101A1F"))
    cells, counts = base.mark_rect().encode(color=wins), base.mark_text().encode(text="count:Q", color=figures)
    chart = alt.layer(cells, counts).properties(height=ROW_HEIGHT * len(order) + AROUND)
    st.altair_chart(chart, width="stretch")
    st.caption(t("decision-duel-help"))


def _bars(rule: Rule, tally: Tally, names: dict[str, str]) -> None:
    if rule.method is Method.CONSENT:
        stances = tally.stances or (0, 0, 0)
        figures = {t(f"decision-choice-{one.value}"): stances[place] for place, one in enumerate(Stance)}
    elif rule.method in rules.MAJORITIES and len(tally.rows) == 1:
        figures = {t("decision-choice-for"): tally.rows[0].counts[0], t("decision-choice-against"): tally.against}
    else:
        figures = {names[one.option]: one.counts[0] for one in tally.rows}
    label, count = t("decision-option"), t("decision-voices")
    frame = pd.DataFrame({label: list(figures), count: list(figures.values())})
    chart = (
        alt.Chart(frame, height=ROW_HEIGHT * len(figures) + 20)
        .mark_bar(cornerRadiusEnd=3, height=BAR)
        .encode(
            x=alt.X(count, axis=alt.Axis(tickMinStep=1, title=None, grid=False)),
            y=alt.Y(label, sort=None, axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH)),
            tooltip=[label, count],
        )
    )
    st.altair_chart(chart, width="stretch")
