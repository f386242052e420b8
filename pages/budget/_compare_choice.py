"""Choosing among the devis: by hand with a reason, or by a decision of the group."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from budget.quotes import joining, selection
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


def draw(found: Comparison, chosen: Collection[UUID]) -> None:
    """The choice that was made, or the two ways to make one."""
    st.header(t("choose-title"), anchor=False)
    for one in found.compared:
        if one.view.commitment_id is not None and not one.view.is_open:
            st.success(
                t("choose-made", supplier=plain(one.view.supplier), reason=plain(one.view.reason)),
                icon=":material/task_alt:",
            )
    waiting = [one for one in found.compared if one.view.is_open]
    if not waiting:
        return
    with st.container(horizontal=True):
        if found.may_select and st.button(
            t("choose-open"), type="primary", icon=":material/task_alt:", key="compare.choose"
        ):
            st.dialog(t("choose-open"), width="medium")(_choose)(found, waiting)
        asked = [one for one in waiting if one.view.devis_id in chosen and one.cost is not None]
        if (
            len(asked) > 1
            and found.may_select
            and st.button(t("choose-vote"), icon=":material/how_to_vote:", key="compare.vote")
        ):
            st.dialog(t("choose-vote"), width="medium")(_vote)(found, asked)
    if not found.may_select:
        st.caption(t("choose-who"))


def _choose(found: Comparison, waiting: list[Compared]) -> None:
    if not found.lines:
        st.info(t("choose-no-line"), icon=":material/info:")
        return
    by_id = {one.view.devis_id: one for one in waiting}
    picked = st.selectbox(
        t("menu-devis"), tuple(by_id), format_func=lambda one: _name(by_id[one]), key="compare.choose.which"
    )
    if picked is None:
        return
    one, key = by_id[picked], f"compare.choose.{picked}"
    costs = {cost.copies: cost for cost in one.view.costs}
    names = {line.line_id: line for line in found.lines}
    fitting = [line.line_id for line in found.lines if line.kind is found.kind]
    with st.form(key, border=False):
        copies = st.selectbox(
            t("compare-lot"),
            tuple(costs),
            index=tuple(costs).index(one.cost.copies) if one.cost else 0,
            format_func=lambda value: _lot(costs[value]),
            key=f"{key}.lot",
        )
        line_id = st.selectbox(
            t("choose-line"),
            tuple(names),
            index=tuple(names).index(fitting[0]) if fitting else 0,
            format_func=lambda value: t(
                "choose-line-free",
                label=names[value].label,
                envelope=names[value].envelope_title,
                year=str(names[value].year),
                free=money(names[value].free_cents),
            ),
            key=f"{key}.line",
        )
        reason = st.text_area(t("choose-reason"), help=t("choose-reason-help"), height=80, key=f"{key}.reason")
        others = {other: by_id[other] for other in by_id if other != picked}
        refused = st.multiselect(
            t("choose-refused"),
            tuple(others),
            format_func=lambda other: _name(others[other]),
            placeholder=t("choose-refused-none"),
            key=f"{key}.refused",
        )
        why = st.text_input(t("field-refused-reason"), help=t("choose-why-help"), key=f"{key}.why")
        sends = st.form_submit_button(t("choose-yes"), type="primary", key=f"{key}.yes")
    if sends and copies is not None and line_id is not None:
        with attempt() as outcome:
            selection.select_devis(
                require_actor(), picked, copies=copies, cost_cents=costs[copies].total_cents, line_id=line_id,
                reason=reason, refused=refused, refused_reason=why,
            )  # fmt: skip
        if outcome.ok:
            flash("choose-done", supplier=plain(one.view.supplier))
            st.rerun()


def _name(one: Compared) -> str:
    return f"{one.view.supplier} · {one.view.number}"


def _lot(cost: LotCost) -> str:
    return f"{lot_name(cost.copies)} – {money(cost.total_cents)}"


def _vote(found: Comparison, asked: list[Compared]) -> None:
    actor = require_actor()
    st.write(t("choose-vote-text"))
    for one in asked:
        if one.cost is not None:
            st.markdown(f"- **{plain(one.view.supplier)}**{colon()}{plain(_lot(one.cost))}")
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
                    (joining.lot_value(one.view.devis_id, one.cost), _name(one), _lot(one.cost))
                    for one in asked
                    if one.cost is not None
                ],
                title=title,
                closes_at=datetime.combine(read_day(ends), EVENING, ZoneInfo(actor.zone)),
            )
    if made is not None:
        flash("decision-opened")
        st.switch_page(page_of("decision"), query_params={"decision": str(made)})
