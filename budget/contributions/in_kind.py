"""Use cases of what is brought without money: the group's written method, declarations, validation by another."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.contributions import queries, rules, store
from budget.contributions.words import ContributionsOperation as Op
from budget.contributions.words import InKindDraft, InKindState, MethodDraft
from db.journal import record
from db.models import InKind, InKindMethod
from db.session import unit_of_work
from db.turns import hold_group
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.kernel.rights import Target, require


def add_method(actor: Actor, draft: MethodDraft) -> UUID:
    """Write how the group values what is in kind from a day on. What was declared before keeps its own method.

    Raises RuleBroken of a field, `error-method-day` when one begins on that day already.
    """
    require(rules.POLICIES[Op.SET_METHOD], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_method(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        if any(one.from_on == cleaned.from_on for one in queries.list_methods(session, group_id)):
            raise RuleBroken("error-method-day")
        row = store.add_method(session, group_id, cleaned, actor.person_id)
        record(
            session, actor, Op.SET_METHOD, kind="in_kind_method", object_id=row.id,
            label=row.from_on.isoformat(), cents=row.hourly_cents,
        )  # fmt: skip
        return row.id


def declare(actor: Actor, structure_id: UUID, draft: InKindDraft) -> UUID:
    """Declare what one's structure brought on a day, valued by the method that held that day.

    Raises RuleBroken of a field, `error-method-missing` when the group had no method on that day.
    """
    target = Target(group_id=actor.group_id, structure_ids=frozenset({structure_id}))
    require(rules.POLICIES[Op.DECLARE], actor, target)
    with unit_of_work() as session:
        group_id = group_of(actor)
        method = session.scalar(
            select(InKindMethod)
            .where(InKindMethod.group_id == group_id, InKindMethod.from_on <= draft.day)
            .order_by(InKindMethod.from_on.desc())
            .limit(1)
        )
        if method is None:
            raise RuleBroken("error-method-missing")
        today = group_today(session, group_id)
        cleaned = rules.clean_in_kind(draft, hourly_cents=method.hourly_cents, today=today)
        row = store.add_in_kind(session, group_id, structure_id, method.id, cleaned, declared_by=actor.person_id)
        record(session, actor, Op.DECLARE, kind="in_kind", object_id=row.id, label=row.task, cents=row.value_cents)
        return row.id


def withdraw(actor: Actor, in_kind_id: UUID) -> None:
    """Take back what one's structure declared, before it was decided: any of its people may, as for a pledge.

    Raises NotFound, RuleBroken `error-in-kind-decided`.
    """
    with unit_of_work() as session:
        row = _row(session, actor, in_kind_id)
        target = Target(group_id=row.group_id, structure_ids=frozenset({row.structure_id}))
        require(rules.POLICIES[Op.DECLARE], actor, target)
        if row.state is not InKindState.DECLARED:
            raise RuleBroken("error-in-kind-decided")
        store.decide_in_kind(session, row, InKindState.CANCELLED, actor.person_id, "")
        record(session, actor, Op.DECLARE, kind="in_kind", object_id=row.id, label=row.task, withdrawn=1)


def decide(actor: Actor, in_kind_id: UUID, *, accepted: bool, reason: str = "") -> None:
    """Validate or refuse what another person declared; a refusal says why. What is valid enters accounts 86 and 87.

    Raises NotFound, NotAllowed `error-in-kind-own` for one's own, RuleBroken `error-in-kind-decided`,
    `error-year-closed`.
    """
    require(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, required=not accepted, field="reason")
    with unit_of_work() as session:
        row = _row(session, actor, in_kind_id)
        if row.state is not InKindState.DECLARED:
            raise RuleBroken("error-in-kind-decided")
        if not rules.may_be_decided_by(row.state, row.declared_by, actor.person_id):
            raise NotAllowed("error-in-kind-own")
        state = InKindState.VALIDATED if accepted else InKindState.REFUSED
        store.decide_in_kind(session, row, state, actor.person_id, cleaned)
        record(session, actor, Op.DECIDE, kind="in_kind", object_id=row.id, label=row.task, state=state.value)


def cancel(actor: Actor, in_kind_id: UUID, reason: str) -> None:
    """Cancel what was validated: the reverse movement is entered today. Raises NotFound, RuleBroken."""
    require(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row = _row(session, actor, in_kind_id)
        if row.state is not InKindState.VALIDATED:
            raise RuleBroken("error-in-kind-decided")
        debit, credit = rules.IN_KIND_ACCOUNTS[row.kind]
        store.decide_in_kind(session, row, InKindState.CANCELLED, actor.person_id, cleaned)
        store.move(
            session, row.group_id, kind=store.GIFT_CANCELLED, object_id=row.id, label=row.task,
            day=group_today(session, row.group_id), accounts=(credit, debit), cents=row.value_cents,
        )  # fmt: skip
        record(session, actor, Op.DECIDE, kind="in_kind", object_id=row.id, label=row.task, state=row.state.value)


def _row(session: Session, actor: Actor, in_kind_id: UUID) -> InKind:
    row = session.get(InKind, in_kind_id, with_for_update=True)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row
