"""One structure's periods with their receipts, and what who keeps the accounts may do with them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import streamlit as st

from budget.adhesions import mails, rules, service
from budget.adhesions.words import AdhesionLine, AdhesionsView, MembershipDraft, MembershipView
from budget.contributions.views import ReceiptView
from pages.contributions._fields import done, reason_form, receipt_form
from pages.contributions._money_dialogs import receipts
from pages.shell.formats import colon, day, money
from pages.shell.i18n import language, t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.days import check_days, day_field, day_now
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day


def draw(view: AdhesionsView) -> None:
    """The structure that is chosen: its acts, then its periods, the latest first."""
    lines = {line.structure_id: line for line in view.lines}
    if not view.may_change and not any(line.memberships for line in view.lines):
        return
    chosen = st.selectbox(
        t("adhesions-structure-choice"), tuple(lines), format_func=lambda one: lines[one].name, key="adhesions.who"
    )
    line = lines[chosen or next(iter(lines))]
    offered = [one for one in view.rules if not one.is_archived]
    if view.may_change and offered:
        label = t("adhesions-renew" if line.latest else "adhesions-record")
        if st.button(label, type="primary", icon=":material/card_membership:", key="adhesions.record"):
            st.dialog(t("adhesions-record-title", name=line.name))(_record)(view, line)
    if line.memberships:
        st.header(plain(t("adhesions-history", name=line.name)), anchor=False)
    for place, one in enumerate(line.memberships):
        _membership(view, line, one, place)


def _record(view: AdhesionsView, line: AdhesionLine) -> None:
    st.write(t("adhesions-record-text"))
    offered = {one.rule_id: one.draft for one in view.rules if not one.is_archived}
    chosen = st.selectbox(
        t("adhesions-rule"), tuple(offered), format_func=lambda one: offered[one].label, key="adhesions.record.rule"
    )
    if chosen is None:
        return
    start = day_now(t("adhesions-starts"), line.next_start, key="adhesions.record.starts.day")
    period = rules.period_of(offered[chosen], start)
    said = t("fee-period", first=day(period.starts_on), last=day(period.ends_on))
    st.caption(t("adhesions-preview", period=said, amount=money(period.due_cents)))
    usual = min(rules.months_later(start, 1), period.ends_on)
    due = day_field(t("adhesions-fee-due"), usual, key=f"adhesions.record.due.{start}")
    if st.button(t("adhesions-save"), type="primary", key="adhesions.record.save"):
        with attempt() as outcome:
            check_days("adhesions.record.starts")
            _adhere(line.structure_id, chosen, start, read_day(due))
        if outcome.ok:
            done("adhesions-saved")


def _adhere(structure_id: UUID, rule_id: UUID, starts_on: date, due_on: date) -> None:
    draft = MembershipDraft(structure_id=structure_id, rule_id=rule_id, starts_on=starts_on, due_on=due_on)
    service.adhere(require_actor(), draft)


def _membership(view: AdhesionsView, line: AdhesionLine, one: MembershipView, place: int) -> None:
    with st.container(border=True):
        period = t("fee-period", first=day(one.starts_on), last=day(one.ends_on))
        st.markdown(f"**{plain(one.rule)}**, {plain(period)}")
        if one.is_cancelled:
            st.caption(plain(t("adhesions-cancelled", reason=one.reason)))
            return
        facts = [
            f"{t('adhesions-due')}{colon()}{money(one.due_cents)}",
            f"{t('adhesions-paid')}{colon()}{money(one.paid_cents)}",
            f"{t('adhesions-fee-due')} {day(one.due_on)}",
        ]
        st.caption(plain(" · ".join(facts)))
        if view.may_change:
            _offers(view, line, one, f"adhesions.{place}")
        receipts(one.receipts, "fee", view.may_change, _open_cancel_receipt)


def _offers(view: AdhesionsView, line: AdhesionLine, one: MembershipView, key: str) -> None:
    with st.container(horizontal=True):
        if one.left_cents > 0:
            if st.button(t("adhesions-receive"), icon=":material/savings:", key=f"{key}.receive"):
                st.dialog(t("receipt-take-title", name=line.name))(_receive)(view, one)
            if st.button(t("adhesions-words"), icon=":material/content_copy:", key=f"{key}.words"):
                st.dialog(t("adhesions-words"), width="large")(_words)(line, one)
        label = t("adhesions-remind")
        if one.reminder is not None and st.button(label, icon=":material/notifications:", key=f"{key}.remind"):
            with attempt() as outcome:
                sent = service.remind_fee(require_actor(), one.membership_id)
            if outcome.ok:
                done("call-reminded-mailed" if sent else "call-reminded", count=sent)
        if not one.paid_cents and st.button(t("adhesions-cancel"), type="tertiary", key=f"{key}.cancel"):
            st.dialog(t("adhesions-cancel-title", name=line.name))(_cancel)(one)


def _receive(view: AdhesionsView, one: MembershipView) -> None:
    st.write(t("receipt-take-text", amount=money(one.left_cents)))
    receipt_form(
        one.left_cents,
        view.today,
        "adhesions.receipt",
        lambda draft: service.receive_fee(require_actor(), one.membership_id, draft),
    )


def _words(line: AdhesionLine, one: MembershipView) -> None:
    with attempt():
        letter = service.view_letter(require_actor(), one.membership_id)
        names = ", ".join(f"{name} <{address}>" for address, _, name in letter.people)
        st.caption(plain(t("call-words-people", names=names)) if names else t("call-words-nobody"))
        subject, body = mails.words_of(letter, language(), letter.people[0][2] if letter.people else line.name)
        st.code(f"{subject}\n\n{body}", language=None, wrap_lines=True)


def _cancel(one: MembershipView) -> None:
    reason_form(
        "adhesions.cancel",
        t("adhesions-cancel"),
        lambda reason: service.cancel_membership(require_actor(), one.membership_id, reason),
        "contributions-done",
    )


def _open_cancel_receipt(one: ReceiptView) -> None:
    st.dialog(t("receipt-cancel-title", number=one.number))(_cancel_receipt)(one)


def _cancel_receipt(one: ReceiptView) -> None:
    st.write(t("receipt-cancel-text"))
    reason_form(
        "adhesions.receipt.cancel",
        t("receipt-cancel", number=one.number),
        lambda reason: service.cancel_fee_receipt(require_actor(), one.receipt_id, reason),
        "contributions-done",
    )
