"""The count that anybody can do again: rule, roll and ballots as plain values; and the same as a table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Group, JournalEntry, Objection, Outcome, Person, Proposal, ProposalRound, Structure
from db.session import reading
from workspace.decisions import closing, floor, queries, rules
from workspace.decisions.packing import packed, rule_of
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import ObjectionStatus, Stage
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, require
from workspace.kernel.sheets import Sheet, csv_bytes

FORMAT = "chemise-decision/1"


def export_decision(actor: Actor, proposal_id: UUID, number: int | None = None) -> dict[str, Any]:
    """A round of a proposal (the current one by default) as plain values, ready for JSON.

    Ballots are there once they may be seen; those of a secret vote in an order that says nothing, without voter,
    person or instant. Raises NotFound.
    """
    require(rules.POLICIES[Op.EXPORT_DECISION], actor, Target(group_id=actor.group_id))
    closing.settle_due(actor.group_id)
    with reading() as session:
        proposal, current = queries.find_proposal(session, actor.group_id, proposal_id)
        asked = current if number is None else session.get(ProposalRound, (proposal.id, number))
        if asked is None:
            raise NotFound
        return _round(session, proposal, asked)


def _round(session: Session, proposal: Proposal, current: ProposalRound) -> dict[str, Any]:
    outcome = session.scalar(
        select(Outcome).where(Outcome.proposal_id == proposal.id, Outcome.round == current.number)
    )
    # The rule of a round that is closed is the register's: a later round may be held under another.
    rule = rule_of(outcome.rule if outcome is not None else proposal.rule)
    stage = floor.stage_now(proposal, current, utc_now())
    shows = stage is Stage.CLOSED or (stage is Stage.OPEN and not rule.hidden)
    if rule.secret:  # until they are sealed, the order of ballots says whose they are
        shows = outcome is not None
    tally = current.tally
    if tally is None and shows:
        tally = packed(floor.count_round(session, proposal, current))
    return {
        "format": FORMAT,
        "group": session.get_one(Group, proposal.group_id).name,
        "proposal": str(proposal.id),
        "round": current.number,
        "stage": stage.value,
        "opens_at": current.opens_at.isoformat(),
        "closes_at": current.closes_at.isoformat(),
        "text": outcome.words if outcome is not None else queries.words_of(session, proposal),
        "options": list(current.option_ids),
        "rule": packed(rule),
        "roll": queries.list_roll_names(session, proposal.id, current.number),
        "ballots": _ballots(session, proposal, current, secret=rule.secret) if shows else [],
        "objections": _objections(session, proposal, current),
        "result": tally,
        "outcome": _outcome(outcome) if outcome is not None else None,
        "effect": _effect(session, outcome, current, proposal) if outcome is not None and outcome.effect else None,
    }


def _effect(session: Session, outcome: Outcome, current: ProposalRound, proposal: Proposal) -> dict[str, Any]:
    """What the outcome did by itself: what it was told, when, and who closed; nobody when its time was over."""
    told = floor.consequence_of(session, outcome, current, proposal)
    closer = session.scalar(
        select(Person.name)
        .join(JournalEntry, JournalEntry.person_id == Person.id)
        .where(JournalEntry.object_id == proposal.id, JournalEntry.operation == Op.CLOSE_PROPOSAL.value)
        .order_by(JournalEntry.id.desc())
        .limit(1)
    )
    return {
        "name": outcome.effect,
        "value": told.value if told is not None else "",
        "told": told.name if told is not None else "",
        "result": outcome.effect_code,
        "at": outcome.decided_at.isoformat(),
        "closed_by": closer or "",
        "opened_by": floor.person_name(session, proposal.opened_by),
    }


def _ballots(session: Session, proposal: Proposal, current: ProposalRound, *, secret: bool) -> list[dict[str, Any]]:
    ballots = queries.list_ballots(session, proposal.id, current.number)
    if secret:
        return [packed(one) for one in queries.list_contents(session, proposal, current.number, ballots)]
    names = {one.choice_id: one.name for one in queries.list_roll(session, proposal.id, current.number)}
    return [
        {
            "structure": names[row.structure_id],
            "cast_by": row.cast_by_name,
            "via": floor.structure_name(session, row.via_structure_id),
            "received_at": row.received_at.isoformat(),
            "text_version": row.text_version,
            **(row.content or {}),
        }
        for row in ballots
    ]


def _objections(session: Session, proposal: Proposal, current: ProposalRound) -> list[dict[str, Any]]:
    """Objections of a round as they stood at its close: one that is lifted later stays open here."""
    rows = session.execute(
        select(Objection, Structure.name)
        .join(Structure, Structure.id == Objection.structure_id)
        .where(Objection.proposal_id == proposal.id, Objection.round == current.number)
        .order_by(Structure.name)
    )
    return [
        {
            "structure": name,
            "reason": row.reason,
            **(
                {
                    "status": row.status.value,
                    "lifted_by_version": row.lifted_by_version,
                    "settled_by": row.settled_by_name,
                }
                if current.closed_at is None or row.settled_at is None or row.settled_at <= current.closed_at
                else {"status": ObjectionStatus.OPEN.value, "lifted_by_version": None, "settled_by": ""}
            ),
        }
        for row, name in rows
    ]


def _outcome(row: Outcome) -> dict[str, Any]:
    return {
        "number": row.number,
        "decided_at": row.decided_at.isoformat(),
        "verdict": row.verdict.value,
        "winner": row.winner,
        "advisory": row.is_advisory,
        "text_version": row.text_version,
        "text_sha256": row.text_hash,
        "review_on": row.review_on.isoformat() if row.review_on else None,
        "effect": row.effect,
        "effect_result": row.effect_code,
    }


def as_csv(data: dict[str, Any]) -> bytes:
    """The ballots as a table, one line each, with what the outcome did beside."""
    names = {one["id"]: one["name"] for one in data["text"]["options"]}
    options = data["options"]
    effect = data["effect"]
    did = (f"{effect['name']} {effect['told']}".strip(), effect["result"]) if effect else ("", "")
    voter = () if data["rule"]["secret"] else ("structure", "cast_by", "via", "received_at")
    rows = []
    for one in data["ballots"]:
        choice = names.get(one["choice"], one["choice"])
        marks = [one["marks"].get(option, "") for option in options]
        rows.append((*(one[key] for key in voter), one["stand"], choice, *marks, one["reason"], *did))
    head = (*voter, "stand", "choice", *(names.get(one, one) for one in options), "reason", "effect", "effect_result")
    return csv_bytes(Sheet(name="", head=head, rows=tuple(rows)))
