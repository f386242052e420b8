"""What one may do with a proposal beside voting: correct its words, remind, close, withdraw, vote again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from pages.decisions import keys
from pages.decisions._when import EVENING, at_hour
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import check_days, instant_now
from pages.widgets.plain import plain
from workspace.decisions import mails, service
from workspace.decisions.views import ProposalView
from workspace.decisions.words import OptionDraft
from workspace.kernel.clock import utc_now
from workspace.kernel.mail import mail_is_set

SECOND_ROUND_DAYS = 7


def actions(view: ProposalView) -> None:
    """The buttons that work now."""
    able = view.abilities
    with st.container(horizontal=True):
        label = t("decision-change-all" if able.may_change_rule else "decision-change")
        if able.may_change and st.button(label, icon=":material/edit:", key=keys.CHANGE):
            if able.may_change_rule:
                st.session_state[keys.CHANGING] = view.proposal_id
                st.rerun()
            st.dialog(t("decision-change"), width="medium")(_correct)(view)
        mails_out = able.may_remind and mail_is_set()
        if mails_out and st.button(t("decision-remind"), icon=":material/mail:", key=keys.REMIND):
            _remind(view)
        may_close = able.may_close and all(line.cast_by for line in view.voters)
        if may_close and st.button(t("decision-close"), icon=":material/lock_clock:", key=keys.CLOSE):
            with attempt() as outcome:
                service.close_proposal(require_actor(), view.proposal_id)
            _after(ok=outcome.ok, said="decision-closed-now")
        if able.may_withdraw and st.button(t("decision-withdraw"), icon=":material/undo:", key=keys.WITHDRAW):
            st.dialog(t("decision-withdraw"))(_withdraw)(view)
        if able.may_new_round and st.button(t("decision-new-round"), icon=":material/replay:", key=keys.ROUND):
            st.dialog(t("decision-new-round"))(_new_round)(view)


def _after(*, ok: bool, said: str) -> None:
    if ok:
        flash(said)
        st.rerun()


def _remind(view: ProposalView) -> None:
    sent, people = 0, 0
    with attempt() as outcome:
        reminder = service.remind_voters(require_actor(), view.proposal_id)
        people = len(reminder.people)
        sent = mails.send_reminders(reminder)
    if outcome.ok:
        flash("decision-reminded", sent=sent, people=people)
        st.rerun()


def _correct(view: ProposalView) -> None:
    """Words only: what decides the result is fixed. Each change is a version, with what it corrects."""
    changing = None
    with attempt():
        changing = service.view_change(require_actor(), view.proposal_id)
    if changing is None:
        return
    given = changing.draft
    st.caption(t("decision-change-text"))
    key = f"{keys.CHANGE}.{view.proposal_id}.{given.version}"
    with st.form(key, border=False):
        title = st.text_input(t("decision-title"), given.title, key=f"{key}.title")
        context = st.text_area(t("decision-context"), given.context, height=160, key=f"{key}.context")
        options = given.options
        if len(options) > 1:
            options = tuple(_words(one, place, key) for place, one in enumerate(options, start=1))
        note = st.text_input(t("decision-note"), help=t("decision-note-help"), key=f"{key}.note")
        saves = st.form_submit_button(t("decision-save"), type="primary")
    if not saves:
        return
    with attempt() as outcome:
        draft = replace(given, title=title, context=context, options=options, note=note)
        service.change_proposal(require_actor(), view.proposal_id, draft)
    _after(ok=outcome.ok, said="decision-saved")


def _words(one: OptionDraft, place: int, key: str) -> OptionDraft:
    label = t("decision-option-name", place=place)
    name = one.name if one.at else st.text_input(label, one.name, key=f"{key}.{one.option_id}.name")
    text = st.text_area(t("decision-option-text"), one.text, height=80, key=f"{key}.{one.option_id}.text")
    return replace(one, name=name, text=text)


def _withdraw(view: ProposalView) -> None:
    st.write(plain(t("decision-withdraw-text", title=view.title)))
    with st.form(f"{keys.WITHDRAW}.form", border=False):
        reason = st.text_input(t("decision-withdraw-reason"), key=f"{keys.WITHDRAW}.reason")
        if st.form_submit_button(t("decision-withdraw-yes"), type="primary"):
            with attempt() as outcome:
                service.withdraw_proposal(require_actor(), view.proposal_id, reason)
            _after(ok=outcome.ok, said="decision-withdrawn-now")


def _new_round(view: ProposalView) -> None:
    st.write(t("decision-new-round-text"))
    with st.form(f"{keys.ROUND}.form", border=False):
        default = at_hour(utc_now() + timedelta(days=SECOND_ROUND_DAYS), EVENING, view.zone)
        closes_at = instant_now(t("decision-closes"), default, view.zone, keys.ROUND)
        if st.form_submit_button(t("decision-new-round-open"), type="primary"):
            with attempt() as outcome:
                check_days(keys.ROUND)
                service.new_round(require_actor(), view.proposal_id, closes_at=closes_at)
            _after(ok=outcome.ok, said="decision-round-opened")
