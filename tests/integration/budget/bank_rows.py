"""Rows of a statement, and one of them said to be one thing, for tests of the account."""

from __future__ import annotations

from uuid import UUID

from budget.bank import matching, service
from budget.bank.words import Part, RowView, TargetKind
from budget.documents.service import keep_file
from workspace.kernel.actor import Actor


def match(actor: Actor, row_id: UUID, kind: TargetKind, object_id: UUID) -> None:
    """The whole row is this."""
    row = next((one for one in _all(actor) if one.row_id == row_id), None)
    cents = -row.amount_cents if row else 0
    matching.settle_row(actor, row_id, [Part(kind=kind, object_id=object_id, amount_cents=cents)])


def bring(actor: Actor, *lines: str) -> dict[int, UUID]:
    """Take in a statement of such lines (day;label;amount); gives its rows by their cents."""
    content = "date;libelle;montant\n" + "".join(f"{one}\n" for one in lines)
    service.import_statement(actor, keep_file(actor, f"{len(content)}.csv", content.encode()))
    return {one.amount_cents: one.row_id for one in service.view_bank(actor).waiting}


def _all(actor: Actor) -> tuple[RowView, ...]:
    desk = service.view_bank(actor)
    return (*desk.waiting, *desk.settled)
