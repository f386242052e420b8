"""Money as whole cents: reading what a person typed, writing it, rounding half up, sharing to the cent.

Python's own ways round a half to the even neighbour (`round`, `Decimal.quantize`); French law counts a half as one
unit (CIBS L131-2), so every rounding of money goes through `half_up`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from workspace.kernel.errors import RuleBroken

# Plain, no-break, narrow no-break and thin spaces: what keyboards, Word and web pages put between thousands.
_SPACES = " \u00a0\u202f\u2009"
_AMOUNT = re.compile(rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+)(?:[.,][0-9]{{1,2}})?")
MAX_CENTS = 100_000_000_000
# More figures than any amount has: a Decimal of thirty figures cannot be rounded to the cent any more.
_FIGURES = 12


def half_up(value: Decimal) -> int:
    """A number of cents, rounded to the nearest; a half goes away from zero (CIBS L131-2)."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def parse_amount(text: str) -> int:
    """Cents of an amount typed the French way: ``12 345,60`` or ``12345.6``, with or without ``€``.

    Raises RuleBroken: nothing typed, both a comma and a point or three digits after one of them (which of the two
    marks thousands cannot be known), not an amount, or beyond a thousand million euros.
    """
    typed = text.strip(_SPACES).removesuffix("€").strip(_SPACES).replace("\u2212", "-")
    if not typed:
        raise RuleBroken("error-amount-empty")
    if ("," in typed and "." in typed) or re.fullmatch(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+", typed):
        raise RuleBroken("error-amount-ambiguous", typed=typed)
    if not _AMOUNT.fullmatch(typed):
        raise RuleBroken("error-amount-unreadable", typed=typed)
    plain = re.sub(rf"[{_SPACES}]", "", typed).replace(",", ".")
    whole = plain.partition(".")[0].lstrip("-0")
    cents = half_up(Decimal(plain) * 100) if len(whole) <= _FIGURES else MAX_CENTS + 1
    if abs(cents) > MAX_CENTS:
        raise RuleBroken("error-amount-too-large")
    return cents


def format_money(cents: int, language: str = "fr") -> str:
    """An amount as people of a language write it: ``1\u202f234,50\u00a0€`` in French, ``€1,234.50`` in English."""
    sign = "\u2212" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    if language == "en":
        return f"{sign}€{euros:,}.{rest:02d}"
    return f"{sign}{euros:,}".replace(",", "\u202f") + f",{rest:02d}\u00a0€"


def share(cents: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share an amount by weights, the sum exact and each share within one cent of its exact value.

    Largest remainder: each share is floored, the cents left go to the largest remainders, ties in the order given.
    A negative amount (a refund) mirrors the positive one. Raises RuleBroken without a positive weight, or with a
    negative one.
    """
    total = sum(weights)
    if total <= 0 or any(weight < 0 for weight in weights):
        raise RuleBroken("error-share-weights")
    exact = [Fraction(abs(cents) * weight, total) for weight in weights]
    parts = [int(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[: abs(cents) - sum(parts)]:
        parts[at] += 1
    sign = -1 if cents < 0 else 1
    return tuple(sign * part for part in parts)
