"""The bank account: take a statement in, say what each row is, see the statements that were read."""

from __future__ import annotations

import streamlit as st

from budget.bank import rules, service
from budget.bank.words import BankDesk, BankOperation, StatementLine
from pages.budget import _bank_import, _bank_rows
from pages.shell.formats import day, when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.rights import Target, allowed


def page() -> None:
    """Draw the account, for who keeps the accounts."""
    actor = require_actor()
    st.page_link(page_of("invoices"), label=t("invoice-back"), icon=":material/arrow_back:")
    st.title(t("menu-bank"), anchor=False)
    if not allowed(rules.POLICIES[BankOperation.VIEW], actor, Target(group_id=actor.group_id)):
        st.info(t("bank-not-yours"), icon=":material/lock:")
        return
    desk = service.view_bank(actor)
    st.caption(t("bank-lead"))
    _bank_import.offer(expanded=not desk.statements)
    if not desk.statements:
        if _bank_import.is_reading():
            return
        with st.container(border=True):
            st.markdown(f"**{t('bank-empty-title')}**")
            st.write(t("bank-empty-text"))
        return
    _bank_rows.waiting(desk)
    _bank_rows.settled(desk)
    _statements(desk)


def _statements(desk: BankDesk) -> None:
    st.header(t("bank-statements"), anchor=False)
    for one in desk.statements:
        with st.container(border=True, gap="xxsmall"):
            st.markdown(_period(one))
            st.caption(t("bank-read-by", name=plain(one.read_by), date=when(one.read_at, desk.zone)))
            st.link_button(
                t("invoice-document", name=one.name), f"/budget/document/{one.document_id}",
                icon=":material/download:", type="tertiary",
            )  # fmt: skip


def _period(one: StatementLine) -> str:
    if one.first == one.last:
        return t("bank-statement-day", day=day(one.first), count=one.rows)
    return t("bank-statement", first=day(one.first), last=day(one.last), count=one.rows)


page()
