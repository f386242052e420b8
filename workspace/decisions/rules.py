"""Pure rules of decisions: who may, what a rule and a ballot must be, which method fits which choice."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from workspace.accounts.rules import clean_line
from workspace.decisions.words import (
    AGAINST,
    CandidateDraft,
    Content,
    DecisionsOperation,
    Kind,
    Method,
    Rule,
    Stage,
    Stance,
    Stand,
    Threshold,
    TieRule,
    Verdict,
)
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach, Target, everyone
from workspace.members.rules import clean_text

Op = DecisionsOperation

_VOTERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_OWNERS = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP)

POLICIES: dict[DecisionsOperation, Policy] = {
    Op.VIEW_DECISIONS: everyone(Reach.GROUP),
    Op.VIEW_PROPOSAL: everyone(Reach.GROUP),
    Op.OPEN_PROPOSAL: _VOTERS,
    Op.CHANGE_PROPOSAL: _OWNERS,
    Op.CLOSE_PROPOSAL: _OWNERS,
    Op.WITHDRAW_PROPOSAL: _OWNERS,
    Op.NEW_ROUND: _OWNERS,
    Op.REMIND_VOTERS: _OWNERS,
    Op.CAST_BALLOT: _VOTERS,
    Op.GIVE_ADVICE: Policy(observer=Reach.GROUP),
    Op.DISCUSS_OBJECTION: _VOTERS,
    Op.SETTLE_OBJECTION: _VOTERS,
    Op.GIVE_PROCURATION: _VOTERS,
    Op.REVOKE_PROCURATION: _VOTERS,
    Op.NAME_REPRESENTATIVES: _OWNERS,
    Op.STAND_CANDIDATE: _VOTERS,
    Op.WITHDRAW_CANDIDATE: _OWNERS,
    Op.EXPORT_DECISION: everyone(Reach.GROUP),
}

REMINDER_GAP = timedelta(hours=20)
TITLE_LENGTH = 160
NAME_LENGTH = 120
REASON_LENGTH = 1000
OPTIONS_MAXIMUM = 30
PICTURES_MAXIMUM = 6
MENTIONS = (2, 10)
MENTION_LENGTH = 30
DOTS = (1, 30)
WHOLE = 100
SMALL_SCALE = 5
CURRENT = (Stage.SCHEDULED, Stage.OPEN)
DECIDING = (Verdict.ADOPTED, Verdict.CHOSEN)

# An address of mail, or nine digits and more in a row as telephones are written: 04 91 00 00 00, +33 4 91 00 00 00.
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\d(?:[\s.\u00a0\u202f-]?\d){8,}")

# Balinski and Laraki, Orsay 2007: the six mentions that were tried on 1733 voters, the worst first.
ORSAY = ("À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien")

# What fits each kind of choice, the first being the advice (docs/decisions/0020-tallies.md). All may be overruled.
ADVICE: dict[Kind, tuple[Method, ...]] = {
    Kind.VISUAL: (Method.MAJORITY_JUDGMENT, Method.APPROVAL),
    Kind.ORGANISATION: (Method.SIMPLE_MAJORITY, Method.CONSENT),
    Kind.SPECIFICATION: (Method.CONSENT,),
    Kind.ADMISSION: (Method.CONSENT, Method.QUALIFIED_MAJORITY),
    Kind.DATE: (Method.DATE_POLL,),
    Kind.DEVIS: (Method.MAJORITY_JUDGMENT, Method.SIMPLE_MAJORITY),
    Kind.OTHER: (Method.CONSENT, Method.MAJORITY_JUDGMENT),
}
MAJORITIES = (Method.SIMPLE_MAJORITY, Method.QUALIFIED_MAJORITY)
THRESHOLDS = {
    Method.SIMPLE_MAJORITY: (Threshold.SIMPLE, Threshold.ABSOLUTE),
    Method.QUALIFIED_MAJORITY: (Threshold.TWO_THIRDS, Threshold.THREE_QUARTERS),
}
# How many options a method can part: a majority decides on one text or between two, consent on one.
OPTION_COUNTS = {
    Method.CONSENT: (1, 1),
    Method.SIMPLE_MAJORITY: (1, 2),
    Method.QUALIFIED_MAJORITY: (1, 2),
}
MANY = (2, OPTIONS_MAXIMUM)


def rejecting_mentions(mentions: Sequence[str]) -> int:
    """How many of the worst mentions mean that an option should not be taken, even as the best."""
    return 2 if len(mentions) > SMALL_SCALE else 1


def clean_rule(rule: Rule, option_count: int, roll: int) -> Rule:
    """The same rule, checked against the number of options and of voters, what the method does not use left out.

    Raises RuleBroken with the code of the first thing that will not do.
    """
    least, most = OPTION_COUNTS.get(rule.method, MANY)
    if not least <= option_count <= most:
        code = "error-decision-too-few-options" if option_count < least else "error-decision-too-many-options"
        raise RuleBroken(code, least=least, most=most)
    if not 0 <= rule.quorum <= WHOLE:
        raise RuleBroken("error-decision-quorum")
    if roll == 0:
        raise RuleBroken("error-decision-no-voter")
    thresholds = THRESHOLDS.get(rule.method, (Threshold.SIMPLE,))
    if rule.tie_rule is TieRule.CASTING_VOICE:
        if rule.secret:
            raise RuleBroken("error-decision-casting-secret")
        if rule.casting is None:
            raise RuleBroken("error-decision-casting-none")
    if rule.method is Method.CONSENT and rule.secret:
        raise RuleBroken("error-decision-consent-secret")
    judged, dotted = rule.method is Method.MAJORITY_JUDGMENT, rule.method is Method.DOTS
    if dotted and not DOTS[0] <= rule.dots <= DOTS[1]:
        raise RuleBroken("error-decision-dots", least=DOTS[0], most=DOTS[1])
    return Rule(
        method=rule.method,
        mentions=clean_mentions(rule.mentions) if judged else (),
        threshold=rule.threshold if rule.threshold in thresholds else thresholds[0],
        base=rule.base,
        quorum=rule.quorum,
        tie_rule=rule.tie_rule,
        casting=rule.casting if rule.tie_rule is TieRule.CASTING_VOICE else None,
        secret=rule.secret,
        hidden=rule.hidden or rule.secret,  # figures that move as each one votes would tell who voted what
        dots=rule.dots if dotted else 0,
        voters=tuple(dict.fromkeys(rule.voters)),
    )


def clean_mentions(mentions: Iterable[str]) -> tuple[str, ...]:
    """The group's mentions, the worst first. Raises `error-decision-mentions`."""
    kept = tuple(
        cleaned
        for one in mentions
        if (cleaned := clean_line(one, maximum=MENTION_LENGTH, required=False, field="mention"))
    )
    distinct = {one.casefold() for one in kept}
    if not MENTIONS[0] <= len(kept) <= MENTIONS[1] or len(distinct) != len(kept):
        raise RuleBroken("error-decision-mentions", least=MENTIONS[0], most=MENTIONS[1])
    return kept


