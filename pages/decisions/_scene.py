"""What the screens of decisions share: style, labels, how a ballot and a date are said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from pages.fiches._scene import draw, text_of
from pages.fiches._style import use_style as use_fiche_style
from pages.shell.formats import when
from pages.shell.i18n import t
from workspace.decisions import rules
from workspace.decisions.views import OptionView, ProposalView
from workspace.decisions.words import AGAINST, Content, Method, Rule, Stand

_RULES = Path(__file__).with_name("decisions.css")
DATE_ANSWERS = (2, 1, 0)
DATE_WORDS = {2: "yes", 1: "needed", 0: "no"}


def use_style() -> None:
    """Bring the rules of this room to the page, over those of the fiches."""
    use_fiche_style()
    draw(f"<style>{_RULES.read_text(encoding='utf-8')}</style>")


def method_label(method: Method) -> str:
    """The name of a method."""
    return t(f"decision-method-{method.value}")


def option_name(option: OptionView, zone: str) -> str:
    """An option by its name; a date by its day and hour, as the reader's language writes them."""
    return option.name if option.at is None else when(option.at, zone)


def names_of(view: ProposalView) -> dict[str, str]:
    """What each option is called in sentences, `against` with them."""
    names = {str(one.option_id): option_name(one, view.zone) for one in view.options}
    return names | {AGAINST: t("decision-choice-against")}


def said_of(rule: Rule, content: Content, names: Mapping[str, str], *, single: bool) -> str:
    """A ballot in one line."""
    if content.stand is not Stand.EXPRESSED:
        return t(f"decision-stand-{content.stand.value}")
    if rule.method is Method.CONSENT:
        return t(f"decision-choice-{content.choice}")
    if rule.method in rules.MAJORITIES:
        return t("decision-choice-for") if single and content.choice != AGAINST else names.get(content.choice, "")
    marks = sorted(content.marks.items(), key=lambda one: -one[1])
    if rule.method is Method.RANKING:
        return " > ".join(names.get(option, "") for option, _ in reversed(marks))
    if rule.method is Method.APPROVAL:
        return ", ".join(names.get(option, "") for option, mark in marks if mark) or t("decision-approves-none")
    return " · ".join(
        t("decision-mark", option=names.get(option, ""), mark=mark_label(rule, mark)) for option, mark in marks
    )


def mark_label(rule: Rule, mark: int) -> str:
    """One mark as it was given: a mention, an answer, or a number."""
    if rule.method is Method.MAJORITY_JUDGMENT:
        return rule.mentions[mark]
    if rule.method is Method.DATE_POLL:
        return t(f"decision-answer-{DATE_WORDS[mark]}")
    return str(mark)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: bool = False,
    words: Collection[int] = (),
) -> None:
    """A plain table; everything in it is escaped here. `words`: columns of words beside numbers."""
    plain_side = " class=cd-words" if numbers else " class=cd-wrap"
    sides = [" class=cf-right" if numbers and place not in words else plain_side for place in range(len(heads))]
    head = "".join(
        f'<th scope="col"{side if numbers and place else ""}>{text_of(one)}</th>'
        for place, (one, side) in enumerate(zip(heads, sides, strict=True))
    )
    body = "".join(
        f'<tr><th scope="row">{text_of(row[0])}</th>'
        + "".join(f"<td{side}>{text_of(cell)}</td>" for cell, side in zip(row[1:], sides[1:], strict=True))
        + "</tr>"
        for row in rows
    )
    draw(
        f'<div class="cf cd-scroll" tabindex="0" role="region" aria-label="{text_of(caption)}">'
        f'<table class="cf-versions"><caption class="cf-sr">{text_of(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
