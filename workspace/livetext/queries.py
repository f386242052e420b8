"""Reads of live texts: `session` first, frozen values out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.models import Fiche, Meeting, Person, Text, TextHistory, TextPresence, TextProjection, TextUpdate, TextVersion
from workspace.accounts.queries import names_of
from workspace.fiches.words import FicheStatus
from workspace.livetext.history import unpack_history
from workspace.livetext.words import Block, PresenceLine, Projection, TextState, VersionLine, block_from_json

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


def find_hold(session: Session, text_id: UUID) -> tuple[FicheStatus, bool] | None:
    """(status, whether archived) of the fiche whose words these are, None for any other text."""
    row = session.execute(select(Fiche.status, Fiche.archived_at).where(Fiche.text_id == text_id)).first()
    return None if row is None else (row.status, row.archived_at is not None)


def has_closed_minutes(session: Session, text_id: UUID) -> bool:
    """Whether these are the words of a meeting whose minutes are closed."""
    return session.scalar(select(Meeting.closed_at).where(Meeting.text_id == text_id)) is not None


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
    names = names_of(session, ids)
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


def find_version(session: Session, text_id: UUID, version_id: UUID) -> dict[str, tuple[Block, ...]] | None:
    """What a version of a text says, by fragment; None when the text has no such version."""
    blocks = session.scalar(
        select(TextVersion.blocks).where(TextVersion.id == version_id, TextVersion.text_id == text_id)
    )
    return None if blocks is None else _fragments(blocks)


def _fragments(blocks: dict[str, list[dict[str, Any]]]) -> dict[str, tuple[Block, ...]]:
    return {name: tuple(block_from_json(block) for block in said) for name, said in blocks.items()}


def versions_at(
    session: Session, text_ids: Iterable[UUID], instant: datetime
) -> dict[UUID, tuple[datetime, dict[str, tuple[Block, ...]]]]:
    """The last version that each text had at an instant: {text: (when it was kept, what it says)}."""
    last = (
        select(TextVersion.text_id, func.max(TextVersion.seq).label("seq"))
        .where(TextVersion.text_id.in_(text_ids), TextVersion.at <= instant)
        .group_by(TextVersion.text_id)
        .subquery()
    )
    rows = session.execute(
        select(TextVersion.text_id, TextVersion.at, TextVersion.blocks)
        .join(last, (last.c.text_id == TextVersion.text_id) & (last.c.seq == TextVersion.seq))
        .where(TextVersion.at <= instant)
        .order_by(TextVersion.at)
    )
    return {row.text_id: (row.at, _fragments(row.blocks)) for row in rows}


def authors_since(session: Session, text_ids: Iterable[UUID], instant: datetime) -> dict[UUID, set[UUID]]:
    """Who wrote in each text since an instant: from the versions kept after it, and the last writer."""
    ids = list(text_ids)
    found: dict[UUID, set[UUID]] = {text_id: set() for text_id in ids}
    versions = session.execute(
        select(TextVersion.text_id, TextVersion.authors).where(TextVersion.text_id.in_(ids), TextVersion.at > instant)
    )
    for text_id, authors in versions:
        found[text_id] |= {UUID(person) for person in authors}
    for text_id, person in session.execute(
        select(Text.id, Text.changed_by).where(Text.id.in_(ids), Text.changed_at > instant)
    ):
        if person is not None:
            found[text_id].add(person)
    return found


def whole_log(session: Session, text_id: UUID, *, largest: int) -> list[tuple[datetime, UUID | None, bytes]] | None:
    """Every update of a text from its first on, archived ones too: (instant, person, update).

    None when together they are larger than `largest` bytes.
    """
    packed = session.execute(
        select(TextHistory.packed).where(TextHistory.text_id == text_id).order_by(TextHistory.first_seq)
    ).scalars()
    rows = [
        (datetime.fromtimestamp(at / 1e6, UTC), who, update)
        for run in packed
        for _, at, who, update in unpack_history(run)
    ]
    later = session.execute(
        select(TextUpdate.at, TextUpdate.person_id, TextUpdate.payload)
        .where(TextUpdate.text_id == text_id)
        .order_by(TextUpdate.seq)
    )
    rows += [(row.at, row.person_id, row.payload) for row in later]
    return rows if sum(len(update) for _, _, update in rows) <= largest else None
