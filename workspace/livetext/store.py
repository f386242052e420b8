"""Writing live texts: log, snapshots, projections, versions, presence. `session` first; never opens nor commits.

The log is the truth: rows are numbered by the text's own counter under its row lock, replayed in that order, and
moved to the history only once a snapshot of the same document has been read back and says the same text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from pycrdt import merge_updates
from sqlalchemy import bindparam, func, insert, select, text, update
from sqlalchemy.orm import Session

from db.models import (
    Text,
    TextProjection,
    TextSnapshot,
    TextUpdate,
    TextVersion,
)
from db.session import DirectWriter
from workspace.find import sources as find_sources
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import count_words
from workspace.livetext.blocks import (
    make_doc,
    plain_text,
    read_fragment,
    shown_text,
    write_blocks,
)
from workspace.livetext.lineage import Lineage
from workspace.livetext.words import FRAGMENTS, Block, TextKind, VersionKind, block_to_json

CHANNEL = "chemise_text"
LOAD_ATTEMPTS = 3


class BrokenLog(Exception):
    """The stored log has a hole, or a snapshot does not say what its document says: nothing is served from it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A text as stored: snapshot state (or None), the updates after it, and the last number of the log."""

    kind: TextKind
    group_id: UUID
    locked: bool
    seq: int
    snapshot: bytes | None
    updates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Append:
    """Updates of one person to write as one row of the log."""

    text_id: UUID
    person_id: UUID | None
    at: datetime
    payloads: tuple[bytes, ...]


def create_text(session: Session, *, group_id: UUID, kind: TextKind) -> UUID:
    """A new, empty text of a group; gives its id."""
    made = Text(id=uuid4(), group_id=group_id, kind=kind, seq=0, created_at=utc_now())
    session.add(made)
    session.flush()
    return made.id


def seed_text(
    session: Session, text_id: UUID, person_id: UUID | None, fragments: Mapping[str, Sequence[Block]]
) -> None:
    """Write the first content of an empty text: log row, projection and first version.

    Raises NotFound when there is no such text, ValueError when it already holds something (a lineage is never
    started twice) or when a fragment is unknown.
    """
    row = session.execute(select(Text.kind, Text.seq).where(Text.id == text_id)).first()
    if row is None:
        raise NotFound
    names = FRAGMENTS[row.kind]
    if row.seq or not set(fragments) <= set(names):
        raise ValueError("text already begun, or unknown fragment")
    doc = make_doc(names)
    for name, blocks in fragments.items():
        write_blocks(doc, name, blocks)
    whole = doc.get_update()
    Lineage(names).judge(whole)  # what the room would refuse must not come in this way either
    seqs = append(session, [Append(text_id, person_id, utc_now(), (whole,))])
    content = {name: read_fragment(doc, name) for name in names}  # as every later reading says it
    write_projection(session, text_id, seqs[0] or 0, content)
    write_version(session, text_id, content, created_by=person_id)


def set_lock(session: Session, text_id: UUID, locked: bool) -> None:
    """Lock or unlock a text. Raises NotFound. The caller then calls `hub.revalidate(text_id)`."""
    done = session.execute(
        update(Text).where(Text.id == text_id).values(locked_at=utc_now() if locked else None).returning(Text.id)
    ).first()
    if done is None:
        raise NotFound
    notify(session, f"{text_id}:rights:")


def append(session: Session | DirectWriter, rows: Sequence[Append]) -> list[int | None]:
    """Number and write rows of the log; gives each one's number, None when its text is gone or locked.

    One UPDATE a text (its row lock orders the processes) and one INSERT for all: statements that SQLAlchemy
    compiles once, because this runs several times a second beside the event loop. On SQLite the committer gives
    its driver's own connection, and the same two statements cost a quarter.
    """
    by_text: dict[UUID, list[int]] = {}
    for index, row in enumerate(rows):
        by_text.setdefault(row.text_id, []).append(index)
    seqs: list[int | None] = [None] * len(rows)
    values = []
    for text_id in sorted(by_text):
        indexes = by_text[text_id]
        end = _take_numbers(session, text_id, len(indexes), rows[indexes[-1]])
        if end is None:
            continue
        for index, seq in zip(indexes, range(end - len(indexes) + 1, end + 1), strict=True):
            row = rows[index]
            seqs[index] = seq
            payload = row.payloads[0] if len(row.payloads) == 1 else merge_updates(*row.payloads)
            values.append(
                {"text_id": text_id, "seq": seq, "at": row.at, "person_id": row.person_id, "payload": payload}
            )
    if values:
        _insert_updates(session, values)
    return seqs


def _take_numbers(session: Session | DirectWriter, text_id: UUID, count: int, last: Append) -> int | None:
    """The last of `count` new numbers of a text, or None when it is gone or locked."""
    if isinstance(session, DirectWriter):
        by = last.person_id.hex if last.person_id else None
        rows = session.execute(_TAKE_NUMBERS_DIRECT, (count, _stored(last.at), by, text_id.hex))
        return int(rows[0][0]) if rows else None
    found = (
        session.connection()
        .execute(_TAKE_NUMBERS, {"text": text_id, "count": count, "at": last.at, "by": last.person_id})
        .first()
    )
    return found.seq if found is not None else None


def _insert_updates(session: Session | DirectWriter, values: list[dict[str, Any]]) -> None:
    if not isinstance(session, DirectWriter):
        session.connection().execute(_INSERT_UPDATE, values)
        return
    rows = []
    for row in values:
        person = row["person_id"].hex if row["person_id"] else None
        rows.append((row["text_id"].hex, row["seq"], _stored(row["at"]), person, row["payload"]))
    session.execute_many(_INSERT_UPDATE_DIRECT, rows)


def _stored(instant: datetime) -> str:
    """An instant as SQLAlchemy keeps it in SQLite: UTC, without a zone, with microseconds."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


