"""Reading the documents received."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from budget.documents.words import DocumentFile
from db.models import BudgetDocument
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound


def get_document(session: Session, actor: Actor, document_id: UUID) -> DocumentFile:
    """A document of the actor's group with its bytes. Raises NotFound, for another group's as for none."""
    row = session.get(BudgetDocument, document_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return DocumentFile(name=row.name, media_type=row.media_type, sha256=row.sha256, content=row.content)
