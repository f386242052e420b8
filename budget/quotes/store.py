"""Session-first writes of suppliers and devis, for this room, the supplier's page and the example. No commit here."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from budget.quotes.checking import clean_devis
from budget.quotes.devis_words import CededRight, DevisDraft, PricedLine, StatedTotal
from budget.quotes.words import DevisState, SupplierDraft
from budget.rates.queries import load as load_rates
from budget.rates.rules import artist_bp
from db.models import BudgetDocument, Devis, DevisLine, DevisRight, DevisTotal, QuoteInvitation, Supplier
from db.turns import hold_group
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.letters import folded


def add_supplier(session: Session, group_id: UUID, draft: SupplierDraft, *, invented: bool = False) -> Supplier:
    """A supplier from a cleaned draft. Raises RuleBroken `error-supplier-name` when the name is taken."""
    check_free_name(session, group_id, draft.name)
    row = Supplier(group_id=group_id, invented=invented)
    write_supplier(row, draft)
    session.add(row)
    session.flush()
    return row


def write_supplier(row: Supplier, draft: SupplierDraft) -> None:
    """What a cleaned draft says of a supplier."""
    row.name, row.status, row.withholding_exempt = draft.name, draft.status, draft.withholding_exempt
    row.siret, row.vat_number, row.iban = draft.siret, draft.vat_number, draft.iban
    row.email, row.address = draft.email, draft.address


def check_free_name(session: Session, group_id: UUID, name: str, *, but: UUID | None = None) -> None:
    """Refuse a name that another supplier of the group has, case and accents apart.

    The group's row is held: whoever gives a name at the same moment waits, and then sees this one.
    """
    hold_group(session, group_id)
    rows = session.execute(select(Supplier.id, Supplier.name).where(Supplier.group_id == group_id))
    if any(folded(row.name) == folded(name) and row.id != but for row in rows):
        raise RuleBroken("error-supplier-name", name=name)


def add_devis(
    session: Session,
    group_id: UUID,
    draft: DevisDraft,
    *,
    created_by: UUID | None,
) -> Devis:
    """A devis just received; `created_by` None for one that came through a link.

    Raises RuleBroken of the draft, `error-devis-twice`, `error-devis-invitation`, NotFound for what it points at.
    """
    row = Devis(
        group_id=group_id,
        supplier_id=draft.supplier_id,
        state=DevisState.RECEIVED,
        created_at=utc_now(),
        created_by=created_by,
    )
    write_devis(session, row, draft)
    return row


def write_devis(session: Session, row: Devis, draft: DevisDraft) -> None:
    """What a draft says, cleaned, in the place of what stood there; raises as `add_devis`."""
    cleaned, lines, stated = clean_devis(draft)
    _check_invitation(session, row, cleaned)
    _check_ties(session, row, cleaned)
    row.supplier_id, row.document_id = cleaned.supplier_id, cleaned.document_id
    row.invitation_id = cleaned.invitation_id
    row.kind, row.label, row.number = cleaned.kind, cleaned.label, cleaned.number
    row.issued_on, row.valid_until, row.rounding = cleaned.issued_on, cleaned.valid_until, cleaned.rounding
    row.note = cleaned.note
    row.artist_bp = artist_bp(load_rates(session, row.group_id), cleaned.issued_on)
    session.add(row)
    session.flush()
    for table in (DevisLine, DevisTotal, DevisRight):
        session.execute(delete(table).where(table.devis_id == row.id))
    session.add_all(_line(row.id, place, one) for place, one in enumerate(lines))
    session.add_all(_total(row.id, one) for one in stated)
    session.add_all(_rights(row.id, cleaned.rights))
    session.flush()


def set_state(row: Devis, state: DevisState, *, reason: str, decided_by: UUID | None) -> None:
    """Where a devis stands now, and why; who decided and when, for one that was chosen or refused."""
    decided = state in {DevisState.SELECTED, DevisState.REFUSED}
    row.state, row.reason = state, reason
    if state is not DevisState.SELECTED:
        row.commitment_id = row.copies = None
    row.decided_at, row.decided_by = (utc_now(), decided_by) if decided else (None, None)
    row.version += 1


def _check_ties(session: Session, row: Devis, draft: DevisDraft) -> None:
    # Held: the same number of the same supplier, entered here and dropped through its link, must meet.
    asked = select(Supplier).where(Supplier.id == draft.supplier_id).with_for_update(key_share=True)
    with session.no_autoflush:
        supplier = session.scalar(asked)
    if supplier is None or supplier.group_id != row.group_id:
        raise NotFound
    if draft.document_id is not None:
        document = session.get(BudgetDocument, draft.document_id)
        if document is None or document.group_id != row.group_id:
            raise NotFound
    same = select(Devis.id).where(Devis.supplier_id == draft.supplier_id, Devis.number == draft.number)
    if row.id is not None:
        same = same.where(Devis.id != row.id)
    with session.no_autoflush:
        if session.scalar(same) is not None:
            raise RuleBroken("error-devis-twice", number=draft.number, supplier=supplier.name)


def _check_invitation(session: Session, row: Devis, draft: DevisDraft) -> None:
    """The request was made to this supplier, and nothing else answers it. Its row is held: an offer may come now."""
    if draft.invitation_id is None:
        return
    asked = select(QuoteInvitation).where(QuoteInvitation.id == draft.invitation_id).with_for_update()
    with session.no_autoflush:
        link = session.scalar(asked)
        answer = session.scalar(select(Devis.id).where(Devis.invitation_id == draft.invitation_id))
    if link is None or link.supplier_id != draft.supplier_id or answer not in {None, row.id}:
        raise RuleBroken("error-devis-invitation")


def _line(devis_id: UUID, place: int, line: PricedLine) -> DevisLine:
    return DevisLine(
        devis_id=devis_id,
        position=place,
        kind=line.kind,
        label=line.label,
        copies=line.copies,
        quantity=format(line.quantity, "f"),
        unit_price=format(line.unit_price, "f"),
        vat_bp=line.vat_bp,
        kept=line.kept,
    )


def _total(devis_id: UUID, one: StatedTotal) -> DevisTotal:
    return DevisTotal(
        devis_id=devis_id,
        copies=one.copies,
        net_cents=one.net_cents,
        vat_cents=one.vat_cents,
        gross_cents=one.gross_cents,
    )


def _rights(devis_id: UUID, rights: Iterable[CededRight]) -> list[DevisRight]:
    return [
        DevisRight(
            devis_id=devis_id,
            position=place,
            name=one.name,
            extent=one.extent,
            destination=one.destination,
            place=one.place,
            duration=one.duration,
        )
        for place, one in enumerate(rights)
    ]
