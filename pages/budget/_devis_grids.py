"""The grids of the form: every cell is text, so that an amount is typed the French way and never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from budget.quotes.words import PriceKind
from pages.shell.i18n import t

LINE = ("kind", "label", "copies", "quantity", "unit_price", "rate", "kept")
STATED = ("copies", "net", "vat", "gross")
RIGHT = ("name", "extent", "destination", "place", "duration")
KEPT = "kept"
ROW = 38


def frame(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Rows as a grid starts from them."""
    made = pd.DataFrame(list(rows), columns=list(columns))
    return made.astype({name: bool if name == KEPT else object for name in columns})


def lines(shown: pd.DataFrame, key: str, *, usual: str) -> list[dict[str, Any]]:
    """The lines of the devis; a new one starts at the usual rate of VAT."""
    text = st.column_config.TextColumn
    columns = {
        "kind": st.column_config.SelectboxColumn(
            t("line-kind"),
            options=[one.value for one in PriceKind],
            format_func=lambda one: t(f"line-kind-{one}"),
            default=PriceKind.WORK.value,
            required=True,
            width=125,
        ),
        "label": text(t("field-line-label"), width=235),
        "copies": text(t("line-copies"), help=t("line-copies-help"), width=110),
        "quantity": text(t("line-quantity"), help=t("line-quantity-help"), width=95),
        "unit_price": text(t("line-price"), width=125),
        "rate": text(t("line-rate"), default=usual, width=80),
        KEPT: st.column_config.CheckboxColumn(t("line-kept"), help=t("line-kept-help"), default=False, width=85),
    }
    return _rows(shown, columns, key)


def stated(shown: pd.DataFrame, key: str) -> list[dict[str, Any]]:
    """The totals that the document states."""
    text = st.column_config.TextColumn
    columns = {
        "copies": text(t("line-copies"), help=t("line-copies-help")),
        "net": text(t("devis-net")),
        "vat": text(t("devis-vat")),
        "gross": text(t("devis-gross")),
    }
    return _rows(shown, columns, key)


def rights(shown: pd.DataFrame, key: str) -> list[dict[str, Any]]:
    """The rights that the author cedes."""
    text = st.column_config.TextColumn
    return _rows(shown, {name: text(t(f"field-right-{name}")) for name in RIGHT}, key)


def _rows(shown: pd.DataFrame, columns: dict[str, Any], key: str) -> list[dict[str, Any]]:
    edited = st.data_editor(
        shown, column_config=columns, num_rows="dynamic", hide_index=True, width="stretch", row_height=ROW, key=key
    )
    return [
        {str(name): bool(value) if name == KEPT else _text(value) for name, value in row.items()}
        for row in edited.to_dict("records")
    ]


def _text(value: object) -> str:
    """A cell of a row just added is empty in a way of its own."""
    return value if isinstance(value, str) else ""
