"""Structures that stand for the group, `session` first: read, put to a vote, admitted or refused by its outcome."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Candidate, Outcome, Person, Proposal, ProposalRound, Structure
from workspace.decisions import effects, rules, subjects
from workspace.decisions.views import About, CandidateView
from workspace.decisions.words import CandidateState, Kind, Verdict
from workspace.decisions.words import DecisionsOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, allowed

CANDIDACY = "candidacy"
REFUSING = (Verdict.REJECTED, Verdict.OBJECTED)
# A refusal is not for ever: a further round of the same vote may still admit.
VOTED_ON = (CandidateState.CANDIDATE, CandidateState.REFUSED)


def key_of(candidate_id: UUID) -> str:
    """A candidate as a proposal names what it is about."""
    return f"{CANDIDACY}:{candidate_id}"


def hold(session: Session, candidate_id: UUID) -> Candidate:
    """A candidate, kept for this transaction. Raises NotFound."""
    row = session.scalar(select(Candidate).where(Candidate.id == candidate_id).with_for_update())
    if row is None:
        raise NotFound
    return row


def target_of(row: Candidate) -> Target:
    """To whom a candidate belongs: to who presents it, and to their structure of that day."""
    return rules.proposal_target(row.group_id, row.presented_by, row.presenter_id)


def find_open(session: Session, group_id: UUID, name: str) -> Candidate | None:
    """The group's candidate of that name that is not settled."""
    rows = session.scalars(
        select(Candidate).where(Candidate.group_id == group_id, Candidate.state == CandidateState.CANDIDATE)
    )
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def votes_on(session: Session, group_id: UUID) -> dict[str, tuple[UUID, bool]]:
    """What is being or was voted about, with the latest proposal and whether it still goes on."""
    rows = session.execute(
        select(Proposal.about, Proposal.id, ProposalRound.closed_at, Proposal.withdrawn_at)
        .join(ProposalRound, (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round))
        .where(Proposal.group_id == group_id, Proposal.about.startswith(f"{CANDIDACY}:"))
        .order_by(Proposal.created_at)
    )
    return {row.about: (row.id, row.closed_at is None and row.withdrawn_at is None) for row in rows}


def list_candidates(session: Session, actor: Actor, group_id: UUID) -> tuple[CandidateView, ...]:
    """Those who stand first, by name, then the others, the latest settled first."""
    rows = session.execute(
        select(Candidate, Person.name.label("person"), Structure.name.label("presenter"))
        .outerjoin(Person, Person.id == Candidate.presented_by)
        .outerjoin(Structure, Structure.id == Candidate.presenter_id)
        .where(Candidate.group_id == group_id)
    ).all()
    votes = votes_on(session, group_id)
    views = [
        CandidateView(
            candidate_id=row.id,
            name=row.name,
            legal_form=row.legal_form,
            presentation=row.presentation,
            motive=row.motive,
            presented_by=person or "",
            presenter=presenter or "",
            presented_at=row.presented_at,
            state=row.state,
            settled_at=row.settled_at,
            structure_id=row.structure_id,
            proposal_id=votes.get(key_of(row.id), (None, False))[0],
            is_voted_on=votes.get(key_of(row.id), (None, False))[1],
            may_withdraw=row.state is CandidateState.CANDIDATE
            and not votes.get(key_of(row.id), (None, False))[1]
            and allowed(rules.POLICIES[Op.WITHDRAW_CANDIDATE], actor, target_of(row)),
        )
        for row, person, presenter in rows
    ]
    stands = sorted((one for one in views if one.settled_at is None), key=lambda one: folded(one.name))
    settled = sorted((one for one in views if one.settled_at), key=lambda one: str(one.settled_at), reverse=True)
    return (*stands, *settled)


def follow(session: Session, proposal: Proposal, outcome: Outcome) -> None:
    """What an outcome makes of the candidate it was about: admitted once it is there, refused, or left as it is.

    An advice, a tie, a vote without a voice, an admission that could not be carried out: it still stands.
    """
    kind, _, rest = proposal.about.partition(":")
    if kind != CANDIDACY:
        return
    row = session.get(Candidate, subjects.id_of(rest))
    if row is None or row.group_id != proposal.group_id or row.state not in VOTED_ON:
        return
    if outcome.effect == effects.ADMIT_STRUCTURE and outcome.effect_code == effects.DONE:
        structure = next((one for one in _there(session, row.group_id) if _same(one.name, row.name)), None)
        if structure is None:  # the vote was about admitting somebody else
            return
        structure.legal_form = structure.legal_form or row.legal_form
        structure.presentation = structure.presentation or row.presentation
        row.state, row.structure_id = CandidateState.ADMITTED, structure.id
    elif outcome.verdict in REFUSING and not outcome.is_advisory:
        row.state = CandidateState.REFUSED
    else:
        return
    row.settled_at = outcome.decided_at
    session.flush()


def _there(session: Session, group_id: UUID) -> list[Structure]:
    return list(session.scalars(select(Structure).where(Structure.group_id == group_id, Structure.left_at.is_(None))))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _about(session: Session, group_id: UUID, rest: str) -> About:
    """`candidacy:<id>`: what it says of itself as the text, its name as the structure to admit."""
    row = session.get(Candidate, subjects.id_of(rest))
    if row is None or row.group_id != group_id:
        raise NotFound
    return About(
        key=key_of(row.id),
        kind=CANDIDACY,
        name=row.name,
        page="structures",
        query={"candidate": rest},
        choice=Kind.ADMISSION,
        context="\n\n".join(one for one in (row.legal_form, row.presentation, row.motive) if one),
        effect=effects.ADMIT_STRUCTURE,
        value=row.name,
    )


subjects.register(CANDIDACY, _about)
