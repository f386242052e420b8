"""Rates, days and accounts that laws and charts set: the house's own dated table, each line with its source.

A line is added under the one that ends, with its first day and its source, and the earlier one is left: what was
entered keeps the amount it was entered with. A group's treasurer corrects it on the page of rates (`service.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budget.rates.words import RateKind, RateLine, RateTable


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


def _line(kind: RateKind, from_on: date, value: int, source: str) -> RateLine:
    return RateLine(kind=kind, from_on=from_on, value=value, source=source)


# What whoever uses an artist-author's work owes on the gross fee: the contribution, then that for training.
_USERS = "CSS L382-4 ; Urssaf Limousin, depuis 2019"
# What is withheld from the fee of an artist-author without a dispense. The table of 2026 was not found.
_WITHHELD = "urssaf.fr et comcom.fr, tables 2022 à 2024 ; à vérifier pour l’année en cours"
_VAT = "relevé le 26 novembre 2026"

DEFAULTS = RateTable(
    (
        _line(RateKind.ARTIST, date(2019, 1, 1), 100, _USERS),
        _line(RateKind.ARTIST_TRAINING, date(2019, 1, 1), 10, _USERS),
        _line(RateKind.OLD_AGE, date(2022, 1, 1), 615, _WITHHELD),
        _line(RateKind.CSG, date(2022, 1, 1), 920, _WITHHELD),
        _line(RateKind.CRDS, date(2022, 1, 1), 50, _WITHHELD),
        _line(RateKind.CSG_BASE, date(2022, 1, 1), 9_825, _WITHHELD),
        _line(RateKind.TRAINING, date(2022, 1, 1), 35, _WITHHELD),
        # The quarterly declaration of those who use artist-authors' works.
        _line(RateKind.URSSAF_DAY, date(2019, 1, 1), 15, "livre-provencealpescotedazur.fr, 2019"),
        _line(RateKind.VAT_USUAL, date(2014, 1, 1), 2_000, f"CGI 278 ; {_VAT}"),
        _line(RateKind.VAT_MIDDLE, date(2014, 1, 1), 1_000, f"CGI 279 ; {_VAT}"),
        _line(RateKind.VAT_REDUCED, date(2014, 1, 1), 550, f"CGI 278-0 bis ; {_VAT}"),
        _line(RateKind.VAT_LEAST, date(2014, 1, 1), 210, f"CGI 281 quater ; {_VAT}"),
    )
)
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
