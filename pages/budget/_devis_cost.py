"""The cost of a devis by lot, as a table: the same on its sheet, in its form and in the comparison."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from budget.quotes import pricing
from budget.quotes.devis_words import Inversion, LotView
from budget.quotes.words import VatRounding
from pages.budget._devis_words import lot_name, per_copy
from pages.budget._grid import grid
from pages.shell.formats import money, number
from pages.shell.i18n import t


def cost(lots: Sequence[LotView], rounding: VatRounding) -> None:
    """What each lot costs the group, the totals that the document states, and what is worth a look."""
    columns = [_column(lot) for lot in lots]
    grid(
        t("devis-cost"),
        [(lot_name(lot.cost.copies), "") for lot in lots],
        [(name, [column[name] for column in columns]) for name in columns[0]],
        corner=t("compare-lot"),
        strong=t("devis-total"),
    )
    for one in pricing.inversions(lot.cost for lot in lots):
        st.info(inversion(one), icon=":material/savings:")
    if any(lot.is_off for lot in lots):
        other = VatRounding.LINE if rounding is VatRounding.TOTAL else VatRounding.TOTAL
        st.warning(t("devis-off-help", rounding=t(f"devis-rounding-{other.value}")), icon=":material/difference:")


def inversion(one: Inversion) -> str:
    """That a larger lot costs less."""
    return t(
        "devis-inversion",
        more=number(one.cheaper_copies),
        more_cost=money(one.cheaper_cents),
        less=number(one.copies),
        less_cost=money(one.total_cents),
    )


def _column(lot: LotView) -> dict[str, str]:
    cost = lot.cost
    rows = {
        t("devis-net"): money(cost.base.net_cents),
        t("devis-vat"): money(cost.base.vat_cents),
        t("devis-options"): money(cost.options.gross_cents),
        t("devis-artist"): money(cost.artist_cents),
        t("devis-total"): money(cost.total_cents),
        t("devis-per-copy"): per_copy(cost.per_copy),
    }
    for name, stated, off in (
        ("net", lot.stated.net_cents, lot.net_off),
        ("vat", lot.stated.vat_cents, lot.vat_off),
        ("gross", lot.stated.gross_cents, lot.gross_off),
    ):
        rows[t(f"devis-stated-{name}")] = _stated(stated, off)
    return rows


def _stated(stated: int | None, off: int | None) -> str:
    if stated is None:
        return "–"
    if not off:
        return f"{money(stated)} ✓"
    gap = f"+{money(off)}" if off > 0 else money(off)
    return f"{money(stated)} ({t('devis-gap', gap=gap)})"
