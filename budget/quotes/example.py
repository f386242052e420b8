"""The example's invented requests and devis, written in the transaction that installs it, after the envelope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.envelope.words import LineKind
from budget.quotes import store
from budget.quotes.asking import read_lots
from budget.quotes.comparing import latest_version
from budget.quotes.devis_words import CededRight, DevisDraft, TypedLine, TypedTotal
from budget.quotes.words import ClauseStanding, DevisState, SupplierDraft, SupplierStatus, VatRounding
from db.models import (
    Commitment,
    Devis,
    DevisClause,
    DevisMark,
    QuoteCriterion,
    QuoteInvitation,
    QuoteRequest,
    Supplier,
)
from examples.devis import Devis as ExampleOffer
from examples.devis import ExampleDevis, read_devis
from examples.loader import EXAMPLE
from workspace.accounts.secrets import new_token, token_hash
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.welcome.example_parts import Place

KEEPER = "tr"


def install(session: Session, place: Place) -> None:
    """Write the whole of `devis.toml`; a supplier that stands there already is taken as it is."""
    example = read_devis(EXAMPLE)
    suppliers = {one.name: _supplier(session, place.group_id, one.name, one.status) for one in example.suppliers}
    criteria: dict[tuple[LineKind, str], UUID] = {}
    for position, one in enumerate(example.criteria):
        row = QuoteCriterion(
            group_id=place.group_id, kind=LineKind(one.kind), position=position, name=one.name, weight=one.weight
        )
        session.add(row)
        session.flush()
        criteria[row.kind, row.name] = row.id
    version = latest_version(session, Actor(group_id=place.group_id))
    asked = _requests(session, place, example, suppliers, version.version_id) if version else {}
    for entry in example.devis_list:
        supplier_id = suppliers[entry.supplier]
        devis = _devis(session, place, entry, supplier_id, asked.get((LineKind(entry.kind), supplier_id)))
        session.add_all(
            DevisMark(devis_id=devis.id, criterion_id=criteria[devis.kind, name], mark=int(mark), note=note)
            for name, mark, note in entry.marks
        )
        if version is not None:
            session.add_all(
                DevisClause(
                    devis_id=devis.id,
                    clause=name,
                    version_id=version.version_id,
                    standing=ClauseStanding(standing),
                    note=note,
                )
                for name, standing, note in entry.clauses
            )
    session.flush()


def _requests(
    session: Session, place: Place, example: ExampleDevis, suppliers: Mapping[str, UUID], version_id: UUID
) -> dict[tuple[LineKind, UUID], UUID]:
    """The requests with a link for each supplier; gives the invitations, by kind and supplier.

    Nobody knows the links' secrets, as for any link once it was shown: the group renews the one that it wants.
    """
    made, now = {}, utc_now()
    for one in example.requests:
        sent = now - timedelta(days=one.days_ago)
        row = QuoteRequest(
            group_id=place.group_id,
            version_id=version_id,
            kind=LineKind(one.kind),
            title=one.title,
            message=one.message,
            copies=", ".join(map(str, read_lots(one.copies))),
            deadline=now + timedelta(days=one.closes_in_days),
            created_at=sent,
            created_by=place.people[KEEPER],
        )
        session.add(row)
        session.flush()
        for name in one.suppliers:
            link = QuoteInvitation(
                request_id=row.id, supplier_id=suppliers[name], token_hash=token_hash(new_token()), made_at=sent
            )
            session.add(link)
            session.flush()
            made[row.kind, link.supplier_id] = link.id
    return made


def _supplier(session: Session, group_id: UUID, name: str, status: str) -> UUID:
    there = session.scalar(select(Supplier.id).where(Supplier.group_id == group_id, Supplier.name == name))
    if there is not None:
        return there
    return store.add_supplier(
        session, group_id, SupplierDraft(name=name, status=SupplierStatus(status)), invented=True
    ).id


def _devis(
    session: Session, place: Place, entry: ExampleOffer, supplier_id: UUID, invitation_id: UUID | None
) -> Devis:
    day = local(utc_now(), place.zone).date() - timedelta(days=entry.days_ago)
    row = store.add_devis(
        session,
        place.group_id,
        DevisDraft(
            supplier_id=supplier_id,
            invitation_id=invitation_id,
            kind=LineKind(entry.kind),
            label=entry.label,
            number=entry.number,
            issued_on=day,
            valid_until=day + timedelta(days=entry.valid_days),
            rounding=VatRounding(entry.rounding),
            lines=tuple(_line(cells) for cells in entry.lines),
            stated=tuple(
                TypedTotal(copies=copies, net=net, vat=vat, gross=gross) for copies, net, vat, gross in entry.stated
            ),
            rights=tuple(
                CededRight(name=name, extent=extent, destination=destination, place=where, duration=duration)
                for name, extent, destination, where, duration in entry.rights
            ),
            note=entry.note,
        ),
        created_by=place.people[KEEPER],
    )
    row.created_at = utc_now() - timedelta(days=entry.days_ago)
    state = DevisState(entry.state)
    if state is not DevisState.RECEIVED:
        store.set_state(row, state, reason=entry.reason, decided_by=place.people[KEEPER])
    if state is DevisState.SELECTED:
        row.copies = entry.copies
        row.commitment_id = session.scalar(select(Commitment.id).where(Commitment.supplier_id == supplier_id))
    session.flush()
    return row


def _line(cells: Sequence[str]) -> TypedLine:
    kind, label, copies, quantity, unit_price, rate, kept = cells
    return TypedLine(
        kind=kind, label=label, copies=copies, quantity=quantity, unit_price=unit_price, rate=rate, kept=bool(kept)
    )
