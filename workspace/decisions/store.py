"""Session-first writes of proposals, ballots and outcomes, for this room and for the example. No commit here."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db.models import (
    Ballot,
    Objection,
    Outcome,
    Proposal,
    ProposalOption,
    ProposalRound,
    ProposalText,
    ProposalVoter,
    SealedBallot,
)
from db.turns import hold_group
from workspace.decisions import candidacy, effects, floor, queries, rules
from workspace.decisions.packing import packed, rule_of
from workspace.decisions.words import (
    Content,
    Decided,
    Method,
    ObjectionStatus,
    OptionDraft,
    ProposalDraft,
    Rule,
    Stance,
    Tally,
    TieRule,
    Verdict,
)
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound

_shuffle = secrets.SystemRandom().shuffle


def hold_round(session: Session, proposal_id: UUID) -> tuple[Proposal, ProposalRound]:
    """A proposal and its current round, kept for this transaction: casts, changes and the close take turns here.

    Raises NotFound.
    """
    proposal = session.scalar(select(Proposal).where(Proposal.id == proposal_id).with_for_update())
    if proposal is None:
        raise NotFound
    return proposal, session.get_one(ProposalRound, (proposal.id, proposal.round))


def add_proposal(
    session: Session, *, group_id: UUID, draft: ProposalDraft, opened_by: UUID | None, now: datetime
) -> Proposal:
    """A new proposal with its first round; the draft must be clean. The roll is frozen when it opens at once."""
    proposal = Proposal(
        group_id=group_id,
        title=draft.title,
        context=draft.context,
        kind=draft.kind,
        method=draft.rule.method,
        rule=packed(draft.rule),
        authors_shown=draft.authors_shown,
        about=draft.about,
        effect=draft.effect,
        review_on=draft.review_on,
        created_at=now,
        opened_by=opened_by,
    )
    session.add(proposal)
    session.flush()
    option_ids = write_options(session, proposal, draft.options)
    proposal.effect_data = rules.by_option(draft.effect_data, option_ids)
    write_text(session, proposal, opened_by, note="", now=now)
    add_round(session, proposal, 1, option_ids, opens_at=draft.opens_at or now, closes_at=draft.closes_at, now=now)
    return proposal


def write_options(session: Session, proposal: Proposal, drafts: Sequence[OptionDraft]) -> list[str]:
    """Write the options in this order; those left out are removed in a first round. Gives their ids."""
    rows = {row.id: row for row in queries.list_options(session, proposal.id)}
    kept: list[ProposalOption] = []
    for position, draft in enumerate(drafts, start=1):
        row = rows.get(draft.option_id) if draft.option_id else None
        if row is None:
            if draft.option_id is not None:
                raise NotFound
            row = ProposalOption(proposal_id=proposal.id)
            session.add(row)
        row.position, row.name, row.text, row.author = position, draft.name, draft.text, draft.author
        row.pictures, row.at = [str(one) for one in draft.pictures], draft.at
        kept.append(row)
    session.flush()
    if proposal.round == 1:
        for gone in set(rows) - {row.id for row in kept}:
            session.delete(rows[gone])
    session.flush()
    return [str(row.id) for row in kept]


def write_text(session: Session, proposal: Proposal, person_id: UUID | None, *, note: str, now: datetime) -> None:
    """Keep the words of the proposal's current text version, with their hash."""
    words = queries.words_of(session, proposal)
    session.add(
        ProposalText(
            proposal_id=proposal.id,
            version=proposal.text_version,
            at=now,
            person_id=person_id,
            note=note,
            words=words,
            sha256=rules.text_hash(words),
        )
    )
    session.flush()


def add_round(
    session: Session,
    proposal: Proposal,
    number: int,
    option_ids: Sequence[str],
    *,
    opens_at: datetime,
    closes_at: datetime,
    now: datetime,
) -> ProposalRound:
    """A round of votes on some options."""
    made = ProposalRound(
        proposal_id=proposal.id, number=number, opens_at=opens_at, closes_at=closes_at, option_ids=list(option_ids)
    )
    session.add(made)
    proposal.round = number
    session.flush()
    if opens_at <= now:
        freeze_roll(session, proposal, made)
    return made


def freeze_roll(session: Session, proposal: Proposal, current: ProposalRound) -> None:
    """Copy who may vote, as it was at the opening; later comings and goings change nothing to it."""
    session.execute(
        delete(ProposalVoter).where(ProposalVoter.proposal_id == proposal.id, ProposalVoter.round == current.number)
    )
    entitled = queries.list_entitled(session, proposal.group_id, rule_of(proposal.rule), current.opens_at)
    session.add_all(
        ProposalVoter(proposal_id=proposal.id, round=current.number, structure_id=one.choice_id, name=one.name)
        for one in entitled
    )
    current.roll_at = current.opens_at
    session.flush()


