"""The example's rule of fees and two memberships, one paid: all invented, written as anybody's."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from budget.adhesions import rules, store
from budget.adhesions.words import FeeKind, RuleDraft
from budget.contributions.words import ReceiptDraft
from db.models import FeeRule
from examples.contributions import read_contributions
from workspace.fiches.queries import group_today
from workspace.kernel.money import parse_amount
from workspace.welcome.example_parts import Place

TREASURER = "tr"


def install(session: Session, place: Place) -> None:
    """Write the adhesions of `contributions.toml`."""
    source = read_contributions()
    today, by = group_today(session, place.group_id), place.people[TREASURER]
    label, kind, amount = source.fee
    draft = rules.clean_rule(RuleDraft(label=label, kind=FeeKind(kind), amount_cents=parse_amount(amount)))
    rule = FeeRule(id=uuid4(), group_id=place.group_id)
    store.write_rule(session, rule, draft)
    for one in source.memberships:
        # A year that has just begun would have ended those of the year before.
        starts_on = max(today - timedelta(days=one.days_ago), today.replace(month=1, day=1))
        period = rules.period_of(draft, starts_on)
        due_on = min(today + timedelta(days=20), period.ends_on)
        _, fee = store.add_membership(
            session, rule, place.structures[one.structure], period, due_on=due_on, created_by=by
        )
        if one.paid:
            received = ReceiptDraft(amount_cents=fee.due_cents, received_on=starts_on)
            store.add_receipt(session, place.group_id, fee, received, structure=one.structure, created_by=by)
