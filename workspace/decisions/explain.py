"""A count in plain words: which sentences, filled with what. Pure; the words are in the catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace.decisions import rules
from workspace.decisions.tally.majority_judgment import merit
from workspace.decisions.words import AGAINST, Method, Rule, Tally, TieRule, Verdict

Values = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its key and its values."""

    key: str
    values: Values


def explain(rule: Rule, tally: Tally, names: Mapping[str, str]) -> tuple[Said, ...]:
    """The sentences that explain a count, the result first. `names`: of options, and of `against`."""
    said = [_result(rule, tally, names), *_why(rule, tally, names), *_tie(rule, tally, names)]
    turnout = tally.turnout
    silent: Values = {"blank": turnout.blank, "abstain": turnout.abstain, "apart": turnout.no_part}
    said.append(Said("explain-silent", {**silent, "absent": turnout.absent}))
    values: Values = {"present": turnout.present, "roll": turnout.roll}
    if not turnout.needed:
        return (*said, Said("explain-turnout", values))
    key = "explain-quorum-reached" if turnout.has_quorum else "explain-quorum-missing"
    return (*said, Said(key, {**values, "needed": turnout.needed}))


def _result(rule: Rule, tally: Tally, names: Mapping[str, str]) -> Said:
    """What comes out. Without quorum it is worded as an advice, whatever the figures say."""
    advisory = "-advisory" if tally.is_advisory else ""
    if tally.verdict is Verdict.NO_VOICE:
        return Said("explain-no-voice", {})
    if tally.verdict is Verdict.TIE:
        return Said("explain-tie", {"options": _listed(tally.tied, names)})
    if tally.verdict is Verdict.CHOSEN:
        return Said(f"explain-chosen{advisory}", {"option": names[tally.winner]})
    if tally.verdict is Verdict.NONE_GOOD:
        return Said("explain-none-good", {"option": names[tally.rows[0].option], "mention": _grade(rule, tally, 0)})
    if tally.verdict is Verdict.OBJECTED:
        return Said("explain-objected", {"count": tally.stances[2]})
    return Said(f"explain-{tally.verdict.value}{advisory}", {})


def _why(rule: Rule, tally: Tally, names: Mapping[str, str]) -> list[Said]:
    """The figures that decide, by method."""
    if tally.verdict is Verdict.NO_VOICE:
        return []
    if rule.method is Method.CONSENT:
        agree, reserve, object_ = tally.stances
        return [Said("explain-why-consent", {"agree": agree, "reserve": reserve, "object": object_})]
    first = tally.rows[0]
    name = names[first.option]
    if rule.method in rules.MAJORITIES:
        return [_why_majority(rule, tally, names)]
    if rule.method is Method.MAJORITY_JUDGMENT:
        return _why_judgment(rule, tally, names)
    if rule.method is Method.RANKING:
        key = "explain-why-duels" if tally.condorcet else "explain-why-paths"
        return [Said(key, {"option": name})] if tally.verdict is not Verdict.TIE else []
    if rule.method is Method.DATE_POLL:
        yes, needed, no = first.counts
        return [Said("explain-why-date", {"option": name, "yes": yes, "needed": needed, "no": no})]
    key = "explain-why-approval" if rule.method is Method.APPROVAL else "explain-why-dots"
    return [Said(key, {"option": name, "total": first.counts[0], "voices": tally.turnout.expressed})]


def _why_majority(rule: Rule, tally: Tally, names: Mapping[str, str]) -> Said:
    first = tally.rows[0]
    values: Values = {"for": first.counts[0], "base": tally.base, "of": rule.base.value}
    values["threshold"] = rule.threshold.value
    if len(tally.rows) == 1:
        return Said("explain-why-majority", {**values, "against": tally.against})
    second = tally.rows[1]
    values |= {"option": names[first.option], "other": names[second.option], "against": second.counts[0]}
    return Said("explain-why-majority-two", values)


def _grade(rule: Rule, tally: Tally, place: int) -> str:
    return rule.mentions[merit(tally.rows[place].counts).grade]


def _why_judgment(rule: Rule, tally: Tally, names: Mapping[str, str]) -> list[Said]:
    first = tally.rows[0]
    found = merit(first.counts)
    values: Values = {"option": names[first.option], "mention": rule.mentions[found.grade]}
    said = [Said("explain-why-judgment", {**values, "above": found.above, "below": found.below})]
    same = len(tally.rows) > 1 and merit(tally.rows[1].counts).grade == found.grade
    if same and tally.verdict is Verdict.CHOSEN and not tally.parted_by:
        other = names[tally.rows[1].option]
        said.append(Said("explain-why-judgment-parted", {"other": other, "mention": rule.mentions[found.grade]}))
    return said


def _tie(rule: Rule, tally: Tally, names: Mapping[str, str]) -> list[Said]:
    """A tie is said as a tie, with the rule that was fixed before the vote and what it gave."""
    if not tally.tied:
        return []
    if tally.verdict is Verdict.TIE:
        unparted = rule.tie_rule is TieRule.CASTING_VOICE
        return [Said("explain-tie-unparted" if unparted else "explain-tie-second-round", {})]
    values: Values = {"options": _listed(tally.tied, names), "option": names[tally.winner or AGAINST]}
    key = "explain-tie-casting" if tally.parted_by == TieRule.CASTING_VOICE.value else "explain-tie-draw"
    return [Said(key, values)]


def _listed(options: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(f"« {names[one]} »" for one in options)
