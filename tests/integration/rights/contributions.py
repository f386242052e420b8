"""What a structure gave at a distance, and how each operation on contributions and adhesions is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from budget.adhesions import queries as adhesion_queries
from budget.adhesions import service as adhesions
from budget.adhesions.words import MembershipDraft
from budget.contributions import calls, in_kind, service
from budget.contributions.words import MethodDraft, ReceiptDraft
from db.models import ContributionPayee, FeeReceipt, FeeRule, FundingKey, InKind
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.contribution_rows import PAYEE, hours, key_draft
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now

TODAY = group_today()
EUROS = ReceiptDraft(amount_cents=100, received_on=TODAY)
DISTANCES = ("own", "other structure", "other group")
GROUP = ("group",)


def _view(_world: Any, actor: Actor, thing: Any) -> None:
    calls.export_call(actor, thing.given.call_id)
    calls.export_receipt(actor, thing.given.receipt_id)
    service.view_contributions(actor)


def _keys(_world: Any, actor: Actor, thing: Any) -> None:
    with reading() as session:
        version = session.get_one(FundingKey, thing.given.key_id).version
    draft = key_draft(thing.structure_id, title="Autre nom", version=version)
    service.save_key(actor, thing.given.key_id, draft)
    service.remove_key(actor, service.save_key(actor, None, replace(draft, title="De plus")))


def _payee(_world: Any, actor: Actor, _thing: Any) -> None:
    with reading() as session:
        row = session.get(ContributionPayee, actor.group_id) if actor.group_id else None
    service.save_payee(actor, replace(PAYEE, version=row.version if row else 0))


def _own_structure(world: Any, actor: Actor, thing: Any) -> Any:
    """At the own distance each declares for the structure they are of."""
    is_own = thing is world.things["own"] and actor.group_id == thing.group_id
    return actor.structure_id if is_own else thing.structure_id


def _declare(world: Any, actor: Actor, thing: Any) -> None:
    in_kind.declare(actor, _own_structure(world, actor, thing), hours(day=TODAY))


def _withdraw(world: Any, actor: Actor, thing: Any) -> None:
    with unit_of_work() as session:
        session.get_one(InKind, thing.given.in_kind_id).structure_id = _own_structure(world, actor, thing)
    in_kind.withdraw(actor, thing.given.in_kind_id)


def _view_adhesions(_world: Any, actor: Actor, thing: Any) -> None:
    adhesions.export_fee_receipt(actor, thing.given.fee_receipt_id)
    adhesions.view_adhesions(actor)


def _rules(_world: Any, actor: Actor, thing: Any) -> None:
    with reading() as session:
        draft = adhesion_queries.rule_draft(session.get_one(FeeRule, thing.given.rule_id))
    adhesions.save_rule(actor, thing.given.rule_id, draft)
    adhesions.archive_rule(actor, thing.given.rule_id)
    adhesions.save_rule(actor, None, replace(draft, label="De plus"))


def _adhere(_world: Any, actor: Actor, thing: Any) -> None:
    start = TODAY.replace(year=TODAY.year + 1, month=1, day=1)
    draft = MembershipDraft(
        structure_id=thing.structure_id, rule_id=thing.given.rule_id, starts_on=start, due_on=start
    )
    adhesions.adhere(actor, draft)


def _cancel_membership(_world: Any, actor: Actor, thing: Any) -> None:
    with unit_of_work() as session:
        session.get_one(FeeReceipt, thing.given.fee_receipt_id).cancelled_at = utc_now()
    adhesions.cancel_membership(actor, thing.given.membership_id, "Erreur")


Act = Callable[[Any, Actor, Any], object]
ACTS: dict[str, tuple[tuple[str, ...], tuple[Act, ...]]] = {
    "view_contributions": (DISTANCES, (_view,)),
    "set_funding_key": (DISTANCES, (_keys,)),
    "set_contribution_payee": (GROUP, (_payee,)),
    "pledge_contribution": (
        DISTANCES,
        (
            lambda _w, a, t: service.pledge(a, t.given.key_id, t.structure_id, 100),
            lambda _w, a, t: service.withdraw_pledge(a, t.given.pledge_id),
        ),
    ),
    "call_contribution": (
        DISTANCES,
        (
            lambda _w, a, t: calls.view_letter(a, t.given.call_id),
            lambda _w, a, t: calls.call_pledge(a, t.given.pledge_id, TODAY + timedelta(days=30)),
        ),
    ),
    "cancel_contribution_call": (DISTANCES, (lambda _w, a, t: calls.cancel_call(a, t.given.call_id, "Erreur"),)),
    "remind_contribution": (DISTANCES, (lambda _w, a, t: calls.remind(a, t.given.call_id),)),
    "receive_contribution": (DISTANCES, (lambda _w, a, t: calls.receive(a, t.given.pledge_id, EUROS),)),
    "cancel_contribution_receipt": (
        DISTANCES,
        (lambda _w, a, t: calls.cancel_receipt(a, t.given.receipt_id, "Erreur"),),
    ),
    "set_in_kind_method": (
        GROUP,
        (lambda _w, a, _t: in_kind.add_method(a, MethodDraft(text="x", hourly_cents=1, from_on=TODAY)),),
    ),
    "declare_in_kind": (DISTANCES, (_declare, _withdraw)),
    "decide_in_kind": (
        DISTANCES,
        (
            lambda _w, a, t: in_kind.decide(a, t.given.in_kind_id, accepted=True),
            lambda _w, a, t: in_kind.cancel(a, t.given.validated_id, "Erreur"),
        ),
    ),
    "view_adhesions": (DISTANCES, (_view_adhesions,)),
    "set_fee_rule": (DISTANCES, (_rules,)),
    "record_membership": (DISTANCES, (_adhere,)),
    "cancel_membership": (DISTANCES, (_cancel_membership,)),
    "receive_fee": (DISTANCES, (lambda _w, a, t: adhesions.receive_fee(a, t.given.membership_id, EUROS),)),
    "cancel_fee_receipt": (
        DISTANCES,
        (lambda _w, a, t: adhesions.cancel_fee_receipt(a, t.given.fee_receipt_id, "Erreur"),),
    ),
    "remind_fee": (
        DISTANCES,
        (
            lambda _w, a, t: adhesions.view_letter(a, t.given.membership_id),
            lambda _w, a, t: adhesions.remind_fee(a, t.given.membership_id),
        ),
    ),
}
