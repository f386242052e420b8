"""Rules of the ledger, pure: who may, the hash of an entry, where a chain is broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from budget.ledger.words import Break, Entry, Fault, Head, LedgerAbilities, Movement, Seal
from budget.ledger.words import LedgerOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone

_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.EXPORT: everyone(Reach.GROUP),
    Op.CLOSE: _TREASURY,
    Op.REOPEN: _TREASURY,
}

REASON_LENGTH = 500
YEARS = range(1900, 2200)
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


def check_year(year: int) -> None:
    """A year that an association may have kept books in, and that a date can have. Raises NotFound."""
    if year not in YEARS:
        raise NotFound


def check_movement(movement: Movement) -> Movement:
    """The movement, if it moves money between two accounts. Raises RuleBroken `error-ledger-amount`."""
    if movement.amount_cents <= 0 or movement.debit == movement.credit:
        raise RuleBroken("error-ledger-amount")
    return movement


def first_break(entries: Iterable[Entry], head: Head, seals: Iterable[Seal] = ()) -> Break | None:
    """Where a group's chain, in order, is broken first; None when it holds.

    The chain alone shows an entry that was changed, put in or taken out before its end; the head shows an end that
    was cut or lengthened; a seal shows a chain made anew after a closing, and an entry slipped into a closed year.
    """
    previous, count = FIRST_HASH, 0
    closed = {one.year: one for one in seals}
    at_seal: dict[int, set[int]] = {}
    for one in closed.values():
        at_seal.setdefault(one.last_number, set()).add(one.year)
    for count, entry in enumerate(entries, start=1):
        told = entry_hash(entry.group_id, entry.number, entry.at, entry.movement, entry.previous_hash)
        if entry.number != count or entry.previous_hash != previous or entry.hash != told:
            return Break(fault=Fault.ENTRY, at=count)
        seal = closed.get(entry.movement.day.year)
        if seal is not None and count > seal.last_number:
            return Break(fault=Fault.CLOSED, at=count)
        for year in at_seal.pop(count, ()):
            if closed[year].hash != entry.hash:
                return Break(fault=Fault.SEAL, at=year)
        previous = entry.hash
    if (head.number, head.hash) != (count, previous):
        return Break(fault=Fault.END, at=count)
    beyond = [year for number, years in at_seal.items() if number > 0 for year in years]
    return Break(fault=Fault.SEAL, at=min(beyond)) if beyond else None


def abilities(actor: Actor, *, is_closed: bool, is_over: bool) -> LedgerAbilities:
    """What `actor` may do with a year; one that is not over yet is not closed."""
    group = Target(group_id=actor.group_id)
    return LedgerAbilities(
        may_close=not is_closed and is_over and allowed(POLICIES[Op.CLOSE], actor, group),
        may_reopen=is_closed and allowed(POLICIES[Op.REOPEN], actor, group),
    )
