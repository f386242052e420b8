"""One row in each table of quotes, for tests that need them all filled."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.envelope.words import LineKind
from budget.quotes import store
from budget.quotes.words import ClauseStanding
from db.models import (
    DevisClause,
    DevisMark,
    QuoteCriterion,
    QuoteInvitation,
    QuoteRequest,
    SpecificationVersion,
    Supplier,
)
from tests.integration.budget.offers import devis
from workspace.kernel.clock import utc_now


def fill_quotes(session: Session, group_id: UUID, person_id: UUID) -> None:
    """A request, its answer with lines, totals and a right, read and marked; needs a version and a supplier."""
    version_id = session.scalars(select(SpecificationVersion.id)).one()
    supplier_id = session.scalars(select(Supplier.id).where(Supplier.group_id == group_id).limit(1)).one()
    now, kind = utc_now(), LineKind.PRINTING
    request = QuoteRequest(
        group_id=group_id, version_id=version_id, kind=kind, title="Été", message="« É »\n€", copies="500",
        deadline=now, created_at=now, created_by=person_id,
    )  # fmt: skip
    criterion = QuoteCriterion(group_id=group_id, kind=kind, position=0, name="Qualité", weight=3)
    session.add_all([request, criterion])
    session.flush()
    link = QuoteInvitation(
        request_id=request.id, supplier_id=supplier_id, token_hash="3" * 64, made_at=now, mailed_at=now
    )
    session.add(link)
    session.flush()
    row = store.add_devis(session, group_id, devis(supplier_id, invitation_id=link.id), created_by=person_id)
    session.add_all(
        [
            DevisClause(
                devis_id=row.id, clause="web", version_id=version_id, standing=ClauseStanding.EXTRA, note="É"
            ),
            DevisMark(devis_id=row.id, criterion_id=criterion.id, mark=5, note="€"),
        ]
    )
    session.flush()
