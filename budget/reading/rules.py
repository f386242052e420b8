"""Rules of electronic invoices, pure: the exact sums of EN 16931, and doubts that are told and refuse nothing.

A validator of the standard accepts a VAT wrong by a euro (the tolerance of BR-CO-17) and never multiplies a price by
its quantity; both are looked at here, as doubts: the supplier's figure wins, a person decides.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from budget.reading.words import ElectronicInvoice, Finding, Mention
from budget.spending.words import InvoiceKind
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import MAX_CENTS, half_up

CENT = Decimal("0.01")
# UNTDID 1001: credit notes, and the request for a payment in advance.
_CREDIT_NOTES = {"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"}
_DEPOSITS = {"386", "500"}

_WORDS_OF: dict[Mention, re.Pattern[str]] = {
    Mention.EXEMPTION: re.compile(
        r"293\s?b|non applicable|exon[ée]r|autoliquidation|hors champ|\b26[12]\b", re.IGNORECASE
    ),
    Mention.LATE_FEES: re.compile(r"p[ée]nalit[ée]|indemnit[ée] forfaitaire|\b40\s?(?:€|eur)", re.IGNORECASE),
}


def broken_rules(invoice: ElectronicInvoice) -> tuple[Finding, ...]:
    """The sums of EN 16931 that do not hold, to the cent, by their official names; empty when all hold."""
    found = []
    for code, stated, computed in _sums(invoice):
        if stated != computed:
            found.append(Finding(code=code, stated=stated, computed=computed))
    amounts = [invoice.tax_basis, invoice.tax_total, invoice.grand_total, invoice.prepaid, invoice.due]
    found += [Finding(code="BR-DEC", stated=one, computed=_cent(one)) for one in amounts if one != _cent(one)]
    return tuple(found)


def _sums(invoice: ElectronicInvoice) -> list[tuple[str, Decimal, Decimal]]:
    """(rule, what is stated, what it must be) for each sum that this profile of invoice has."""
    sums = []
    if invoice.line_total is not None:
        if invoice.lines:
            sums.append(("BR-CO-10", invoice.line_total, sum((one.stated for one in invoice.lines), Decimal(0))))
        sums.append(("BR-CO-13", invoice.tax_basis, invoice.line_total - invoice.allowances + invoice.charges))
    if invoice.vat:
        sums.append(("BR-CO-14", invoice.tax_total, sum((one.tax for one in invoice.vat), Decimal(0))))
    sums.append(("BR-CO-15", invoice.grand_total, invoice.tax_basis + invoice.tax_total))
    sums.append(("BR-CO-16", invoice.due, invoice.grand_total - invoice.prepaid + invoice.rounding))
    return sums


def doubts(invoice: ElectronicInvoice) -> tuple[Finding, ...]:
    """What does not come out and that the standard does not forbid: a line's price, the VAT of a rate.

    VAT rounded on each line may differ from VAT on the total by half a cent a line, and is accepted in silence.
    """
    found = []
    for line in invoice.lines:
        if not line.quantity or not line.per:
            continue
        computed = _cent(line.price * line.quantity / line.per + line.charges)
        if abs(computed - line.stated) > CENT:
            found.append(Finding(code="QTY-PRICE", stated=line.stated, computed=computed, where=line.label))
    allowed = CENT * max(1, len(invoice.lines))
    for group in invoice.vat:
        computed = _cent(group.basis * group.rate / 100)
        if abs(computed - group.tax) > allowed:
            where = f"{group.rate.normalize():f}"
            found.append(Finding(code="VAT-RATE", stated=group.tax, computed=computed, where=where))
    return tuple(found)


def mentions_missing(invoice: ElectronicInvoice) -> tuple[Mention, ...]:
    """Mandatory mentions that the XML does not hold. Told, never refused: the buyer cannot rewrite them."""
    exempt = any(group.tax == 0 for group in invoice.vat) or (not invoice.vat and invoice.tax_total == 0)
    present = {
        Mention.NUMBER: bool(invoice.number),
        Mention.SIREN: len(re.sub(r"\D", "", invoice.seller_siret)) in {9, 14},
        Mention.ADDRESS: bool(invoice.seller_address),
        Mention.VAT_NUMBER: bool(invoice.seller_vat) or invoice.tax_total == 0,
        Mention.SUPPLY_DATE: invoice.has_delivery_date,
        Mention.EXEMPTION: not exempt or bool(_WORDS_OF[Mention.EXEMPTION].search(invoice.notes)),
        Mention.LATE_FEES: bool(_WORDS_OF[Mention.LATE_FEES].search(invoice.notes)),
    }
    return tuple(mention for mention, there in present.items() if not there)


def mentions_missing_in_text(text: str, *, has_vat: bool) -> tuple[Mention, ...]:
    """The same list for a PDF's text, as far as words can tell: what is not found may stand there in other words."""
    patterns: dict[Mention, str | re.Pattern[str]] = {
        Mention.SIREN: r"\b\d{3}[\s.\u00a0]?\d{3}[\s.\u00a0]?\d{3}(?:[\s.\u00a0]?\d{5})?\b",
        Mention.ADDRESS: r"\b\d{5}\b\s+[A-ZÀ-Ý]",
        Mention.LATE_FEES: _WORDS_OF[Mention.LATE_FEES],
    }
    if has_vat:
        patterns[Mention.VAT_NUMBER] = r"\bFR\s?[0-9A-Z]{2}\s?\d{3}\s?\d{3}\s?\d{3}\b"
    else:
        patterns[Mention.EXEMPTION] = _WORDS_OF[Mention.EXEMPTION]
    return tuple(mention for mention, pattern in patterns.items() if not re.search(pattern, text))


def kind_of(invoice: ElectronicInvoice) -> InvoiceKind:
    """What a document is; a French credit note may come as an invoice (380) with negative amounts."""
    if invoice.type_code in _CREDIT_NOTES or invoice.grand_total < 0:
        return InvoiceKind.CREDIT_NOTE
    return InvoiceKind.DEPOSIT if invoice.type_code in _DEPOSITS else InvoiceKind.INVOICE


def signed_cents(invoice: ElectronicInvoice, amount: Decimal) -> int:
    """Cents of one of its amounts, negative on a credit note whichever sign it came with.

    Raises RuleBroken `error-amount-too-large`.
    """
    if abs(amount) * 100 > MAX_CENTS:
        raise RuleBroken("error-amount-too-large")
    cents = half_up(amount * 100)
    return -abs(cents) if kind_of(invoice) is InvoiceKind.CREDIT_NOTE else cents


def _cent(amount: Decimal) -> Decimal:
    """To the cent; what has too many figures to be rounded counts as the largest amount there is, and so differs."""
    try:
        return amount.quantize(CENT, rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return Decimal(MAX_CENTS).copy_sign(amount)
