"""Open answers word for word, with the number of the respondent only."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from pages.fiches._scene import draw as draw_html
from pages.fiches._scene import text_of
from pages.fiches._style import use_style
from pages.shell.i18n import t
from workspace.questionnaires.words import FormResults, GivenAnswer, Item, Source


def draw(item: Item, answers: Sequence[GivenAnswer], results: FormResults) -> None:
    """The answers as a list; everything typed is escaped, line breaks are kept."""
    if not answers:
        return
    use_style()
    trame = {one.question_id: one.text for one in results.trame}
    items = "".join(_answer(one, trame) for one in answers)
    draw_html(f'<div class="cf"><ol class="cf-trame" aria-label="{text_of(item.text)}">{items}</ol></div>')


def _answer(one: GivenAnswer, trame: dict[UUID, str]) -> str:
    said = text_of(str(one.value)).replace("\n", "<br>")
    marks = [f'<span class="cf-soft">{t("forms-respondent", number=one.number)}</span>']
    if one.source is not Source.ONLINE:
        marks.append(f'<span class="cf-soft">{t(f"forms-from-{one.source.value}")}</span>')
    marks += [f'<span class="cf-tag">{text_of(tag)}</span>' for tag in one.tags]
    marks += [f'<span class="cf-tag cf-tag-etape">→ {text_of(trame[each])}</span>' for each in one.question_ids]
    return (
        f'<li><span class="cf-big" aria-hidden="true">{one.number}</span>'
        f'<div><p class="cf-q">{said}</p><div class="cf-tags">{"".join(marks)}</div></div></li>'
    )
