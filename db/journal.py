"""The journal: one line for each write, in the writer's own transaction. Never changed, never removed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db.models.journal import JournalEntry
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now


def record(
    session: Session,
    actor: Actor,
    operation: str,
    *,
    kind: str = "",
    object_id: UUID | None = None,
    group_id: UUID | None = None,
    label: str = "",
    **details: str | int | None,
) -> None:
    """Write the line of this use case.

    `operation` is the value of the room's operation; `kind` and `object_id` name the object; `label` is its
    name at that time, so that the line reads well when the object is gone; `details` are small values, never
    a secret, a password, a token or a mail address.
    """
    session.add(
        JournalEntry(
            at=utc_now(),
            group_id=group_id if group_id is not None else actor.group_id,
            person_id=actor.person_id,
            structure_id=actor.structure_id,
            operation=operation,
            kind=kind,
            object_id=object_id,
            label=label[:200],
            details=details,
        )
    )
