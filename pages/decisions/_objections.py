"""Objections: the reason, what was answered, and how the structure that objected ends it."""

from __future__ import annotations

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain, plain_lines
from workspace.decisions import ballots
from workspace.decisions.views import ObjectionView, ProposalView
from workspace.decisions.words import ObjectionStatus

ENDS = (ObjectionStatus.LIFTED, ObjectionStatus.WITHDRAWN, ObjectionStatus.KEPT)


def objections(view: ProposalView) -> None:
    """Every objection of every round, the latest first."""
    if not view.objections:
        return
    st.header(t("objections-title"), anchor=False)
    st.caption(t("objections-text"))
    for one in view.objections:
        with st.container(border=True):
            _objection(view, one)


def _objection(view: ProposalView, one: ObjectionView) -> None:
    status = t(f"objection-status-{one.status.value}")
    st.markdown(f"**{plain(one.structure)}** · {status} · {t('objection-round', round=one.round)}")
    st.markdown(plain_lines(one.reason))
    if one.settled_at is not None:
        said = t("objection-settled", name=one.settled_by, date=when(one.settled_at, view.zone))
        if one.lifted_by_version:
            said = f"{said} {t('objection-lifted-by', version=one.lifted_by_version)}"
        st.caption(plain(f"{said} {one.note}".strip()))
    for remark in one.remarks:
        st.markdown(f"> **{plain(remark.name)}** :gray[{when(remark.at, view.zone)}]  \n> {plain(remark.text)}")
    if not view.abilities.may_discuss:
        return
    key = f"decision.objection.{one.objection_id}"
    with st.form(key, border=False, clear_on_submit=True):
        text = st.text_area(t("objection-remark"), height=80, key=f"{key}.text")
        with st.container(horizontal=True):
            answers = st.form_submit_button(t("objection-answer"))
            ended = [end for end in ENDS if one.is_mine and st.form_submit_button(t(f"objection-end-{end.value}"))]
    if not answers and not ended:
        return
    with attempt() as outcome:
        if ended:
            ballots.settle_objection(require_actor(), one.objection_id, ended[0], text)
        else:
            ballots.discuss_objection(require_actor(), one.objection_id, text)
    if outcome.ok:
        flash("objection-saved")
        st.rerun()
