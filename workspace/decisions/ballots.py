"""Use cases of voting: ballots, advisory voices, objections, procurations, who casts for a structure."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import (
    AdvisoryVoice,
    Ballot,
    Member,
    Objection,
    ObjectionRemark,
    Procuration,
    Proposal,
    ProposalRound,
    Representative,
    Structure,
)
from db.session import unit_of_work
from db.turns import hold_group
from workspace.decisions import closing, floor, procurations, queries, rules, store
from workspace.decisions.packing import packed, rule_of
from workspace.decisions.tally.quorum import procuration_cap
from workspace.decisions.words import Content, ObjectionStatus, Stage
from workspace.decisions.words import DecisionsOperation as Op
from workspace.fiches.queries import get_zone, group_of, list_structures
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require
from workspace.members.rules import clean_text
from workspace.members.store import check_structures


def cast_ballot(actor: Actor, proposal_id: UUID, content: Content, structure_id: UUID | None = None) -> None:
    """Cast for one's own structure, or for one that gave its procuration; the last cast before the close counts.

    The instant that decides is read in this transaction, once the proposal is held: what is acknowledged is counted,
    and what comes at the closing instant or later is refused (`error-decision-closed`).
    """
    require(rules.POLICIES[Op.CAST_BALLOT], actor, Target(group_id=actor.group_id))
    closing.settle_due(actor.group_id)
    with unit_of_work() as session:
        proposal, current = _open(session, actor, Op.CAST_BALLOT, proposal_id)
        voice = structure_id or actor.structure_id
        via = None if voice == actor.structure_id else actor.structure_id
        _check_voice(session, actor, proposal, voice)
        cleaned = rules.clean_content(rule_of(proposal.rule), current.option_ids, content)
        if voice is None:
            raise NotFound
        # Read after the wait for the proposal: two clicks at once, and the close, take turns there.
        now = utc_now()
        if floor.stage_now(proposal, current, now) is not Stage.OPEN:
            raise RuleBroken("error-decision-closed")
        row = store.write_ballot(session, actor, proposal, voice, cleaned, via=via, now=now)
        record(
            session,
            actor,
            Op.CAST_BALLOT,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            round=current.number,
            casts=row.casts,
            by_procuration=int(via is not None),
        )


def _open(session: Session, actor: Actor, op: Op, proposal_id: UUID) -> tuple[Proposal, ProposalRound]:
    """The proposal and its round, kept for this transaction, when its vote is open. Freezes a roll that is due."""
    proposal, current = store.hold_round(session, proposal_id)
    require(rules.POLICIES[op], actor, Target(group_id=proposal.group_id))
    stage = floor.stage_now(proposal, current, utc_now())
    if stage is Stage.SCHEDULED:
        raise RuleBroken("error-decision-not-open")
    if stage is not Stage.OPEN:
        raise RuleBroken("error-decision-closed")
    if current.roll_at is None:
        store.freeze_roll(session, proposal, current)
    return proposal, current


def _check_voice(session: Session, actor: Actor, proposal: Proposal, voice: UUID | None) -> None:
    """Whether the actor may cast this voice. Raises `error-ballot-…`."""
    roll = {one.choice_id for one in queries.list_roll(session, proposal.id, proposal.round)}
    if voice is None or voice not in roll:
        raise RuleBroken("error-ballot-roll")
    if actor.structure_id is None or not rules.may_speak(actor, *queries.seat(session, actor.structure_id)):
        raise RuleBroken("error-ballot-representative")
    if voice == actor.structure_id:
        return
    procurations.keep_procurations(session, voice, actor.structure_id)
    today = local(utc_now(), get_zone(session, proposal.group_id)).date()
    in_force = procurations.list_procurations(session, proposal.group_id, today)
    if (voice, actor.structure_id) not in procurations.pairs_on(in_force, proposal.id):
        raise RuleBroken("error-ballot-no-procuration")
    row = queries.find_ballot(session, proposal.id, proposal.round, voice)
    if row is not None and row.via_structure_id is None:
        raise RuleBroken("error-ballot-principal")


def give_advice(actor: Actor, proposal_id: UUID, content: Content) -> None:
    """An observer's advisory voice: shown apart, never counted."""
    with unit_of_work() as session:
        proposal, current = _open(session, actor, Op.GIVE_ADVICE, proposal_id)
        cleaned = rules.clean_content(rule_of(proposal.rule), current.option_ids, content)
        row = session.scalar(
            select(AdvisoryVoice).where(
                AdvisoryVoice.proposal_id == proposal.id,
                AdvisoryVoice.round == current.number,
                AdvisoryVoice.person_id == actor.person_id,
            )
        )
        if row is None:
            row = AdvisoryVoice(proposal_id=proposal.id, round=current.number, person_id=actor.person_id)
            session.add(row)
        row.name, row.at, row.content = actor.name, utc_now(), packed(cleaned)
        session.flush()
        record(session, actor, Op.GIVE_ADVICE, kind="proposal", object_id=proposal.id, label=proposal.title)


