"""What the forms of contributions share: amounts typed as text, a reason, money that came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from budget.contributions.words import ReceiptDraft
from budget.spending.words import PaymentMeans
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.widgets.days import day_field
from workspace.kernel.dates import read_day
from workspace.kernel.money import parse_amount


def typed(cents: int) -> str:
    """An amount as a text field shows it, for `parse_amount` to read back."""
    euros, rest = divmod(cents, 100)
    return f"{euros},{rest:02}" if cents else ""


def means_label(means: PaymentMeans) -> str:
    """The name of a means of payment."""
    return t(f"contribution-means-{means.value.replace('_', '-')}")


def hours_label(minutes: int) -> str:
    """A duration as people say it."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return t("in-kind-duration-round", hours=hours)
    return t("in-kind-duration", hours=hours, minutes=f"{rest:02}")


def receipt_form(left_cents: int, today: date, key: str, act: Callable[[ReceiptDraft], object]) -> None:
    """A form for money that came; what is left is proposed."""
    with st.form(key, border=False):
        amount = st.text_input(t("receipt-amount-field"), value=typed(left_cents), key=f"{key}.amount")
        day = day_field(t("receipt-day-field"), today, key=f"{key}.day")
        means = st.selectbox(
            t("receipt-means-field"), tuple(PaymentMeans), format_func=means_label, key=f"{key}.means"
        )
        reference = st.text_input(t("receipt-reference-field"), max_chars=140, key=f"{key}.reference")
        sends = st.form_submit_button(t("receipt-save"), type="primary")
    if sends:
        with attempt() as outcome:
            act(
                ReceiptDraft(
                    amount_cents=parse_amount(amount),
                    received_on=read_day(day),
                    means=means or PaymentMeans.TRANSFER,
                    reference=reference,
                )
            )
        if outcome.ok:
            done("receipt-taken")


def reason_form(key: str, label: str, act: Callable[[str], object], said: str) -> None:
    """A form that asks why, then does it."""
    with st.form(key, border=False, enter_to_submit=False):
        reason = st.text_input(t("contributions-cancel-reason"), max_chars=500, key=f"{key}.reason")
        sends = st.form_submit_button(label, type="primary")
    if sends:
        with attempt() as outcome:
            act(reason)
        if outcome.ok:
            done(said)


def done(key: str, **values: object) -> None:
    """Say it and draw the page anew."""
    flash(key, **values)
    st.rerun()
