"""What is committed: who approved, who is awaited, and the buttons of what can be done."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from budget.envelope.words import CommitmentView, EnvelopeView
from budget.spending.words import CommitmentState
from pages.budget import _commitment_acts, keys
from pages.fiches._scene import draw as draw_html
from pages.fiches._scene import text_of
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.kernel.clock import local

LOOKS = {
    CommitmentState.PROPOSED: ("awaited", "○"),
    CommitmentState.APPROVED: ("approved", "✓"),
    CommitmentState.CANCELLED: ("changes", "×"),
}


def draw(view: EnvelopeView, zone: str) -> None:
    """The list, those that wait first, and the buttons."""
    st.header(t("budget-commitments"), anchor=False)
    waiting = [one for one in view.commitments if one.state is CommitmentState.PROPOSED]
    if waiting:
        st.caption(t("budget-waiting", count=len(waiting)))
    mine = [one for one in waiting if one.may_approve]
    for one in mine:
        _asked_of_me(one, zone)
    others = [one for one in view.commitments if one not in mine]
    if others:
        _list(others, zone)
    elif not mine:
        st.write(t("budget-commitments-none"))
    if view.more_commitments:
        st.caption(t("budget-commitments-more", count=view.more_commitments))
    _buttons(view)


def _list(commitments: Iterable[CommitmentView], zone: str) -> None:
    items = "".join(_item(one, zone) for one in commitments)
    label = t("budget-commitments")
    draw_html(f'<div class="cf"><ul class="cd-voices cb-list" aria-label="{label}">{items}</ul></div>')


def _asked_of_me(one: CommitmentView, zone: str) -> None:
    """What waits for the reader's agreement, and the button of just that."""
    with st.container(border=True):
        _list((one,), zone)
        key = f"{keys.APPROVE}.{one.commitment_id}"
        label = f"{t('budget-approve')} · {money(one.amount_cents)}"
        if st.button(label, type="primary", icon=":material/task_alt:", help=plain(one.label), key=key):
            _commitment_acts.approve(one)


def _item(one: CommitmentView, zone: str) -> str:
    look, sign = LOOKS[one.state]
    state = t(f"budget-state-{one.state.value}")
    soft = [f"{text_of(one.supplier)} · {text_of(one.line)}"]
    if one.author:
        soft.append(text_of(t("budget-by", name=one.author, date=day(local(one.created_at, zone).date()))))
    if one.state is not CommitmentState.PROPOSED and one.invoiced_cents:
        told = t("budget-invoiced-of", invoiced=money(one.invoiced_cents), amount=money(one.amount_cents))
        soft.append(text_of(told))
    if one.cancelled_at is not None:
        date = day(local(one.cancelled_at, zone).date())
        soft.append(text_of(t("budget-cancelled-by", name=one.cancelled_by, date=date, reason=one.cancel_reason)))
    names = ", ".join(name for name, _ in one.approvals)
    given = t("budget-approvals", given=len(one.approvals), needed=one.needed, names=names)
    voices = f'<span class="cf-soft">{text_of(given)}</span>'
    if one.state is CommitmentState.PROPOSED:
        awaited = t("budget-awaited", names=", ".join(one.awaited)) if one.awaited else t("budget-awaited-nobody")
        voices += f"<span><b>{text_of(awaited)}</b></span>"
    reason = f'<span class="cd-reason">{text_of(one.reason)}</span>' if one.reason else ""
    return (
        f'<li class="cd-{look}"><i aria-hidden="true">{sign}</i><span>'
        f'<span class="cb-row"><b>{text_of(one.label)}</b> <b class="cb-amount">{money(one.amount_cents)}</b></span>'
        f'<span class="cf-soft">{state} · {" · ".join(soft)}</span>{voices}{reason}</span></li>'
    )


def _buttons(view: EnvelopeView) -> None:
    kept = [one for one in view.commitments if one.may_cancel]
    with st.container(horizontal=True):
        commits = view.abilities.may_commit and bool(view.lines)
        if commits and st.button(t("budget-commit"), icon=":material/handshake:", key=keys.COMMIT):
            st.dialog(t("budget-commit"), width="medium")(_commitment_acts.commit)(view)
        if kept and st.button(t("budget-cancel"), icon=":material/undo:", key=keys.CANCEL):
            st.dialog(t("budget-cancel"))(_commitment_acts.cancel)(kept)
