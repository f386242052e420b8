"""What was typed about suppliers and devis, checked and cleaned, pure. Raises the error of the first wrong field."""

from __future__ import annotations

from dataclasses import replace

from budget.quotes import pricing, typed
from budget.quotes.devis_words import CededRight, DevisDraft, PricedLine, StatedTotal
from budget.quotes.identifiers import SIREN_FIGURES, check_iban, check_siret, check_vat_number
from budget.quotes.words import SupplierDraft, SupplierStatus, VatRounding
from budget.rates.rules import HUNDRED_PERCENT
from workspace.accounts.rules import clean_email, clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import MAX_CENTS
from workspace.members.rules import clean_text

NAME_LENGTH = 160
ADDRESS_LENGTH = 300
NUMBER_LENGTH = 60
NOTE_LENGTH = 2000
REASON_LENGTH = 1000
RIGHTS_MAXIMUM = 30
RIGHT_LENGTHS = {"name": 120, "extent": 160, "destination": 160, "place": 120, "duration": 80}


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


def clean_devis(draft: DevisDraft) -> tuple[DevisDraft, tuple[PricedLine, ...], tuple[StatedTotal, ...]]:
    """The draft with its words cleaned, its lines priced, the totals its document states.

    Raises the RuleBroken of the first cell or field that will not do; `error-devis-dates` for a validity that ends
    before the devis was made; `error-devis-too-large` for a lot beyond any amount.
    """
    if draft.valid_until is not None and draft.valid_until < draft.issued_on:
        raise RuleBroken("error-devis-dates")
    cleaned = replace(
        draft,
        label=clean_line(draft.label, maximum=NAME_LENGTH, field="devis-label"),
        number=clean_line(draft.number, maximum=NUMBER_LENGTH, field="devis-number"),
        rights=_clean_rights(draft.rights),
        note=clean_text(draft.note, maximum=NOTE_LENGTH, field="devis-note"),
    )
    lines = typed.read_lines(draft.lines)
    _check_totals(lines, draft.rounding)
    return cleaned, lines, typed.read_stated(draft.stated, pricing.lots_of(lines))


def _check_totals(lines: tuple[PricedLine, ...], rounding: VatRounding) -> None:
    """The lots of a devis that is kept can be worked out, with all options and whatever the supplier's status is."""
    # Line by line: a discount must not hide what no column can hold.
    if any(abs(line.unit_price * line.quantity) * 100 > MAX_CENTS for line in lines):
        raise RuleBroken("error-devis-too-large")
    for copies in pricing.lots_of(lines):
        cost = pricing.lot_cost(
            lines, copies, rounding, SupplierStatus.ARTIST_AUTHOR, HUNDRED_PERCENT, all_options=True
        )
        if abs(cost.total_cents) > MAX_CENTS:
            raise RuleBroken("error-devis-too-large")


def _clean_rights(rights: tuple[CededRight, ...]) -> tuple[CededRight, ...]:
    made = []
    for one in rights:
        said = {
            name: clean_line(getattr(one, name) or "", maximum=length, required=False, field=f"right-{name}")
            for name, length in RIGHT_LENGTHS.items()
        }
        if not any(said.values()):
            continue
        if not said["name"]:
            raise RuleBroken("error-right-name")
        made.append(CededRight(**said))
    if len(made) > RIGHTS_MAXIMUM:
        raise RuleBroken("error-too-many", field="devis-rights", maximum=RIGHTS_MAXIMUM)
    return tuple(made)