def discuss_objection(actor: Actor, objection_id: UUID, text: str) -> None:
    """Answer to an objection; kept with the name and the instant."""
    said = clean_text(text, maximum=rules.REASON_LENGTH, field="remark")
    with unit_of_work() as session:
        row, proposal = _objection(session, actor, Op.DISCUSS_OBJECTION, objection_id)
        if not said:
            raise RuleBroken("error-empty", field="remark")
        session.add(
            ObjectionRemark(objection_id=row.id, person_id=actor.person_id, name=actor.name, at=utc_now(), text=said)
        )
        record(session, actor, Op.DISCUSS_OBJECTION, kind="proposal", object_id=proposal.id, label=proposal.title)


def settle_objection(actor: Actor, objection_id: UUID, status: ObjectionStatus, note: str = "") -> None:
    """The structure that objected says that its objection is lifted (by the text as it is now), withdrawn, or kept.

    Nobody says it in its place: RuleBroken `error-objection-own`, or `error-ballot-representative` for somebody of it
    who does not cast. Only while the proposal is open; a round that is closed keeps what stood then.
    """
    said = clean_text(note, maximum=rules.REASON_LENGTH, field="remark")
    with unit_of_work() as session:
        row, proposal = _objection(session, actor, Op.SETTLE_OBJECTION, objection_id)
        if row.structure_id != actor.structure_id:
            raise RuleBroken("error-objection-own")
        if not rules.may_speak(actor, *queries.seat(session, row.structure_id)):
            raise RuleBroken("error-ballot-representative")
        row.status = status
        row.settled_at, row.settled_by_name, row.note = utc_now(), actor.name, said
        row.lifted_by_version = proposal.text_version if status is ObjectionStatus.LIFTED else None
        record(
            session,
            actor,
            Op.SETTLE_OBJECTION,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            status=status.value,
        )


def _objection(session: Session, actor: Actor, op: Op, objection_id: UUID) -> tuple[Objection, Proposal]:
    """An objection, once the actor's right is checked and while its proposal is open."""
    row = session.get(Objection, objection_id)
    if row is None:
        raise NotFound
    proposal, current = store.hold_round(session, row.proposal_id)
    require(rules.POLICIES[op], actor, Target(group_id=proposal.group_id))
    if floor.stage_now(proposal, current, utc_now()) not in rules.CURRENT:
        raise RuleBroken("error-decision-closed")
    return row, proposal


