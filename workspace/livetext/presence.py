"""Writing who is in which text. `session` first; never opens nor commits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from db.models import TextPresence
from workspace.kernel.clock import utc_now

# A text, a person in it, when they last typed there.
Seen = Iterable[tuple[UUID, UUID, datetime | None]]


def write_presence(
    session: Session,
    process: str,
    seen: Seen,
    gone: Iterable[tuple[UUID, UUID]],
) -> None:
    """Refresh who is in which text and forget who left (text, person)."""
    now = utc_now()
    for text_id, person_id in gone:
        session.execute(_of_presence(delete(TextPresence), text_id, person_id, process))
    for text_id, person_id, typed_at in seen:
        done = session.execute(
            _of_presence(update(TextPresence), text_id, person_id, process)
            .values(seen_at=now, typed_at=typed_at)
            .returning(TextPresence.text_id)
        ).first()
        if done is None:
            session.execute(
                insert(TextPresence).values(
                    text_id=text_id, person_id=person_id, process=process, seen_at=now, typed_at=typed_at
                )
            )


def _of_presence(statement: Any, text_id: UUID, person_id: UUID, process: str) -> Any:
    return statement.where(
        TextPresence.text_id == text_id, TextPresence.person_id == person_id, TextPresence.process == process
    )


def forget_presence(session: Session, before: datetime) -> None:
    """Remove what a process that died left behind."""
    session.execute(delete(TextPresence).where(TextPresence.seen_at < before))
