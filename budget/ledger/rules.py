"""Rules of the ledger, pure: the hash of an entry, and where a chain is broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from budget.ledger.words import Entry, Movement
from workspace.kernel.errors import RuleBroken

FIRST_HASH = "0" * 64


def entry_hash(group_id: UUID, number: int, at: datetime, movement: Movement, previous_hash: str) -> str:
    """SHA-256, in hexadecimal, of one entry and of the hash before it. `at` is an aware instant in UTC."""
    said = [
        group_id.hex,
        number,
        at.isoformat(timespec="microseconds"),
        movement.day.isoformat(),
        movement.kind,
        movement.object_id.hex,
        movement.label,
        movement.debit,
        movement.credit,
        movement.amount_cents,
        previous_hash,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def check_movement(movement: Movement) -> Movement:
    """The movement, if it moves money between two accounts. Raises RuleBroken `error-ledger-amount`."""
    if movement.amount_cents <= 0 or movement.debit == movement.credit:
        raise RuleBroken("error-ledger-amount")
    return movement


def first_break(entries: Iterable[Entry]) -> int | None:
    """The number at which a group's chain, in order, is broken: changed, removed or put in. None when it holds."""
    previous = FIRST_HASH
    for expected, entry in enumerate(entries, start=1):
        told = entry_hash(entry.group_id, entry.number, entry.at, entry.movement, entry.previous_hash)
        if entry.number != expected or entry.previous_hash != previous or entry.hash != told:
            return expected
        previous = entry.hash
    return None
