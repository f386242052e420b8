"""Pure: counting answers, and the table to take away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from workspace.kernel.sheets import Sheet
from workspace.questionnaires.checking import said
from workspace.questionnaires.words import Bar, FormResults, GivenAnswer, Item, ItemKind


def bars(item: Item, answers: Sequence[GivenAnswer]) -> tuple[Bar, ...]:
    """The lines of an item's chart, in the order of its choices.

    `share` is a part of those who answered this question, from 0 to 1. For a ranking, `count` is how often a choice
    came first and `share` its mean place, a choice left out counting as one place after the last one given.
    """
    total = len(answers) or 1
    if item.kind is ItemKind.SCALE:
        counted = Counter(one.value for one in answers if isinstance(one.value, int))
        return tuple(
            Bar(label=_step(item, step), count=counted[step], share=counted[step] / total)
            for step in range(1, item.steps + 1)
        )
    if item.kind is ItemKind.RANKING:
        return tuple(_ranked(choice, name, answers) for choice, name in enumerate(item.choices))
    counted = Counter(choice for one in answers for choice in _chosen(one))
    return tuple(
        Bar(label=name, count=counted[choice], share=counted[choice] / total)
        for choice, name in enumerate(item.choices)
    )


def _step(item: Item, step: int) -> str:
    end = {1: item.ends[0], item.steps: item.ends[1]}.get(step, "") if len(item.ends) == 2 else ""  # noqa: PLR2004
    return f"{step} – {end}" if end else str(step)


def _chosen(answer: GivenAnswer) -> Iterable[int]:
    if isinstance(answer.value, list):
        return answer.value
    return (answer.value,) if isinstance(answer.value, int) else ()


def _ranked(choice: int, name: str, answers: Sequence[GivenAnswer]) -> Bar:
    orders = [one.value for one in answers if isinstance(one.value, list)]
    places = [order.index(choice) + 1 if choice in order else len(order) + 1 for order in orders]
    return Bar(
        label=name,
        count=sum(place == 1 for place in places),
        share=sum(places) / len(places) if places else 0.0,
    )


def mean_step(answers: Sequence[GivenAnswer]) -> float | None:
    """The mean of a scale, None without an answer."""
    steps = [one.value for one in answers if isinstance(one.value, int)]
    return sum(steps) / len(steps) if steps else None


def sheet(results: FormResults, words: Mapping[str, str]) -> Sheet:
    """One row a respondent, one column a question, and two for the tags and the questions of the trame.

    `words` holds the headings: `number`, `day`, `source`, `tags`, `trame`, and the names of the sources.
    """
    questions = [item for item in results.items if item.is_question]
    given: dict[tuple[UUID, int], GivenAnswer] = {
        (item.item_id, one.number): one for item in questions for one in results.answers.get(item.item_id, ())
    }
    trame = {one.question_id: one.text for one in results.trame}
    head = (
        words["number"],
        words["day"],
        words["source"],
        *(item.text for item in questions),
        words["tags"],
        words["trame"],
    )
    rows: list[tuple[str | int, ...]] = []
    for who in results.respondents:
        mine = [given.get((item.item_id, who.number)) for item in questions]
        tags = sorted({tag for one in mine if one for tag in one.tags}, key=str.casefold)
        behind = [trame[each] for each in trame if any(one and each in one.question_ids for one in mine)]
        cells = (said(item, one.value) if one else "" for item, one in zip(questions, mine, strict=True))
        rows.append(
            (who.number, who.day.isoformat(), words[who.source.value], *cells, " ; ".join(tags), " ; ".join(behind))
        )
    return Sheet(name=words["sheet"], head=head, rows=tuple(rows))
