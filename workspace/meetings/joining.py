"""What meetings bring to decisions: a proposal may be about one, such as the vote on the date of the next."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Meeting
from workspace.decisions import subjects
from workspace.decisions.views import About
from workspace.decisions.words import Kind
from workspace.kernel.errors import NotFound
from workspace.meetings.reading import SUBJECT


def _meeting(session: Session, group_id: UUID, rest: str) -> About:
    row = session.get(Meeting, subjects.id_of(rest))
    if row is None or row.group_id != group_id:
        raise NotFound
    return About(
        key=f"{SUBJECT}:{rest}",
        kind=SUBJECT,
        name=row.title,
        page="reunion",
        query={"reunion": rest},
        choice=Kind.DATE,
    )


subjects.register(SUBJECT, _meeting)
