"""What a proposal must be before it is written: each field cleaned, the rule checked against options and voters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workspace.accounts.rules import clean_line
from workspace.decisions import rules
from workspace.decisions.words import Method, OptionDraft, ProposalDraft
from workspace.kernel.errors import RuleBroken
from workspace.members.rules import clean_text

NOTE_LENGTH = 300


def clean_draft(draft: ProposalDraft, *, roll: int) -> ProposalDraft:
    """The same draft, cleaned. `roll`: how many structures may vote. Raises the error of the first thing wrong."""
    options = clean_options(draft.options, dated=draft.rule.method is Method.DATE_POLL)
    return replace(
        draft,
        title=clean_line(draft.title, maximum=rules.TITLE_LENGTH, field="question"),
        context=clean_text(draft.context, field="context"),
        note=clean_line(draft.note, maximum=NOTE_LENGTH, required=False, field="correction"),
        options=options,
        rule=rules.clean_rule(draft.rule, len(options), roll),
    )


def clean_options(drafts: Sequence[OptionDraft], *, dated: bool) -> tuple[OptionDraft, ...]:
    """The options with something in them. Raises `error-decision-same-option`, `error-decision-date-missing`."""
    kept = tuple(
        replace(
            one,
            name=clean_line(one.name, maximum=rules.NAME_LENGTH, field="option"),
            text=clean_text(one.text, field="option-text"),
            author=clean_line(one.author, maximum=rules.NAME_LENGTH, required=False, field="author"),
            pictures=tuple(dict.fromkeys(one.pictures))[: rules.PICTURES_MAXIMUM],
            at=one.at if dated else None,
        )
        for one in drafts
        if one.option_id is not None or one.name.strip() or one.text.strip() or one.pictures
    )
    seen: set[object] = set()
    for one in kept:
        if dated and one.at is None:
            raise RuleBroken("error-decision-date-missing", option=one.name)
        for said in (one.name.casefold(), *((one.at,) if one.at else ())):
            if said in seen:
                raise RuleBroken("error-decision-same-option", option=one.name)
            seen.add(said)
    return kept
