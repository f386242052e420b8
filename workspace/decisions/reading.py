"""The view of one proposal: its words, its voters, its objections, its count."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    AdvisoryVoice,
    Objection,
    ObjectionRemark,
    Outcome,
    Person,
    Proposal,
    ProposalRound,
    ProposalText,
    Structure,
)
from workspace.decisions import floor, queries, rules, subjects
from workspace.decisions.packing import content_of, rule_of, tally_of
from workspace.decisions.views import (
    About,
    AdviceLine,
    ObjectionView,
    OptionView,
    ProposalAbilities,
    ProposalView,
    Remark,
    RoundView,
    TextChange,
    Voice,
)
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import Method, ObjectionStatus, Stage, Tally
from workspace.fiches.queries import get_zone
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed


def get_proposal(session: Session, actor: Actor, proposal_id: UUID) -> ProposalView:
    """One proposal as the actor may see it. Raises NotFound, for another group's as for none."""
    proposal, current = queries.find_proposal(session, actor.group_id, proposal_id)
    rule, stage = rule_of(proposal.rule), floor.stage_now(proposal, current, utc_now())
    shows = stage is Stage.CLOSED or not rule.hidden
    ballots = queries.list_ballots(session, proposal.id, current.number)
    voices = floor.list_voices(session, actor, proposal, current, ballots)
    tally = _tally(session, proposal, current, counts=shows and stage in {Stage.OPEN, Stage.CLOSED})
    outcome = session.scalar(
        select(Outcome).where(Outcome.proposal_id == proposal.id, Outcome.round == current.number)
    )
    advice = _advice(session, proposal, current.number)
    consequences = floor.list_consequences(session, proposal, current.option_ids)
    return ProposalView(
        proposal_id=proposal.id,
        title=proposal.title,
        context=proposal.context,
        kind=proposal.kind,
        rule=rule,
        stage=stage,
        round=current.number,
        opens_at=current.opens_at,
        closes_at=current.closes_at,
        closed_at=current.closed_at,
        options=_options(session, actor, proposal, current),
        about=_about(session, proposal),
        effect=proposal.effect,
        consequences=consequences,
        review_on=proposal.review_on,
        opened_by=floor.person_name(session, proposal.opened_by),
        withdrawn_reason=proposal.withdrawn_reason,
        text_version=proposal.text_version,
        version=proposal.version,
        authors_shown=proposal.authors_shown,
        changes=_changes(session, proposal.id),
        voters=floor.list_voters(session, proposal, current.number, ballots, rule, shows=shows),
        advice=tuple(
            AdviceLine(name=row.name, content=content_of(row.content) if shows and not rule.secret else None)
            for row in advice
        ),
        voices=voices,
        own_advice=next((content_of(row.content) for row in advice if row.person_id == actor.person_id), None),
        tally=tally,
        objections=_objections(session, actor, proposal.id),
        earlier=_earlier(session, proposal),
        outcome=floor.outcome_view(outcome, proposal.title, floor.consequence_of(session, outcome, current, proposal))
        if outcome is not None
        else None,
        casting_name=floor.structure_name(session, rule.casting),
        zone=get_zone(session, proposal.group_id),
        abilities=_abilities(
            actor, floor.target_of(session, proposal), current, stage, tally, has_ballots=bool(ballots), voices=voices
        ),
    )


def _about(session: Session, proposal: Proposal) -> About | None:
    try:
        return subjects.find_about(session, proposal.group_id, proposal.about)
    except NotFound:  # it was removed since
        return None


def _tally(session: Session, proposal: Proposal, current: ProposalRound, *, counts: bool) -> Tally | None:
    """The count that the close has fixed, or that of this moment when it may be seen."""
    if current.tally is not None:
        return tally_of(current.tally)
    return floor.count_round(session, proposal, current) if counts else None


def _abilities(
    actor: Actor,
    target: Target,
    current: ProposalRound,
    stage: Stage,
    tally: Tally | None,
    *,
    has_ballots: bool,
    voices: tuple[Voice, ...],
) -> ProposalAbilities:

    def may(op: Op) -> bool:
        return allowed(rules.POLICIES[op], actor, target)

    now_open = stage is Stage.OPEN
    is_current = stage in rules.CURRENT
    decided = tally is not None and rules.decides(tally.verdict, is_advisory=tally.is_advisory)
    return ProposalAbilities(
        may_vote=now_open and may(Op.CAST_BALLOT) and bool(voices),
        may_advise=now_open and may(Op.GIVE_ADVICE),
        may_change=is_current and may(Op.CHANGE_PROPOSAL),
        may_change_rule=is_current and not has_ballots and may(Op.CHANGE_PROPOSAL),
        may_close=now_open and may(Op.CLOSE_PROPOSAL),
        may_withdraw=is_current and may(Op.WITHDRAW_PROPOSAL),
        may_new_round=current.closed_at is not None and not decided and may(Op.NEW_ROUND),
        may_remind=now_open and may(Op.REMIND_VOTERS),
        may_discuss=is_current and may(Op.DISCUSS_OBJECTION),
    )


