"""The bank account: take a statement in, say what each row is, see the statements that were read."""

from __future__ import annotations

import streamlit as st

from budget.bank import rules, service
from budget.bank.words import BankDesk, BankOperation, Candidate, RowView, TargetKind
from pages.budget import _bank_import
from pages.shell.formats import day, money, when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.rights import Target, allowed

_LABELS = {
    TargetKind.INVOICE: "bank-pays",
    TargetKind.PAYMENT: "bank-is-payment",
    TargetKind.PLEDGE: "bank-brings",
    TargetKind.RECEIPT: "bank-is-receipt",
}


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
    _waiting(desk)
    _settled(desk)
    _statements(desk)


def _waiting(desk: BankDesk) -> None:
    st.header(t("bank-waiting"), anchor=False)
    if not desk.waiting:
        st.success(t("bank-waiting-none"), icon=":material/check_circle:")
    for row in desk.waiting:
        with st.container(border=True, gap="xsmall"):
            _said(row)
            for one in row.proposals:
                if st.button(_proposal(one), icon=":material/link:", key=f"bank.match.{row.row_id}.{one.object_id}"):
                    _match(row, one)
            with st.container(horizontal=True):
                fitting = [one for one in desk.candidates if rules.fits(row.amount_cents, one)]
                others = [one for one in fitting if one not in row.proposals]
                if others and st.button(t("bank-other"), type="tertiary", key=f"bank.other.{row.row_id}"):
                    st.dialog(t("bank-other-title"))(_other)(row, others)
                if st.button(t("bank-aside"), type="tertiary", key=f"bank.aside.{row.row_id}"):
                    with attempt() as outcome:
                        service.set_aside(require_actor(), row.row_id)
                    _after(ok=outcome.ok, key="bank-set-aside")


def _said(row: RowView) -> None:
    colour = "red" if row.amount_cents < 0 else "green"
    st.markdown(f":{colour}[**{plain(money(row.amount_cents))}**] · {day(row.day)}")
    st.markdown(plain(row.label) or t("bank-no-label"))


def _proposal(one: Candidate) -> str:
    return t(
        _LABELS[one.kind], number=plain(one.number), who=plain(one.who), left=plain(money(abs(one.amount_cents)))
    )


def _other(row: RowView, others: list[Candidate]) -> None:
    _said(row)
    chosen = st.selectbox(
        t("bank-other-choose"), range(len(others)), format_func=lambda at: _bare(others[at]), key="bank.other.choice"
    )
    if st.button(t("bank-other-yes"), type="primary", key="bank.other.yes") and chosen is not None:
        _match(row, others[chosen])


def _bare(one: Candidate) -> str:
    return t(_LABELS[one.kind], number=one.number, who=one.who, left=money(abs(one.amount_cents)))


def _match(row: RowView, one: Candidate) -> None:
    with attempt() as outcome:
        service.match_row(require_actor(), row.row_id, one.kind, one.object_id)
    _after(ok=outcome.ok, key="bank-matched")


def _after(*, ok: bool, key: str) -> None:
    if ok:
        flash(key)
        st.rerun()


def _settled(desk: BankDesk) -> None:
    if not desk.settled:
        return
    with st.expander(t("bank-settled", count=len(desk.settled))):
        for row in desk.settled:
            with st.container(horizontal=True, vertical_alignment="center"):
                what = plain(row.said) if row.said else t("bank-is-aside")
                st.markdown(f"**{plain(money(row.amount_cents))}** · {day(row.day)} · {what}  \n{plain(row.label)}")
                if st.button(t("bank-release"), type="tertiary", key=f"bank.release.{row.row_id}"):
                    with attempt() as outcome:
                        service.release_row(require_actor(), row.row_id)
                    _after(ok=outcome.ok, key="bank-released")


def _statements(desk: BankDesk) -> None:
    st.header(t("bank-statements"), anchor=False)
    for one in desk.statements:
        with st.container(border=True, gap="xxsmall"):
            st.markdown(t("bank-statement", first=day(one.first), last=day(one.last), count=one.rows))
            st.caption(t("bank-read-by", name=plain(one.read_by), date=when(one.read_at, desk.zone)))
            st.link_button(
                t("invoice-document", name=one.name), f"/budget/document/{one.document_id}",
                icon=":material/download:", type="tertiary",
            )  # fmt: skip


page()
