"""Use cases of structures that stand for the group. Putting one to the vote is opening a proposal about it."""

from __future__ import annotations

from uuid import UUID

from db.journal import record
from db.models import Candidate
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.decisions import candidacy, closing, rules
from workspace.decisions.views import CandidateView
from workspace.decisions.words import CandidateDraft, CandidateState
from workspace.decisions.words import DecisionsOperation as Op
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Target, require
from workspace.members.store import check_free_name


def view_candidates(actor: Actor) -> tuple[CandidateView, ...]:
    """Who stands for the group, then who was admitted, refused or withdrew."""
    require(rules.POLICIES[Op.VIEW_DECISIONS], actor, Target(group_id=actor.group_id))
    closing.settle_due(actor.group_id)
    with reading() as session:
        return candidacy.list_candidates(session, actor, group_of(actor))


def stand_candidate(actor: Actor, draft: CandidateDraft) -> UUID:
    """Present a structure to the group. It gets no voice, no member and no place in any roll.

    Raises RuleBroken `error-same-name` when a structure of the group has that name, `error-candidate-same` when
    one of that name stands already, `error-candidate-contact` when the texts say how to reach somebody.
    """
    require(rules.POLICIES[Op.STAND_CANDIDATE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_candidate(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        check_free_name(session, group_id, cleaned.name)
        if candidacy.find_open(session, group_id, cleaned.name) is not None:
            raise RuleBroken("error-candidate-same", name=cleaned.name)
        row = Candidate(
            group_id=group_id,
            name=cleaned.name,
            legal_form=cleaned.legal_form,
            presentation=cleaned.presentation,
            motive=cleaned.motive,
            presented_by=actor.person_id,
            presenter_id=actor.structure_id,
            presented_at=utc_now(),
            state=CandidateState.CANDIDATE,
        )
        session.add(row)
        session.flush()
        record(session, actor, Op.STAND_CANDIDATE, kind="candidate", object_id=row.id, label=row.name)
        return row.id


def withdraw_candidate(actor: Actor, candidate_id: UUID) -> None:
    """Take a candidacy back while no vote on it goes on; else `error-candidate-settled`, `error-candidate-voted`."""
    with unit_of_work() as session:
        row = candidacy.hold(session, candidate_id)
        require(rules.POLICIES[Op.WITHDRAW_CANDIDATE], actor, candidacy.target_of(row))
        if row.state is not CandidateState.CANDIDATE:
            raise RuleBroken("error-candidate-settled", name=row.name)
        if candidacy.votes_on(session, row.group_id).get(candidacy.key_of(row.id), (None, False))[1]:
            raise RuleBroken("error-candidate-voted", name=row.name)
        row.state, row.settled_at = CandidateState.WITHDRAWN, utc_now()
        record(session, actor, Op.WITHDRAW_CANDIDATE, kind="candidate", object_id=row.id, label=row.name)
