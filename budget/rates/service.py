"""Use cases of the rates: read what holds and where it comes from, correct it from a day on, take that back."""

from __future__ import annotations

from uuid import UUID, uuid4

from budget.rates import queries, rules
from budget.rates.words import CorrectionDraft, RatesView
from budget.rates.words import RatesOperation as Op
from db.journal import record
from db.models import RateCorrection
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Target, require


def view_rates(actor: Actor) -> RatesView:
    """The rates that hold for the group, those that will, and every correction."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_view(session, actor)


def correct_rate(actor: Actor, draft: CorrectionDraft) -> UUID:
    """Say what a rate is from a day on, and where that stands. Documents that are entered keep their own amounts.

    Raises RuleBroken of `rules.clean_correction`, `error-rate-day-taken` when one begins on that day already.
    """
    require(rules.POLICIES[Op.CORRECT], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        cleaned = rules.clean_correction(draft, queries.last_used(session, group_id))
        if queries.is_taken(session, group_id, cleaned.kind, cleaned.from_on):
            raise RuleBroken("error-rate-day-taken")
        row = RateCorrection(
            id=uuid4(), group_id=group_id, kind=cleaned.kind, value=cleaned.value, from_on=cleaned.from_on,
            source=cleaned.source, at=utc_now(), by=actor.person_id,
        )  # fmt: skip
        session.add(row)
        session.flush()
        record(
            session, actor, Op.CORRECT, kind="rate_correction", object_id=row.id, label=row.kind.value,
            value=row.value, from_on=row.from_on.isoformat(), source=row.source,
        )  # fmt: skip
        return row.id


def withdraw_correction(actor: Actor, correction_id: UUID) -> None:
    """Take a correction back: what held before holds again. It stays readable.

    Raises NotFound, RuleBroken `error-rate-withdrawn`, `error-rate-used` when documents were worked out with it.
    """
    require(rules.POLICIES[Op.CORRECT], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        row = queries.find_correction(session, actor, correction_id)
        if row.withdrawn_at is not None:
            raise RuleBroken("error-rate-withdrawn")
        rules.check_unused(row.kind, row.from_on, queries.last_used(session, group_id))
        row.withdrawn_at, row.withdrawn_by = utc_now(), actor.person_id
        record(
            session, actor, Op.CORRECT, kind="rate_correction", object_id=row.id, label=row.kind.value,
            value=row.value, from_on=row.from_on.isoformat(), withdrawn=1,
        )  # fmt: skip
