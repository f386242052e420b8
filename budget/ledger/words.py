"""Words of the ledger: what a room asks to enter, an entry as it stands, what a check found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class LedgerOperation(StrEnum):
    """What can be done with the ledger; the journal's word for it."""

    VIEW = "view_ledger"
    EXPORT = "export_ledger"
    CLOSE = "close_year"
    REOPEN = "reopen_year"


class Fault(StrEnum):
    """How a chain is broken. Its sentence is `ledger-fault-<value>`."""

    ENTRY = "entry"
    END = "end"
    SEAL = "seal"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What a room enters: cents from the credit account to the debit account, on a day, for one object of a kind.

    A cancellation is another movement with the two accounts exchanged; amounts are always positive.
    """

    kind: str
    object_id: UUID
    label: str
    day: date
    debit: str
    credit: str
    amount_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as it was written: a movement with its number in the group, its instant (UTC) and its two hashes."""

    group_id: UUID
    number: int
    at: datetime
    movement: Movement
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How far a chain goes: the number and hash of its last entry, noted beside it at each entry."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a closing noted: up to which entry the chain went, and that entry's hash."""

    year: int
    last_number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where a chain is broken first: at which number (or year, for a seal), and how."""

    fault: Fault
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check of a group's chain found; `broken` None: it holds."""

    group_name: str
    count: int
    broken: Break | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What moved on an account over a year, in cents."""

    account: str
    debit_cents: int
    credit_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year of the ledger. `reopened_at` and `reason` stay once it was reopened, even closed again."""

    year: int
    count: int
    closed_at: datetime | None = None
    closed_by: str = ""
    seal: str = ""
    reopened_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAbilities:
    """What the actor may do with the year that is shown."""

    may_close: bool
    may_reopen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """The ledger's page: the years, and one of them with its latest entries and its balance by account."""

    years: tuple[YearView, ...]
    shown: YearView
    entries: tuple[Entry, ...]
    balances: tuple[Balance, ...]
    zone: str
    abilities: LedgerAbilities
