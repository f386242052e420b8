"""How a row, and what it could be, are said on the screens."""

from __future__ import annotations

import streamlit as st

from budget.bank.words import Candidate, RowView, TargetKind
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.widgets.plain import plain

_LABELS = {
    TargetKind.INVOICE: "bank-pays",
    TargetKind.URSSAF: "bank-pays-urssaf",
    TargetKind.PAYMENT: "bank-is-payment",
    TargetKind.PLEDGE: "bank-brings",
    TargetKind.RECEIPT: "bank-is-receipt",
    TargetKind.FEE: "bank-brings-fee",
    TargetKind.FEE_RECEIPT: "bank-is-fee",
}


def candidate_line(one: Candidate) -> str:
    """What confirming it says, and what is left of it."""
    return t(_LABELS[one.kind], number=one.number, who=one.who, left=money(abs(one.amount_cents)))


def part_line(one: Candidate) -> str:
    """The same, short: its number, whose it is, its amount."""
    who = t("payment-payee-urssaf") if one.kind is TargetKind.URSSAF else one.who
    return t("bank-part", number=one.number, who=who, amount=money(abs(one.amount_cents)))


def said(row: RowView) -> None:
    """A row as the bank words it."""
    colour = "red" if row.amount_cents < 0 else "green"
    st.markdown(f":{colour}[**{plain(money(row.amount_cents))}**] · {day(row.day)}")
    st.markdown(plain(row.label) or t("bank-no-label"))
