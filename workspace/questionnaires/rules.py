"""Pure rules of questionnaires: who may, what a good question is, when one opens, closes and is erased."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from workspace.accounts.rules import check_length, clean_line
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.messages import LANGUAGES
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.questionnaires.words import (
    WITH_CHOICES,
    FormAbilities,
    FormDraft,
    FormsOperation,
    FormState,
    Item,
    ItemDraft,
    ItemKind,
)

Op = FormsOperation

_BUILDERS = Policy(partner=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[FormsOperation, Policy] = {
    Op.LIST_QUESTIONNAIRES: everyone(Reach.GROUP),
    Op.VIEW_QUESTIONNAIRE: everyone(Reach.GROUP),
    Op.CREATE_QUESTIONNAIRE: _BUILDERS,
    Op.CHANGE_QUESTIONNAIRE: _BUILDERS,
    Op.SHARE_QUESTIONNAIRE: _BUILDERS,
    Op.ANSWER_QUESTIONNAIRE: Policy(public=True),
    Op.WITHDRAW_ANSWER: Policy(public=True),
    Op.ENTER_PAPER_ANSWER: _BUILDERS,
    Op.VIEW_ANSWERS: everyone(Reach.GROUP),
    Op.SORT_ANSWERS: _BUILDERS,
    Op.EXPORT_ANSWERS: _BUILDERS,
    Op.ERASE_ANSWERS: Policy(facilitator=Reach.GROUP),
}

TITLE_LENGTH = 120
INTRO_LENGTH = 1000
CONTROLLER_LENGTH = 200
PURPOSE_LENGTH = 600
CONTACT_LENGTH = 200
QUESTION_LENGTH = 300
CHOICE_LENGTH = 160
ANSWER_LENGTH = 2000
TAG_LENGTH = 40
ITEMS_MAXIMUM = 60
CHOICES_MAXIMUM = 20
RANKED_MAXIMUM = 8
TAGS_MAXIMUM = 12
LINKS_MAXIMUM = 100
STEPS = (3, 4, 5, 6, 7, 10)
DEFAULT_STEPS = 5
# Answers are kept twelve months unless the author says otherwise; past five years no purpose of ours still holds.
RETENTION = timedelta(days=365)
RETENTION_MAXIMUM = timedelta(days=5 * 365)


def form_target(group_id: UUID | None) -> Target:
    """To whom a questionnaire belongs, for the rights: to its whole group."""
    return Target(group_id=group_id)


def form_abilities(actor: Actor) -> FormAbilities:
    """What `actor` may do with the questionnaires of their group."""
    target = form_target(actor.group_id)
    return FormAbilities(
        may_create=allowed(POLICIES[Op.CREATE_QUESTIONNAIRE], actor, target),
        may_change=allowed(POLICIES[Op.CHANGE_QUESTIONNAIRE], actor, target),
        may_share=allowed(POLICIES[Op.SHARE_QUESTIONNAIRE], actor, target),
        may_enter=allowed(POLICIES[Op.ENTER_PAPER_ANSWER], actor, target),
        may_sort=allowed(POLICIES[Op.SORT_ANSWERS], actor, target),
        may_export=allowed(POLICIES[Op.EXPORT_ANSWERS], actor, target),
        may_erase=allowed(POLICIES[Op.ERASE_ANSWERS], actor, target),
    )


def clean_text(value: str, *, maximum: int, field: str, required: bool = False) -> str:
    """Several lines of human text: each cleaned like a line, at most one empty line in a row.

    Raises RuleBroken `error-empty` or `error-too-long`. Markup is kept as typed: every page shows text as text.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    whole = "\n".join(clean_line(line, maximum=len(line) * 4 + 1, required=False, field=field) for line in lines)
    folded = re.sub(r"\n{3,}", "\n\n", whole).strip()
    check_length(folded, maximum=maximum, required=required, field=field)
    return folded


def clean_draft(draft: FormDraft, *, today: date) -> FormDraft:
    """Title and notice, cleaned; an erasing day is chosen when none was.

    Raises the error of the first field that will not do, `error-form-erase` for an erasing day that is past, before
    the closing day, or further than five years.
    """
    erase_on = draft.erase_on or today + RETENTION
    cleaned = replace(
        draft,
        title=clean_line(draft.title, maximum=TITLE_LENGTH, field="title"),
        intro=clean_text(draft.intro, maximum=INTRO_LENGTH, field="form-intro"),
        language=draft.language if draft.language in LANGUAGES else LANGUAGES[0],
        controller=clean_line(draft.controller, maximum=CONTROLLER_LENGTH, required=False, field="form-controller"),
        purpose=clean_text(draft.purpose, maximum=PURPOSE_LENGTH, field="form-aim"),
        contact=clean_line(draft.contact, maximum=CONTACT_LENGTH, required=False, field="form-contact"),
        erase_on=erase_on,
    )
    if erase_on <= today or erase_on > today + RETENTION_MAXIMUM:
        raise RuleBroken("error-form-erase")
    if draft.closes_on is not None and (draft.closes_on < today or draft.closes_on >= erase_on):
        raise RuleBroken("error-form-closes")
    return cleaned


