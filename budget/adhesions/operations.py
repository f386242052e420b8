"""For the envelope's tables that are taken away: the fees of memberships that were received."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.adhesions import rules
from budget.contributions.brought import is_of_year
from budget.envelope.operations import Act, Operation
from db.models import Fee, FeeReceipt, Membership, Structure


def list_fees(session: Session, group_id: UUID, envelope_id: UUID) -> Iterator[Operation]:
    """Fees received in the year of an envelope, as what is in kind; what was cancelled is left out."""
    rows = session.execute(
        select(FeeReceipt, Structure.name)
        .join(Fee, Fee.id == FeeReceipt.fee_id)
        .join(Membership, Membership.id == Fee.membership_id)
        .join(Structure, Structure.id == Membership.structure_id)
        .where(
            FeeReceipt.group_id == group_id,
            FeeReceipt.cancelled_at.is_(None),
            is_of_year(session, group_id, envelope_id, FeeReceipt.received_on),
        )
    )
    for row, name in rows:
        yield Operation(
            act=Act.FEE,
            day=row.received_on,
            line="",
            account=rules.FEES,
            supplier=name,
            label=row.number,
            cents=row.amount_cents,
            state=row.means.value,
        )
