"""What a proposal must be before it is written: each field cleaned, the rule checked against options and voters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from db.models import Proposal, ProposalOption, ProposalRound
from workspace.accounts.rules import clean_line
from workspace.decisions import rules
from workspace.decisions.packing import rule_of
from workspace.decisions.words import Method, OptionDraft, ProposalDraft
from workspace.kernel.errors import RuleBroken
from workspace.members.rules import clean_text

NOTE_LENGTH = 300


def clean_draft(draft: ProposalDraft, *, roll: int) -> ProposalDraft:
    """The same draft, cleaned. `roll`: how many structures may vote. Raises the error of the first thing wrong."""
    options = clean_options(draft.options, dated=draft.rule.method is Method.DATE_POLL)
    places = [str(place) for place, one in enumerate(draft.options, start=1) if _is_said(one)]
    return replace(
        draft,
        effect_data={
            str(place): draft.effect_data[before]
            for place, before in enumerate(places, start=1)
            if before in draft.effect_data
        },
        title=clean_line(draft.title, maximum=rules.TITLE_LENGTH, field="question"),
        context=clean_text(draft.context, field="context"),
        note=clean_line(draft.note, maximum=NOTE_LENGTH, required=False, field="correction"),
        options=options,
        rule=rules.clean_rule(draft.rule, len(options), roll),
    )


def draft_of(proposal: Proposal, current: ProposalRound, options: Sequence[ProposalOption]) -> ProposalDraft:
    """The draft that a proposal would be written from again: the options of its round, in their order."""
    rows = {str(row.id): row for row in options}
    return ProposalDraft(
        title=proposal.title,
        context=proposal.context,
        kind=proposal.kind,
        rule=rule_of(proposal.rule),
        options=tuple(
            OptionDraft(
                name=row.name,
                text=row.text,
                author=row.author,
                pictures=tuple(UUID(one) for one in row.pictures),
                at=row.at,
                option_id=row.id,
            )
            for row in (rows[one] for one in current.option_ids)
        ),
        closes_at=current.closes_at,
        opens_at=current.opens_at,
        authors_shown=proposal.authors_shown,
        about=proposal.about,
        effect=proposal.effect,
        effect_data=rules.by_place(proposal.effect_data, current.option_ids),
        review_on=proposal.review_on,
        version=proposal.version,
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
        if _is_said(one)
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


def _is_said(one: OptionDraft) -> bool:
    """Whether there is anything in an option; an empty one is left out."""
    return bool(one.name.strip() or one.text.strip() or one.pictures)