def clean_item(draft: ItemDraft) -> ItemDraft:
    """A question or section, cleaned, with only what its kind has.

    Raises `error-form-choices` (fewer than two), `error-too-many`, `error-form-same-choice`, `error-form-steps`.
    """
    question = draft.kind is not ItemKind.SECTION
    cleaned = ItemDraft(
        kind=draft.kind,
        text=clean_line(draft.text, maximum=QUESTION_LENGTH, field="question" if question else "form-section"),
        help=clean_line(draft.help, maximum=QUESTION_LENGTH, required=False, field="form-help"),
        required=draft.required and question,
    )
    if draft.kind in WITH_CHOICES:
        return replace(cleaned, choices=_clean_choices(draft))
    if draft.kind is ItemKind.SCALE:
        if draft.steps not in STEPS:
            raise RuleBroken("error-form-steps")
        ends = tuple(
            clean_line(end, maximum=CHOICE_LENGTH, required=False, field="form-choices")
            for end in (*draft.ends, "", "")[:2]
        )
        return replace(cleaned, steps=draft.steps, ends=ends)
    return cleaned


def _clean_choices(draft: ItemDraft) -> tuple[str, ...]:
    lines = (clean_line(one, maximum=CHOICE_LENGTH, required=False, field="form-choices") for one in draft.choices)
    choices = tuple(line for line in lines if line)
    maximum = RANKED_MAXIMUM if draft.kind is ItemKind.RANKING else CHOICES_MAXIMUM
    if len(choices) < 2:  # noqa: PLR2004 one choice is no choice
        raise RuleBroken("error-form-choices")
    if len(choices) > maximum:
        raise RuleBroken("error-too-many", field="form-choices", maximum=maximum)
    seen: set[str] = set()
    for one in choices:
        if one.casefold() in seen:
            raise RuleBroken("error-form-same-choice", choice=one)
        seen.add(one.casefold())
    return choices


def state_on(state: FormState, closes_on: date | None, today: date) -> FormState:
    """The state as it is today: an open questionnaire is closed once its last day is over."""
    if state is FormState.OPEN and closes_on is not None and today > closes_on:
        return FormState.CLOSED
    return state


def check_draft(state: FormState) -> None:
    """Questions and notice change in a draft only: who answered must have read the same ones."""
    if state is not FormState.DRAFT:
        raise RuleBroken("error-form-not-draft")


def check_openable(draft: FormDraft, items: Iterable[Item], *, today: date) -> None:
    """Whether a questionnaire may meet the public.

    It needs a question, and a complete notice (GDPR, article 13: who, why, how long, which rights, whom to ask).
    Raises `error-form-no-question`, `error-form-notice`, `error-form-erase` or `error-form-closes`.
    """
    if not any(item.is_question for item in items):
        raise RuleBroken("error-form-no-question")
    if not (draft.controller and draft.purpose and draft.contact):
        raise RuleBroken("error-form-notice")
    clean_draft(draft, today=today)


def moved(order: Sequence[UUID], item_id: UUID, step: int) -> list[UUID]:
    """The order with one item taken `step` places down (negative: up); never past an end. Raises NotFound."""
    if item_id not in order:
        raise NotFound
    place = max(0, min(len(order) - 1, order.index(item_id) + step))
    others = [one for one in order if one != item_id]
    return [*others[:place], item_id, *others[place:]]


def notice_hash(draft: FormDraft) -> str:
    """Which notice was accepted: the proof of consent keeps this beside the answer's own number and time."""
    said = "\n".join((draft.controller, draft.purpose, draft.contact, str(draft.erase_on), draft.language))
    return hashlib.sha256(said.encode()).hexdigest()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once whatever its case, in order. Raises `error-too-many` and `error-too-long`."""
    kept: dict[str, str] = {}
    for one in tags:
        tag = clean_line(one, maximum=TAG_LENGTH, required=False, field="form-tags")
        if tag:
            kept.setdefault(unicodedata.normalize("NFC", tag).casefold(), tag)
    if len(kept) > TAGS_MAXIMUM:
        raise RuleBroken("error-too-many", field="form-tags", maximum=TAGS_MAXIMUM)
    return tuple(sorted(kept.values(), key=str.casefold))


def clean_labels(lines: Iterable[str]) -> tuple[str, ...]:
    """For whom personal links are made, one each. Raises `error-form-no-label` and `error-too-many`."""
    labels = tuple(label for line in lines if (label := clean_line(line, required=False, field="form-labels")))
    if not labels:
        raise RuleBroken("error-form-no-label")
    if len(labels) > LINKS_MAXIMUM:
        raise RuleBroken("error-too-many", field="form-labels", maximum=LINKS_MAXIMUM)
    return labels
