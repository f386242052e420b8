"""Pledges, calls and receipts: three facts a structure, and what can be done with each."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from budget.contributions.views import CallView, ContributionsView, KeyView, StandingLine
from pages.contributions import _money_dialogs as dialogs
from pages.decisions._scene import table
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.widgets.offers import Offer, offer


def draw(view: ContributionsView) -> None:
    """Where each structure stands under a key; the acts are on the structure that is chosen."""
    if not view.keys:
        st.info(t("pledge-no-key"), icon=":material/balance:")
    else:
        keys = {key.key_id: key for key in view.keys}
        chosen = view.keys[0].key_id
        if len(keys) > 1:
            label, name = t("funding-which"), "contributions.money.key"
            picked = st.selectbox(label, tuple(keys), format_func=lambda one: keys[one].title, key=name)
            chosen = picked or chosen
        _standings(keys[chosen])
        _acts(view, keys[chosen])
    if view.abilities.may_set_payee:
        with st.expander(t("payee-title"), icon=":material/account_balance:", expanded=not view.payee.holder):
            dialogs.payee_form(view.payee)


def _standings(key: KeyView) -> None:
    heads = [
        t("contributions-structure"),
        t("funding-share"),
        t("contributions-pledged"),
        t("call-column"),
        t("contributions-received"),
        t("contributions-missing"),
    ]
    rows = [
        [
            line.name,
            money(line.share_cents),
            money(line.pledged_cents) if line.pledge_id else t("pledge-none"),
            _call(line.call),
            money(line.received_cents),
            money(line.still_due_cents),
        ]
        for line in key.lines
    ]
    st.header(t("pledge-lines"), anchor=False)
    table(t("pledge-lines"), heads, rows, numbers=True, words=(3,))


def _call(call: CallView | None) -> str:
    if call is None:
        return t("call-none")
    return t("call-late" if call.is_late else "call-on", number=call.number, date=day(call.due_on))


def _acts(view: ContributionsView, key: KeyView) -> None:
    """Buttons for one structure; papers for everybody."""
    lines = {line.structure_id: line for line in key.lines}
    first: UUID = view.own_id if view.own_id in lines else next(iter(lines))
    chosen = st.selectbox(
        t("pledge-for"),
        tuple(lines),
        index=tuple(lines).index(first),
        format_func=lambda one: lines[one].name,
        key=f"contributions.money.{key.key_id}.who",
    )
    line = lines[chosen or first]
    _offers(view, key, line)
    _papers(view, line)


def _offers(view: ContributionsView, key: KeyView, line: StandingLine) -> None:
    able, call = view.abilities, line.call
    untouched = call is None and not line.received_cents
    due = line.pledge_id is not None and line.still_due_cents > 0
    offers: tuple[Offer, ...] = (
        (
            line.may_pledge and untouched,
            "contributions-change" if line.pledge_id else "pledge-make",
            "handshake",
            lambda: dialogs.open_pledge(key, line),
            "secondary" if line.pledge_id else "primary",
        ),
        (
            able.may_call and due and call is None,
            "call-make",
            "outgoing_mail",
            lambda: dialogs.open_call(view, key, line),
            "primary",
        ),
        (
            able.may_receive and due,
            "receipt-take",
            "savings",
            lambda: dialogs.open_receipt(view, line),
            "primary" if call else "secondary",
        ),
        (
            able.may_call and call is not None and call.reminder is not None,
            "call-remind",
            "notifications",
            lambda: dialogs.remind(line),
            "secondary",
        ),
        (
            able.may_call and call is not None and due,
            "call-words",
            "content_copy",
            lambda: dialogs.open_words(line),
            "secondary",
        ),
        (
            able.may_call and call is not None,
            "call-cancel",
            "undo",
            lambda: dialogs.open_cancel_call(line),
            "tertiary",
        ),
    )
    if not any(offered for offered, *_ in offers):
        return
    with st.container(horizontal=True):
        offer(offers, room="contributions")


def _papers(view: ContributionsView, line: StandingLine) -> None:
    """The letter and the receipts; a cancelled one stays readable with its reason."""
    if line.call is not None:
        st.link_button(
            t("call-pdf", number=line.call.number),
            f"/budget/call/{line.call.call_id}.pdf",
            icon=":material/download:",
        )
        if line.call.given:
            days = ", ".join(_days(one) for one in line.call.given)
            st.caption(t("call-reminders", days=days))
    dialogs.receipts(
        line.receipts,
        "receipt",
        view.abilities.may_receive,
        dialogs.open_cancel_receipt,
    )


def _days(days: int) -> str:
    if not days:
        return t("call-reminder-on")
    return t("call-reminder-before" if days < 0 else "call-reminder-after", days=abs(days))