def _options(session: Session, actor: Actor, proposal: Proposal, current: ProposalRound) -> tuple[OptionView, ...]:
    rows = {str(row.id): row for row in queries.list_options(session, proposal.id)}
    kept = [rows[one] for one in current.option_ids if one in rows]
    order = rules.own_order(actor.person_id, proposal.id, [row.id for row in kept])
    if proposal.method is Method.DATE_POLL:  # dates are read in the order of time
        order = [row.id for row in sorted(kept, key=lambda row: (row.at is None, row.at, row.position))]
    return tuple(
        OptionView(
            option_id=row.id,
            name=row.name,
            text=row.text,
            author=row.author if proposal.authors_shown or current.closed_at is not None else "",
            pictures=tuple(UUID(one) for one in row.pictures),
            at=row.at,
        )
        for row in (rows[str(one)] for one in order)
    )


def _advice(session: Session, proposal: Proposal, number: int) -> list[AdvisoryVoice]:
    return list(
        session.scalars(
            select(AdvisoryVoice)
            .where(AdvisoryVoice.proposal_id == proposal.id, AdvisoryVoice.round == number)
            .order_by(AdvisoryVoice.name)
        )
    )


def _changes(session: Session, proposal_id: UUID) -> tuple[TextChange, ...]:
    rows = session.execute(
        select(ProposalText.version, ProposalText.at, ProposalText.note, Person.name)
        .outerjoin(Person, Person.id == ProposalText.person_id)
        .where(ProposalText.proposal_id == proposal_id, ProposalText.version > 1)
        .order_by(ProposalText.version)
    )
    return tuple(TextChange(version=row.version, at=row.at, note=row.note, name=row.name or "") for row in rows)


def _objections(session: Session, actor: Actor, proposal_id: UUID) -> tuple[ObjectionView, ...]:
    rows = session.execute(
        select(Objection, Structure.name)
        .join(Structure, Structure.id == Objection.structure_id)
        .where(Objection.proposal_id == proposal_id)
        .order_by(Objection.round.desc(), Objection.opened_at)
    ).all()
    remarks: dict[UUID, list[Remark]] = defaultdict(list)
    said = session.scalars(
        select(ObjectionRemark)
        .where(ObjectionRemark.objection_id.in_([row.id for row, _ in rows]))
        .order_by(ObjectionRemark.at)
    )
    for one in said:
        remarks[one.objection_id].append(Remark(name=one.name, at=one.at, text=one.text))
    return tuple(
        ObjectionView(
            objection_id=row.id,
            round=row.round,
            structure_id=row.structure_id,
            structure=name,
            reason=row.reason,
            status=ObjectionStatus(row.status),
            text_version=row.text_version,
            settled_by=row.settled_by_name,
            settled_at=row.settled_at,
            lifted_by_version=row.lifted_by_version,
            note=row.note,
            remarks=tuple(remarks[row.id]),
            is_mine=row.structure_id == actor.structure_id,
        )
        for row, name in rows
    )


def _earlier(session: Session, proposal: Proposal) -> tuple[RoundView, ...]:
    """The rounds before, each under the rule and the names that the register keeps."""
    rows = session.execute(
        select(ProposalRound, Outcome)
        .join(Outcome, (Outcome.proposal_id == ProposalRound.proposal_id) & (Outcome.round == ProposalRound.number))
        .where(ProposalRound.proposal_id == proposal.id, ProposalRound.number < proposal.round)
        .order_by(ProposalRound.number.desc())
    )
    found = []
    for row, outcome in rows:
        rule = rule_of(outcome.rule)
        ballots = queries.list_ballots(session, proposal.id, row.number)
        found.append(
            RoundView(
                number=row.number,
                rule=rule,
                names={str(one["id"]): str(one["name"]) for one in outcome.words["options"]},
                is_single=len(row.option_ids) == 1,
                closed_at=row.closed_at,
                tally=tally_of(row.tally) if row.tally is not None else None,
                voters=floor.list_voters(session, proposal, row.number, ballots, rule, shows=True),
            )
        )
    return tuple(found)
