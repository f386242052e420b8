"""Writes of matches shared with the rooms whose facts rows confirm; `session` comes first; no commit here."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from budget.bank.words import MatchKind
from db.models import BankMatch, BankRow
from workspace.kernel.clock import utc_now


def match(session: Session, row: BankRow, kind: MatchKind, object_id: UUID, by: UUID | None) -> None:
    """Write what a row is."""
    session.add(BankMatch(row_id=row.id, kind=kind, object_id=object_id, at=utc_now(), by=by))
    session.flush()


def free(session: Session, kind: MatchKind, object_id: UUID) -> None:
    """Let go of the row that confirmed something which was cancelled: it waits for a person again."""
    session.execute(delete(BankMatch).where(BankMatch.kind == kind, BankMatch.object_id == object_id))
