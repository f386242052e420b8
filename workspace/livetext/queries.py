"""Reads of live texts: `session` first, frozen values out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.models import Person, Text, TextPresence, TextProjection, TextVersion
from workspace.livetext.words import PresenceLine, Projection, TextState, VersionLine, block_from_json

PRESENT_FOR = timedelta(minutes=1)


def find_text(session: Session, text_id: UUID) -> TextState | None:
    """A text as rights see it, None when it does not exist."""
    row = session.execute(
        select(Text.group_id, Text.kind, Text.seq, Text.locked_at).where(Text.id == text_id)
    ).first()
    if row is None:
        return None
    return TextState(
        text_id=text_id, group_id=row.group_id, kind=row.kind, seq=row.seq, locked=row.locked_at is not None
    )


def get_projection(session: Session, text_id: UUID) -> dict[str, Projection]:
    """What each fragment of a text says, by fragment; empty before the first projection."""
    rows = session.scalars(select(TextProjection).where(TextProjection.text_id == text_id))
    return {
        row.fragment: Projection(
            fragment=row.fragment,
            seq=row.seq,
            blocks=tuple(block_from_json(block) for block in row.blocks),
            plain=row.plain,
            words=row.words,
        )
        for row in rows
    }


def words_by_text(session: Session, group_id: UUID) -> dict[UUID, dict[str, int]]:
    """Words of each fragment of each text of a group: {text: {fragment: words}}."""
    rows = session.execute(
        select(TextProjection.text_id, TextProjection.fragment, TextProjection.words)
        .join(Text, Text.id == TextProjection.text_id)
        .where(Text.group_id == group_id)
    )
    found: dict[UUID, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.text_id, {})[row.fragment] = row.words
    return found


_PRESENCE = (
    select(
        TextPresence.text_id,
        TextPresence.person_id,
        Person.name,
        func.max(TextPresence.typed_at).label("typed_at"),
    )
    .join(Text, Text.id == TextPresence.text_id)
    .join(Person, Person.id == TextPresence.person_id)
    .where(Text.group_id == bindparam("group_id"), TextPresence.seen_at > bindparam("since"))
    .group_by(TextPresence.text_id, TextPresence.person_id, Person.name)
    .order_by(Person.name)
)


def presence(session: Session, group_id: UUID, now: datetime) -> list[PresenceLine]:
    """Who is in which text of a group now, by name; a person once a text, whatever their tabs and processes."""
    rows = session.execute(_PRESENCE, {"group_id": group_id, "since": now - PRESENT_FOR})
    return [
        PresenceLine(
            text_id=row.text_id,
            person_id=row.person_id,
            name=row.name,
            typing=row.typed_at is not None and row.typed_at > now - PRESENT_FOR,
        )
        for row in rows
    ]


def list_versions(session: Session, text_id: UUID) -> list[VersionLine]:
    """A text's versions, newest first, with the names of their authors."""
    rows = session.scalars(
        select(TextVersion)
        .where(TextVersion.text_id == text_id)
        .order_by(TextVersion.seq.desc(), TextVersion.at.desc())
    ).all()
    ids = {UUID(person) for row in rows for person in row.authors} | {
        row.created_by for row in rows if row.created_by
    }
    people = session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    names = {row.id: row.name for row in people}
    return [
        VersionLine(
            version_id=row.id,
            seq=row.seq,
            kind=row.kind,
            name=row.name,
            at=row.at,
            created_by=names.get(row.created_by, "") if row.created_by else "",
            authors=tuple(sorted(names[UUID(person)] for person in row.authors if UUID(person) in names)),
            words=row.words,
        )
        for row in rows
    ]
