"""Electronic invoices made for the tests: a vector, or a few figures, as an XML of syntax CII."""

from __future__ import annotations

from typing import Any

NAMES = (
    'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" '
    'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" '
    'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"'
)


def line(stated: str, quantity: str = "", price: str = "") -> str:
    """A line; without a quantity it states its amount alone."""
    return (
        "<ram:IncludedSupplyChainTradeLineItem>"
        "<ram:SpecifiedTradeProduct><ram:Name>Plaquettes</ram:Name></ram:SpecifiedTradeProduct>"
        + (
            f"<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>{price}"
            "</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>"
            f"<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity>{quantity}</ram:BilledQuantity>"
            "</ram:SpecifiedLineTradeDelivery>"
            if quantity
            else ""
        )
        + "<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>"
        + f"{stated}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>"
        "</ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>"
    )


def cii(
    case: dict[str, Any], *, number: str = "F-1", type_code: str = "380", lines: str = "", line_total: str = ""
) -> bytes:
    """A vector of `en16931_invoices` as the XML that a supplier would send."""
    from decimal import Decimal

    total = line_total or str(sum((Decimal(one) for one in case["lines"]), Decimal(0)))
    made = lines or "".join(line(one) for one in case["lines"])
    groups = "".join(
        f"<ram:ApplicableTradeTax><ram:CalculatedAmount>{one['tax']}</ram:CalculatedAmount><ram:TypeCode>VAT"
        f"</ram:TypeCode><ram:BasisAmount>{one['basis']}</ram:BasisAmount><ram:CategoryCode>{one['category']}"
        f"</ram:CategoryCode><ram:RateApplicablePercent>{one['rate']}</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
        for one in case["vat"]
    )
    return (
        f"<rsm:CrossIndustryInvoice {NAMES}><rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{type_code}"
        '</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20261102</udt:DateTimeString>'
        "</ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>"
        f"{made}<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Imprimerie Exemple</ram:Name>"
        "</ram:SellerTradeParty></ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>"
        f"<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>{groups}"
        "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"<ram:LineTotalAmount>{total}</ram:LineTotalAmount>"
        f"<ram:ChargeTotalAmount>{case['charges']}</ram:ChargeTotalAmount>"
        f"<ram:AllowanceTotalAmount>{case['allowances']}</ram:AllowanceTotalAmount>"
        f"<ram:TaxBasisTotalAmount>{case['tax_basis']}</ram:TaxBasisTotalAmount>"
        f'<ram:TaxTotalAmount currencyID="EUR">{case["tax_total"]}</ram:TaxTotalAmount>'
        f"<ram:GrandTotalAmount>{case['grand_total']}</ram:GrandTotalAmount>"
        f"<ram:TotalPrepaidAmount>{case['prepaid']}</ram:TotalPrepaidAmount>"
        f"<ram:DuePayableAmount>{case['due']}</ram:DuePayableAmount>"
        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>"
        "</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
    ).encode()
