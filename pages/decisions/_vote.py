"""Voting: one's answer, then Voter. Changing it is the same, until the close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import streamlit as st

from pages.decisions._scene import DATE_ANSWERS, mark_label, names_of, said_of
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.decisions import ballots, rules
from workspace.decisions.views import ProposalView, Voice
from workspace.decisions.words import AGAINST, Content, Method, Stance, Stand

OTHER = (Stand.EXPRESSED, Stand.BLANK, Stand.ABSTAIN, Stand.NO_PART)


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
    typed = _answer(view, before or Content(), key)
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


def _answer(view: ProposalView, before: Content, key: str) -> Content:
    method = view.rule.method
    if method is Method.CONSENT or method in rules.MAJORITIES:
        return _one_answer(view, before, key)
    stand = Stand.EXPRESSED
    fields = {
        Method.MAJORITY_JUDGMENT: _marks,
        Method.DATE_POLL: _marks,
        Method.APPROVAL: _approvals,
        Method.RANKING: _ranking,
        Method.DOTS: _dots,
    }
    marks = fields[method](view, before.marks, key)
    with st.expander(t("decision-other-answers")):
        stand = st.radio(
            t("decision-other-answers"),
            OTHER,
            index=OTHER.index(before.stand),
            format_func=lambda one: t(f"decision-stand-{one.value}"),
            label_visibility="collapsed",
            key=f"{key}.stand",
        )
        reason = st.text_area(t("decision-remark"), value=before.reason, height=80, key=f"{key}.reason")
    return Content(stand=stand, marks=marks, reason=reason)


def _one_answer(view: ProposalView, before: Content, key: str) -> Content:
    """Consent and majorities: every answer beside the others, abstention too."""
    names = names_of(view)
    single = len(view.options) == 1
    answers: dict[str, str] = {}
    if view.rule.method is Method.CONSENT:
        answers = {one.value: t(f"decision-choice-{one.value}") for one in Stance}
    else:
        for option in view.options:
            name = names[str(option.option_id)]
            answers[str(option.option_id)] = t("decision-choice-for") if single else name
        if single:
            answers[AGAINST] = t("decision-choice-against")
    silent = {one.value: t(f"decision-stand-{one.value}") for one in OTHER[1:] if _offers(view, one)}
    chosen = before.choice or (before.stand.value if before.stand is not Stand.EXPRESSED else None)
    picked = st.segmented_control(
        t("decision-your-answer"),
        (*answers, *silent),
        default=chosen if chosen in answers | silent else None,
        format_func=lambda one: (answers | silent)[one],
        key=f"{key}.choice",
    )
    needs = picked in {Stance.OBJECTION.value, Stance.RESERVATION.value}
    label = t("decision-objection-reason" if picked == Stance.OBJECTION.value else "decision-remark")
    reason = before.reason
    if needs or picked is not None:
        reason = st.text_area(label, value=before.reason, height=80, key=f"{key}.reason")
    content = Content(choice=picked or "", reason=reason)
    return replace(content, stand=Stand(picked), choice="") if picked in silent else content


def _offers(view: ProposalView, stand: Stand) -> bool:
    """A blank ballot means something only where voices are counted for and against."""
    return view.rule.method is not Method.CONSENT or stand is Stand.ABSTAIN


def _marks(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    """One mention, or one answer, for each option; the best first."""
    names = names_of(view)
    judged = view.rule.method is Method.MAJORITY_JUDGMENT
    scale = tuple(reversed(range(len(view.rule.mentions)))) if judged else DATE_ANSWERS
    marks: dict[str, int] = {}
    for option in view.options:
        option_id = str(option.option_id)
        picked = st.segmented_control(
            plain(names[option_id]),
            scale,
            default=before.get(option_id),
            format_func=lambda mark: mark_label(view.rule, mark),
            key=f"{key}.{option_id}",
        )
        if picked is not None:
            marks[option_id] = picked
    return marks


def _approvals(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    names = names_of(view)
    ids = [str(one.option_id) for one in view.options]
    picked = st.pills(
        t("decision-approve"),
        ids,
        selection_mode="multi",
        default=[one for one in ids if before.get(one)],
        format_func=names.__getitem__,
        key=f"{key}.approved",
    )
    return {one: int(one in picked) for one in ids}


def _ranking(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    names = names_of(view)
    picked = st.multiselect(
        t("decision-rank"),
        [str(one.option_id) for one in view.options],
        default=sorted(before, key=before.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("decision-rank-first"),
        help=t("decision-rank-help"),
        key=f"{key}.ranked",
    )
    if picked:
        st.markdown("\n".join(f"{place}. {plain(names[one])}" for place, one in enumerate(picked, start=1)))
    return {one: place for place, one in enumerate(picked, start=1)}


def _dots(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    names = names_of(view)
    given: dict[str, int] = {}
    for option in view.options:
        option_id = str(option.option_id)
        given[option_id] = st.slider(
            plain(names[option_id]), 0, view.rule.dots, before.get(option_id, 0), key=f"{key}.{option_id}"
        )
    left = view.rule.dots - sum(given.values())
    st.caption(t("decision-dots-left", count=left) if left >= 0 else t("decision-dots-over", count=-left))
    return given
