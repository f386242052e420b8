"""One's structure's voice: who casts it, and to whom it is given."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages.decisions import keys
from pages.shell.formats import day
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.decisions import ballots, service
from workspace.decisions.views import Decisions, ProcurationView
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day

ABSENCE_DAYS = 30


def voice(decisions: Decisions) -> None:
    """Representatives of one's structure, and every procuration in force."""
    st.header(t("voice-title"), anchor=False)
    st.caption(t("voice-text"))
    for one in decisions.procurations:
        _procuration(one)
    if not decisions.may_give:
        return
    with st.expander(t("voice-give"), icon=":material/handshake:"):
        give(None, decisions.zone)
    with st.expander(t("voice-seat"), icon=":material/badge:"):
        _seat()


def _procuration(one: ProcurationView) -> None:
    scope = t("voice-until", date=day(one.until)) if one.until else t("voice-one-vote")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(t("voice-given", giver=one.giver, holder=one.holder, name=one.given_by)) + f" · {scope}")
        revoke = t("voice-revoke")
        if one.may_revoke and st.button(revoke, key=f"decisions.revoke.{one.procuration_id}", type="tertiary"):
            with attempt() as outcome:
                ballots.revoke_procuration(require_actor(), one.procuration_id)
            if outcome.ok:
                flash("voice-revoked")
                st.rerun()


def give(proposal_id: UUID | None, zone: str) -> None:
    """The form that gives one's voice, for one vote or until a day."""
    actor = require_actor()
    names = {key: name for key, name in service.view_choices(actor).structures if key != actor.structure_id}
    key = f"{keys.GIVE}.{proposal_id}"
    with st.form(key, border=False):
        st.caption(t("voice-give-text"))
        holder = st.selectbox(
            t("voice-holder"), tuple(names), index=None, placeholder=t("fiches-choose"),
            format_func=names.__getitem__, key=f"{key}.holder",
        )  # fmt: skip
        until = None
        if proposal_id is None:
            default = local(utc_now() + timedelta(days=ABSENCE_DAYS), zone).date()
            until = day_field(t("voice-until-field"), default, key=f"{key}.until")
        instruction = st.text_input(t("voice-instruction"), help=t("voice-instruction-help"), key=f"{key}.say")
        sends = st.form_submit_button(t("voice-give-yes"))
    if sends and holder is None:
        st.error(t("voice-holder-missing"))
    elif sends and holder is not None:
        with attempt() as outcome:
            day = None if until is None else read_day(until)
            ballots.give_procuration(actor, holder, proposal_id=proposal_id, until=day, instruction=instruction)
        if outcome.ok:
            flash("voice-gave")
            st.rerun()


def _seat() -> None:
    actor = require_actor()
    seat = service.view_seat(actor)
    if seat is None:
        return
    names: dict[UUID, str] = dict(seat.people)
    st.caption(t("voice-seat-text"))
    with st.form(keys.SEAT, border=False):
        chosen = [
            st.selectbox(
                t(f"voice-seat-{part}"), tuple(names), index=list(names).index(now) if now in names else None,
                placeholder=t("voice-seat-anybody"), format_func=names.__getitem__, key=f"{keys.SEAT}.{part}",
            )
            for part, now in (("titular", seat.titular), ("substitute", seat.substitute))
        ]  # fmt: skip
        saves = st.form_submit_button(t("decision-save"))
    if saves:
        with attempt() as outcome:
            ballots.name_representatives(actor, seat.structure_id, titular=chosen[0], substitute=chosen[1])
        if outcome.ok:
            flash("voice-seat-saved")
            st.rerun()
