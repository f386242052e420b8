"""What the part of pledges opens over itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import streamlit as st

from budget.contributions import calls, mails, service
from budget.contributions.rules import MESSAGE_LENGTH
from budget.contributions.views import ContributionsView, KeyView, ReceiptView, StandingLine
from budget.contributions.words import PayeeDraft
from pages.contributions._fields import done, reason_form, receipt_form, typed
from pages.shell.formats import day, money
from pages.shell.i18n import language, t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day
from workspace.kernel.money import parse_amount

USUAL_DELAY = timedelta(days=30)


def open_pledge(key: KeyView, line: StandingLine) -> None:
    """Say what a structure gives."""
    st.dialog(t("pledge-title"))(_pledge)(key, line)


def _pledge(key: KeyView, line: StandingLine) -> None:
    st.write(t("pledge-text"))
    with st.form("contributions.pledge", border=False):
        amount = st.text_input(
            t("pledge-amount"), value=typed(line.pledged_cents or line.share_cents), key="contributions.pledge.amount"
        )
        note = st.text_input(
            t("pledge-note"), value=line.note, max_chars=MESSAGE_LENGTH, key="contributions.pledge.note"
        )
        sends = st.form_submit_button(t("pledge-save"), type="primary")
    if sends:
        with attempt() as outcome:
            service.pledge(require_actor(), key.key_id, line.structure_id, parse_amount(amount), note)
        if outcome.ok:
            done("contributions-done")
    if line.pledge_id and st.button(t("pledge-withdraw"), type="tertiary", key="contributions.pledge.withdraw"):
        with attempt() as outcome:
            service.withdraw_pledge(require_actor(), line.pledge_id)
        if outcome.ok:
            done("contributions-done")


def open_call(view: ContributionsView, key: KeyView, line: StandingLine) -> None:
    """Ask a structure for what it pledged."""
    st.dialog(t("call-make-title", name=line.name))(_call)(view, key, line)


def _call(view: ContributionsView, key: KeyView, line: StandingLine) -> None:
    if not view.payee.holder:
        st.warning(t("payee-none"), icon=":material/account_balance:")
        return
    st.write(t("call-make-text"))
    if not view.mails:
        st.caption(t("call-make-copied"))
    usual = key.due_on if key.due_on and key.due_on >= view.today else view.today + USUAL_DELAY
    with st.form("contributions.call", border=False):
        due = day_field(t("call-due-field"), usual, key="contributions.call.due")
        message = st.text_area(
            t("call-message"), max_chars=MESSAGE_LENGTH, height=80, key="contributions.call.message"
        )
        sends = st.form_submit_button(t("call-send"), type="primary")
    if sends and line.pledge_id:
        with attempt() as outcome:
            made = calls.call_pledge(require_actor(), line.pledge_id, read_day(due), message)
        if outcome.ok:
            done("call-mailed" if made.mailed else "call-made", count=made.mailed)


def remind(line: StandingLine) -> None:
    """Give the reminder of the day; its words are shown to be copied where mail is not set."""
    if line.call is None:
        return
    with attempt() as outcome:
        sent = calls.remind(require_actor(), line.call.call_id)
    if outcome.ok:
        done("call-reminded-mailed" if sent else "call-reminded", count=sent)


def open_words(line: StandingLine) -> None:
    """The words of the call or of its reminder, to be copied."""
    st.dialog(t("call-words"), width="large")(_words)(line)


def _words(line: StandingLine) -> None:
    if line.call is None:
        return
    with attempt():
        for is_reminder in (False, True):
            letter = calls.view_letter(require_actor(), line.call.call_id, is_reminder=is_reminder)
            if not is_reminder:
                names = ", ".join(f"{name} <{address}>" for address, _, name in letter.people)
                st.caption(plain(t("call-words-people", names=names)) if names else t("call-words-nobody"))
            st.subheader(t("call-words-reminder" if is_reminder else "call-words-title"), anchor=False)
            name = letter.people[0][2] if letter.people else line.name
            subject, body = mails.words_of(letter, language(), name)
            st.code(f"{subject}\n\n{body}", language=None, wrap_lines=True)


def open_cancel_call(line: StandingLine) -> None:
    """Take a call back."""
    if line.call is not None:
        st.dialog(t("call-cancel-title", number=line.call.number))(_cancel_call)(line)


def _cancel_call(line: StandingLine) -> None:
    call = line.call
    if call is not None:
        reason_form(
            "contributions.call.cancel",
            t("call-cancel"),
            lambda reason: calls.cancel_call(require_actor(), call.call_id, reason),
            "contributions-done",
        )


def open_receipt(view: ContributionsView, line: StandingLine) -> None:
    """Write that money came."""
    st.dialog(t("receipt-take-title", name=line.name))(_receipt)(view, line)


def _receipt(view: ContributionsView, line: StandingLine) -> None:
    st.write(t("receipt-take-text", amount=money(line.still_due_cents)))
    pledge_id = line.pledge_id
    if pledge_id is not None:
        receipt_form(
            line.still_due_cents,
            view.today,
            "contributions.receipt",
            lambda draft: calls.receive(require_actor(), pledge_id, draft),
        )


def receipts(
    given: Sequence[ReceiptView], kind: str, may_cancel: bool, cancels: Callable[[ReceiptView], None]
) -> None:
    """Each receipt with its paper; `kind` is its place in the address."""
    for one in given:
        with st.container(horizontal=True, vertical_alignment="center"):
            if one.is_cancelled:
                said = t(
                    "receipt-line-cancelled", number=one.number, amount=money(one.amount_cents), reason=one.reason
                )
            else:
                date = day(one.received_on)
                said = t("receipt-line", number=one.number, amount=money(one.amount_cents), date=date)
            st.markdown(plain(said), width="content")
            label = t("receipt-pdf", number=one.number)
            st.link_button(label, f"/budget/{kind}/{one.receipt_id}.pdf", icon=":material/download:")
            key = f"contributions.{kind}.cancel.{one.number}"
            offered = may_cancel and not one.is_cancelled
            if offered and st.button(t("receipt-cancel", number=one.number), type="tertiary", key=key):
                cancels(one)


def open_cancel_receipt(one: ReceiptView) -> None:
    """Cancel a receipt by the reverse movement."""
    st.dialog(t("receipt-cancel-title", number=one.number))(_cancel_receipt)(one)


def _cancel_receipt(one: ReceiptView) -> None:
    st.write(t("receipt-cancel-text"))
    reason_form(
        "contributions.receipt.cancel",
        t("receipt-cancel", number=one.number),
        lambda reason: calls.cancel_receipt(require_actor(), one.receipt_id, reason),
        "contributions-done",
    )


def payee_form(payee: PayeeDraft) -> None:
    """The account that calls carry."""
    st.caption(t("payee-lead"))
    with st.form("contributions.payee", border=False):
        holder = st.text_input(t("payee-holder"), value=payee.holder, max_chars=70, key="contributions.payee.holder")
        iban = st.text_input(t("payee-iban"), value=payee.iban, key="contributions.payee.iban")
        bic = st.text_input(t("payee-bic-field"), value=payee.bic, key="contributions.payee.bic")
        sends = st.form_submit_button(t("payee-save"))
    if sends:
        with attempt() as outcome:
            service.save_payee(require_actor(), PayeeDraft(holder=holder, iban=iban, bic=bic, version=payee.version))
        if outcome.ok:
            done("payee-saved")
