"""Who votes in a round, and what is shown of them: shared by the views of the list and of one proposal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Ballot, Member, Outcome, Person, Proposal, ProposalOption, ProposalRound, Structure
from workspace.decisions import counting, effects, procurations, queries, rules
from workspace.decisions.packing import content_of, rule_of
from workspace.decisions.views import Consequence, OutcomeView, Voice, VoterLine
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import Rule, Stage, Tally
from workspace.fiches.queries import get_zone
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import DomainError
from workspace.kernel.rights import Target, allowed


def stage_now(proposal: Proposal, current: ProposalRound, now: datetime) -> Stage:
    """Where a proposal stands at an instant."""
    return rules.stage_of(current.opens_at, current.closes_at, current.closed_at, proposal.withdrawn_at, now)


def list_voices(
    session: Session, actor: Actor, proposal: Proposal, current: ProposalRound, ballots: list[Ballot]
) -> tuple[Voice, ...]:
    """The voices that the actor may cast: their structure's, then those that were given to it."""
    if actor.structure_id is None or not allowed(
        rules.POLICIES[Op.CAST_BALLOT], actor, Target(group_id=proposal.group_id)
    ):
        return ()
    if not rules.may_speak(actor, *queries.seat(session, actor.structure_id)):
        return ()
    today = local(utc_now(), get_zone(session, proposal.group_id)).date()
    given = {
        one.giver_id: one
        for one in procurations.list_procurations(session, proposal.group_id, today)
        if one.holder_id == actor.structure_id and one.proposal_id in {None, proposal.id}
    }
    cast = {row.structure_id: row for row in ballots}
    found = []
    for one in queries.list_roll(session, proposal.id, current.number):
        own = one.choice_id == actor.structure_id
        row = cast.get(one.choice_id)
        voted_itself = row is not None and row.via_structure_id is None
        if not own and (one.choice_id not in given or voted_itself):
            continue
        found.append(
            Voice(
                structure_id=one.choice_id,
                name=one.name,
                is_own=own,
                content=content_of(row.content) if row is not None and row.content is not None else None,
                cast_by=row.cast_by_name if row is not None else "",
                text_version=row.text_version if row is not None else 0,
                instruction="" if own else given[one.choice_id].instruction,
            )
        )
    return tuple(sorted(found, key=lambda voice: not voice.is_own))


def list_voters(
    session: Session, proposal: Proposal, number: int, ballots: list[Ballot], rule: Rule, *, shows: bool
) -> tuple[VoterLine, ...]:
    """A round's roll, who cast for each, and what they said where that may be seen."""
    roll = queries.list_roll(session, proposal.id, number)
    names = {one.choice_id: one.name for one in roll}
    cast = {row.structure_id: row for row in ballots}
    lines = []
    for one in roll:
        row = cast.get(one.choice_id)
        if row is None:
            lines.append(VoterLine(structure_id=one.choice_id, name=one.name))
            continue
        named = shows and not rule.secret and row.content is not None
        via = row.via_structure_id
        lines.append(
            VoterLine(
                structure_id=one.choice_id,
                name=one.name,
                cast_by=row.cast_by_name,
                via=(names.get(via) or structure_name(session, via)) if via else "",
                at=row.received_at,
                text_version=row.text_version,
                content=content_of(row.content) if named and row.content is not None else None,
            )
        )
    return tuple(lines)


def target_of(session: Session, proposal: Proposal) -> Target:
    """To whom a proposal belongs now."""
    place = select(Member.structure_id).where(
        Member.group_id == proposal.group_id, Member.person_id == proposal.opened_by, Member.left_at.is_(None)
    )
    return rules.proposal_target(proposal.group_id, proposal.opened_by, session.scalar(place))


def structure_name(session: Session, structure_id: UUID | None) -> str:
    """A structure's name; empty for none."""
    row = session.get(Structure, structure_id) if structure_id else None
    return row.name if row is not None else ""


def person_name(session: Session, person_id: UUID | None) -> str:
    """A person's name; empty for none."""
    row = session.get(Person, person_id) if person_id else None
    return row.name if row is not None else ""


def list_consequences(session: Session, proposal: Proposal, option_ids: Iterable[str]) -> tuple[Consequence, ...]:
    """What each of these options does by itself if it is taken; those that do nothing are left out."""
    found = []
    for one in option_ids:
        value = effects.value_of(proposal.effect, proposal.effect_data, UUID(one)) if proposal.effect else ""
        if value:
            name = _told(session, proposal, one, value)
            found.append(Consequence(option_id=UUID(one), value=value, name=name))
    return tuple(found)


def _told(session: Session, proposal: Proposal, option_id: str, value: str) -> str:
    """The name of what an option does; the option's own when the thing it was about can be read no more."""
    try:
        return effects.name_of(session, proposal.group_id, proposal.effect, value)
    except DomainError:
        row = session.get(ProposalOption, UUID(option_id))
        return row.name if row is not None else value


def consequence_of(session: Session, row: Outcome, current: ProposalRound, proposal: Proposal) -> Consequence | None:
    """What the effect of an outcome was told of the option that was taken; None when it had none to carry out."""
    winner = str(row.tally["winner"]) or current.option_ids[0]
    return next(iter(list_consequences(session, proposal, [winner])), None) if row.effect else None


def outcome_view(row: Outcome, title: str, consequence: Consequence | None = None) -> OutcomeView:
    """A line of the register; `consequence`: what its effect was told, where that is shown."""
    return OutcomeView(
        outcome_id=row.id,
        proposal_id=row.proposal_id,
        number=row.number,
        round=row.round,
        decided_at=row.decided_at,
        title=title,
        verdict=row.verdict,
        winner=row.winner,
        is_advisory=row.is_advisory,
        text_hash=row.text_hash,
        review_on=row.review_on,
        effect=row.effect,
        effect_code=row.effect_code,
        consequence=consequence,
    )


def count_round(session: Session, proposal: Proposal, current: ProposalRound, *, seed: str = "") -> Tally:
    """Count a round from its ballots as they are now; an objection that was lifted or withdrawn stops nothing."""
    rule = rule_of(proposal.rule)
    ballots = queries.list_ballots(session, proposal.id, current.number)
    said = queries.list_contents(session, proposal, current.number, ballots)
    prevailing = next((row for row in ballots if row.structure_id == rule.casting), None)
    return counting.count(
        rule,
        current.option_ids,
        said,
        roll=queries.count_roll(session, proposal.id, current.number),
        represented=sum(row.via_structure_id is not None for row in ballots),
        casting=content_of(prevailing.content) if prevailing is not None and prevailing.content else None,
        seed=seed,
    )
