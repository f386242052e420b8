"""Keeping a document received, inside the use case that received it."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from budget.documents import rules
from db.models import BudgetDocument
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now


def keep_document(
    session: Session, actor: Actor, *, name: str, content: bytes, group_id: UUID | None = None
) -> UUID:  # fmt: skip
    """Keep a file byte for byte with its SHA-256; gives its id, the one it had when the group knows this content.

    `group_id` is for a file that somebody without a place in the group hands in. Raises RuleBroken
    `error-document-empty`, `error-document-large`.
    """
    rules.check_size(content)
    owner = group_id if group_id is not None else group_of(actor)
    found = find_document(session, owner, content)
    if found is not None:
        return found
    plain = clean_line(name.replace("\\", "/").rpartition("/")[2][-rules.NAME_LENGTH :], required=False, maximum=200)
    row = BudgetDocument(
        group_id=owner,
        name=plain or "document",
        media_type=rules.media_type(content).value,
        sha256=_sha256(content),
        byte_count=len(content),
        content=content,
        received_at=utc_now(),
        received_by=actor.person_id,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # somebody else brought the same file at this very moment
        return session.scalars(_known(owner, content)).one()
    return row.id


def find_document(session: Session, group_id: UUID, content: bytes) -> UUID | None:
    """The document of a group that has this very content; None when it has none."""
    return session.scalar(_known(group_id, content))


def _known(group_id: UUID, content: bytes) -> Select[UUID]:
    return select(BudgetDocument.id).where(
        BudgetDocument.group_id == group_id, BudgetDocument.sha256 == _sha256(content)
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
