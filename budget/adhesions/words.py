"""Words of adhesions: rules of fees, periods of membership, fees due and paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from budget.contributions.views import ReceiptView
from budget.contributions.words import PayeeDraft


class AdhesionsOperation(StrEnum):
    """What can be done about adhesions; the journal's word for it."""

    VIEW = "view_adhesions"
    SET_RULE = "set_fee_rule"
    ADHERE = "record_membership"
    CANCEL = "cancel_membership"
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
    COMING = "coming"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule of fees, and whether forms still offer it."""

    rule_id: UUID
    draft: RuleDraft
    is_archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipView:
    """A period of membership and, beside it, what its fee comes to and what was paid of it.

    `reminder` is the one that may be given today, in days after the due date; `given` were.
    """

    membership_id: UUID
    fee_id: UUID
    rule: str
    starts_on: date
    ends_on: date
    due_cents: int
    due_on: date
    receipts: tuple[ReceiptView, ...]
    standing: Standing
    reminder: int | None
    given: tuple[int, ...]
    is_cancelled: bool
    reason: str

    @property
    def paid_cents(self) -> int:
        """What came and was not cancelled."""
        return sum(one.amount_cents for one in self.receipts if not one.is_cancelled)

    @property
    def left_cents(self) -> int:
        """What is still to come."""
        return self.due_cents - self.paid_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class AdhesionLine:
    """One structure of the group: where it stands, its periods, the latest first, and when a renewal would begin."""

    structure_id: UUID
    name: str
    standing: Standing
    memberships: tuple[MembershipView, ...]
    next_start: date
    to_renew: bool

    @property
    def latest(self) -> MembershipView | None:
        """The latest period that was not cancelled."""
        return next((one for one in self.memberships if not one.is_cancelled), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdhesionsView:
    """The whole page: the host association, its rules of fees, each other structure."""

    host: str
    today: date
    rules: tuple[RuleView, ...]
    lines: tuple[AdhesionLine, ...]
    mails: bool
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLetter:
    """What is written to the people of a structure about a fee: (address, language, name) of each."""

    host: str
    structure: str
    starts_on: date
    ends_on: date
    left_cents: int
    due_on: date
    payee: PayeeDraft
    people: tuple[tuple[str, str, str], ...]
