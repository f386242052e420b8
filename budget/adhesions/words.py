"""Words of adhesions: rules of fees, periods of membership, fees due and paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class AdhesionsOperation(StrEnum):
    """What can be done about adhesions; the journal's word for it."""

    VIEW = "view_adhesions"
    SET_RULE = "set_fee_rule"
    ADHERE = "record_membership"
    END = "end_membership"
    RECEIVE = "receive_fee"
    CANCEL_RECEIPT = "cancel_fee_receipt"
    REMIND = "remind_fee"


class FeeKind(StrEnum):
    """Which period a fee buys: the association's year, so many months from the day, or the rest of the year."""

    CALENDAR = "calendar"
    ROLLING = "rolling"
    PRORATA = "prorata"


class Standing(StrEnum):
    """Where a structure stands. NONE is nothing to reproach: nobody is obliged to adhere."""

    UP_TO_DATE = "up_to_date"
    DUE = "due"
    LATE = "late"
    ENDED = "ended"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period of membership, both days included, and the fee in cents that it costs."""

    starts_on: date
    ends_on: date
    due_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDraft:
    """A rule as typed. `first_month` begins the association's year; `months` is the length of a rolling period."""

    label: str
    kind: FeeKind
    amount_cents: int
    first_month: int = 1
    months: int = 12
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipDraft:
    """A structure adheres from a day under a rule; the fee is to be paid until `due_on`."""

    structure_id: UUID
    rule_id: UUID
    starts_on: date
    due_on: date