def write_ballot(
    session: Session,
    actor: Actor,
    proposal: Proposal,
    structure_id: UUID,
    content: Content,
    *,
    via: UUID | None,
    now: datetime,
) -> Ballot:
    """The structure's one row of this round: made, or written over. An objection is opened, or taken back."""
    row = queries.find_ballot(session, proposal.id, proposal.round, structure_id)
    if row is None:
        row = Ballot(proposal_id=proposal.id, round=proposal.round, structure_id=structure_id, casts=0)
        session.add(row)
    row.via_structure_id = via
    row.cast_by, row.cast_by_name = actor.person_id, actor.name
    row.received_at = now
    row.casts += 1
    row.text_version = proposal.text_version
    row.content = packed(content)
    session.flush()
    if proposal.method is Method.CONSENT:
        _write_objection(session, actor, proposal, structure_id, content=content, now=now)
    return row


def _write_objection(
    session: Session, actor: Actor, proposal: Proposal, structure_id: UUID, *, content: Content, now: datetime
) -> None:
    row = session.scalar(
        select(Objection).where(
            Objection.proposal_id == proposal.id,
            Objection.round == proposal.round,
            Objection.structure_id == structure_id,
        )
    )
    objects = content.choice == Stance.OBJECTION.value
    if row is None and objects:
        row = Objection(proposal_id=proposal.id, round=proposal.round, structure_id=structure_id, opened_at=now)
        session.add(row)
    if row is None:
        return
    if objects:
        row.reason, row.status, row.text_version = content.reason, ObjectionStatus.OPEN, proposal.text_version
        row.settled_at, row.settled_by_name, row.lifted_by_version, row.note = None, "", None, ""
    elif row.status in {ObjectionStatus.OPEN, ObjectionStatus.KEPT}:
        row.status, row.settled_at, row.settled_by_name = ObjectionStatus.WITHDRAWN, now, actor.name
    session.flush()


def finalise(session: Session, proposal: Proposal, current: ProposalRound, now: datetime) -> Outcome:
    """Close a round: count, part a tie as the rule says, seal a secret vote, write the register, carry it out."""
    rule = rule_of(proposal.rule)
    tally = floor.count_round(session, proposal, current)
    if tally.verdict is Verdict.TIE and rule.tie_rule is TieRule.DRAW:
        tally = floor.count_round(session, proposal, current, seed=secrets.token_hex(16))
    current.closed_at = now
    current.tally = packed(tally)
    if rule.secret:
        _seal(session, proposal, current)
    taken = _taken(session, current, tally)
    value = effects.value_of(proposal.effect, proposal.effect_data, taken.id) if taken is not None else ""
    outcome = _register(session, proposal, current, rule, tally, effect=proposal.effect if value else "")
    if outcome.effect and taken is not None:
        decided = Decided(
            group_id=proposal.group_id,
            proposal_id=proposal.id,
            round=current.number,
            option_id=taken.id,
            pictures=tuple(UUID(one) for one in taken.pictures),
            value=value,
        )
        outcome.effect_code = effects.carry_out(session, outcome.effect, decided)
    candidacy.follow(session, proposal, outcome)
    session.flush()
    return outcome


def _taken(session: Session, current: ProposalRound, tally: Tally) -> ProposalOption | None:
    """The option that the group took, a text being its own single option; None when nothing is decided."""
    if not rules.decides(tally.verdict, is_advisory=tally.is_advisory):
        return None
    return session.get(ProposalOption, UUID(tally.winner or current.option_ids[0]))


def _seal(session: Session, proposal: Proposal, current: ProposalRound) -> None:
    """Part what was said from who said it, for good: no column and no order leads back."""
    ballots = queries.list_ballots(session, proposal.id, current.number)
    said: list[dict[str, Any]] = [row.content for row in ballots if row.content is not None]
    _shuffle(said)
    session.add_all(SealedBallot(proposal_id=proposal.id, round=current.number, content=one) for one in said)
    for row in ballots:
        row.content = None
    session.flush()


def _register(
    session: Session, proposal: Proposal, current: ProposalRound, rule: Rule, tally: Tally, *, effect: str
) -> Outcome:
    hold_group(session, proposal.group_id)
    last = session.scalar(select(func.max(Outcome.number)).where(Outcome.group_id == proposal.group_id)) or 0
    text = session.get_one(ProposalText, (proposal.id, proposal.text_version))
    names = {one["id"]: one["name"] for one in text.words["options"]}
    outcome = Outcome(
        group_id=proposal.group_id,
        number=last + 1,
        proposal_id=proposal.id,
        round=current.number,
        decided_at=current.closed_at or utc_now(),
        verdict=tally.verdict,
        winner=names.get(tally.winner, ""),
        is_advisory=tally.is_advisory,
        text_version=text.version,
        words=text.words,
        text_hash=text.sha256,
        rule=packed(rule),
        roll=queries.list_roll_names(session, proposal.id, current.number),
        tally=packed(tally),
        review_on=proposal.review_on,
        effect=effect,
    )
    session.add(outcome)
    session.flush()
    return outcome
