"""Écritures: every movement of money in order, the balance of accounts, the chain, closing a year."""

from __future__ import annotations

import streamlit as st

from budget.ledger import rules, service
from budget.ledger.words import LedgerView
from pages.budget import keys
from pages.budget._style import use_style
from pages.decisions._scene import table
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.clock import local

SEAL_SHOWN = 16


def page() -> None:
    """Draw the year that is chosen, the latest at first."""
    actor = require_actor()
    view = service.view_ledger(actor, st.session_state.get(keys.YEAR))
    use_style()
    st.page_link(page_of("budget"), label=t("budget-to-budget"), icon=":material/arrow_back:")
    st.title(t("menu-ecritures"), anchor=False)
    st.caption(t("ledger-lead"))
    if len(view.years) > 1:
        st.pills(
            t("budget-year"), [one.year for one in view.years], default=view.shown.year, key=keys.YEAR, required=True
        )
    _state(view)
    _entries(view)
    if view.balances:
        _balances(view)
    _check()
    _exports(view)


def _state(view: LedgerView) -> None:
    shown, year = view.shown, str(view.shown.year)
    if shown.closed_at is not None:
        date = day(local(shown.closed_at, view.zone).date())
        st.info(plain(t("ledger-closed-on", date=date, name=shown.closed_by)), icon=":material/lock:")
        st.caption(t("ledger-seal", seal=shown.seal[:SEAL_SHOWN]))
    else:
        st.caption(t("ledger-year-open", year=year))
    if shown.reopened_at is not None:
        date = day(local(shown.reopened_at, view.zone).date())
        st.caption(plain(t("ledger-reopened-on", date=date, reason=shown.reason)))
    if view.abilities.may_close and st.button(t("ledger-close"), icon=":material/lock:", key=keys.CLOSE):
        st.dialog(t("ledger-close-title", year=year))(_close)(shown.year)
    if view.abilities.may_reopen and st.button(t("ledger-reopen"), icon=":material/lock_open:", key=keys.REOPEN):
        st.dialog(t("ledger-reopen-title", year=year))(_reopen)(shown.year)


def _entries(view: LedgerView) -> None:
    st.header(t("ledger-entries"), anchor=False)
    year = str(view.shown.year)
    if not view.entries:
        st.write(t("ledger-none", year=year))
        return
    st.caption(t("ledger-latest", count=view.shown.count, year=year, shown=len(view.entries)))
    heads = [t(f"ledger-{name}") for name in ("number", "label", "debit", "credit")]
    rows = [
        [str(one.number), day(one.movement.day), one.movement.label, one.movement.debit, one.movement.credit,
         money(one.movement.amount_cents)]
        for one in view.entries
    ]  # fmt: skip
    table(t("ledger-entries"), [heads[0], t("budget-date"), *heads[1:], t("budget-amount")], rows)


def _balances(view: LedgerView) -> None:
    st.header(t("ledger-balance"), anchor=False)
    heads = [t(f"ledger-{name}") for name in ("account", "debit", "credit", "balance-difference")]
    rows = [
        [one.account, money(one.debit_cents), money(one.credit_cents), money(one.debit_cents - one.credit_cents)]
        for one in view.balances
    ]
    table(t("ledger-balance"), heads, rows, numbers=True)


def _check() -> None:
    st.caption(t("ledger-check-text"))
    if not st.button(t("ledger-check"), icon=":material/verified:", key=keys.CHECK):
        return
    with attempt():
        told = service.check_ledger(require_actor())
        name = plain(told.group_name)
        if told.broken is None:
            st.success(t("ledger-check-good", group=name, count=told.count), icon=":material/verified:")
            return
        st.error(t("ledger-check-broken", group=name, count=told.count), icon=":material/gpp_bad:")
        st.write(t(f"ledger-fault-{told.broken.fault.value}", at=str(told.broken.at)))


def _exports(view: LedgerView) -> None:
    base = f"/budget/ledger/{view.shown.year}"
    with st.container(horizontal=True):
        st.link_button(t("budget-paheko"), f"{base}.paheko.csv", icon=":material/download:")
        st.link_button(t("budget-xlsx"), f"{base}.xlsx", icon=":material/table:")
        st.link_button(t("budget-csv"), f"{base}.csv", icon=":material/download:")
        st.link_button(t("budget-csv-international"), f"{base}.csv?form=international", icon=":material/download:")


def _close(year: int) -> None:
    st.write(t("ledger-close-text", year=str(year)))
    if st.button(t("ledger-close-yes", year=str(year)), type="primary", key=f"{keys.CLOSE}.yes"):
        with attempt() as outcome:
            service.close_year(require_actor(), year)
        if outcome.ok:
            flash("ledger-closed-now")
            st.rerun()


def _reopen(year: int) -> None:
    st.write(t("ledger-reopen-text"))
    with st.form(f"{keys.REOPEN}.form", border=False):
        reason = st.text_input(t("ledger-reopen-reason"), max_chars=rules.REASON_LENGTH, key=f"{keys.REOPEN}.reason")
        sends = st.form_submit_button(t("ledger-reopen-yes", year=str(year)), type="primary")
    if sends:
        with attempt() as outcome:
            service.reopen_year(require_actor(), year, reason)
        if outcome.ok:
            flash("ledger-reopened-now")
            st.rerun()


page()
