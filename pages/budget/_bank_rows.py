"""The rows of the account: what each could be, for a person to confirm, and what each was found to be."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from budget.bank import matching
from budget.bank.words import BankDesk, Candidate, Part, RowView
from pages.budget import _bank_split
from pages.budget._bank_words import candidate_line, part_line, said
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain


def waiting(desk: BankDesk) -> None:
    """The rows that wait for a person."""
    st.header(t("bank-waiting"), anchor=False)
    if not desk.waiting:
        st.success(t("bank-waiting-none"), icon=":material/check_circle:")
    for row in desk.waiting:
        with st.container(border=True, gap="xsmall"):
            said(row)
            if row.together:
                _together(row)
            for one in row.proposals:
                key = f"bank.match.{row.row_id}.{one.kind.value}.{one.object_id}"
                if st.button(plain(candidate_line(one)), icon=":material/link:", key=key):
                    _settle(row, [_whole(row, one)])
            with st.container(horizontal=True):
                others = _bank_split.choices(desk, row)
                if others and st.button(t("bank-other"), type="tertiary", key=f"bank.other.{row.row_id}"):
                    st.dialog(t("bank-other-title"), width="medium")(_bank_split.draw)(row, others)
                if st.button(t("bank-aside"), type="tertiary", key=f"bank.aside.{row.row_id}"):
                    with attempt() as outcome:
                        matching.set_aside(require_actor(), row.row_id)
                    _after(ok=outcome.ok, key="bank-set-aside")


def _together(row: RowView) -> None:
    """Several things of one payee that make the row: they are named before they are confirmed at once."""
    st.markdown("\n".join(f"- {plain(part_line(one))}" for one in row.together))
    label = t("bank-together", count=len(row.together))
    if st.button(label, icon=":material/join:", key=f"bank.together.{row.row_id}"):
        _settle(row, [_part(one) for one in row.together])


def _part(one: Candidate) -> Part:
    return Part(kind=one.kind, object_id=one.object_id, amount_cents=one.amount_cents)


def _whole(row: RowView, one: Candidate) -> Part:
    return Part(kind=one.kind, object_id=one.object_id, amount_cents=-row.amount_cents)


def _settle(row: RowView, parts: Sequence[Part]) -> None:
    with attempt() as outcome:
        matching.settle_row(require_actor(), row.row_id, parts)
    _after(ok=outcome.ok, key="bank-matched")


def _after(*, ok: bool, key: str) -> None:
    if ok:
        flash(key)
        st.rerun()


def settled(desk: BankDesk) -> None:
    """The rows that were recognised, with what each was found to be."""
    if not desk.settled:
        return
    with st.expander(t("bank-settled", count=len(desk.settled))):
        for row in desk.settled:
            with st.container(border=True, gap="xxsmall"):
                st.markdown(f"**{plain(money(row.amount_cents))}** · {day(row.day)} · {plain(row.label)}")
                if len(row.said) > 1:
                    st.markdown("\n".join(f"- {plain(one)}" for one in row.said))
                else:
                    st.markdown(plain(row.said[0]) if row.said else t("bank-is-aside"))
                if st.button(
                    t("bank-release"), type="tertiary", icon=":material/undo:", key=f"bank.release.{row.row_id}"
                ):
                    st.dialog(t("bank-release-title"))(_release)(row)


def _release(row: RowView) -> None:
    """Ask before a match is undone, and say what that cancels."""
    said(row)
    st.write(t("bank-release-made" if row.made else "bank-release-kept"))
    if st.button(t("bank-release-yes"), type="primary", key="bank.release.yes"):
        with attempt() as outcome:
            matching.release_row(require_actor(), row.row_id)
        _after(ok=outcome.ok, key="bank-released")
