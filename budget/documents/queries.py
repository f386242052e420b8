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
    """Whether a document is for who pays: a statement, an invoice, or what no devis names and may be either.

    An invoice carries its author's bank account, and often a private address; its figures are on its page for all.
    """
    named = {
        table: session.scalar(select(table.id).where(table.document_id == document_id).limit(1)) is not None
        for table in (BankStatement, Invoice, Devis)
    }
    return named[BankStatement] or named[Invoice] or not named[Devis]
