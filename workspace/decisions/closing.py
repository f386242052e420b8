"""Opening and closing on time, whoever comes by: the next reader, the next voter, the clock, the next start."""

from __future__ import annotations

import logging
from uuid import UUID

from db.journal import record
from db.session import reading, unit_of_work
from workspace.decisions import queries, rules, store
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import Stage
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import StoreUnavailable

log = logging.getLogger("chemise.decisions")


def settle_due(group_id: UUID | None = None) -> int:
    """Freeze the rolls of votes that have opened and close those whose time is over; gives how many were closed.

    Cheap when nothing is due. A store that refuses writes leaves them for later: the stage that people see follows
    the clock in any case, and no ballot is taken after the instant.
    """
    with reading() as session:
        due = queries.list_due(session, utc_now(), group_id)
    closed = 0
    for proposal_id in due:
        try:
            closed += _settle(proposal_id)
        except StoreUnavailable:
            log.warning("a vote could not be settled now", exc_info=True)
    return closed


def _settle(proposal_id: UUID) -> bool:
    """One vote, in one transaction. Does nothing when another process was first."""
    with unit_of_work() as session:
        proposal, current = store.hold_round(session, proposal_id)
        now = utc_now()
        if current.closed_at is not None or proposal.withdrawn_at is not None or now < current.opens_at:
            return False
        opens = current.roll_at is None
        if opens:
            store.freeze_roll(session, proposal, current)
        stage = rules.stage_of(current.opens_at, current.closes_at, None, None, now)
        if stage is not Stage.CLOSED and not opens:
            return False
        outcome = store.finalise(session, proposal, current, now) if stage is Stage.CLOSED else None
        nobody = Actor(group_id=proposal.group_id)
        record(
            session,
            nobody,
            Op.SETTLE_VOTE,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            round=current.number,
            outcome=outcome.number if outcome is not None else None,
            effect=outcome.effect if outcome is not None else "",
            effect_code=outcome.effect_code if outcome is not None else "",
        )
        return outcome is not None
