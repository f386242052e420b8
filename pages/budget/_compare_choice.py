"""Choosing among the devis: by hand with a reason, or by a decision of the group."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import streamlit as st

from budget.quotes import selection
from budget.quotes.compare_words import Compared, Comparison
from pages.budget._compare_vote import lot_of, name_of, vote
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain


def draw(found: Comparison, chosen: Collection[UUID]) -> None:
    """The choice that was made, or the two ways to make one."""
    st.header(t("choose-title"), anchor=False)
    made = [one for one in found.compared if one.view.commitment_id is not None and not one.view.is_open]
    for one in made:
        told = t("choose-made", supplier=plain(one.view.supplier), reason=plain(one.view.reason))
        st.success(told, icon=":material/task_alt:")
    waiting = [one for one in found.compared if one.view.is_open]
    if not waiting:
        return
    with st.container(horizontal=True):
        if found.may_select and st.button(
            t("choose-open"), type="primary", icon=":material/task_alt:", key="compare.choose"
        ):
            st.dialog(t("choose-open"), width="medium")(_choose)(found, waiting, made)
        asked = [one for one in waiting if one.view.devis_id in chosen and one.cost is not None]
        if (
            len(asked) > 1
            and found.may_select
            and st.button(t("choose-vote"), icon=":material/how_to_vote:", key="compare.vote")
        ):
            st.dialog(t("choose-vote"), width="medium")(vote)(found, asked)
    if not found.may_select:
        st.caption(t("choose-who"))


def _choose(found: Comparison, waiting: list[Compared], made: list[Compared]) -> None:
    if not found.lines:
        st.info(t("choose-no-line"), icon=":material/info:")
        return
    if made:
        suppliers = ", ".join(plain(one.view.supplier) for one in made)
        st.warning(t("choose-again", suppliers=suppliers), icon=":material/warning:")
    by_id = {one.view.devis_id: one for one in waiting}
    picked = st.selectbox(
        t("menu-devis"), tuple(by_id), format_func=lambda one: name_of(by_id[one]), key="compare.choose.which"
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
            format_func=lambda value: lot_of(costs[value]),
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
                line=money(names[value].line_free_cents),
                free=money(names[value].free_cents),
            ),
            key=f"{key}.line",
        )
        reason = st.text_area(t("choose-reason"), help=t("choose-reason-help"), height=80, key=f"{key}.reason")
        others = {other: by_id[other] for other in by_id if other != picked}
        refused = st.multiselect(
            t("choose-refused"),
            tuple(others),
            format_func=lambda other: name_of(others[other]),
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
