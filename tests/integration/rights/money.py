"""An envelope at a distance, and how each operation on it and on the ledger is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from budget.envelope import service
from budget.envelope.export import export_envelope
from budget.envelope.words import EnvelopeDraft, LineDraft, LineKind
from budget.ledger import service as ledger
from budget.ledger.export import export_year
from budget.spending import commitments
from budget.spending.words import CommitmentState
from budget.tables import Form
from db.models import BudgetLine, Commitment, Envelope, LedgerYear
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now

GROUP, DISTANCES = ("group",), ("own", "other structure", "other group")
PAST = 2019


@dataclass(frozen=True, kw_only=True)
class Money:
    """The objects of one distance: nothing is committed on the free line."""

    envelope_id: UUID
    line_id: UUID
    free_line_id: UUID
    supplier_id: UUID
    commitment_id: UUID


def make_money(chief: Actor, name: str, supplier_id: UUID) -> Money:
    """An envelope with two lines, and a commitment that nobody has approved yet."""
    envelope_id = service.create_envelope(chief, _draft(name))
    line_id, free = (service.add_line(chief, envelope_id, _line()) for _ in range(2))
    with unit_of_work() as session:
        row = Commitment(
            group_id=chief.group_id,
            line_id=line_id,
            supplier_id=supplier_id,
            label="Tirage",
            amount_cents=90_000,
            state=CommitmentState.PROPOSED,
            created_at=utc_now(),
        )
        session.add(row)
        session.flush()
        return Money(
            envelope_id=envelope_id,
            line_id=line_id,
            free_line_id=free,
            supplier_id=supplier_id,
            commitment_id=row.id,
        )


def _draft(title: str, version: int = 1) -> EnvelopeDraft:
    return EnvelopeDraft(
        title=title,
        year=2026,
        minimum_cents=300_000,
        maximum_cents=400_000,
        two_approvals_from_cents=50_000,
        version=version,
    )


def _line(version: int = 1) -> LineDraft:
    return LineDraft(label="Ligne", kind=LineKind.OTHER, account="611", minimum_cents=1, version=version)


def _change_envelope(_world: Any, actor: Actor, thing: Any) -> None:
    with reading() as session:
        version = session.get_one(Envelope, thing.money.envelope_id).version
    service.change_envelope(actor, thing.money.envelope_id, _draft("Autre titre", version))


def _change_line(_world: Any, actor: Actor, thing: Any) -> None:
    with reading() as session:
        version = session.get_one(BudgetLine, thing.money.line_id).version
    service.change_line(actor, thing.money.line_id, _line(version))


def _propose(_world: Any, actor: Actor, thing: Any) -> None:
    commitments.propose_commitment(
        actor,
        line_id=thing.money.line_id,
        supplier_id=thing.money.supplier_id,
        label="x",
        amount_cents=100,
        reason="x",
    )


def _reopen(world: Any, actor: Actor, _thing: Any) -> None:
    """Before the act, without a journal line: the year is closed in both groups."""
    with unit_of_work() as session:
        for thing in (world.things["own"], world.things["other group"]):
            session.merge(LedgerYear(group_id=thing.group_id, year=PAST, closed_at=utc_now()))
    ledger.reopen_year(actor, PAST, "Facture oubliée")


DOINGS: dict[str, tuple[tuple[str, ...], tuple[Callable[[Any, Actor, Any], object], ...]]] = {
    "view_budget": (GROUP, (lambda _w, a, _t: service.view_budget(a), lambda _w, a, _t: service.view_glance(a))),
    "change_envelope": (
        DISTANCES,
        (
            _change_envelope,
            _change_line,
            lambda _w, a, t: service.add_line(a, t.money.envelope_id, _line()),
            lambda _w, a, t: service.remove_line(a, t.money.free_line_id),
        ),
    ),
    "create_envelope": (GROUP, (lambda _w, a, _t: service.create_envelope(a, _draft("Neuve")),)),
    "propose_commitment": (DISTANCES, (_propose,)),
    "approve_commitment": (
        DISTANCES,
        (lambda _w, a, t: commitments.approve_commitment(a, t.money.commitment_id),),
    ),
    "cancel_commitment": (
        DISTANCES,
        (lambda _w, a, t: commitments.cancel_commitment(a, t.money.commitment_id, "x"),),
    ),
    "export_budget": (
        DISTANCES,
        (lambda _w, a, t: export_envelope(a, t.money.envelope_id, "csv", Form.FRENCH),),
    ),
    "view_ledger": (GROUP, (lambda _w, a, _t: ledger.view_ledger(a), lambda _w, a, _t: ledger.check_ledger(a))),
    "export_ledger": (GROUP, (lambda _w, a, _t: export_year(a, 2026, "xlsx", Form.INTERNATIONAL),)),
    "close_year": (GROUP, (lambda _w, a, _t: ledger.close_year(a, PAST),)),
    "reopen_year": (GROUP, (_reopen,)),
}
