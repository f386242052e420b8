"""What the form of a devis holds between two runs: open on which devis, fields and grids, and how they begin."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes.devis_words import DevisDraft, DevisView, TypedLine, TypedTotal
from budget.quotes.typed import draft_of
from budget.quotes.words import VatRounding
from budget.rates.rules import vat_bp
from budget.rates.words import RateTable
from pages.budget import _devis_grids
from pages.shell.session import require_actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import typed_day

K = "devis.form"
OPEN = f"{K}:open"
GIVEN = f"{K}:given"
ROUND = f"{K}:round"
USUAL = f"{K}:usual"
BLANK_LINES = 5


def group_day() -> date:
    """Today where the group is."""
    return local(utc_now(), require_actor().zone).date()


def begin(view: DevisView | None, rates: RateTable) -> None:
    """Open the form on what is kept now, or on a new devis; for `on_click`. Lines start at the usual rate of VAT."""
    end()
    st.session_state[USUAL] = f"{vat_bp(rates, group_day())[0] / 100:g}".replace(".", ",")
    st.session_state[OPEN] = view.devis_id if view else "new"
    fill(draft_of(view) if view else None)


def fill(given: DevisDraft | None) -> None:
    """Show this draft in the fields and the grids, in the place of what stood there."""
    state = st.session_state
    state[GIVEN] = given
    state[ROUND] = state.get(ROUND, 0) + 1
    state[f"{K}.supplier"] = given.supplier_id if given else None
    state[f"{K}.asked"] = given.invitation_id if given else None
    state[f"{K}.kind"] = given.kind if given else LineKind.PRINTING
    state[f"{K}.label"] = given.label if given else ""
    state[f"{K}.number"] = given.number if given else ""
    state[f"{K}.issued"] = typed_day(given.issued_on if given else group_day())
    state[f"{K}.valid"] = typed_day(given.valid_until if given else None)
    state[f"{K}.rounding"] = given.rounding if given else VatRounding.TOTAL
    state[f"{K}.note"] = given.note if given else ""
    lines = given.lines if given else tuple(TypedLine(rate=state.get(USUAL, "")) for _ in range(BLANK_LINES))
    state[f"{K}:lines"] = _devis_grids.frame([asdict(one) for one in lines], _devis_grids.LINE)
    stated = given.stated if given else (TypedTotal(),)
    state[f"{K}:stated"] = _devis_grids.frame([asdict(one) for one in stated], _devis_grids.STATED)
    rights = given.rights if given else ()
    state[f"{K}:rights"] = _devis_grids.frame([asdict(one) for one in rights], _devis_grids.RIGHT)


def end() -> None:
    """Close the form and forget what was typed; for `on_click` too."""
    for key in [key for key in st.session_state if str(key).startswith(K)]:
        del st.session_state[key]


def is_open(view: DevisView | None) -> bool:
    """Whether the form is open on that devis, or on a new one."""
    return bool(st.session_state.get(OPEN) == (view.devis_id if view else "new"))


def rows_of(draw_grid: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a grid as they stand; its first rows are kept apart so that typing is not lost at each run."""
    shown: pd.DataFrame = st.session_state[f"{K}:{name}"]
    taken = st.session_state.get(f"{K}:{name}-round", 0)
    rows: list[dict[str, Any]] = draw_grid(shown, f"{K}.{name}.{st.session_state[ROUND]}.{taken}")
    return rows
