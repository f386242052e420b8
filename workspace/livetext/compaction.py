"""Compaction of a text: a snapshot of the living document, read back and compared before its log is archived.

`session` first; never opens nor commits.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from db.models import Text, TextHistory, TextSnapshot, TextUpdate, TextVersion
from workspace.kernel.clock import utc_now
from workspace.livetext.blocks import make_doc, text_hash
from workspace.livetext.history import pack_history
from workspace.livetext.store import BrokenLog
from workspace.livetext.words import FRAGMENTS

KEPT_SNAPSHOTS = 2


def compact(session: Session, text_id: UUID, seq: int, state: bytes, said: str) -> int:
    """Snapshot the living document at `seq` and move the log's rows up to it to the history; gives how many.

    `state` is `doc.get_update()` of the living document, `said` its `text_hash`. Only rows that a version
    already names the authors of are moved. Raises BrokenLog when the row read back does not say the same.
    """
    kind = session.execute(select(Text.kind).where(Text.id == text_id).with_for_update()).scalar_one()
    known = session.scalar(select(func.max(TextSnapshot.seq)).where(TextSnapshot.text_id == text_id)) or 0
    if known >= seq:
        return 0
    session.execute(insert(TextSnapshot).values(text_id=text_id, seq=seq, at=utc_now(), state=state, text_hash=said))
    kept = session.execute(
        select(TextSnapshot.state).where(TextSnapshot.text_id == text_id, TextSnapshot.seq == seq)
    ).scalar_one()
    again = make_doc(FRAGMENTS[kind])
    again.apply_update(kept)
    if text_hash(again, FRAGMENTS[kind]) != said:
        raise BrokenLog(f"text {text_id}: snapshot at {seq} does not say what the document says")
    _drop_old_snapshots(session, text_id)
    named = session.scalar(select(func.max(TextVersion.seq)).where(TextVersion.text_id == text_id)) or 0
    return _archive(session, text_id, min(seq, named))


def _drop_old_snapshots(session: Session, text_id: UUID) -> None:
    seqs = session.scalars(
        select(TextSnapshot.seq).where(TextSnapshot.text_id == text_id).order_by(TextSnapshot.seq.desc())
    ).all()
    session.execute(
        delete(TextSnapshot).where(TextSnapshot.text_id == text_id, TextSnapshot.seq.in_(seqs[KEPT_SNAPSHOTS:]))
    )


def _archive(session: Session, text_id: UUID, upto: int) -> int:
    rows = session.execute(
        select(TextUpdate.seq, TextUpdate.at, TextUpdate.person_id, TextUpdate.payload)
        .where(TextUpdate.text_id == text_id, TextUpdate.seq <= upto)
        .order_by(TextUpdate.seq)
    ).all()
    if not rows:
        return 0
    packed = pack_history((row.seq, row.at, row.person_id, row.payload) for row in rows)
    session.execute(
        insert(TextHistory).values(text_id=text_id, first_seq=rows[0].seq, last_seq=rows[-1].seq, packed=packed)
    )
    session.execute(delete(TextUpdate).where(TextUpdate.text_id == text_id, TextUpdate.seq <= upto))
    return len(rows)
