"""One glance: whether the envelope holds, what is taken and left, what to look at, and the lines."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from budget.envelope.words import Alert, AlertKind, EnvelopeView, Position
from pages.decisions._scene import table
from pages.fiches._scene import draw, text_of
from pages.shell.formats import day, money
from pages.shell.i18n import t

GRAVE = {AlertKind.ENVELOPE_OVER, AlertKind.INVOICE_LATE, AlertKind.INVOICE_OVER}


def sentence(view: EnvelopeView) -> None:
    """Whether the envelope holds, in words; then what the structures bring, in-kind in a sentence of its own."""
    position = view.position
    said = [
        t(
            f"budget-said-{position.standing.value}",
            taken=money(position.spending.taken_cents),
            to_minimum=money(position.free_to_minimum_cents),
            to_maximum=money(position.free_to_maximum_cents),
            over=money(-position.free_to_maximum_cents),
        )
    ]
    if view.proposed_cents:
        said.append(t("budget-said-proposed", proposed=money(view.proposed_cents)))
    funding = position.funding
    if funding.pledged_cents or funding.received_cents:
        said.append(
            t(
                "budget-said-funding",
                pledged=money(funding.pledged_cents),
                received=money(funding.received_cents),
                host=money(position.host_share_cents),
            )
        )
    if funding.in_kind_cents:
        said.append(t("budget-said-in-kind", in_kind=money(funding.in_kind_cents)))
    rest = "".join(f"<p>{text_of(one)}</p>" for one in said[1:])
    draw(f'<div class="cf"><p class="cd-said">{text_of(said[0])}</p>{rest}</div>')


def figures(position: Position) -> None:
    """The amounts, in the order in which money leaves."""
    spending = position.spending
    shown = [
        ("budget-paid", spending.paid_cents),
        ("budget-unpaid", spending.unpaid_cents),
        ("budget-committed", spending.committed_cents),
        ("budget-free-to-minimum", position.free_to_minimum_cents),
        ("budget-free-to-maximum", position.free_to_maximum_cents),
    ]
    if position.funding.expected_cents:
        shown.append(("budget-expected", position.funding.expected_cents))
    if position.funding.in_kind_cents:
        shown.append(("budget-in-kind", position.funding.in_kind_cents))
    cells = "".join(f"<div><dt>{t(key)}</dt><dd>{money(cents)}</dd></div>" for key, cents in shown)
    draw(f'<div class="cf"><dl class="cb-figures">{cells}</dl></div>')


def alerts(found: Iterable[Alert]) -> None:
    """What to look at; nothing when all is well."""
    items = "".join(
        f'<li class="cd-{"changes" if one.kind in GRAVE else "awaited"}">'
        f'<i aria-hidden="true">{"!" if one.kind in GRAVE else "○"}</i><span>{text_of(_told(one))}</span></li>'
        for one in found
    )
    if items:
        label = t("budget-alerts")
        draw(
            f'<div class="cf cd-review" role="region" aria-label="{label}"><p><b>{label}</b></p>'
            f'<ul class="cd-voices">{items}</ul></div>'
        )


def _told(one: Alert) -> str:
    date = day(one.on) if one.on is not None else ""
    return t(f"budget-alert-{one.kind.value}", label=one.label, amount=money(one.cents), date=date)


def lines(view: EnvelopeView) -> None:
    """Each line with its range and where it stands."""
    st.header(t("budget-lines"), anchor=False)
    if not view.lines:
        st.write(t("budget-lines-none"))
        return
    names = ("line", "free-to-maximum", "range", "paid", "unpaid", "committed")
    rows = [
        [
            f"{one.label} ({one.account})",
            money(one.position.free_to_maximum_cents),
            _range(one.position.band.minimum_cents, one.position.band.maximum_cents),
            money(one.position.spending.paid_cents),
            money(one.position.spending.unpaid_cents),
            money(one.position.spending.committed_cents),
        ]
        for one in view.lines
    ]
    table(t("budget-lines"), [t(f"budget-{name}") for name in names], rows, numbers=True)


def _range(least_cents: int, most_cents: int) -> str:
    """From the least to the most; one amount when they are the same."""
    least, most = money(least_cents), money(most_cents)
    return least if least == most else f"{least} – {most}"
