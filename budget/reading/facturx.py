"""The invoice inside a Factur-X (EN 16931, syntax CII), read with lxml. Nothing is written, nothing is fetched.

The library `factur-x` finds the XML in a PDF, checks its schema and asks a server about the rules of the standard; it
reads no amount. docs/decisions/0030-reading-invoices-and-statements.md says why this is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from budget.reading import rules
from budget.reading.words import ElectronicInvoice, StatedLine, VatGroup
from budget.reading.xml import open_xml
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up

_STANDARD = "urn:un:unece:uncefact:data:standard"
NAMES = {
    "rsm": f"{_STANDARD}:CrossIndustryInvoice:100",
    "ram": f"{_STANDARD}:ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_STANDARD}:UnqualifiedDataType:100",
}
_ROOT = f"{{{NAMES['rsm']}}}CrossIndustryInvoice"
_PLAIN_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,12})?")
_TRANSACTION = "rsm:SupplyChainTradeTransaction"
_SETTLEMENT = f"{_TRANSACTION}/ram:ApplicableHeaderTradeSettlement"
_TOTALS = f"{_SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
_SELLER = f"{_TRANSACTION}/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty"
_BUYER = f"{_TRANSACTION}/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty"
_DELIVERY = f"{_TRANSACTION}/ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent"
_LINE_TOTAL = "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"
MOST_LINES = 5_000


def read_invoice(data: bytes) -> ElectronicInvoice:
    """The invoice of a CII document, when every sum of the standard holds in it.

    Raises RuleBroken: `error-xml-…` when it cannot be read, `error-invoice-broken` with the names of the rules it
    breaks, what it states and what that should be.
    """
    invoice = parse_invoice(data)
    broken = rules.broken_rules(invoice)
    if broken:
        first = broken[0]
        raise RuleBroken(
            "error-invoice-broken",
            rules=", ".join(dict.fromkeys(one.code for one in broken)),
            stated_cents=half_up(first.stated * 100),
            computed_cents=half_up(first.computed * 100),
        )
    return invoice


def parse_invoice(data: bytes) -> ElectronicInvoice:
    """What a CII document states, its sums unchecked. Raises RuleBroken `error-xml-…`."""
    root = open_xml(data)
    if root.tag != _ROOT:
        raise RuleBroken("error-xml-not-invoice")
    currency = _text(root, f"{_SETTLEMENT}/ram:InvoiceCurrencyCode")
    if currency != "EUR":
        raise RuleBroken("error-xml-currency", currency=currency or "?")
    number = _text(root, "rsm:ExchangedDocument/ram:ID")
    issued_on = _day(root, "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString")
    tax_basis, grand_total, due = (
        _number(root, f"{_TOTALS}/ram:{name}")
        for name in ("TaxBasisTotalAmount", "GrandTotalAmount", "DuePayableAmount")
    )
    if not number or issued_on is None or tax_basis is None or grand_total is None or due is None:
        raise RuleBroken("error-xml-incomplete")
    return ElectronicInvoice(
        number=number,
        type_code=_text(root, "rsm:ExchangedDocument/ram:TypeCode"),
        issued_on=issued_on,
        due_on=_day(root, f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString"),
        lines=tuple(_lines(root)),
        line_total=_number(root, f"{_TOTALS}/ram:LineTotalAmount"),
        charges=_number(root, f"{_TOTALS}/ram:ChargeTotalAmount") or Decimal(0),
        allowances=_number(root, f"{_TOTALS}/ram:AllowanceTotalAmount") or Decimal(0),
        tax_basis=tax_basis,
        vat=tuple(_vat(root)),
        tax_total=_tax_total(root, currency),
        grand_total=grand_total,
        prepaid=_number(root, f"{_TOTALS}/ram:TotalPrepaidAmount") or Decimal(0),
        rounding=_number(root, f"{_TOTALS}/ram:RoundingAmount") or Decimal(0),
        due=due,
        **_parties(root),
    )


def _parties(root: Any) -> dict[str, Any]:
    """Who sells, who buys, and the words in which mentions are looked for."""
    address = [
        _text(root, f"{_SELLER}/ram:PostalTradeAddress/ram:{part}")
        for part in ("LineOne", "PostcodeCode", "CityName")
    ]
    notes = [one.text or "" for one in root.iterfind("rsm:ExchangedDocument/ram:IncludedNote/ram:Content", NAMES)]
    notes += [
        one.text or "" for one in root.iterfind(f"{_SETTLEMENT}/ram:ApplicableTradeTax/ram:ExemptionReason", NAMES)
    ]
    notes += [
        one.text or ""
        for one in root.iterfind(f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:Description", NAMES)
    ]
    return {
        "seller_name": _text(root, f"{_SELLER}/ram:Name"),
        "seller_siret": _siret(root),
        "seller_vat": _text(root, f"{_SELLER}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']"),
        "seller_address": ", ".join(part for part in address if part),
        "buyer_siren": _text(root, f"{_BUYER}/ram:SpecifiedLegalOrganization/ram:ID"),
        "has_delivery_date": root.find(_DELIVERY, NAMES) is not None
        or root.find(f"{_SETTLEMENT}/ram:BillingSpecifiedPeriod", NAMES) is not None,
        "notes": "\n".join(notes)[:20_000],
    }


def _siret(root: Any) -> str:
    """The SIRET (scheme 0009) where it is given, else the SIREN (0002)."""
    siret = _text(root, f"{_SELLER}/ram:GlobalID[@schemeID='0009']")
    return siret or _text(root, f"{_SELLER}/ram:SpecifiedLegalOrganization/ram:ID[@schemeID='0002']")


def _lines(root: Any) -> Iterator[StatedLine]:
    found = root.findall(f"{_TRANSACTION}/ram:IncludedSupplyChainTradeLineItem", NAMES)
    if len(found) > MOST_LINES:
        raise RuleBroken("error-xml-large", megabytes=4)
    for line in found:
        stated = _number(line, _LINE_TOTAL)
        if stated is None:
            raise RuleBroken("error-xml-incomplete")
        price = "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice"
        yield StatedLine(
            label=_text(line, "ram:SpecifiedTradeProduct/ram:Name")[:120],
            stated=stated,
            quantity=_number(line, "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity") or Decimal(0),
            price=_number(line, f"{price}/ram:ChargeAmount") or Decimal(0),
            per=_number(line, f"{price}/ram:BasisQuantity") or Decimal(1),
            charges=_line_charges(line),
        )


def _line_charges(line: Any) -> Decimal:
    """Charges less allowances of a line, which stand beside its price."""
    total = Decimal(0)
    for one in line.iterfind("ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge", NAMES):
        amount = _number(one, "ram:ActualAmount") or Decimal(0)
        total += amount if _text(one, "ram:ChargeIndicator/udt:Indicator") == "true" else -amount
    return total


def _vat(root: Any) -> Iterator[VatGroup]:
    for one in root.iterfind(f"{_SETTLEMENT}/ram:ApplicableTradeTax", NAMES):
        yield VatGroup(
            category=_text(one, "ram:CategoryCode"),
            basis=_number(one, "ram:BasisAmount") or Decimal(0),
            rate=_number(one, "ram:RateApplicablePercent") or Decimal(0),
            tax=_number(one, "ram:CalculatedAmount") or Decimal(0),
        )


def _tax_total(root: Any, currency: str) -> Decimal:
    """The VAT in the invoice's own currency: it may be told in a second one too (BT-111)."""
    for one in root.iterfind(f"{_TOTALS}/ram:TaxTotalAmount", NAMES):
        if one.get("currencyID", currency) == currency:
            return _plain(one.text)
    return Decimal(0)


def _text(node: Any, path: str) -> str:
    found = node.find(path, NAMES)
    return "" if found is None else " ".join((found.text or "").split())


def _number(node: Any, path: str) -> Decimal | None:
    found = node.find(path, NAMES)
    return None if found is None else _plain(found.text)


def _plain(text: str | None) -> Decimal:
    """A number of the schema: digits, a point, no exponent. Raises RuleBroken `error-xml-number`."""
    typed = (text or "").strip()
    if not _PLAIN_NUMBER.fullmatch(typed):
        raise RuleBroken("error-xml-number", typed=typed[:40])
    return Decimal(typed)


def _day(node: Any, path: str) -> date | None:
    """A date in the form 102 (YYYYMMDD), None when there is none. Raises RuleBroken `error-xml-incomplete`."""
    typed = _text(node, path)
    if not typed:
        return None
    try:
        return datetime.strptime(typed, "%Y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise RuleBroken("error-xml-incomplete") from None