_TAKE_NUMBERS = (
    update(Text)
    .where(Text.id == bindparam("text"), Text.locked_at.is_(None))
    .values(seq=Text.seq + bindparam("count"), changed_at=bindparam("at"), changed_by=bindparam("by"))
    .returning(Text.seq)
)
_INSERT_UPDATE = insert(TextUpdate)
_TAKE_NUMBERS_DIRECT = (
    "UPDATE text SET seq = seq + ?, changed_at = ?, changed_by = ? WHERE id = ? AND locked_at IS NULL RETURNING seq"
)
_INSERT_UPDATE_DIRECT = "INSERT INTO text_update (text_id, seq, at, person_id, payload) VALUES (?, ?, ?, ?, ?)"


def lock_row(session: Session, text_id: UUID) -> None:
    """Keep other processes from appending to a text until this transaction ends."""
    session.execute(select(Text.id).where(Text.id == text_id).with_for_update())


def notify(session: Session | DirectWriter, message: str) -> None:
    """Tell the other processes, at the commit; nothing to do on SQLite, which has one process."""
    if isinstance(session, Session) and session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_notify(:channel, :message)"), {"channel": CHANNEL, "message": message})


def load(session: Session, text_id: UUID) -> Stored:
    """A text as stored. Raises NotFound, or BrokenLog when a number is missing.

    On PostgreSQL each statement sees its own instant, so a commit or a compaction may fall between two of them:
    the read is tried again before the log is called broken.
    """
    for _ in range(LOAD_ATTEMPTS):
        row = session.execute(
            select(Text.kind, Text.group_id, Text.locked_at, Text.seq).where(Text.id == text_id)
        ).first()
        if row is None:
            raise NotFound
        snapshot = session.execute(
            select(TextSnapshot.seq, TextSnapshot.state)
            .where(TextSnapshot.text_id == text_id)
            .order_by(TextSnapshot.seq.desc())
            .limit(1)
        ).first()
        base = snapshot.seq if snapshot else 0
        rows = updates_after(session, text_id, base)
        last = base + len(rows)
        if last >= row.seq and [seq for seq, _ in rows] == list(range(base + 1, last + 1)):
            return Stored(
                kind=row.kind,
                group_id=row.group_id,
                locked=row.locked_at is not None,
                seq=last,
                snapshot=snapshot.state if snapshot else None,
                updates=tuple(payload for _, payload in rows),
            )
    raise BrokenLog(f"text {text_id}: the log has a hole")


def updates_after(session: Session, text_id: UUID, seq: int) -> list[tuple[int, bytes]]:
    """The log's (number, update) after `seq`, in order."""
    rows = session.execute(
        select(TextUpdate.seq, TextUpdate.payload)
        .where(TextUpdate.text_id == text_id, TextUpdate.seq > seq)
        .order_by(TextUpdate.seq)
    )
    return [(row.seq, row.payload) for row in rows]


def write_projection(session: Session, text_id: UUID, seq: int, content: Mapping[str, Sequence[Block]]) -> None:
    """Make a text's fragments readable without its document; an older one never replaces a newer one."""
    lock_row(session, text_id)
    rows = session.execute(
        select(TextProjection.fragment, TextProjection.seq).where(TextProjection.text_id == text_id)
    )
    known = {row.fragment: row.seq for row in rows}
    written = {}
    for name, blocks in content.items():
        plain = plain_text(blocks)
        values = {
            "seq": seq,
            "blocks": [block_to_json(block) for block in blocks],
            "plain": plain,
            "words": count_words(shown_text(blocks)),
        }
        if known.get(name, 0) <= seq:
            written[name] = plain
        if name not in known:
            session.execute(insert(TextProjection).values(text_id=text_id, fragment=name, **values))
        elif known[name] <= seq:
            session.execute(
                update(TextProjection)
                .where(TextProjection.text_id == text_id, TextProjection.fragment == name)
                .values(**values)
            )
    find_sources.put_text(session, text_id, written)


def write_version(
    session: Session,
    text_id: UUID,
    content: Mapping[str, Sequence[Block]],
    *,
    created_by: UUID | None,
    name: str = "",
) -> UUID | None:
    """Keep this moment, with who wrote since the version before; None when nothing changed and it has no name."""
    seq = session.execute(select(Text.seq).where(Text.id == text_id).with_for_update()).scalar_one()
    before = session.scalar(select(func.max(TextVersion.seq)).where(TextVersion.text_id == text_id)) or 0
    if not name and before >= seq:
        return None
    authors = session.scalars(
        select(TextUpdate.person_id)
        .where(TextUpdate.text_id == text_id, TextUpdate.seq > before, TextUpdate.person_id.is_not(None))
        .distinct()
    ).all()
    made = TextVersion(
        id=uuid4(),
        text_id=text_id,
        seq=seq,
        kind=VersionKind.NAMED if name else VersionKind.AUTOMATIC,
        name=name,
        at=utc_now(),
        created_by=created_by,
        authors=sorted(str(person) for person in authors),
        blocks={fragment: [block_to_json(block) for block in blocks] for fragment, blocks in content.items()},
        words=sum(count_words(shown_text(blocks)) for blocks in content.values()),
    )
    session.add(made)
    session.flush()
    return made.id
