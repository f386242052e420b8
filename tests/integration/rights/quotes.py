"""A supplier, a devis and a request at a distance, and how each operation on them is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from budget.documents import service as documents
from budget.envelope.words import LineKind
from budget.quotes import asking, comparison, offers, selection, service, suppliers
from budget.quotes.compare_words import Judgement
from budget.quotes.devis_words import DevisDraft, TypedLine
from budget.quotes.request_words import RequestDraft
from budget.quotes.words import DevisState, SupplierDraft
from db.models import BudgetLine, Devis, Envelope, Supplier
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.offers import adopt_specification
from tests.integration.budget.rows import add_envelope
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now

PDF = b"%PDF-1.4\n%%EOF\n"


@dataclass(frozen=True, kw_only=True)
class Quotes:
    """Objects of the room of quotes; `offer_token` opens a request that nobody has answered."""

    supplier_id: UUID
    devis_id: UUID
    invitation_id: UUID
    offer_token: str
    document_id: UUID


def _devis(supplier_id: UUID, number: str) -> DevisDraft:
    return DevisDraft(
        supplier_id=supplier_id,
        kind=LineKind.PRINTING,
        label="Chemise",
        number=number,
        issued_on=group_today(),
        lines=(TypedLine(label="Chemise", unit_price="10", rate="20"),),
    )


def _request(*supplier_ids: UUID) -> RequestDraft:
    return RequestDraft(
        title="Chemise",
        kind=LineKind.PRINTING,
        deadline=utc_now() + timedelta(days=9),
        supplier_ids=supplier_ids,
    )


def make_quotes(chief: Actor, name: str) -> Quotes:
    """By who keeps the accounts; the group has an envelope and an adopted cahier des charges."""
    supplier_id = suppliers.add_supplier(chief, SupplierDraft(name=f"Imprimerie {name}"))
    with unit_of_work() as session:
        adopt_specification(session, chief, f"Adopté {name}")
        if session.scalar(select(Envelope.id).where(Envelope.group_id == chief.group_id)) is None:
            add_envelope(session, chief.group_id)
    (link,) = asking.send_request(chief, _request(supplier_id))
    document_id = documents.keep_file(chief, "devis.pdf", PDF + name.encode())
    return Quotes(
        supplier_id=supplier_id,
        document_id=document_id,
        devis_id=service.enter_devis(chief, replace(_devis(supplier_id, f"D-{name}"), document_id=document_id)),
        invitation_id=link.invitation_id,
        offer_token=link.token,
    )


def change_supplier(actor: Actor, quotes: Quotes) -> None:
    """Correct one with the version that stands."""
    with reading() as session:
        row = session.get_one(Supplier, quotes.supplier_id)
        draft = SupplierDraft(name=row.name, version=row.version)
    suppliers.change_supplier(actor, quotes.supplier_id, replace(draft, address="1, rue Neuve"))


def change_devis(actor: Actor, quotes: Quotes) -> None:
    """Correct one with the version that stands."""
    with reading() as session:
        row = session.get_one(Devis, quotes.devis_id)
        draft = replace(_devis(row.supplier_id, row.number), document_id=row.document_id, version=row.version)
    service.change_devis(actor, quotes.devis_id, draft)


def sort(actor: Actor, quotes: Quotes) -> None:
    """Put one on the short list."""
    service.sort_devis(actor, quotes.devis_id, DevisState.SHORTLISTED)


def judge(actor: Actor, quotes: Quotes) -> None:
    """Say nothing of one."""
    comparison.judge_devis(actor, quotes.devis_id, Judgement(version_id=None))


def select_one(actor: Actor, quotes: Quotes) -> None:
    """Choose one on a line of its group's envelope."""
    with reading() as session:
        group_id = session.get_one(Devis, quotes.devis_id).group_id
        line_id = session.scalars(
            select(BudgetLine.id).join(Envelope).where(Envelope.group_id == group_id).limit(1)
        ).one()
    selection.select_devis(actor, quotes.devis_id, copies=0, cost_cents=1200, line_id=line_id, reason="x")


def enter(actor: Actor, quotes: Quotes) -> None:
    """Enter another devis of the same supplier."""
    service.enter_devis(actor, _devis(quotes.supplier_id, "D-2"))


def ask(actor: Actor, quotes: Quotes) -> None:
    """Ask the supplier again."""
    asking.send_request(actor, _request(quotes.supplier_id))


def drop(quotes: Quotes) -> None:
    """Drop an offer with the link, as the supplier's page does."""
    offers.find_offer_page(quotes.offer_token)
    document_id = offers.keep_offer_file(quotes.offer_token, "devis.pdf", PDF)
    fields = {"number": ["1"], "issued": ["2026-11-26"], "rate": ["20"], "net-0": ["10"]}
    assert offers.drop_offer(quotes.offer_token, fields, document_id).errors == {}
