"""How rates are said on the screens."""

from __future__ import annotations

from babel.numbers import format_decimal

from budget.rates.words import RateKind
from pages.shell.i18n import language, t


def percent(basis_points: int) -> str:
    """A rate as people of a language write it: 110 is ``1,1 %`` in French, with its narrow space."""
    if language() == "fr":
        return f"{format_decimal(basis_points / 100, format='0.##', locale='fr_FR')}\u202f%"
    return f"{format_decimal(basis_points / 100, format='0.##', locale='en_GB')}%"


def value_of(kind: RateKind, value: int) -> str:
    """A value as its kind is said: a rate, or a day of the month."""
    return t("rate-day-of-month", day=value) if kind is RateKind.URSSAF_DAY else percent(value)


def name_of(kind: RateKind) -> str:
    """What a rate is for."""
    return t(f"rate-{kind.value.replace('_', '-')}")
