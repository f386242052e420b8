"""The procès-verbal of a decision as a PDF: made by Typst from plain values, with tags for screen readers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from workspace.decisions import deeds
from workspace.decisions.explain import explain
from workspace.decisions.packing import rule_of, tally_of
from workspace.decisions.tables import count_table, rule_lines
from workspace.decisions.words import AGAINST
from workspace.kernel.dates import long_instant
from workspace.kernel.messages import translate
from workspace.publishing.pdf import typeset

TEMPLATE = Path(__file__).with_name("minutes.typ")


def make_minutes(data: dict[str, Any], language: str, zone: str) -> bytes:
    """The PDF of an exported round that is closed (`export.export_decision`), in one of our languages."""
    decided_at = datetime.fromisoformat(data["outcome"]["decided_at"])
    return typeset(TEMPLATE, _said(data, language, zone), made_at=decided_at)


def _said(data: dict[str, Any], language: str, zone: str) -> dict[str, Any]:
    """Every word of the page, in its language."""

    def t(key: str, **values: object) -> str:
        return translate(language, key, **values)

    outcome, rule, tally = data["outcome"], rule_of(data["rule"]), tally_of(data["result"])
    names = {one["id"]: one["name"] for one in data["text"]["options"]} | {AGAINST: t("decision-choice-against")}
    head, rows = count_table(rule, tally, names, language)
    kept = set(data["options"])
    return {
        "lang": language,
        "group": data["group"],
        "title": data["text"]["title"],
        "number": t("minutes-number", number=outcome["number"], round=data["round"]),
        "date": long_instant(datetime.fromisoformat(outcome["decided_at"]), zone, language),
        "said": [t(one.key, **one.values) for one in explain(rule, tally, names)],
        "effect": _effect(data["effect"], language, zone) if data["effect"] else [],
        "context": data["text"]["context"],
        "options": [one for one in data["text"]["options"] if one["id"] in kept],
        "count": {"head": head, "rows": rows},
        "roll": {
            "head": [t("decision-structure"), t("decision-cast-by"), t("decision-via")],
            "rows": [[one["structure"], one["cast_by"] or t("decision-absent"), one["via"]] for one in data["roll"]],
        },
        "objections": [
            t(
                "minutes-objection",
                structure=one["structure"],
                reason=one["reason"],
                status=t(f"objection-status-{one['status']}"),
            )
            for one in data["objections"]
        ],
        "rule": rule_lines(rule, language),
        "hash": outcome["text_sha256"],
        "statutes": t("decision-statutes"),
        "labels": {
            key: t(f"minutes-{key}")
            for key in ("text", "options", "count", "roll", "objections", "rule", "hash", "effect")
        },
    }


def _effect(effect: dict[str, Any], language: str, zone: str) -> list[str]:
    """What the outcome did by itself or why it could not, then who closed the vote."""
    name = deeds.told(effect["name"], effect["value"], effect["told"], language)
    date = long_instant(datetime.fromisoformat(effect["at"]), zone, language)
    said = deeds.said(effect["name"], effect["result"], name=name, date=date, language=language)
    key = "minutes-effect-closed-by" if effect["closed_by"] else "minutes-effect-on-time"
    return [said, translate(language, key, name=effect["closed_by"], person=effect["opened_by"], date=date)]
