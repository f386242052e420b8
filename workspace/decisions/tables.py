"""The table of a count, whatever the method: the same figures as the chart, for the page and for the minutes."""

from __future__ import annotations

from collections.abc import Mapping

from workspace.decisions import rules
from workspace.decisions.words import Method, Rule, Stance, Tally
from workspace.kernel.messages import translate

Cells = list[list[str]]


def count_table(rule: Rule, tally: Tally, names: Mapping[str, str], language: str) -> tuple[list[str], Cells]:
    """(heads, rows) of a count, best first."""

    def t(key: str) -> str:
        return translate(language, key)

    if rule.method is Method.CONSENT:
        heads = [t("decision-answer"), t("decision-voices")]
        stances = tally.stances or (0, 0, 0)
        rows = [[t(f"decision-choice-{one.value}"), str(stances[place])] for place, one in enumerate(Stance)]
    else:
        heads = [t("decision-option"), *_heads(rule, tally, names, language)]
        rows = [
            [f"{one.rank}. {names[one.option]}", *_cells(rule, tally, place)] for place, one in enumerate(tally.rows)
        ]
        if rule.method in rules.MAJORITIES and len(tally.rows) == 1:
            rows = [
                [t("decision-choice-for"), str(tally.rows[0].counts[0])],
                [t("decision-choice-against"), str(tally.against)],
            ]
    return heads, rows


def _heads(rule: Rule, tally: Tally, names: Mapping[str, str], language: str) -> list[str]:
    if rule.method is Method.MAJORITY_JUDGMENT:
        return list(reversed(rule.mentions))
    if rule.method is Method.DATE_POLL:
        return [translate(language, f"decision-answer-{one}") for one in ("yes", "needed", "no")]
    if rule.method is Method.RANKING and tally.rows:
        return [translate(language, "decision-before", option=names[one.option]) for one in tally.rows]
    keys = {Method.APPROVAL: "decision-approvals", Method.DOTS: "decision-points"}
    return [translate(language, keys.get(rule.method, "decision-voices"))]


def _cells(rule: Rule, tally: Tally, place: int) -> list[str]:
    if rule.method is Method.RANKING:
        return ["—" if place == other else str(won) for other, won in enumerate(tally.duels[place])]
    counts = tally.rows[place].counts
    if rule.method is Method.MAJORITY_JUDGMENT:
        counts = tuple(reversed(counts))
    return [str(one) for one in counts]


def rule_lines(rule: Rule, language: str) -> list[str]:
    """The rule that was fixed before the vote, one sentence a line."""

    def t(key: str, **values: object) -> str:
        return translate(language, key, **values)

    lines = [t("rule-method", method=t(f"decision-method-{rule.method.value}"))]
    if rule.mentions:
        lines.append(t("rule-mentions", mentions=", ".join(reversed(rule.mentions))))
    if rule.method.value.endswith("_majority"):
        lines.append(t("rule-majority", threshold=rule.threshold.value, of=rule.base.value))
    lines.append(t("rule-quorum", percent=rule.quorum))
    lines.append(t(f"rule-tie-{rule.tie_rule.value}"))
    lines.append(t("rule-secret" if rule.secret else "rule-named"))
    return lines
