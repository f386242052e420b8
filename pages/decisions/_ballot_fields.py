"""What a ballot asks for, by method: one answer beside the others, or something of each option."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.decisions import _ballot_marks
from pages.decisions._scene import names_of
from pages.shell.i18n import t
from workspace.decisions import rules
from workspace.decisions.views import ProposalView
from workspace.decisions.words import AGAINST, Content, Method, Stance, Stand

OTHER = (Stand.EXPRESSED, Stand.BLANK, Stand.ABSTAIN, Stand.NO_PART)


def answer(view: ProposalView, before: Content, key: str) -> Content:
    """What is typed now, the fields beginning as `before` says."""
    method = view.rule.method
    if method is Method.CONSENT or method in rules.MAJORITIES:
        return _one_answer(view, before, key)
    stand = Stand.EXPRESSED
    fields = {
        Method.MAJORITY_JUDGMENT: _ballot_marks.marks,
        Method.DATE_POLL: _ballot_marks.marks,
        Method.APPROVAL: _ballot_marks.approvals,
        Method.RANKING: _ballot_marks.ranking,
        Method.DOTS: _ballot_marks.dots,
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
