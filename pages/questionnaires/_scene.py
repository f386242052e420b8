"""Small sentences that several parts of the room draw."""

from __future__ import annotations

from datetime import date

from pages.shell.formats import day
from pages.shell.i18n import t
from workspace.questionnaires.words import FormState

COLOURS = {FormState.DRAFT: "gray", FormState.OPEN: "green", FormState.CLOSED: "orange"}


def standing(*, state: FormState, answers: int, closes_on: date | None, questions: int, is_invented: bool) -> str:
    """Where a questionnaire stands, on one line of Markdown."""
    parts = [
        f":{COLOURS[state]}-badge[{t(f'forms-state-{state.value}')}]",
        t("forms-questions-count", count=questions),
        t("forms-answers-count", count=answers),
    ]
    if closes_on is not None and state is not FormState.DRAFT:
        parts.append(t("forms-closes", date=day(closes_on)))
    if is_invented:
        parts.append(t("forms-invented"))
    return " · ".join(parts)
