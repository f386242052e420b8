"""From ballots to a count with its verdict: pure, the same for whoever does it again from the export."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workspace.decisions import rules
from workspace.decisions.tally import majority_judgment, pairs, quorum, sums
from workspace.decisions.tally.order import Ranking, ranks
from workspace.decisions.words import (
    AGAINST,
    Base,
    Content,
    Method,
    OptionCount,
    Rule,
    Stance,
    Stand,
    Tally,
    Threshold,
    TieRule,
    Turnout,
    Verdict,
)

SHARES = {
    Threshold.ABSOLUTE: (Fraction(1, 2), True),
    Threshold.TWO_THIRDS: (Fraction(2, 3), False),
    Threshold.THREE_QUARTERS: (Fraction(3, 4), False),
}
# Where voters may want nothing at all: how many of the figures of the first say that somebody wants it.
WANTED = {Method.APPROVAL: 1, Method.DATE_POLL: 2}


def count(
    rule: Rule,
    options: Sequence[str],
    ballots: Sequence[Content],
    *,
    roll: int,
    represented: int = 0,
    casting: Content | None = None,
    seed: str = "",
) -> Tally:
    """Count the ballots of a round.

    `represented`: how many were cast by procuration. `casting`: the ballot of the structure whose voice prevails.
    `seed`: what a draw goes by, given only where the rule asks for one. A tie that the rule leaves to a second
    round stays a tie.
    """
    stands = Counter(one.stand for one in ballots)
    turnout = Turnout(
        roll=roll,
        expressed=stands[Stand.EXPRESSED],
        blank=stands[Stand.BLANK],
        abstain=stands[Stand.ABSTAIN],
        no_part=stands[Stand.NO_PART],
        represented=represented,
        needed=quorum.voices_needed(rule.quorum, roll),
    )
    said = [one for one in ballots if one.stand is Stand.EXPRESSED]
    if not said:
        return Tally(method=rule.method, verdict=Verdict.NO_VOICE, turnout=turnout)
    if rule.method is Method.CONSENT:
        return _consent(said, turnout)
    tally = (
        _majority(rule, options, said, turnout)
        if rule.method in rules.MAJORITIES
        else _many(rule, options, said, turnout)
    )
    return _parted(tally, rule, casting, seed)


def _consent(said: Sequence[Content], turnout: Turnout) -> Tally:
    """Nobody says no: adopted when no objection stands. A reservation is recorded and stops nothing."""
    found = Counter(one.choice for one in said)
    stances = tuple(found[stance.value] for stance in Stance)
    verdict = Verdict.OBJECTED if found[Stance.OBJECTION.value] else Verdict.ADOPTED
    return Tally(method=Method.CONSENT, verdict=verdict, turnout=turnout, stances=stances)


def _majority(rule: Rule, options: Sequence[str], said: Sequence[Content], turnout: Turnout) -> Tally:
    found = Counter(one.choice for one in said)
    base = {
        Base.EXPRESSED: turnout.expressed,
        Base.CAST: turnout.expressed + turnout.blank,
        Base.PRESENT: turnout.present,
        Base.ROLL: turnout.roll,
    }[rule.base]
    ranking, totals = sums.rank_totals({option: [found[option]] for option in options})
    first = ranking[0]
    # Half and half can be parted; two thirds that are not there cannot, whoever's voice prevails.
    partable = rule.threshold is Threshold.SIMPLE or (
        rule.threshold is Threshold.ABSOLUTE and 2 * totals[first[0]] == base
    )
    tally = Tally(
        method=rule.method,
        verdict=Verdict.REJECTED,
        turnout=turnout,
        rows=_rows(ranking, {option: (total,) for option, total in totals.items()}),
        against=found[AGAINST],
        base=base,
    )
    single = len(options) == 1
    if len(first) > 1 and not partable:
        return tally
    if len(first) > 1 or (single and rule.threshold is Threshold.SIMPLE and found[first[0]] == found[AGAINST]):
        return replace(tally, verdict=Verdict.TIE, tied=(first[0], AGAINST) if single else first)
    best = first[0]
    rival = found[AGAINST] if single else max((totals[one] for one in options if one != best), default=0)
    if rule.threshold is Threshold.SIMPLE:
        reached = totals[best] > rival
    else:
        share, strictly = SHARES[rule.threshold]
        reached = quorum.reaches(totals[best], base, share, strictly=strictly)
    if not reached:
        return tally
    return replace(tally, verdict=Verdict.ADOPTED if single else Verdict.CHOSEN, winner=best)


def _many(rule: Rule, options: Sequence[str], said: Sequence[Content], turnout: Turnout) -> Tally:
    """A choice among several: the ranking, its figures, who comes first."""
    last = len(options) + 1 if rule.method is Method.RANKING else 0
    columns = {option: [one.marks.get(option, last) for one in said] for option in options}
    duels: tuple[tuple[int, ...], ...] = ()
    condorcet = False
    counts: dict[str, tuple[int, ...]]
    if rule.method is Method.MAJORITY_JUDGMENT:
        grades = majority_judgment.count_grades(columns, len(rule.mentions))
        ranking: Ranking[str] = majority_judgment.rank(grades)
        counts = {option: tuple(one) for option, one in grades.items()}
    elif rule.method is Method.RANKING:
        ranking = pairs.rank_schulze(options, list(columns.values()))
        order = [option for group in ranking for option in group]
        won = pairs.duels([columns[option] for option in order])
        duels, condorcet = tuple(map(tuple, won)), pairs.condorcet_winner(won) is not None
        counts = dict.fromkeys(options, ())
    elif rule.method is Method.DATE_POLL:
        ranking, answers = sums.rank_dates(columns)
        counts = dict(answers)
    else:
        ranking, totals = sums.rank_totals(columns)
        counts = {option: (total,) for option, total in totals.items()}
    tally = Tally(
        method=rule.method,
        verdict=Verdict.CHOSEN,
        turnout=turnout,
        rows=_rows(ranking, counts),
        duels=duels,
        condorcet=condorcet,
    )
    first = ranking[0]
    if rule.method is Method.MAJORITY_JUDGMENT:
        grade = majority_judgment.merit(counts[first[0]]).grade
        if grade < rules.rejecting_mentions(rule.mentions):
            return replace(tally, verdict=Verdict.NONE_GOOD)
    if rule.method in WANTED and not any(counts[first[0]][: WANTED[rule.method]]):
        return replace(tally, verdict=Verdict.REJECTED)
    if len(first) > 1:
        return replace(tally, verdict=Verdict.TIE, tied=first)
    return replace(tally, winner=first[0])


def _rows(ranking: Ranking[str], counts: dict[str, tuple[int, ...]]) -> tuple[OptionCount, ...]:
    places = ranks(ranking)
    return tuple(
        OptionCount(option=option, rank=places[option], counts=counts[option])
        for group in ranking
        for option in group
    )


def _parted(tally: Tally, rule: Rule, casting: Content | None, seed: str) -> Tally:
    """Apply to a tie the rule that was chosen before the vote; when it cannot part it, the tie stands."""
    if tally.verdict is not Verdict.TIE:
        return tally
    winner, by = "", ""
    if rule.tie_rule is TieRule.CASTING_VOICE and casting is not None and casting.stand is Stand.EXPRESSED:
        winner, by = _preferred(rule, tally.tied, casting), TieRule.CASTING_VOICE.value
    elif rule.tie_rule is TieRule.DRAW and seed:
        winner, by = drawn(tally.tied, seed), TieRule.DRAW.value
    if not winner:
        return tally
    if winner == AGAINST:
        return replace(tally, verdict=Verdict.REJECTED, parted_by=by, seed=seed)
    verdict = Verdict.ADOPTED if AGAINST in tally.tied else Verdict.CHOSEN
    return replace(tally, verdict=verdict, winner=winner, parted_by=by, seed=seed)


def _preferred(rule: Rule, tied: Sequence[str], casting: Content) -> str:
    """The one tied option that a ballot puts before the others; nothing when it does not part them."""
    if rule.method in rules.MAJORITIES:
        return casting.choice if casting.choice in tied else ""
    sign = -1 if rule.method is Method.RANKING else 1
    worst = -(len(tied) + len(casting.marks) + 1) if sign < 0 else 0
    marks = {option: sign * casting.marks[option] if option in casting.marks else worst for option in tied}
    best = [option for option in tied if marks[option] == max(marks.values())]
    return best[0] if len(best) == 1 else ""


def drawn(tied: Sequence[str], seed: str) -> str:
    """The option that the lot gives: the smallest SHA-256 of "seed/option". The register keeps the seed."""
    return min(tied, key=lambda option: hashlib.sha256(f"{seed}/{option}".encode()).hexdigest())
