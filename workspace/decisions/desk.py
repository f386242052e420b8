"""The view of the list: proposals under way, the register, procurations in force."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Outcome, Procuration, Proposal, ProposalRound
from workspace.decisions import floor, procurations, queries, rules
from workspace.decisions.views import Decisions, OutcomeView, ProcurationView, ProposalLine
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import Stage
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed


def get_decisions(session: Session, actor: Actor) -> Decisions:
    """The whole list."""
    if actor.group_id is None:
        raise NotFound
    lines = list_current(session, actor)
    target = Target(group_id=actor.group_id)
    return Decisions(
        open=tuple(line for line in lines if line.stage in (*rules.CURRENT, Stage.CLOSED)),
        withdrawn=tuple(line for line in lines if line.stage is Stage.WITHDRAWN),
        register=list_register(session, actor),
        procurations=list_procurations(session, actor),
        zone=get_zone(session, actor.group_id),
        may_open=allowed(rules.POLICIES[Op.OPEN_PROPOSAL], actor, target),
        may_give=allowed(rules.POLICIES[Op.GIVE_PROCURATION], actor, target),
    )


def list_current(session: Session, actor: Actor) -> tuple[ProposalLine, ...]:
    """Proposals that are not in the register: to come, open, or withdrawn; what awaits the actor first."""
    now = utc_now()
    rows = session.execute(
        select(Proposal, ProposalRound)
        .join(ProposalRound, (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round))
        .where(Proposal.group_id == actor.group_id, ProposalRound.closed_at.is_(None))
        .order_by(ProposalRound.closes_at)
    ).all()
    lines = []
    for proposal, current in rows:
        stage = floor.stage_now(proposal, current, now)
        ballots = queries.list_ballots(session, proposal.id, current.number)
        voices = floor.list_voices(session, actor, proposal, current, ballots) if stage is Stage.OPEN else ()
        lines.append(
            ProposalLine(
                proposal_id=proposal.id,
                title=proposal.title,
                kind=proposal.kind,
                method=proposal.method,
                stage=stage,
                round=current.number,
                opens_at=current.opens_at,
                closes_at=current.closes_at,
                cast=len(ballots),
                roll=queries.count_roll(session, proposal.id, current.number),
                awaits_me=any(voice.content is None for voice in voices),
            )
        )
    return tuple(sorted(lines, key=lambda line: (not line.awaits_me, line.closes_at)))


def list_register(session: Session, actor: Actor) -> tuple[OutcomeView, ...]:
    """The group's outcomes, the latest first, each under the title that was voted."""
    held = (ProposalRound.proposal_id == Outcome.proposal_id) & (ProposalRound.number == Outcome.round)
    rows = session.execute(
        select(Outcome, ProposalRound, Proposal)
        .join(ProposalRound, held)
        .join(Proposal, Proposal.id == Outcome.proposal_id)
        .where(Outcome.group_id == actor.group_id)
        .order_by(Outcome.number.desc())
    )
    return tuple(
        floor.outcome_view(row, str(row.words["title"]), floor.consequence_of(session, row, current, proposal))
        for row, current, proposal in rows
    )


def list_procurations(session: Session, actor: Actor) -> tuple[ProcurationView, ...]:
    """The group's procurations in force, by name; what is asked of the holder is between the two structures."""
    group_id = group_of(actor)
    today = local(utc_now(), get_zone(session, group_id)).date()
    rows: list[Procuration] = procurations.list_procurations(session, group_id, today)
    return tuple(
        ProcurationView(
            procuration_id=row.id,
            giver_id=row.giver_id,
            giver=floor.structure_name(session, row.giver_id),
            holder_id=row.holder_id,
            holder=floor.structure_name(session, row.holder_id),
            proposal_id=row.proposal_id,
            until=row.until,
            instruction=row.instruction if actor.structure_id in {row.giver_id, row.holder_id} else "",
            given_by=row.given_by_name,
            given_at=row.given_at,
            may_revoke=row.giver_id == actor.structure_id
            and allowed(rules.POLICIES[Op.REVOKE_PROCURATION], actor, Target(group_id=group_id)),
        )
        for row in rows
    )
