"""The vectors of spending, as checks that say what failed: for the tests, and for the promises that count them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from budget.documents.reading import read_pdf
from budget.reading import facturx, rules
from budget.reading.words import ElectronicInvoice, VatGroup
from tests.unit.budget.cii import cii, line
from workspace.kernel.errors import RuleBroken

TESTS = Path(__file__).parents[2]
VECTORS: dict[str, Any] = json.loads((TESTS / "vectors" / "budget.json").read_text("utf-8"))
INVOICES = TESTS / "samples" / "invoices"
# (file, without VAT, VAT, with VAT, to pay): what each official file states.
SAMPLES = (
    ("akretion_factur-x-en16931.xml", "100.00", "4.90", "104.90", "104.90"),
    ("akretion_factur-x-minimum.xml", "100.00", "4.90", "104.90", "104.90"),
    ("akretion_invoice_EN16931.pdf", "100.00", "4.90", "104.90", "104.90"),
    ("cen_CII_example8_vat-per-line-differs.xml", "908.91", "190.87", "1099.78", "1099.78"),
)
GOOD = {
    "lines": ["320.00", "159.87"], "charges": "0.00", "allowances": "0.00", "tax_basis": "479.87",
    "vat": [{"category": "S", "basis": "479.87", "rate": "19", "tax": "91.17"}],
    "tax_total": "91.17", "grand_total": "571.04", "prepaid": "0.00", "due": "571.04",
}  # fmt: skip
# What is changed in a right invoice, and every rule that then breaks.
WRONG: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    ({"grand_total": "999.99"}, ("BR-CO-15", "BR-CO-16")),
    ({"due": "571.05"}, ("BR-CO-16",)),
    ({"prepaid": "10.00"}, ("BR-CO-16",)),
    ({"tax_total": "91.18", "grand_total": "571.05", "due": "571.05"}, ("BR-CO-14",)),
    ({"tax_total": "91.18"}, ("BR-CO-14", "BR-CO-15")),
    ({"charges": "1.00"}, ("BR-CO-13",)),
    ({"allowances": "1.00"}, ("BR-CO-13",)),
    ({"tax_basis": "479.88", "grand_total": "571.05", "due": "571.05"}, ("BR-CO-13",)),
    ({"lines": ["320.00", "159.86"], "line_total": "479.87"}, ("BR-CO-10",)),
    ({"due": "571.040001"}, ("BR-CO-16", "BR-DEC")),
)


def readable() -> list[tuple[str, bytes, tuple[str, str, str, str]]]:
    """Every readable sample: (name, its XML, its official totals): the files, and the vectors as XML."""
    found = []
    for name, *totals in SAMPLES:
        data = (INVOICES / name).read_bytes()
        if name.endswith(".pdf"):
            data = read_pdf(data).embedded_xml or b""
        found.append((name, data, (totals[0], totals[1], totals[2], totals[3])))
    for case in VECTORS["en16931_invoices"]:
        stated = (case["tax_basis"], case["tax_total"], case["grand_total"], case["due"])
        found.append((case["id"], cii(case), stated))
    return found


def misread() -> list[str]:
    """Readable samples that do not give their official totals."""
    failed = []
    for name, data, totals in readable():
        try:
            got = facturx.read_invoice(data)
        except RuleBroken as broken:
            failed.append(f"{name}: {broken.code} {broken.values}")
            continue
        if (got.tax_basis, got.tax_total, got.grand_total, got.due) != tuple(Decimal(one) for one in totals):
            failed.append(f"{name}: {got.tax_basis} {got.tax_total} {got.grand_total} {got.due}")
    return failed


def accepted() -> list[str]:
    """Wrong samples that are not refused with exactly the rules that they break."""
    failed = []
    for change, expected in (*WRONG, *_published()):
        case = GOOD | change
        try:
            facturx.read_invoice(cii(case, line_total=change.get("line_total", "")))
            failed.append(f"{change}: accepted")
        except RuleBroken as broken:
            if broken.values.get("rules") != ", ".join(expected):
                failed.append(f"{change}: {broken.code} {broken.values}")
    return failed


def _published() -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    return [
        ({"grand_total": "999.99"}, tuple(case["expect_failed"]))
        for case in VECTORS["en16931_invalid"]
        if case.get("expect_failed")
    ]


def undoubted() -> list[str]:
    """Vectors that the standard lets pass and about which the person must, or must not, be told."""
    failed = []
    for case in VECTORS["en16931_invalid"]:
        if "line" in case:
            stated = case["line"]
            total = {"lines": [stated["stated"]], "tax_basis": stated["stated"], "tax_total": "0", "vat": []}
            total |= {"grand_total": stated["stated"], "due": stated["stated"]}
            xml = cii(GOOD | total, lines=line(stated["stated"], stated["qty"], stated["net_price"]))
            got = rules.doubts(facturx.read_invoice(xml))
            if [(one.code, one.computed) for one in got] != [("QTY-PRICE", Decimal(stated["computed"]))]:
                failed.append(f"{case['id']}: {got}")
        if "stated_tax" in case:
            basis, rate, tax = (Decimal(case[key]) for key in ("basis", "rate", "stated_tax"))
            if any(rules.doubts(_one_rate(basis, rate, tax))):
                failed.append(f"{case['id']}: a cent is told")
            if [one.computed for one in rules.doubts(_one_rate(basis, rate, tax + Decimal("0.03")))] != [
                Decimal(case["computed_tax"])
            ]:
                failed.append(f"{case['id']}: two cents are not told")
    return failed


def _one_rate(basis: Decimal, rate: Decimal, tax: Decimal) -> ElectronicInvoice:
    from datetime import date

    return ElectronicInvoice(
        number="1", type_code="380", issued_on=date(2026, 1, 1), tax_basis=basis, tax_total=tax,
        vat=(VatGroup(category="S", basis=basis, rate=rate, tax=tax),), grand_total=basis + tax, due=basis + tax,
    )  # fmt: skip


def bank_failed() -> list[str]:
    """Vectors of bank statements that do not come out as they say."""
    from budget.reading import statements
    from tests.unit.budget.banks import camt, ofx

    cases = {case["id"]: case for case in VECTORS["bank_import"]}
    failed = []
    case = cases["camt-unbalanced"]
    try:
        statements.read_camt(camt(case["opening"], case["entries"], case["closing"]))
        failed.append("camt-unbalanced: accepted")
    except RuleBroken as broken:
        if broken.values.get("off_cents") != int(Decimal(case["difference"]) * 100):
            failed.append(f"camt-unbalanced: {broken.code} {broken.values}")
    case = cases["ofx-cp1252"]
    row = statements.read_ofx(ofx(case["amount"], case["fitid"], case["memo"])).rows[0]
    if (row.amount_cents, row.reference) != (int(Decimal(case["amount"]) * 100), case["fitid"]):
        failed.append(f"ofx-cp1252: {row}")
    if case["memo"] not in row.label:
        failed.append(f"ofx-cp1252: {row.label}")
    again = statements.read_ofx(ofx(case["amount"], case["fitid"], "another memo")).rows[0]
    if again.key != row.key:
        failed.append("dedupe-key: the bank's reference does not make the key")
    return failed
