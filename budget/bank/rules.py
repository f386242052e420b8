"""Rules of the bank account, pure: who may, and what a row most likely is. A person confirms each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from budget.bank.words import BankOperation as Op
from budget.bank.words import Candidate, Part, TargetKind
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.letters import folded
from workspace.kernel.rights import Policy, Reach

# A statement tells of everything the host's account does: only who keeps the accounts reads it.
_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {Op.VIEW: _TREASURY, Op.IMPORT: _TREASURY, Op.MATCH: _TREASURY}

# Facts that were entered before their row came: it confirms them, to the cent.
CONFIRMED = (TargetKind.PAYMENT, TargetKind.RECEIPT, TargetKind.FEE_RECEIPT)
MOST_PROPOSALS = 3
# One transfer for more than a few things of one payee is put together by hand.
MOST_TOGETHER, MOST_TRIED = 4, 12
MOST_PARTS = 30
LONG_WORD, LONG_NUMBER = 4, 3
NEAR_DAYS = 15
URSSAF = "urssaf"
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
    scored = []
    for one in candidates:
        if not _could_be(amount_cents, day, one):
            continue
        named, known = _is_numbered(one, label), _is_named(one, label)
        exact = one.amount_cents == -amount_cents
        score = 4 * exact + 3 * named + 2 * known + (one.kind in CONFIRMED)
        if exact or named or known:
            scored.append((score, one))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(one for _, one in scored[:MOST_PROPOSALS])


def fits(amount_cents: int, one: Candidate) -> bool:
    """Whether a row's amount can be this: a known payment exactly, an invoice or a pledge up to what is left."""
    return _bears(-amount_cents, one)


def _bears(cents: int, one: Candidate) -> bool:
    if one.kind in CONFIRMED:
        return one.amount_cents == cents
    return 0 < cents <= one.amount_cents or one.amount_cents <= cents < 0


def together(amount_cents: int, label: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Several things of one payee that a row would settle to the cent, when only one set of them does.

    The payee's name or the number must stand in the row's own words: sums that agree by chance are many.
    """
    found: list[tuple[Candidate, ...]] = []
    by_payee: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.amount_cents * -amount_cents > 0 and (_is_numbered(one, label) or _is_named(one, label)):
            by_payee.setdefault(_payee(one), []).append(one)
    for mine in by_payee.values():
        for count in range(2, MOST_TOGETHER + 1):
            sets = combinations(mine[:MOST_TRIED], count)
            found += [some for some in sets if sum(one.amount_cents for one in some) == -amount_cents]
    return found[0] if len(found) == 1 else ()


def check_parts(amount_cents: int, parts: Sequence[Part], candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """What the parts of a row are, when each bears its part and together they make the row, to the cent.

    Raises NotFound for what is no candidate, RuleBroken `error-row-unfit` when a thing cannot be of its amount,
    `error-row-twice`, `error-row-sum` when cents are missing or too many, `error-too-many`.
    """
    if len(parts) > MOST_PARTS:
        raise RuleBroken("error-too-many", field="bank-parts", maximum=MOST_PARTS)
    if len({(one.kind, one.object_id) for one in parts}) != len(parts):
        raise RuleBroken("error-row-twice")
    known = {(one.kind, one.object_id): one for one in candidates}
    found = []
    for part in parts:
        one = known.get((part.kind, part.object_id))
        if one is None:
            raise NotFound
        if not _bears(part.amount_cents, one):
            raise RuleBroken("error-row-unfit")
        found.append(one)
    total = sum(part.amount_cents for part in parts)
    if not parts or total != -amount_cents:
        raise RuleBroken("error-row-sum", row_cents=abs(amount_cents), parts_cents=abs(total))
    return tuple(found)


def _payee(one: Candidate) -> str:
    return URSSAF if one.kind is TargetKind.URSSAF else folded(one.who)


def _is_named(one: Candidate, label: str) -> bool:
    """Whether the row's words name whom it pays, or who pays."""
    said = folded(label)
    return any(word in said for word in ([URSSAF] if one.kind is TargetKind.URSSAF else _words(one.who)))


def _is_numbered(one: Candidate, label: str) -> bool:
    """Whether the row's words hold the number."""
    number, said = (re.sub(r"[^a-z0-9]", "", folded(text)) for text in (one.number, label))
    return len(number) >= LONG_NUMBER and number in said


def _could_be(amount_cents: int, day: date, one: Candidate) -> bool:
    near = one.kind not in CONFIRMED or one.day is None or abs((day - one.day).days) <= NEAR_DAYS
    return near and fits(amount_cents, one)


def _words(name: str) -> list[str]:
    return [
        word for word in re.findall(r"[a-z0-9]+", folded(name)) if len(word) >= LONG_WORD and word not in _EMPTY_WORDS
    ]
