"""Rules of the rates, pure: who may, what holds on a day, what a correction may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budget.rates.words import SOCIAL, CorrectionDraft, RateKind, RateTable
from budget.rates.words import RatesOperation as Op
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up
from workspace.kernel.rights import Policy, Reach, everyone

# Everyone reads what the sums are made of; only who answers for the accounts corrects it.
POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CORRECT: Policy(treasurer=Reach.GROUP),
}

SOURCE_LENGTH = 300
YEARS = (2000, 2100)
HUNDRED_PERCENT = 10_000
# Every month has this day: a declaration never falls on the 30th of February.
LAST_DAY = 28
MONTHS_A_QUARTER, QUARTERS = 3, 4
VAT = (RateKind.VAT_USUAL, RateKind.VAT_MIDDLE, RateKind.VAT_REDUCED, RateKind.VAT_LEAST)
_SPACES = " \u00a0\u202f\u2009"
_RATE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that may be written: `value` in hundredths of a percent, or a day of the month."""

    kind: RateKind
    value: int
    from_on: date
    source: str


def artist_bp(rates: RateTable, on: date) -> int:
    """What is owed beside an artist-author's fee of a day, in hundredths of a percent (CSS L382-4)."""
    return rates.rate_at(RateKind.ARTIST, on) + rates.rate_at(RateKind.ARTIST_TRAINING, on)


def vat_bp(rates: RateTable, on: date) -> tuple[int, ...]:
    """The rates of VAT that forms propose on a day, the usual one first; 0 is for CGI 293 B."""
    return (*(rates.rate_at(kind, on) for kind in VAT), 0)


def withheld(rates: RateTable, fee_cents: int, on: date) -> int:
    """Cents withheld for the URSSAF from an artist-author's fee without VAT, each contribution rounded.

    A credit note's fee is negative, and so is what it gives back.
    """
    base = rates.rate_at(RateKind.CSG_BASE, on)
    parts = (
        (RateKind.OLD_AGE, HUNDRED_PERCENT),
        (RateKind.CSG, base),
        (RateKind.CRDS, base),
        (RateKind.TRAINING, HUNDRED_PERCENT),
    )
    scale = HUNDRED_PERCENT * HUNDRED_PERCENT
    return sum(half_up(Decimal(fee_cents) * rates.rate_at(kind, on) * share / scale) for kind, share in parts)


def urssaf_day(rates: RateTable, paid_on: date) -> date:
    """When the contributions on a fee paid that day are declared: in the month that follows its quarter."""
    years, following = divmod((paid_on.month - 1) // MONTHS_A_QUARTER + 1, QUARTERS)
    day = rates.rate_at(RateKind.URSSAF_DAY, paid_on)
    return date(paid_on.year + years, MONTHS_A_QUARTER * following + 1, day)


def read_value(kind: RateKind, typed: str) -> int:
    """A rate as people type it, "1,1", "1.1" or "1,1 %", in hundredths of a percent; a day as it stands.

    Raises RuleBroken `error-rate-day`, `error-rate-unreadable` for what is no number with two decimals at most,
    `error-rate-large` beyond 100 %.
    """
    kept = typed.strip(_SPACES)
    if kind is RateKind.URSSAF_DAY:
        if not re.fullmatch(r"[0-9]{1,2}", kept) or not 1 <= int(kept) <= LAST_DAY:
            raise RuleBroken("error-rate-day", typed=kept[:20], last=str(LAST_DAY))
        return int(kept)
    kept = kept.removesuffix("%").strip(_SPACES)
    if not _RATE.fullmatch(kept):
        raise RuleBroken("error-rate-unreadable", typed=typed.strip()[:20])
    value = int(Decimal(kept.replace(",", ".")) * 100)
    if value > HUNDRED_PERCENT:
        raise RuleBroken("error-rate-large", typed=kept)
    return value


def clean_correction(draft: CorrectionDraft, last_used: date | None) -> Correction:
    """The correction read and cleaned. `last_used`: the day of the latest fee that was worked out with this kind.

    Raises RuleBroken of `read_value`, `error-empty` without a source, `error-rate-years`, `error-rate-used` when
    documents that are entered bear a day from which it would hold.
    """
    value = read_value(draft.kind, draft.value)
    source = clean_line(draft.source, maximum=SOURCE_LENGTH, field="rate-source")
    if not YEARS[0] <= draft.from_on.year <= YEARS[1]:
        raise RuleBroken("error-rate-years", first=str(YEARS[0]), last=str(YEARS[1]))
    check_unused(draft.kind, draft.from_on, last_used)
    return Correction(kind=draft.kind, value=value, from_on=draft.from_on, source=source)


def check_unused(kind: RateKind, from_on: date, last_used: date | None) -> None:
    """What was worked out with a rate is never changed behind it. Raises RuleBroken `error-rate-used`.

    VAT is only proposed, each document states its own; the day of the declaration changes no amount.
    """
    if kind in SOCIAL and last_used is not None and from_on <= last_used:
        raise RuleBroken("error-rate-used", day=f"{last_used:%d/%m/%Y}")
