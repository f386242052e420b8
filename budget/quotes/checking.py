"""What was typed about suppliers and devis, checked and cleaned, pure. Raises the error of the first wrong field."""

from __future__ import annotations

from budget.quotes.identifiers import check_iban, check_siret, check_vat_number
from budget.quotes.words import SupplierDraft, SupplierStatus
from workspace.accounts.rules import clean_email, clean_line
from workspace.kernel.errors import RuleBroken
from workspace.members.rules import clean_text

NAME_LENGTH = 160
ADDRESS_LENGTH = 300
SIREN_FIGURES = 9


def clean_supplier(draft: SupplierDraft) -> SupplierDraft:
    """The draft cleaned; its numbers without spaces.

    Raises RuleBroken of the field; `error-vat-siret` when a French VAT number is not of the SIRET's company.
    """
    siret, vat_number = check_siret(draft.siret), check_vat_number(draft.vat_number)
    # A French VAT number ends with the SIREN, and so begins the SIRET (CGI ann. II art. 242 nonies A asks for both).
    if siret and vat_number.startswith("FR") and vat_number[-SIREN_FIGURES:] != siret[:SIREN_FIGURES]:
        raise RuleBroken("error-vat-siret")
    return SupplierDraft(
        name=clean_line(draft.name, maximum=NAME_LENGTH),
        status=draft.status,
        withholding_exempt=draft.withholding_exempt and draft.status is SupplierStatus.ARTIST_AUTHOR,
        siret=siret,
        vat_number=vat_number,
        iban=check_iban(draft.iban),
        email=clean_email(draft.email) if draft.email.strip() else "",
        address=clean_text(draft.address, maximum=ADDRESS_LENGTH, field="address"),
        version=draft.version,
    )
