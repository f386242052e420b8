"""Pure rules of contributions: who may, which share, which reminder, what an hour is worth, what may be written."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from budget.contributions.words import ContributionsOperation as Op
from budget.contributions.words import (
    InKindDraft,
    InKindKind,
    InKindState,
    KeyDraft,
    KeyKind,
    KeyLine,
    MethodDraft,
    ReceiptDraft,
    Shares,
)
from budget.rates.table import CHART
from budget.spending.words import PaymentMeans
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up, share
from workspace.kernel.rights import Policy, Reach, everyone
from workspace.members.rules import clean_text

_MONEY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.SET_KEY: _MONEY,
    Op.SET_PAYEE: _MONEY,
    Op.PLEDGE: Policy(partner=Reach.OWN, treasurer=Reach.GROUP, facilitator=Reach.GROUP),
    Op.CALL: _MONEY,
    Op.CANCEL_CALL: _MONEY,
    Op.REMIND: _MONEY,
    Op.RECEIVE: _MONEY,
    Op.CANCEL_RECEIPT: _MONEY,
    Op.SET_METHOD: _MONEY,
    Op.DECLARE: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.OWN),
    Op.DECIDE: _MONEY,
}

TITLE_LENGTH, NOTE_LENGTH, MESSAGE_LENGTH, REASON_LENGTH = 160, 1000, 500, 500
TASK_LENGTH, WHO_LENGTH, VALUED_LENGTH, REFERENCE_LENGTH = 200, 120, 300, 140
WEIGHT_MAXIMUM = 10_000
HOURS_MAXIMUM = 10_000
# Days after the due date on which a call or a fee is recalled (https://github.com/afup/web/pull/278).
REMINDERS = (-15, -7, 0, 15)
CLAIM_LASTS = timedelta(minutes=30)  # longer than any mail server keeps the mails of one structure waiting

FIRST_YEAR = 2000
BANK, CASH_BOX, FROM_MEMBERS = CHART.bank, CHART.cash_box, CHART.from_members
# Debit and credit at the foot of the accounts.
IN_KIND_ACCOUNTS = {kind: CHART.in_kind[kind.value] for kind in InKindKind}


def compute_shares(kind: KeyKind, amount_cents: int, lines: Sequence[KeyLine]) -> Shares:
    """What each structure is asked: amounts that are set stand, the others share the rest by the key, to the cent.

    Weights count for WEIGHTS and FICHES only. When what is set covers the amount or more, the others give nothing.
    """
    rest = amount_cents - sum(line.fixed_cents or 0 for line in lines)
    weights = [_weight(kind, line) for line in lines]
    shared = iter(share(rest, weights)) if rest > 0 and any(weights) else iter([0] * len(lines))
    cents = tuple(
        part if line.fixed_cents is None else line.fixed_cents for part, line in zip(shared, lines, strict=True)
    )
    return Shares(cents=cents, missing_cents=amount_cents - sum(cents))


def _weight(kind: KeyKind, line: KeyLine) -> int:
    if line.fixed_cents is not None or kind in {KeyKind.FIXED, KeyKind.FREE}:
        return 0
    return 1 if kind is KeyKind.EQUAL else line.weight


def clean_key(draft: KeyDraft) -> KeyDraft:
    """The same key, checked. Raises RuleBroken: title, amount, weights out of range, nobody in it, nothing weighs."""
    cleaned = replace(
        draft,
        title=clean_line(draft.title, maximum=TITLE_LENGTH, field="title"),
        note=clean_text(draft.note, maximum=NOTE_LENGTH, field="text"),
    )
    check_positive(draft.amount_cents)
    if not draft.lines:
        raise RuleBroken("error-key-nobody")
    for line in draft.lines:
        if not 0 <= line.weight <= WEIGHT_MAXIMUM:
            raise RuleBroken("error-key-weight", maximum=WEIGHT_MAXIMUM)
        if line.fixed_cents is not None and line.fixed_cents < 0:
            raise RuleBroken("error-amount-negative")
    shares = compute_shares(draft.kind, draft.amount_cents, draft.lines)
    if shares.missing_cents < 0:
        raise RuleBroken("error-key-over")
    if draft.kind in {KeyKind.WEIGHTS, KeyKind.FICHES} and not any(shares.cents):
        raise RuleBroken("error-share-weights")
    return cleaned


def check_positive(cents: int) -> None:
    """An amount that is given or asked. Raises RuleBroken `error-amount-positive`."""
    if cents <= 0:
        raise RuleBroken("error-amount-positive")


def read_weight(typed: str) -> int:
    """A weight as typed; nothing is 0. Raises RuleBroken `error-key-weight`."""
    kept = typed.strip()
    if not kept:
        return 0
    if not (kept.isascii() and kept.isdigit() and int(kept[:9]) <= WEIGHT_MAXIMUM):
        raise RuleBroken("error-key-weight", maximum=WEIGHT_MAXIMUM)
    return int(kept)


def money_account(means: PaymentMeans) -> str:
    """Where money that came stands: cash in the cash box (530), all else at the bank (512); ANC 2018-06."""
    return CASH_BOX if means is PaymentMeans.CASH else BANK


def check_receipt(draft: ReceiptDraft, *, still_due_cents: int, today: date) -> ReceiptDraft:
    """The same receipt, checked. Raises RuleBroken: amount, more than is left, a day to come or too old."""
    check_positive(draft.amount_cents)
    if draft.amount_cents > still_due_cents:
        raise RuleBroken("error-receipt-over", left_cents=still_due_cents)
    if draft.received_on > today:
        raise RuleBroken("error-day-to-come")
    if draft.received_on.year < FIRST_YEAR:
        raise RuleBroken("error-day-too-old", first=str(FIRST_YEAR))
    return replace(draft, reference=clean_line(draft.reference, maximum=REFERENCE_LENGTH, required=False))


def due_reminder(*, issued_on: date, due_on: date, today: date, given: Collection[int]) -> int | None:
    """The reminder to give today, in days after the due date; None when there is none.

    Only the latest one that has come is given, and never one whose day had passed when the call was issued: somebody
    who was not written to in time is written to once, not three times on one day.
    """
    come = [days for days in REMINDERS if issued_on < due_on + timedelta(days=days) <= today]
    return come[-1] if come and come[-1] not in given else None


def read_minutes(typed: str) -> int:
    """Minutes of hours as typed: ``2``, ``2,5``, ``1 h 30``. Raises RuleBroken `error-hours`."""
    text = "".join(typed.split()).lower().replace(",", ".")
    clock = re.fullmatch(r"([0-9]{1,5})h([0-5]?[0-9])?", text)
    if clock:
        minutes = int(clock.group(1)) * 60 + int(clock.group(2) or 0)
    elif re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,2})?", text):
        minutes = half_up(Decimal(text) * 60)
    else:
        raise RuleBroken("error-hours", typed=typed.strip())
    if not 0 < minutes <= HOURS_MAXIMUM * 60:
        raise RuleBroken("error-hours", typed=typed.strip())
    return minutes


def hours_value(minutes: int, hourly_cents: int) -> int:
    """Cents that hours are worth by a method."""
    return half_up(Decimal(minutes) * hourly_cents / 60)


def clean_in_kind(draft: InKindDraft, *, hourly_cents: int, today: date) -> InKindDraft:
    """The same declaration, checked and valued. A valuation is checkable only with a day, a name and a task.

    Raises RuleBroken: empty fields, a day to come, hours or value out of range, a gift without how it was valued.
    """
    if draft.day > today:
        raise RuleBroken("error-day-to-come")
    is_time = draft.kind is InKindKind.HOURS
    if is_time and not 0 < draft.minutes <= HOURS_MAXIMUM * 60:
        raise RuleBroken("error-hours", typed=str(draft.minutes))
    value = hours_value(draft.minutes, hourly_cents) if is_time else draft.value_cents
    check_positive(value)
    return replace(
        draft,
        task=clean_line(draft.task, maximum=TASK_LENGTH, field="task"),
        who=clean_line(draft.who, maximum=WHO_LENGTH, field="who"),
        minutes=draft.minutes if is_time else 0,
        value_cents=value,
        valued_by="" if is_time else clean_line(draft.valued_by, maximum=VALUED_LENGTH, field="valued-by"),
    )


def may_be_decided_by(state: InKindState, declared_by: UUID | None, person_id: UUID | None) -> bool:
    """Whether a declaration waits, and for somebody else than who made it: nobody validates their own."""
    return state is InKindState.DECLARED and person_id is not None and declared_by != person_id


def clean_method(draft: MethodDraft) -> MethodDraft:
    """The same method, checked. Raises RuleBroken: no words, no value of an hour."""
    check_positive(draft.hourly_cents)
    text = clean_text(draft.text, field="method")
    if not text:
        raise RuleBroken("error-empty", field="method")
    return replace(draft, text=text)


def is_given(at: datetime, sent_at: datetime | None, now: datetime) -> bool:
    """Whether a reminder left, or is leaving: a claim that was not settled in half an hour lost its process."""
    return sent_at is not None or now - at < CLAIM_LASTS
