"""Reading the whole page of contributions; frozen values, never rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.contributions import reminders, rules
from budget.contributions.queries import (
    all_names,
    get_payee,
    list_bases,
    list_methods,
    list_participants,
)
from budget.contributions.views import (
    Brought,
    CallView,
    ContributionAbilities,
    ContributionsView,
    InKindView,
    KeyView,
    ReceiptView,
    StandingLine,
)
from budget.contributions.words import ContributionsOperation as Op
from budget.contributions.words import InKindDraft, InKindState
from db.models import (
    CallReminder,
    ContributionCall,
    ContributionReceipt,
    FundingKey,
    FundingShare,
    InKind,
    InKindMethod,
    Person,
    Pledge,
)
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.mail import mail_is_set
from workspace.kernel.rights import Target, allowed

Row = TypeVar("Row")


def get_view(session: Session, actor: Actor) -> ContributionsView:
    """The whole page of contributions."""
    group_id = group_of(actor)
    today = group_today(session, group_id)
    names = all_names(session, group_id)
    keys = _keys(session, actor, names, today)
    in_kind = _in_kind(session, actor, names)
    return ContributionsView(
        today=today,
        own_id=actor.structure_id,
        own_name=names.get(actor.structure_id, "") if actor.structure_id else "",
        participants=list_participants(session, group_id),
        bases=list_bases(session, actor),
        keys=keys,
        payee=get_payee(session, group_id),
        methods=list_methods(session, group_id),
        in_kind=in_kind,
        brought=_brought(names, keys, in_kind),
        mails=mail_is_set(),
        abilities=_abilities(actor),
    )


def _abilities(actor: Actor) -> ContributionAbilities:
    group = Target(group_id=actor.group_id)
    own = Target(group_id=actor.group_id, structure_ids=frozenset({actor.structure_id} if actor.structure_id else ()))
    return ContributionAbilities(
        may_set_key=allowed(rules.POLICIES[Op.SET_KEY], actor, group),
        may_call=allowed(rules.POLICIES[Op.CALL], actor, group),
        may_receive=allowed(rules.POLICIES[Op.RECEIVE], actor, group),
        may_set_payee=allowed(rules.POLICIES[Op.SET_PAYEE], actor, group),
        may_set_method=allowed(rules.POLICIES[Op.SET_METHOD], actor, group),
        may_declare=allowed(rules.POLICIES[Op.DECLARE], actor, own),
    )


def _by(rows: Iterable[Row], name: str) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _keys(session: Session, actor: Actor, names: dict[UUID, str], today: date) -> tuple[KeyView, ...]:
    rows = session.scalars(
        select(FundingKey).where(FundingKey.group_id == actor.group_id).order_by(FundingKey.created_at.desc())
    ).all()
    ids = [row.id for row in rows]
    shares = _by(session.scalars(select(FundingShare).where(FundingShare.key_id.in_(ids))), "key_id")
    pledges = _by(
        session.scalars(select(Pledge).where(Pledge.key_id.in_(ids), Pledge.withdrawn_at.is_(None))), "key_id"
    )
    calls = _live_calls(session, actor.group_id, today)
    receipts = _by(
        session.scalars(
            select(ContributionReceipt)
            .where(ContributionReceipt.group_id == actor.group_id)
            .order_by(ContributionReceipt.number)
        ),
        "pledge_id",
    )
    order = {structure_id: place for place, structure_id in enumerate(names)}
    made = []
    for row in rows:
        given = {one.structure_id: one for one in pledges[row.id]}
        asked = {one.structure_id: one for one in shares[row.id]}
        lines = tuple(
            _line(
                actor,
                structure_id,
                names[structure_id],
                asked=asked.get(structure_id),
                pledge=given.get(structure_id),
                calls=calls,
                receipts=receipts,
            )
            for structure_id in sorted({*asked, *given}, key=order.__getitem__)
        )
        made.append(
            KeyView(
                key_id=row.id,
                title=row.title,
                kind=row.kind,
                basis=row.basis,
                basis_id=row.basis_id,
                amount_cents=row.amount_cents,
                due_on=row.due_on,
                note=row.note,
                version=row.version,
                lines=lines,
                is_open=not any(line.call or line.receipts for line in lines),
            )
        )
    return tuple(made)


def _line(
    actor: Actor,
    structure_id: UUID,
    name: str,
    *,
    asked: FundingShare | None,
    pledge: Pledge | None,
    calls: dict[UUID, CallView],
    receipts: dict[UUID, list[ContributionReceipt]],
) -> StandingLine:
    target = Target(group_id=actor.group_id, structure_ids=frozenset({structure_id}))
    made = StandingLine(
        structure_id=structure_id,
        name=name,
        share_cents=asked.share_cents if asked else 0,
        fixed_cents=asked.fixed_cents if asked else None,
        weight=asked.weight if asked else 0,
        pledge_id=pledge.id if pledge else None,
        pledged_cents=pledge.amount_cents if pledge else 0,
        note=pledge.note if pledge else "",
        call=calls.get(pledge.id) if pledge else None,
        receipts=tuple(receipt_view(one) for one in receipts[pledge.id]) if pledge else (),
        may_pledge=allowed(rules.POLICIES[Op.PLEDGE], actor, target),
    )
    if made.call is not None and made.still_due_cents <= 0:
        return replace(made, call=replace(made.call, is_late=False, reminder=None))
    return made


def receipt_view(row: Any) -> ReceiptView:
    """A receipt of a contribution or of a fee, for screens."""
    return ReceiptView(
        receipt_id=row.id,
        number=row.number,
        amount_cents=row.amount_cents,
        received_on=row.received_on,
        means=row.means,
        reference=row.reference,
        is_cancelled=row.cancelled_at is not None,
        reason=row.reason,
    )


def _live_calls(session: Session, group_id: UUID | None, today: date) -> dict[UUID, CallView]:
    rows = session.scalars(
        select(ContributionCall).where(ContributionCall.group_id == group_id, ContributionCall.cancelled_at.is_(None))
    ).all()
    given = _by(
        session.scalars(select(CallReminder).where(CallReminder.call_id.in_([row.id for row in rows]))), "call_id"
    )
    made = {}
    for row in rows:
        days = tuple(sorted(reminders.given_days(given[row.id])))
        made[row.pledge_id] = CallView(
            call_id=row.id,
            number=row.number,
            amount_cents=row.amount_cents,
            issued_on=row.issued_on,
            due_on=row.due_on,
            is_late=row.due_on < today,
            reminder=rules.due_reminder(issued_on=row.issued_on, due_on=row.due_on, today=today, given=days),
            given=days,
        )
    return made


def _in_kind(session: Session, actor: Actor, names: dict[UUID, str]) -> tuple[InKindView, ...]:
    rows = session.execute(
        select(InKind, InKindMethod.hourly_cents)
        .join(InKindMethod, InKindMethod.id == InKind.method_id)
        .where(InKind.group_id == actor.group_id)
        .order_by(InKind.day.desc(), InKind.declared_at.desc())
    ).all()
    ids = {one for row, _ in rows for one in (row.declared_by, row.decided_by)} - {None}
    people = {
        row.id: row.name for row in session.execute(select(Person.id, Person.name).where(Person.id.in_(ids))).all()
    }
    decides = allowed(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id))
    return tuple(
        InKindView(
            in_kind_id=row.id,
            structure_id=row.structure_id,
            structure=names[row.structure_id],
            draft=InKindDraft(
                kind=row.kind,
                task=row.task,
                who=row.who,
                day=row.day,
                minutes=row.minutes,
                value_cents=row.value_cents,
                valued_by=row.valued_by,
            ),
            hourly_cents=hourly,
            state=row.state,
            declared_by=people.get(row.declared_by, "") if row.declared_by else "",
            decided_by=people.get(row.decided_by, "") if row.decided_by else "",
            reason=row.reason,
            may_decide=decides and rules.may_be_decided_by(row.state, row.declared_by, actor.person_id),
            may_withdraw=row.state is InKindState.DECLARED
            and allowed(
                rules.POLICIES[Op.DECLARE],
                actor,
                Target(group_id=row.group_id, structure_ids=frozenset({row.structure_id})),
            ),
        )
        for row, hourly in rows
    )


def _brought(names: dict[UUID, str], keys: Sequence[KeyView], in_kind: Sequence[InKindView]) -> tuple[Brought, ...]:
    lines = [line for key in keys for line in key.lines]
    valid = [one for one in in_kind if one.state is InKindState.VALIDATED]
    made = []
    for structure_id, name in names.items():
        own = [line for line in lines if line.structure_id == structure_id]
        gifts = [one.draft for one in valid if one.structure_id == structure_id]
        made.append(
            Brought(
                structure_id=structure_id,
                name=name,
                pledged_cents=sum(line.pledged_cents for line in own),
                received_cents=sum(line.received_cents for line in own),
                minutes=sum(gift.minutes for gift in gifts),
                in_kind_cents=sum(gift.value_cents for gift in gifts),
            )
        )
    return tuple(one for one in made if one.pledged_cents or one.received_cents or one.in_kind_cents)
