"""Putting devis to the vote: the structures choose, and the outcome selects the winner by itself."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from budget.quotes import joining
from budget.quotes.compare_words import Compared, Comparison
from budget.quotes.devis_words import LotCost
from pages.budget._devis_words import lot_name
from pages.shell.formats import colon, money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day

DAYS_OPEN = 7
EVENING = time(18, 0)


def name_of(one: Compared) -> str:
    """A devis by its supplier and number."""
    return f"{one.view.supplier} · {one.view.number}"


def lot_of(cost: LotCost) -> str:
    """A lot with what it costs."""
    return f"{lot_name(cost.copies)} – {money(cost.total_cents)}"


def vote(found: Comparison, asked: list[Compared]) -> None:
    """The words of the dialog; one option for each devis asked."""
    actor = require_actor()
    st.write(t("choose-vote-text"))
    for one in asked:
        if one.cost is not None:
            st.markdown(f"- **{plain(one.view.supplier)}**{colon()}{plain(lot_of(one.cost))}")
    made = None
    with st.form("compare.vote.form", border=False):
        title = st.text_input(
            t("decision-title"),
            t("choose-vote-title", kind=t(f"devis-kind-{found.kind.value}").lower()),
            key=f"compare.vote.title.{found.kind.value}",
        )
        ends = day_field(
            t("decision-closes"),
            local(utc_now() + timedelta(days=DAYS_OPEN), actor.zone).date(),
            key="compare.vote.ends",
        )
        sends = st.form_submit_button(t("choose-vote"), type="primary", key="compare.vote.yes")
    if sends:
        with attempt():
            made = joining.put_to_vote(
                actor,
                kind=found.kind,
                lots=[
                    (joining.lot_value(one.view.devis_id, one.cost), name_of(one), lot_of(one.cost))
                    for one in asked
                    if one.cost is not None
                ],
                title=title,
                closes_at=datetime.combine(read_day(ends), EVENING, ZoneInfo(actor.zone)),
            )
    if made is not None:
        flash("decision-opened")
        st.switch_page(page_of("decision"), query_params={"decision": str(made)})
