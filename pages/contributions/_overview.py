"""Who gave what, shown to all: money, and beside it what is in kind; and where one's own structure stands."""

from __future__ import annotations

import streamlit as st

from budget.contributions.views import ContributionsView, KeyView, StandingLine
from budget.contributions.words import KeyKind
from pages.contributions import _charts
from pages.contributions._fields import hours_label
from pages.decisions._scene import table
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.widgets.plain import plain


def own(view: ContributionsView) -> None:
    """What is asked of one's own structure, key by key."""
    said = [
        sentence
        for key in view.keys
        for line in key.lines
        if line.structure_id == view.own_id
        for sentence in _said(key, line)
    ]
    if said:
        st.info("  \n".join(said), icon=":material/account_balance_wallet:")


def _said(key: KeyView, line: StandingLine) -> list[str]:
    name = plain(line.name)
    if line.call is not None and line.still_due_cents > 0:
        when = "contributions-own-late" if line.call.is_late else "contributions-own-called"
        date = day(line.call.due_on)
        return [t(when, number=line.call.number, amount=money(line.still_due_cents), date=date)]
    if line.pledge_id is not None:
        if line.still_due_cents <= 0:
            return [f"{plain(key.title)} — {t('contributions-own-paid', name=name)}"]
        return [f"{plain(key.title)} — {t('contributions-own-pledged', name=name, amount=money(line.pledged_cents))}"]
    if key.kind is KeyKind.FREE:
        return [t("contributions-own-free", title=plain(key.title), name=name)]
    return [t("contributions-own-share", title=plain(key.title), share=money(line.share_cents), name=name)]


def draw(view: ContributionsView) -> None:
    """Figures, one table of all, and the two charts; money and in kind never stand in one sum."""
    if not view.brought:
        st.info(t("contributions-none" if view.abilities.may_set_key else "contributions-none-own"))
        return
    pledged = sum(one.pledged_cents for one in view.brought)
    received = sum(one.received_cents for one in view.brought)
    with st.container(horizontal=True):
        st.metric(t("contributions-pledged"), money(pledged), border=True)
        st.metric(t("contributions-received"), money(received), border=True)
        st.metric(t("contributions-missing"), money(pledged - received), border=True)
        gifts = sum(one.in_kind_cents for one in view.brought)
        st.metric(t("contributions-in-kind"), money(gifts), border=True, help=t("contributions-in-kind-apart"))
    st.header(t("contributions-brought"), anchor=False)
    heads = [
        t("contributions-structure"),
        t("contributions-pledged"),
        t("contributions-received"),
        t("contributions-hours"),
        t("contributions-in-kind"),
    ]
    rows = [
        [
            one.name,
            money(one.pledged_cents),
            money(one.received_cents),
            hours_label(one.minutes) if one.minutes else "–",
            money(one.in_kind_cents) if one.in_kind_cents else "–",
        ]
        for one in view.brought
    ]
    table(t("contributions-brought"), heads, rows, numbers=True)
    st.caption(t("contributions-in-kind-apart"))
    paying = [one for one in view.brought if one.pledged_cents]
    giving = [one for one in view.brought if one.in_kind_cents]
    if paying:
        _charts.money_bars(paying)
    if giving:
        _charts.in_kind_bars(giving)
