"""What other rooms of the budget tell the envelope, each through its own line here; `budget/connections.py` calls it.

The envelope knows neither devis nor contributions: it asks whoever registered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from budget.envelope.operations import Operation
from budget.envelope.words import DueDate, Funding

OperationSource = Callable[[Session, UUID, UUID], Iterable[Operation]]
FundingSource = Callable[[Session, UUID, UUID], Funding]
DueSource = Callable[[Session, UUID, UUID], Iterable[DueDate]]

_funding: list[FundingSource] = []
_due: list[DueSource] = []
_operations: list[OperationSource] = []


def register_funding(source: FundingSource) -> None:
    """Add what structures pledge, bring and give in kind: by the group's id, then the envelope's."""
    if source not in _funding:
        _funding.append(source)


def register_due(source: DueSource) -> None:
    """Add dates to an envelope's timeline, such as the end of a devis' validity; ids as above."""
    if source not in _due:
        _due.append(source)


def register_operations(source: OperationSource) -> None:
    """Add what structures bring to the tables that are taken away; ids as above."""
    if source not in _operations:
        _operations.append(source)


def funding(session: Session, group_id: UUID, envelope_id: UUID) -> Funding:
    """What is brought to an envelope, all sources together; in-kind stays beside."""
    told = [source(session, group_id, envelope_id) for source in _funding]
    return Funding(
        pledged_cents=sum(one.pledged_cents for one in told),
        received_cents=sum(one.received_cents for one in told),
        in_kind_cents=sum(one.in_kind_cents for one in told),
    )


def due_dates(session: Session, group_id: UUID, envelope_id: UUID) -> list[DueDate]:
    """The dates that other rooms add to an envelope."""
    return [one for source in _due for one in source(session, group_id, envelope_id)]


def operations(session: Session, group_id: UUID, envelope_id: UUID) -> tuple[Operation, ...]:
    """What structures brought to an envelope, by day."""
    found = [one for source in _operations for one in source(session, group_id, envelope_id)]
    return tuple(sorted(found, key=lambda one: (one.day, one.act.value, one.supplier)))
