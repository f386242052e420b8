"""Structures that stand for the group: presented by a member, put to the vote, admitted or refused by its outcome."""

from __future__ import annotations

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain, plain_lines
from pages.widgets.proposing import propose_about
from workspace.decisions import candidates
from workspace.decisions.candidacy import key_of
from workspace.decisions.rules import NAME_LENGTH, POLICIES, REASON_LENGTH
from workspace.decisions.views import CandidateView
from workspace.decisions.words import CandidateDraft, CandidateState, DecisionsOperation
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed

KEY = "structures.candidate"
COLORS = {
    CandidateState.CANDIDATE: "orange",
    CandidateState.ADMITTED: "green",
    CandidateState.REFUSED: "gray",
    CandidateState.WITHDRAWN: "gray",
}


def listing(actor: Actor) -> None:
    """Everybody who stands or stood, then the form."""
    st.write(t("candidates-lead"))
    found = candidates.view_candidates(actor)
    if not found:
        st.info(t("candidates-none"), icon=":material/person_add:")
    for one in found:
        with st.container(border=True):
            _candidate(one, actor.zone)
    if allowed(POLICIES[DecisionsOperation.STAND_CANDIDATE], actor, Target(group_id=actor.group_id)):
        with st.expander(t("candidates-add"), icon=":material/add:", expanded=not found):
            _form()


def _candidate(one: CandidateView, zone: str) -> None:
    state = t(f"candidates-state-{one.state.value}")
    st.markdown(f"**{plain(one.name)}** :{COLORS[one.state]}-badge[{state}]")
    by = one.presented_by if not one.presenter else f"{one.presented_by}, {one.presenter}"
    about = [one.legal_form] if one.legal_form else []
    about.append(t("candidates-presented", name=by, date=when(one.presented_at, zone)))
    st.caption(plain(" · ".join(about)))
    for said in (one.presentation, one.motive):
        if said:
            st.markdown(plain_lines(said))
    with st.container(horizontal=True, vertical_alignment="center"):
        if one.proposal_id is not None:
            label = t("candidates-vote" if one.is_voted_on else "candidates-decision")
            query = {"decision": str(one.proposal_id)}
            st.page_link(page_of("decision"), label=label, icon=":material/how_to_vote:", query_params=query)
        if one.state is CandidateState.CANDIDATE and not one.is_voted_on:
            propose_about(key_of(one.candidate_id), "candidates-propose")
        if one.structure_id is not None:
            query = {"structure": str(one.structure_id)}
            st.page_link(page_of("structures"), label=t("candidates-page"), query_params=query)
        withdraws = t("candidates-withdraw")
        if one.may_withdraw and st.button(withdraws, type="tertiary", key=f"{KEY}.withdraw.{one.candidate_id}"):
            with attempt() as outcome:
                candidates.withdraw_candidate(require_actor(), one.candidate_id)
            if outcome.ok:
                flash("candidates-withdrawn", name=plain(one.name))
                st.rerun()


def _form() -> None:
    st.caption(t("candidates-form"))
    with st.form(KEY, border=False, enter_to_submit=False):
        name = st.text_input(t("structures-name"), max_chars=NAME_LENGTH, key=f"{KEY}.name")
        form = st.text_input(
            t("candidates-kind"), placeholder=t("structures-legal-form-example"), max_chars=NAME_LENGTH,
            key=f"{KEY}.kind",
        )  # fmt: skip
        presentation = st.text_area(t("candidates-presentation"), height=110, key=f"{KEY}.presentation")
        motive = st.text_area(t("candidates-motive"), max_chars=REASON_LENGTH, height=80, key=f"{KEY}.motive")
        sends = st.form_submit_button(t("candidates-send"), type="primary")
    if not sends:
        return
    with attempt() as outcome:
        draft = CandidateDraft(name=name, legal_form=form, presentation=presentation, motive=motive)
        candidates.stand_candidate(require_actor(), draft)
    if outcome.ok:
        for part in ("name", "kind", "presentation", "motive"):
            st.session_state.pop(f"{KEY}.{part}", None)
        flash("candidates-sent", name=plain(name))
        st.rerun()
