"""The dialog in which a row is given to one thing or shared between several, to the cent."""

from __future__ import annotations

import streamlit as st

from budget.bank import matching, rules
from budget.bank.words import BankDesk, Candidate, Part, RowView
from pages.budget._bank_words import candidate_line, said
from pages.budget._invoice_words import typed
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash, sentence
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import parse_amount

K = "bank.split"


def choices(desk: BankDesk, row: RowView) -> list[Candidate]:
    """What a row may be, whole or in part: money of its own direction, a known payment no larger than the row."""
    return [
        one
        for one in desk.candidates
        if one.amount_cents * -row.amount_cents > 0
        and (one.kind not in rules.CONFIRMED or abs(one.amount_cents) <= abs(row.amount_cents))
    ]


def draw(row: RowView, others: list[Candidate]) -> None:
    """Choose one thing or several; with several, say what goes to each."""
    said(row)
    chosen = st.multiselect(
        t("bank-other-choose"), range(len(others)), format_func=lambda at: candidate_line(others[at]),
        placeholder=t("bank-other-placeholder"), help=t("bank-other-help"), key=f"{K}.{row.row_id}",
    )  # fmt: skip
    if not chosen:
        return
    wanted = [others[at] for at in chosen]
    if len(wanted) == 1:
        amounts: list[int] | None = [abs(row.amount_cents)]
    else:
        amounts = _amounts(row, wanted)
    if amounts is None:
        return
    left = abs(row.amount_cents) - sum(amounts)
    if left:
        key = "bank-split-left" if left > 0 else "bank-split-over"
        st.warning(t(key, amount=plain(money(abs(left)))), icon=":material/balance:")
    elif min(amounts) <= 0:
        st.warning(t("bank-split-nothing"), icon=":material/balance:")
    elif len(wanted) > 1:
        st.success(t("bank-split-exact"), icon=":material/check_circle:")
    if st.button(t("bank-other-yes"), type="primary", key=f"{K}.yes", disabled=bool(left) or min(amounts) <= 0):
        sign = 1 if row.amount_cents < 0 else -1
        parts = [
            Part(kind=one.kind, object_id=one.object_id, amount_cents=sign * cents)
            for one, cents in zip(wanted, amounts, strict=True)
        ]
        with attempt() as outcome:
            matching.settle_row(require_actor(), row.row_id, parts)
        if outcome.ok:
            flash("bank-matched")
            st.rerun()


def _amounts(row: RowView, wanted: list[Candidate]) -> list[int] | None:
    """What goes to each, as typed; proposed so that the first are settled whole. None while one cannot be read."""
    rest, amounts = abs(row.amount_cents), []
    for one in wanted:
        proposed = min(abs(one.amount_cents), rest)
        rest -= proposed
        text = st.text_input(
            candidate_line(one), typed(proposed), disabled=one.kind in rules.CONFIRMED,
            key=f"{K}.{row.row_id}.{one.kind.value}.{one.object_id}.{proposed}",
        )  # fmt: skip
        try:
            amounts.append(parse_amount(text))
        except RuleBroken as broken:
            st.error(sentence(broken), icon=":material/error:")
            return None
    return amounts