def clean_content(rule: Rule, options: Sequence[str], content: Content) -> Content:
    """A ballot that the method can count. Raises RuleBroken, with what is missing or unknown and the way out."""
    reason = clean_text(content.reason, maximum=REASON_LENGTH, field="reason")
    if content.stand is not Stand.EXPRESSED:
        return Content(stand=content.stand, reason=reason)
    if rule.method is Method.CONSENT:
        return Content(choice=_clean_stance(content.choice, reason), reason=reason)
    if rule.method in MAJORITIES:
        known = {*options, AGAINST} if len(options) == 1 else set(options)
        if content.choice not in known:
            raise RuleBroken("error-ballot-choice")
        return Content(choice=content.choice, reason=reason)
    if not set(content.marks) <= set(options):
        raise RuleBroken("error-ballot-unknown-option")
    return Content(marks=_clean_marks(rule, options, content.marks), reason=reason)


def _clean_stance(choice: str, reason: str) -> str:
    if choice not in set(Stance):
        raise RuleBroken("error-ballot-choice")
    if choice == Stance.OBJECTION and not reason:
        raise RuleBroken("error-objection-reason")
    return Stance(choice).value


def _clean_marks(rule: Rule, options: Sequence[str], marks: Mapping[str, int]) -> dict[str, int]:
    whole = rule.method in {Method.MAJORITY_JUDGMENT, Method.DATE_POLL}
    missing = len(options) - len(marks)
    if whole and missing:
        raise RuleBroken("error-ballot-missing", count=missing)
    top = {
        Method.MAJORITY_JUDGMENT: len(rule.mentions) - 1,
        Method.DATE_POLL: 2,
        Method.APPROVAL: 1,
        Method.RANKING: len(options),
        Method.DOTS: rule.dots,
    }[rule.method]
    least = 1 if rule.method is Method.RANKING else 0
    if not all(isinstance(mark, int) and least <= mark <= top for mark in marks.values()):
        raise RuleBroken("error-ballot-unknown-mark")
    if rule.method is Method.DOTS and not 0 < sum(marks.values()) <= rule.dots:
        raise RuleBroken("error-ballot-dots", dots=rule.dots, given=sum(marks.values()))
    if rule.method is Method.RANKING and not marks:
        raise RuleBroken("error-ballot-choice")
    return {option: marks[option] for option in options if option in marks}


