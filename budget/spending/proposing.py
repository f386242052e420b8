"""From a document that is kept to figures that a person confirms. Nothing is filled in silently."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from budget.documents.queries import get_document
from budget.documents.reading import read_pdf
from budget.documents.words import DocumentFile, MediaType
from budget.quotes.queries import list_suppliers
from budget.quotes.words import SupplierView
from budget.reading import facturx
from budget.reading import rules as reading_rules
from budget.spending.words import InvoiceProposal, ReadFrom
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.letters import folded
from workspace.kernel.money import half_up

_DIGITS = re.compile(r"\D")
SIREN_LENGTH = 9


def read_proposal(session: Session, actor: Actor, document_id: UUID) -> InvoiceProposal:
    """What a document of the group says. Raises NotFound; what cannot be read is told in the proposal."""
    file = get_document(session, actor, document_id)
    blank = InvoiceProposal(document_id=document_id, document_name=file.name)
    try:
        made = _propose(file, blank)
    except RuleBroken as broken:
        return replace(blank, problem=broken.code, values=broken.values)
    known = _supplier_of(made, list_suppliers(session, actor))
    return replace(made, supplier_id=known)


def _propose(file: DocumentFile, blank: InvoiceProposal) -> InvoiceProposal:
    if file.media_type == MediaType.XML:
        return _from_xml(file.content, blank)
    got = read_pdf(file.content)
    if got.problem:
        return replace(blank, problem=got.problem)
    if got.embedded_xml is not None:
        return _from_xml(got.embedded_xml, blank)
    missing = reading_rules.mentions_missing_in_text(got.text, has_vat=bool(got.vat_cents))
    return replace(
        blank,
        source=ReadFrom.PDF,
        seller=got.text[:4000],
        net_cents=got.net_cents,
        vat_cents=got.vat_cents,
        gross_cents=got.gross_cents,
        missing=tuple(missing),
    )


def _from_xml(data: bytes, blank: InvoiceProposal) -> InvoiceProposal:
    """An electronic invoice, its sums checked; what was paid before and what was rounded off are told apart."""
    got = facturx.read_invoice(data)
    found = reading_rules.doubts(got)
    return replace(
        blank,
        source=ReadFrom.FACTURX,
        kind=reading_rules.kind_of(got),
        seller=f"{got.seller_name}\n{got.seller_siret}\n{got.seller_vat}",
        number=got.number,
        issued_on=got.issued_on,
        due_on=got.due_on,
        net_cents=reading_rules.signed_cents(got, got.tax_basis),
        vat_cents=reading_rules.signed_cents(got, got.tax_total),
        gross_cents=reading_rules.signed_cents(got, got.grand_total),
        prepaid_cents=half_up(got.prepaid * 100),
        rounding_cents=half_up(got.rounding * 100),
        missing=tuple(reading_rules.mentions_missing(got)),
        doubts=tuple((one.code, half_up(one.stated * 100), half_up(one.computed * 100), one.where) for one in found),
    )


def _supplier_of(made: InvoiceProposal, suppliers: tuple[SupplierView, ...]) -> UUID | None:
    """The one supplier whose SIREN, VAT number or name stands in what was read; None when none or several do."""
    digits, said = _DIGITS.sub("", made.seller), folded(made.seller)
    living = [one for one in suppliers if not one.is_archived]
    by_number = [one for one in living if one.draft.siret and one.draft.siret[:SIREN_LENGTH] in digits]
    by_name = [one for one in living if folded(one.name) in said]
    for found in (by_number, by_name):
        if len(found) == 1:
            return found[0].supplier_id
    return None
