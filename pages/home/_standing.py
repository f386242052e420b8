"""Where the group stands: fiches by status, steps covered, questions answered."""

from __future__ import annotations

from collections import Counter

import altair as alt
import pandas as pd
import streamlit as st

from pages.home import _budget
from pages.shell.i18n import t
from pages.widgets.chosen_visual import chosen_visual
from workspace.accueil.words import Home, HomeFacts
from workspace.fiches.words import FicheStatus


def draw(home: Home) -> None:
    """The standing, as figures, one small chart, and its table."""
    facts = home.facts
    st.header(t("accueil-standing"), anchor=False)
    covered = {etape_id for fiche in facts.fiches for etape_id in fiche.etape_ids}
    with st.container(horizontal=True):
        st.metric(t("accueil-fiches"), len(facts.fiches), border=True)
        etapes = sum(etape_id in covered for etape_id, _ in facts.etapes)
        st.metric(t("accueil-etapes-covered"), f"{etapes} / {len(facts.etapes)}", border=True)
    with st.container(horizontal=True):
        answered = facts.question_count - facts.unanswered_count
        st.metric(t("accueil-questions-answered"), f"{answered} / {facts.question_count}", border=True)
        st.metric(t("accueil-structures"), facts.structure_count, border=True)
    _budget.draw()
    if facts.fiches:
        _by_status(facts)
    chosen_visual()


def _by_status(facts: HomeFacts) -> None:
    counted = Counter(fiche.status for fiche in facts.fiches)
    label, count = t("accueil-status"), t("accueil-fiches")
    frame = pd.DataFrame(
        {
            label: [t(f"accueil-status-{status.value.replace('_', '-')}") for status in FicheStatus],
            count: [counted[status.value] for status in FicheStatus],
        }
    )
    bars = (
        alt.Chart(frame, height=130)
        .mark_bar(cornerRadiusEnd=3, height=14)
        .encode(
            x=alt.X(count, axis=alt.Axis(tickMinStep=1, title=None, grid=False)),
            y=alt.Y(label, sort=None, axis=alt.Axis(title=None, labelLimit=160)),
            tooltip=[label, count],
        )
    )
    st.altair_chart(bars, width="stretch")
    with st.expander(t("accueil-as-table")):
        st.table(frame.set_index(label))
