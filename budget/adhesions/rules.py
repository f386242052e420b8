"""Pure rules of adhesions: who may, which period and fee, who is up to date. What was paid weighs in no vote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from budget.adhesions.words import AdhesionsOperation as Op
from budget.adhesions.words import FeeKind, Period, RuleDraft, Standing
from budget.rates.table import CHART
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up
from workspace.kernel.rights import Policy, Reach, everyone

_MONEY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.SET_RULE: _MONEY,
    Op.ADHERE: _MONEY,
    Op.CANCEL: _MONEY,
    Op.RECEIVE: _MONEY,
    Op.CANCEL_RECEIPT: _MONEY,
    Op.REMIND: _MONEY,
}

LABEL_LENGTH, REASON_LENGTH = 120, 500
MONTHS_MAXIMUM = 36
YEAR = 12
FEES = CHART.fees
SOON = timedelta(days=30)


def clean_rule(draft: RuleDraft) -> RuleDraft:
    """The same rule, checked. Raises RuleBroken: label, amount, months out of range."""
    if draft.amount_cents < 0:
        raise RuleBroken("error-amount-negative")
    if not (1 <= draft.first_month <= YEAR and 1 <= draft.months <= MONTHS_MAXIMUM):
        raise RuleBroken("error-fee-months", maximum=MONTHS_MAXIMUM)
    return replace(draft, label=clean_line(draft.label, maximum=LABEL_LENGTH, field="fee-rule"))


def months_later(day: date, months: int) -> date:
    """The same day some months later; a day that the month lacks gives the first of the next one."""
    place = day.year * YEAR + day.month - 1 + months
    year, month = divmod(place, YEAR)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return months_later(date(year, month + 1, 1), 1)


def period_of(rule: RuleDraft, starts_on: date) -> Period:
    """The period that begins on a day under a rule, and its fee: it ends the day before the next one would begin.

    CALENDAR ends with the association's year, whole fee (Dolibarr 32052, 24099); PRORATA too, for the months that
    are left, the first one counted whole; ROLLING lasts so many months from the day (as Galette does).
    """
    if rule.kind is FeeKind.ROLLING:
        ends_on = months_later(starts_on, rule.months) - timedelta(days=1)
        return Period(starts_on=starts_on, ends_on=ends_on, due_cents=rule.amount_cents)
    left = YEAR - (starts_on.month - rule.first_month) % YEAR
    ends_on = months_later(starts_on.replace(day=1), left) - timedelta(days=1)
    due = half_up(Decimal(rule.amount_cents) * left / YEAR) if rule.kind is FeeKind.PRORATA else rule.amount_cents
    return Period(starts_on=starts_on, ends_on=ends_on, due_cents=due)


def check_no_overlap(period: Period, others: Iterable[tuple[date, date]]) -> None:
    """Two periods of one structure share no day (as Galette's checkOverlap). Raises `error-membership-overlap`."""
    for starts_on, ends_on in others:
        if starts_on <= period.ends_on and period.starts_on <= ends_on:
            raise RuleBroken("error-membership-overlap", first=starts_on.isoformat(), last=ends_on.isoformat())


def next_start(ends_on: date | None, today: date) -> date:
    """The day a renewal begins: the day after the last period, today when that has passed or there was none."""
    return today if ends_on is None else max(today, ends_on + timedelta(days=1))


def standing_of(*, starts_on: date, ends_on: date, left_cents: int, due_on: date, today: date) -> Standing:
    """Where a structure stands by its latest period. Paying makes nobody a member, and not paying ends nothing."""
    if ends_on < today:
        return Standing.ENDED
    if left_cents <= 0:
        return Standing.UP_TO_DATE if starts_on <= today else Standing.COMING
    return Standing.LATE if due_on < today else Standing.DUE


def is_to_renew(ends_on: date | None, today: date) -> bool:
    """Whether the last period ends within a month, or has ended."""
    return ends_on is not None and ends_on - today <= SOON
