"""Words of the ledger: what a room asks to enter, and an entry as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


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
