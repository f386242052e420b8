"""Reading the documents received."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.documents.words import DocumentFile
from db.models import BankStatement, BudgetDocument, Devis, Invoice
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound


def get_document(session: Session, actor: Actor, document_id: UUID) -> DocumentFile:
    """A document of the actor's group with its bytes. Raises NotFound, for another group's as for none."""
    row = session.get(BudgetDocument, document_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return DocumentFile(name=row.name, media_type=row.media_type, sha256=row.sha256, content=row.content)


def is_for_treasury(session: Session, document_id: UUID) -> bool:
    """Whether a document is a bank statement, or may be one: no devis nor invoice names it yet."""
    named = (select(table.id).where(table.document_id == document_id) for table in (Devis, Invoice))
    statement = select(BankStatement.id).where(BankStatement.document_id == document_id)
    if session.scalar(statement.limit(1)) is not None:
        return True
    return all(session.scalar(query.limit(1)) is None for query in named)
