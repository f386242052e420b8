"""Rates, days and accounts that laws and charts set: the budget's one dated table, each line with its source.

To correct it, add a line under the one that ends, with its first day and its source, and leave the earlier one: what
was entered keeps the amount it was entered with. `docs/decisions/0023-money.md` says how a treasurer asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workspace.kernel.clock import utc_now

MONTHS_A_QUARTER, QUARTERS = 3, 4
Line = TypeVar("Line", "Rate", "Declaration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Rates that hold from a day on, in hundredths of a percent (2000 is 20 %)."""

    from_on: date
    basis_points: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """From a day on: the day of the month after a quarter on which it is declared."""

    from_on: date
    day: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Accounts from a day on. `in_kind` by the value of its kind: debit and credit at the foot of the accounts."""

    from_on: date
    suppliers: str
    social: str
    bank: str
    cash_box: str
    from_members: str
    fees: str
    in_kind: dict[str, tuple[str, str]]
    source: str


# What whoever uses an artist-author's work owes on the gross fee: the contribution, then that for training.
ARTIST = (Rate(from_on=date(2019, 1, 1), basis_points=(100, 10), source="CSS L382-4 ; Urssaf Limousin, depuis 2019"),)
# Rates of VAT that forms propose, the usual one first; 0 is for CGI 293 B. A devis may state another one.
VAT = (
    Rate(
        from_on=date(2014, 1, 1),
        basis_points=(2000, 1000, 550, 210, 0),
        source="CGI 278, 279, 278-0 bis, 281 quater, 293 B ; relevé le 26 novembre 2026",
    ),
)
# The quarterly declaration of those who use artist-authors' works; the treasurer checks the year's calendar.
URSSAF = (
    Declaration(from_on=date(2019, 1, 1), day=15, source="livre-provencealpescotedazur.fr, 2019"),
)  # fmt: skip
CHARTS = (
    Chart(
        from_on=date(2020, 1, 1),
        suppliers="401",
        social="431",
        bank="512",
        cash_box="530",
        from_members="7551",
        fees="756",
        in_kind={
            "hours": ("864", "875"),
            "service": ("862", "871"),
            "goods": ("861", "870"),
            "relief": ("860", "870"),
        },
        source="ANC 2018-06 ; les plans fr_pca_2018 et fr_pca_2025 de Paheko s’accordent",
    ),
)
CHART = CHARTS[-1]


def held(table: Sequence[Line], on: date) -> Line:
    """The line that holds on a day; before the first line, the first."""
    return next((line for line in reversed(table) if line.from_on <= on), table[0])


def artist_bp(on: date | None = None) -> int:
    """What is owed beside an artist-author's fee, in hundredths of a percent, on a day (None: today)."""
    return sum(held(ARTIST, on or utc_now().date()).basis_points)


def vat_bp(on: date | None = None) -> tuple[int, ...]:
    """The rates of VAT that forms propose on a day (None: today), in hundredths of a percent."""
    return held(VAT, on or utc_now().date()).basis_points


def urssaf_day(paid_on: date) -> date:
    """When the contribution on a fee paid that day is declared: in the month that follows its quarter."""
    years, following = divmod((paid_on.month - 1) // MONTHS_A_QUARTER + 1, QUARTERS)
    declared = held(URSSAF, paid_on).day
    return date(paid_on.year + years, MONTHS_A_QUARTER * following + 1, declared)
