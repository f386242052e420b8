"""Proposals to vote on, and time that passes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from db.models import ProposalRound
from db.session import unit_of_work
from workspace.decisions import ballots, service
from workspace.decisions.rules import ORSAY
from workspace.decisions.words import Content, Method, OptionDraft, ProposalDraft, Rule, Stance
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken

WEEK = timedelta(days=7)


def refused(code: str) -> pytest.RaisesExc[RuleBroken]:
    return pytest.raises(RuleBroken, match=f"^{code}$")


def names_of(*names: str) -> tuple[OptionDraft, ...]:
    return tuple(OptionDraft(name=name) for name in names)


def draft(method: Method = Method.CONSENT, *names: str, **changes: Any) -> ProposalDraft:
    """A proposal that closes in a week; what is named in `changes` goes to the rule or to the proposal."""
    single = {Method.CONSENT, Method.SIMPLE_MAJORITY, Method.QUALIFIED_MAJORITY}
    names = names or (("Le texte",) if method in single else ("Bleu", "Vert", "Ocre"))
    of_rule = {key: changes.pop(key) for key in tuple(changes) if key in Rule.__dataclass_fields__}
    given = {"mentions": ORSAY, "dots": 5, "hidden": False} | of_rule
    fields: dict[str, Any] = {"title": "Que choisir ?", "closes_at": utc_now() + WEEK} | changes
    return ProposalDraft(rule=Rule(method=method, **given), options=names_of(*names), **fields)


def opened(who: Actor, method: Method = Method.CONSENT, *names: str, **changes: Any) -> UUID:
    return service.open_proposal(who, draft(method, *names, **changes))


def options(who: Actor, proposal_id: UUID) -> dict[str, str]:
    """Option ids by name."""
    return {one.name: str(one.option_id) for one in service.view_proposal(who, proposal_id).options}


def answer(who: Actor, proposal_id: UUID, stance: Stance, reason: str = "", voice: UUID | None = None) -> None:
    ballots.cast_ballot(who, proposal_id, Content(choice=stance.value, reason=reason), voice)


def marks(who: Actor, proposal_id: UUID, **by_name: int) -> None:
    known = options(who, proposal_id)
    ballots.cast_ballot(who, proposal_id, Content(marks={known[name]: mark for name, mark in by_name.items()}))


def pass_time(proposal_id: UUID, by: timedelta = WEEK + timedelta(seconds=1)) -> None:
    """Move a proposal's rounds into the past, as if that much time had passed."""
    with unit_of_work() as session:
        for row in session.query(ProposalRound).filter(ProposalRound.proposal_id == proposal_id):
            session.execute(
                update(ProposalRound)
                .where(ProposalRound.proposal_id == proposal_id, ProposalRound.number == row.number)
                .values(opens_at=row.opens_at - by, closes_at=row.closes_at - by)
            )
