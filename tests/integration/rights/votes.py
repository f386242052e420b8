"""One decision of each kind at a distance, and how each operation on decisions is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from db.models import Proposal, ProposalRound, Structure
from db.session import reading
from tests.integration.decisions.world import WEEK, answer, draft, opened, pass_time
from workspace.decisions import ballots, candidates, closing, export, service
from workspace.decisions.drafts import draft_of
from workspace.decisions.queries import list_options
from workspace.decisions.words import CandidateDraft, Content, ObjectionStatus, Stance
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now


@dataclass(frozen=True, kw_only=True)
class Votes:
    """`proposal_id` is open, with a procuration of the owner's structure; `closed_id` is in the register."""

    proposal_id: UUID
    objected_id: UUID
    objection_id: UUID
    procuration_id: UUID
    closed_id: UUID
    candidate_id: UUID


def make_votes(chief: Actor, owner: Actor) -> Votes:
    """Open by the owner; objected to by the owner's structure; closed."""
    closed_id = opened(owner, title="Close")
    pass_time(closed_id)
    closing.settle_due()
    proposal_id = opened(owner, title="Ouverte")
    with reading() as session:
        host = session.scalars(
            select(Structure.id).where(Structure.group_id == chief.group_id, Structure.is_host)
        ).one()
    procuration_id = ballots.give_procuration(owner, host, proposal_id=proposal_id)
    objected_id = opened(owner, title="Discutée")
    answer(owner, objected_id, Stance.OBJECTION, "Parce que")
    (objection,) = service.view_proposal(owner, objected_id).objections
    return Votes(
        proposal_id=proposal_id,
        objected_id=objected_id,
        objection_id=objection.objection_id,
        procuration_id=procuration_id,
        closed_id=closed_id,
        candidate_id=candidates.stand_candidate(owner, replace(CANDIDATE, name=f"Candidate {uuid4().hex}")),
    )


CANDIDATE = CandidateDraft(name="Candidate", motive="Parce que")
NO_OBJECTION = Content(choice=Stance.NO_OBJECTION.value)


def change(actor: Actor, votes: Votes) -> None:
    """Correct the title, with everything else as it is stored, whoever asks."""
    with reading() as session:
        proposal = session.get_one(Proposal, votes.proposal_id)
        current = session.get_one(ProposalRound, (proposal.id, proposal.round))
        typed = replace(draft_of(proposal, current, list_options(session, proposal.id)), title="Autre")
    service.change_proposal(actor, votes.proposal_id, typed)


def give(actor: Actor, holder_id: UUID, votes: Votes) -> None:
    """Give one's voice for the proposal that carries no procuration yet."""
    ballots.give_procuration(actor, holder_id, proposal_id=votes.objected_id)


def new_round(actor: Actor, votes: Votes) -> None:
    """Vote again on the closed one, in which nobody gave a voice."""
    service.new_round(actor, votes.closed_id, closes_at=utc_now() + WEEK)


def settle(actor: Actor, votes: Votes) -> None:
    """Keep the objection."""
    ballots.settle_objection(actor, votes.objection_id, ObjectionStatus.KEPT)


def open_one(actor: Actor) -> None:
    """Put something to a vote."""
    service.open_proposal(actor, draft(closes_at=utc_now() + timedelta(days=1)))


def export_one(actor: Actor, votes: Votes) -> None:
    """The closed one as plain values."""
    export.export_decision(actor, votes.closed_id)
