"""What is done with commitments: give one's agreement, commit a small order, cancel and say why."""

from __future__ import annotations

import streamlit as st

from budget.envelope import rules
from budget.envelope.words import CommitmentView, EnvelopeView
from budget.quotes.suppliers import view_suppliers
from budget.spending import commitments
from pages.budget import keys
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.kernel.money import parse_amount


def approve(one: CommitmentView) -> None:
    """Give the actor's agreement."""
    with attempt() as outcome:
        commitments.approve_commitment(require_actor(), one.commitment_id)
    if outcome.ok:
        _done("budget-approved-now")


def commit(view: EnvelopeView) -> None:
    """A small order without a devis: the words of its dialog."""
    known = [one for one in view_suppliers(require_actor()).suppliers if not one.is_archived]
    if not known:
        st.info(t("budget-supplier-none"), icon=":material/store:")
        return
    st.write(t("budget-commit-text"))
    key = f"{keys.COMMIT}.form"
    with st.form(key, border=False):
        label = st.text_input(t("field-commitment-label"), max_chars=rules.LABEL_LENGTH, key=f"{key}.label")
        line = st.selectbox(t("budget-line"), view.lines, format_func=lambda one: one.label, key=f"{key}.line")
        supplier = st.selectbox(t("budget-supplier"), known, format_func=lambda one: one.name, key=f"{key}.supplier")
        amount = st.text_input(t("budget-amount"), help=t("budget-amount-help"), key=f"{key}.amount")
        reason = st.text_input(t("budget-reason"), max_chars=rules.REASON_LENGTH, key=f"{key}.reason")
        sends = st.form_submit_button(t("budget-commit-yes"), type="primary")
    if not sends or line is None or supplier is None:
        return
    with attempt() as outcome:
        cents = parse_amount(amount)
        commitments.propose_commitment(
            require_actor(),
            line_id=line.line_id,
            supplier_id=supplier.supplier_id,
            label=label,
            amount_cents=cents,
            reason=reason,
        )
    if outcome.ok:
        alone = rules.approvals_needed(cents, view.alone_below_cents) == 1
        _done("budget-committed-now" if alone else "budget-proposed-now")


def cancel(kept: list[CommitmentView]) -> None:
    """Cancel one of those that may be, and say why: the words of its dialog."""
    st.write(t("budget-cancel-text"))
    with st.form(f"{keys.CANCEL}.form", border=False):
        picked = st.selectbox(
            t("budget-cancel-which"),
            kept,
            format_func=lambda one: f"{one.label}, {money(one.amount_cents)}",
            key=f"{keys.CANCEL}.which",
        )
        reason = st.text_input(t("budget-cancel-reason"), max_chars=rules.CANCEL_LENGTH, key=f"{keys.CANCEL}.reason")
        sends = st.form_submit_button(t("budget-cancel-yes"), type="primary")
    if sends and picked is not None:
        with attempt() as outcome:
            commitments.cancel_commitment(require_actor(), picked.commitment_id, reason)
        if outcome.ok:
            _done("budget-cancelled-now")


def _done(key: str) -> None:
    flash(key)
    st.rerun()
