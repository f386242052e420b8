"""How devis, lots and prices are said on the screens."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal

from budget.quotes.devis_words import DevisView
from budget.quotes.words import DevisState, SupplierStatus
from pages.shell.formats import colon, day, money, number
from pages.shell.i18n import language, t
from pages.widgets.plain import plain

COLOURS = {
    DevisState.RECEIVED: "gray",
    DevisState.SHORTLISTED: "blue",
    DevisState.SELECTED: "green",
    DevisState.REFUSED: "red",
    DevisState.EXPIRED: "orange",
}


def state_badge(state: DevisState) -> str:
    """A state as a coloured word."""
    return f":{COLOURS[state]}-badge[{t(f'devis-state-{state.value}')}]"


def standing(view: DevisView) -> str:
    """Where a devis stands, on one line of Markdown."""
    parts = [state_badge(view.state), t(f"devis-kind-{view.kind.value}")]
    if view.valid_until is not None:
        parts.append(t("devis-valid-until-day", day=day(view.valid_until)))
    if view.came_by_link:
        parts.append(t("devis-by-link"))
    if view.invented:
        parts.append(t("devis-invented"))
    return " · ".join(parts)


def lot_name(copies: int) -> str:
    """A lot by its number of copies."""
    return t("devis-lot", count=copies, copies=number(copies)) if copies else t("devis-lot-any")


def price(euros: Decimal) -> str:
    """A unit price or a price per copy with the decimals that it needs, two at least and six at most."""
    locale = "fr_FR" if language() == "fr" else "en_GB"
    return f"{format_decimal(euros, format='#,##0.00####', locale=locale)}\u00a0€"


def per_copy(euros: Decimal | None) -> str:
    """The price of one copy, to the tenth of a cent."""
    return price(round(euros, 3)) if euros is not None else "–"


def status_name(status: SupplierStatus) -> str:
    """How a supplier stands to VAT."""
    return t(f"supplier-status-{status.value.replace('_', '-')}")


def rate(basis_points: int) -> str:
    """A rate of VAT."""
    return f"{number(basis_points / 100)}\u00a0%"


def costs_line(view: DevisView) -> str:
    """What each lot costs in all, on one line."""
    return " · ".join(f"{lot_name(one.copies)}{colon()}**{plain(money(one.total_cents))}**" for one in view.costs)