def give_procuration(
    actor: Actor, holder_id: UUID, *, proposal_id: UUID | None, until: date | None = None, instruction: str = ""
) -> UUID:
    """Give one's structure's voice to another, for one proposal or for every vote until a day.

    It never stops one's own structure from voting. Raises `error-procuration-…`: to oneself, twice, in a circle, in
    a chain, beyond what the other may carry, without scope.
    """
    require(rules.POLICIES[Op.GIVE_PROCURATION], actor, Target(group_id=actor.group_id))
    said = clean_text(instruction, maximum=rules.REASON_LENGTH, field="instruction")
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        check_structures(session, group_id, [holder_id])
        giver = actor.structure_id
        if giver is None:
            raise NotFound
        if not rules.may_speak(actor, *queries.seat(session, giver)):
            raise RuleBroken("error-ballot-representative")
        today = local(utc_now(), get_zone(session, group_id)).date()
        if proposal_id is not None:
            proposal, current = queries.find_proposal(session, group_id, proposal_id)
            if floor.stage_now(proposal, current, utc_now()) not in rules.CURRENT:
                raise RuleBroken("error-decision-closed")
        elif until is None or until < today:
            raise RuleBroken("error-procuration-until")
        in_force = procurations.list_procurations(session, group_id, today)
        cap = procuration_cap(len(list_structures(session, group_id)))
        rules.check_procuration(giver, holder_id, procurations.pairs_on(in_force, proposal_id), cap=cap)
        row = Procuration(
            group_id=group_id,
            giver_id=giver,
            holder_id=holder_id,
            proposal_id=proposal_id,
            until=until if proposal_id is None else None,
            instruction=said,
            given_by_name=actor.name,
            given_at=utc_now(),
        )
        session.add(row)
        session.flush()
        holder = session.get_one(Structure, holder_id).name
        record(session, actor, Op.GIVE_PROCURATION, kind="procuration", object_id=row.id, label=holder)
        return row.id


def revoke_procuration(actor: Actor, procuration_id: UUID) -> None:
    """Take one's voice back. Once it was cast in a vote that is open, one votes instead: that replaces it."""
    with unit_of_work() as session:
        row = session.scalar(select(Procuration).where(Procuration.id == procuration_id).with_for_update())
        if row is None:
            raise NotFound
        require(rules.POLICIES[Op.REVOKE_PROCURATION], actor, Target(group_id=row.group_id))
        if row.giver_id != actor.structure_id:
            raise RuleBroken("error-procuration-own")
        if row.revoked_at is not None:
            raise NotFound
        cast = session.scalar(
            select(Proposal.title)
            .join(Ballot, (Ballot.proposal_id == Proposal.id) & (Ballot.round == Proposal.round))
            .join(
                ProposalRound,
                (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round),
            )
            .where(
                Ballot.structure_id == row.giver_id,
                Ballot.via_structure_id == row.holder_id,
                ProposalRound.closed_at.is_(None),
                Proposal.withdrawn_at.is_(None),
            )
        )
        if cast is not None:
            raise RuleBroken("error-procuration-cast", title=cast)
        row.revoked_at = utc_now()
        label = session.get_one(Structure, row.holder_id).name
        record(session, actor, Op.REVOKE_PROCURATION, kind="procuration", object_id=row.id, label=label)


def name_representatives(actor: Actor, structure_id: UUID, *, titular: UUID | None, substitute: UUID | None) -> None:
    """Say who casts for a structure: members of it, observers left out. Nobody named = anybody of it casts."""
    with unit_of_work() as session:
        structure = session.get(Structure, structure_id)
        if structure is None or structure.left_at is not None:
            raise NotFound
        target = Target(group_id=structure.group_id, structure_ids=frozenset({structure.id}))
        require(rules.POLICIES[Op.NAME_REPRESENTATIVES], actor, target)
        named = [one for one in (titular, substitute) if one is not None]
        if len(named) != len(set(named)):
            raise RuleBroken("error-seat-same")
        known = set(
            session.scalars(
                select(Member.id).where(
                    Member.structure_id == structure.id, Member.left_at.is_(None), Member.role != Role.OBSERVER
                )
            )
        )
        if set(named) - known:
            raise NotFound
        row = session.get(Representative, structure.id)
        if row is None:
            row = Representative(structure_id=structure.id)
            session.add(row)
        row.titular_id, row.substitute_id = titular, substitute
        record(
            session, actor, Op.NAME_REPRESENTATIVES, kind="structure", object_id=structure.id, label=structure.name
        )
