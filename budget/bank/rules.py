"""Rules of the bank account, pure: who may, and what a row most likely is. A person confirms each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from budget.bank.words import BankOperation as Op
from budget.bank.words import Candidate, TargetKind
from workspace.kernel.rights import Policy, Reach
from workspace.members.rules import folded

# A statement tells of everything the host's account does: only who keeps the accounts reads it.
_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {Op.VIEW: _TREASURY, Op.IMPORT: _TREASURY, Op.MATCH: _TREASURY}

# Facts that were entered before their row came: it confirms them, to the cent.
CONFIRMED = (TargetKind.PAYMENT, TargetKind.RECEIPT)
MOST_PROPOSALS = 3
LONG_WORD, LONG_NUMBER = 4, 3
NEAR_DAYS = 15
# What a supplier's name has in common with all others.
_EMPTY_WORDS = {
    "sarl",
    "association",
    "agence",
    "studio",
    "imprimerie",
    "atelier",
    "societe",
    "sasu",
    "eurl",
    "exemple",
}


def proposals(amount_cents: int, day: date, label: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The few candidates that a row could be, the likeliest first; none rather than a guess.

    The same amount is enough; a part of what is left needs the number or the name in the row's own words.
    """
    said = folded(label)
    digits = re.sub(r"[^a-z0-9]", "", said)
    scored = []
    for one in candidates:
        if not _could_be(amount_cents, day, one):
            continue
        number = re.sub(r"[^a-z0-9]", "", folded(one.number))
        named = len(number) >= LONG_NUMBER and number in digits
        known = any(word in said for word in _words(one.who))
        exact = one.amount_cents == -amount_cents
        score = 4 * exact + 3 * named + 2 * known + (one.kind in CONFIRMED)
        if exact or named or known:
            scored.append((score, one))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(one for _, one in scored[:MOST_PROPOSALS])


def fits(amount_cents: int, one: Candidate) -> bool:
    """Whether a row's amount can be this: a known payment exactly, an invoice or a pledge up to what is left."""
    paid = -amount_cents
    if one.kind in CONFIRMED:
        return one.amount_cents == paid
    return 0 < paid <= one.amount_cents or one.amount_cents <= paid < 0


def _could_be(amount_cents: int, day: date, one: Candidate) -> bool:
    near = one.kind not in CONFIRMED or one.day is None or abs((day - one.day).days) <= NEAR_DAYS
    return near and fits(amount_cents, one)


def _words(name: str) -> list[str]:
    return [
        word for word in re.findall(r"[a-z0-9]+", folded(name)) if len(word) >= LONG_WORD and word not in _EMPTY_WORDS
    ]
