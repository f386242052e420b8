"""Writes of matches shared with the rooms whose facts rows confirm; `session` comes first; no commit here."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from budget.bank.words import MatchKind
from db.models import BankMatch, BankRow
from workspace.kernel.clock import utc_now


def match(
    session: Session, row: BankRow, kind: MatchKind, object_id: UUID, by: UUID | None, *, made: bool = False
) -> None:
    """Write what a row, or a part of it, is; `made` when that was entered from the row."""
    session.add(BankMatch(row_id=row.id, kind=kind, object_id=object_id, made=made, at=utc_now(), by=by))
    session.flush()


def free(session: Session, kind: MatchKind, object_id: UUID) -> None:
    """Let go of the row that confirmed something which was cancelled: it waits for a person again.

    The other things that it settled keep their payments, which it may confirm once more.
    """
    row_id = session.scalar(
        select(BankMatch.row_id).where(BankMatch.kind == kind, BankMatch.object_id == object_id)
    )  # fmt: skip
    if row_id is not None:
        session.execute(delete(BankMatch).where(BankMatch.row_id == row_id))