def clean_candidate(draft: CandidateDraft) -> CandidateDraft:
    """The same, cleaned. Raises the error of the first field that will not do, and `error-candidate-contact`."""
    cleaned = CandidateDraft(
        name=clean_line(draft.name, maximum=NAME_LENGTH, field="candidate"),
        legal_form=clean_line(draft.legal_form, maximum=NAME_LENGTH, required=False, field="legal-form"),
        presentation=clean_text(draft.presentation, field="presentation"),
        motive=clean_text(draft.motive, maximum=REASON_LENGTH, field="motive"),
    )
    if not cleaned.motive:
        raise RuleBroken("error-empty", field="motive")
    if any(_CONTACT.search(said) for said in (cleaned.presentation, cleaned.motive)):
        raise RuleBroken("error-candidate-contact")
    return cleaned


def check_dates(opens_at: datetime, closes_at: datetime, now: datetime) -> None:
    """A vote closes later than it opens, and later than now. Raises `error-decision-close`."""
    if closes_at <= now or closes_at <= opens_at:
        raise RuleBroken("error-decision-close")


def check_remind(last: datetime | None, now: datetime) -> None:
    """People are not written to twice within twenty hours. Raises `error-remind-soon`."""
    if last is not None and now - last < REMINDER_GAP:
        raise RuleBroken("error-remind-soon")


def stage_of(
    opens_at: datetime, closes_at: datetime, closed_at: datetime | None, withdrawn: datetime | None, now: datetime
) -> Stage:
    """Where a vote stands at `now`, whether or not somebody came by to close it."""
    if withdrawn is not None:
        return Stage.WITHDRAWN
    if closed_at is not None or now >= closes_at:
        return Stage.CLOSED
    return Stage.OPEN if now >= opens_at else Stage.SCHEDULED


def decides(verdict: Verdict, *, is_advisory: bool) -> bool:
    """Whether a count settles the matter: something is taken, and the quorum was there."""
    return verdict in DECIDING and not is_advisory


def by_option(by_place: Mapping[str, str], option_ids: Sequence[str]) -> dict[str, str]:
    """What the form says by place, "1" being the first, under the ids of the options."""
    return {one: by_place[str(place)] for place, one in enumerate(option_ids, start=1) if str(place) in by_place}


def by_place(by_id: Mapping[str, str], option_ids: Sequence[str]) -> dict[str, str]:
    """The other way round; what is said of other options is left out."""
    return {str(place): by_id[one] for place, one in enumerate(option_ids, start=1) if one in by_id}


def own_order(person_id: UUID | None, proposal_id: UUID, options: Iterable[UUID]) -> list[UUID]:
    """Options in an order that is random between voters and always the same for one of them."""

    def place(option: UUID) -> bytes:
        return hashlib.sha256(f"{person_id}/{proposal_id}/{option}".encode()).digest()

    return sorted(options, key=place)


def text_hash(text: Mapping[str, Any]) -> str:
    """SHA-256 of the text voted, as compact JSON with sorted keys: anybody can compute it again from the export."""
    said = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def proposal_target(group_id: UUID, opened_by: UUID | None, structure_id: UUID | None) -> Target:
    """To whom a proposal belongs, for the rights: to whoever opened it, and to the structure they are of."""
    structures = frozenset({structure_id}) if structure_id is not None else frozenset[UUID]()
    return Target(group_id=group_id, structure_ids=structures, person_id=opened_by)


def check_procuration(giver: UUID, holder: UUID, in_force: Sequence[tuple[UUID, UUID]], *, cap: int) -> None:
    """Whether `giver` may give its voice to `holder`, given the (giver, holder) pairs that bear on the same vote.

    A voice passes one hand only: whoever carries one has kept their own, so there is neither chain nor circle.
    Raises `error-procuration-…`.
    """
    if giver == holder:
        raise RuleBroken("error-procuration-self")
    if any(one == giver for one, _ in in_force):
        raise RuleBroken("error-procuration-already")
    if (holder, giver) in in_force:
        raise RuleBroken("error-procuration-circle")
    if any(one == holder for one, _ in in_force) or any(other == giver for _, other in in_force):
        raise RuleBroken("error-procuration-chain")
    if sum(other == holder for _, other in in_force) >= cap:
        raise RuleBroken("error-procuration-cap", cap=cap)


def may_speak(actor: Actor, titular: UUID | None, substitute: UUID | None) -> bool:
    """Whether the actor casts for their structure: titular or substitute, or anybody of it while none is named."""
    named = {one for one in (titular, substitute) if one is not None}
    return not named or actor.member_id in named
