"""Writing the index, in the transaction that writes what it indexes. Takes a connection: mappers have no session."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from db.models import FindEntry, TextProjection
from workspace.find.rules import composed, folded
from workspace.find.words import Entry, FindKind


def put(connection: Connection, entry: Entry) -> None:
    """Index an object, or index it again; the words of its live text are read from their projection."""
    parts = {name: composed(text) for name, text in entry.parts.items()}
    if entry.text_id is not None:
        rows = connection.execute(
            select(TextProjection.fragment, TextProjection.plain)
            .where(TextProjection.text_id == entry.text_id)
            .order_by(TextProjection.fragment)
        )
        parts |= {row.fragment: composed(row.plain) for row in rows}
    title = folded(composed(entry.title))
    values = {
        "group_id": entry.group_id,
        "text_id": entry.text_id,
        "title": entry.title,
        "parts": parts,
        "scope": " ".join((scope_of(entry.group_id, entry.kind), *map(title_term, title.split()))),
        "folded_title": title,
        "folded_body": _body(parts),
    }
    mine = (FindEntry.kind == entry.kind) & (FindEntry.object_id == entry.object_id)
    done = connection.execute(update(FindEntry).where(mine).values(**values))
    if not done.rowcount:
        connection.execute(insert(FindEntry).values(kind=entry.kind, object_id=entry.object_id, **values))


def drop(connection: Connection, kind: FindKind, object_id: UUID) -> None:
    """Take an object out of the index."""
    connection.execute(delete(FindEntry).where(FindEntry.kind == kind, FindEntry.object_id == object_id))


def put_text(connection: Connection, text_id: UUID, said: Mapping[str, str]) -> None:
    """Note what fragments of a live text say now (plain text); nothing when nobody indexes that text."""
    # Held until the end: another process may note another fragment of the same text at the same time.
    mine = select(FindEntry.id, FindEntry.parts).where(FindEntry.text_id == text_id).with_for_update()
    row = connection.execute(mine).first()
    if row is None:
        return
    parts = row.parts | {name: composed(text) for name, text in said.items()}
    if parts != row.parts:
        connection.execute(
            update(FindEntry).where(FindEntry.id == row.id).values(parts=parts, folded_body=_body(parts))
        )


def scope_of(group_id: UUID, kind: FindKind) -> str:
    """The words by which the index keeps groups and kinds apart."""
    return f"g{group_id.hex} k{kind.value}"


def title_term(word: str) -> str:
    """A folded word of a title, as a word of its own: found without reading through all texts that hold it."""
    return f"zz{word}"


def _body(parts: Mapping[str, str]) -> str:
    return " ".join(said for text in parts.values() if (said := folded(text)))
