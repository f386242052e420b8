"""For the envelope's tables that are taken away: pledges, money received, what is in kind, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.contributions import brought, rules
from budget.contributions.words import InKindState
from budget.envelope.operations import Act, Operation
from db.models import ContributionReceipt, FundingKey, InKind, Pledge, Structure
from workspace.fiches.queries import get_zone
from workspace.kernel.clock import local


def list_brought(session: Session, group_id: UUID, envelope_id: UUID) -> Iterator[Operation]:
    """What structures promised, paid and gave in kind to an envelope; what was cancelled or withdrawn is left out."""
    zone = get_zone(session, group_id)
    pledges = session.execute(
        select(Pledge, FundingKey.title, Structure.name)
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .join(Structure, Structure.id == Pledge.structure_id)
        .where(
            FundingKey.group_id == group_id,
            brought.belongs(session, group_id, envelope_id),
            Pledge.withdrawn_at.is_(None),
        )
    ).all()
    about = {pledge.id: (title, name) for pledge, title, name in pledges}
    for pledge, title, name in pledges:
        day = local(pledge.pledged_at, zone).date()
        yield _row(Act.PLEDGE, day, name, title, pledge.amount_cents, "open", rules.FROM_MEMBERS)
    receipts = select(ContributionReceipt).where(
        ContributionReceipt.pledge_id.in_(about), ContributionReceipt.cancelled_at.is_(None)
    )
    for row in session.scalars(receipts):
        title, name = about[row.pledge_id]
        label = f"{row.number} {title}"
        yield _row(
            Act.CONTRIBUTION, row.received_on, name, label, row.amount_cents, row.means.value, rules.FROM_MEMBERS
        )
    gifts = session.execute(
        select(InKind, Structure.name)
        .join(Structure, Structure.id == InKind.structure_id)
        .where(InKind.state == InKindState.VALIDATED, brought.in_kind_of(session, group_id, envelope_id))
    )
    for gift, name in gifts:
        account = rules.IN_KIND_ACCOUNTS[gift.kind][1]
        yield _row(Act.IN_KIND, gift.day, name, gift.task, gift.value_cents, gift.kind.value, account)


def _row(act: Act, day: date, who: str, label: str, cents: int, state: str, account: str) -> Operation:  # noqa: PLR0917
    return Operation(act=act, day=day, line="", account=account, supplier=who, label=label, cents=cents, state=state)
