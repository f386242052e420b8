"""Documents, invoices, payments and bank rows to act on, for the matrix of rights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from budget.documents import service as documents
from workspace.kernel.actor import Actor

RECEIVED = b"date;libelle;montant\n02/11/2026;Papeterie;-12,50\n"
GROUP, DISTANCES = ("group",), ("own", "other structure", "other group")


@dataclass(frozen=True, kw_only=True)
class Spending:
    """The objects of one distance."""

    document_id: UUID


def make_spending(chief: Actor) -> Spending:
    """A document."""
    return Spending(document_id=documents.keep_file(chief, "releve.csv", RECEIVED))


DOINGS: dict[str, tuple[tuple[str, ...], tuple[Callable[[Any, Actor, Any], object], ...]]] = {
    "keep_budget_document": (GROUP, (lambda _w, a, _t: documents.keep_file(a, "x.txt", b"x"),)),
    "view_budget_document": (
        DISTANCES,
        (lambda _w, a, t: documents.view_document(a, t.spending.document_id),),
    ),
}
