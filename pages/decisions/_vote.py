"""Voting: one's answer, then Voter. Changing it is the same, until the close."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.decisions._ballot_fields import answer
from pages.decisions._scene import names_of, said_of
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.decisions import ballots
from workspace.decisions.views import ProposalView, Voice
from workspace.decisions.words import Content


def vote(view: ProposalView) -> None:
    """A box for each voice that the actor may cast, and one for an observer's advice."""
    if view.abilities.may_vote:
        for voice in view.voices:
            with st.container(border=True):
                _voice(view, voice)
    if view.abilities.may_advise:
        with st.container(border=True):
            st.header(t("decision-advise"), anchor=False)
            st.caption(t("decision-advise-text"))
            _ballot(view, None, view.own_advice)


def _voice(view: ProposalView, voice: Voice) -> None:
    key = "decision-vote-own" if voice.is_own else "decision-vote-given"
    st.header(plain(t(key, structure=voice.name)), anchor=False)
    if voice.instruction:
        st.info(plain(t("decision-instruction", text=voice.instruction)), icon=":material/assignment:")
    if voice.cast_by:
        said = ""
        if voice.content is not None:
            said = said_of(view.rule, voice.content, names_of(view), single=len(view.options) == 1)
        st.success(plain(t("decision-voted", said=said, name=voice.cast_by)), icon=":material/how_to_vote:")
        if voice.text_version < view.text_version:
            st.warning(t("decision-voted-before"), icon=":material/edit_note:")
    _ballot(view, voice.structure_id, voice.content)


@st.fragment
def _ballot(view: ProposalView, structure_id: UUID | None, before: Content | None) -> None:
    """The answers as they stand, and the button. `structure_id` None = advice."""
    key = f"decision.vote.{view.proposal_id}.{view.round}.{structure_id}"
    typed = answer(view, before or Content(), key)
    # A dismissed choice is no choice: the button says what is missing instead of being greyed.
    label = t("decision-vote-again" if before else ("decision-vote" if structure_id else "decision-advise-send"))
    if st.button(label, type="primary", key=f"{key}.cast", icon=":material/how_to_vote:"):
        with attempt() as outcome:
            if structure_id is None:
                ballots.give_advice(require_actor(), view.proposal_id, typed)
            else:
                ballots.cast_ballot(require_actor(), view.proposal_id, typed, structure_id)
        if outcome.ok:
            flash("decision-cast")
            st.rerun(scope="app")
