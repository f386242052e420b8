"""What a PDF says, and what it says when it cannot be read."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from pypdf import PdfWriter

from budget.documents import reading, rules
from budget.documents.words import MediaType, PdfReading
from budget.quotes.proposing import propose
from workspace.kernel.errors import RuleBroken

FRENCH = """FACTURE F-2026-118
SARL au capital de 120 000,00 EUR   TVA intracommunautaire FR40303265045
Désignation        Qté    PU HT     Total HT
Plaquettes         1000   1,25      1 250,00
                         Total HT   1 250,00 €
                         TVA 20,00 %  250,00 €
                         Total TTC  1 500,00 €
"""


def pdf(text: str = "", pages: int = 1, password: str = "") -> bytes:
    """A PDF whose first page writes these lines in Helvetica."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if text:
        _write_on(writer, text)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _write_on(writer: PdfWriter, text: str) -> None:
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    said = ["BT /F1 10 Tf 12 TL 40 800 Td"]
    for line in text.splitlines():
        raw = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        said.append(f"({raw.decode('cp1252')}) Tj T*")
    stream = DecodedStreamObject()
    stream.set_data(("\n".join(said) + "\nET").encode("cp1252"))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    page = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(stream)


def test_totals_of_a_pdf_are_proposed() -> None:
    got = reading.read_pdf(pdf(FRENCH))
    assert (got.net_cents, got.vat_cents, got.gross_cents) == (125_000, 25_000, 150_000)
    assert (got.pages, got.problem, got.scanned, got.encrypted) == (1, "", False, False)
    assert "F-2026-118" in got.text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04 a zip called facture.pdf", "error-document-not-pdf"),
        (b"", "error-document-not-pdf"),
        (pdf("secret", password="x"), "error-document-encrypted"),
        (pdf(pages=500), "error-document-pages"),
        (pdf(), "error-document-scan"),
        (b"%PDF-1.7\n" + b"\x00garbage" * 50, "error-document-damaged"),
        (pdf(FRENCH)[:400], "error-document-damaged"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>", "error-document-damaged"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, problem: str) -> None:
    got = reading.read_pdf(content)
    assert got.problem == problem
    assert (got.net_cents, got.gross_cents, got.embedded_xml) == (None, None, None)
    assert got.encrypted == (problem == "error-document-encrypted")


def test_closed_against_printing_only_is_read() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(FRENCH)))
    writer.encrypt(user_password="", owner_password="x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert reading.read_pdf(out.getvalue()).gross_cents == 150_000


def test_bomb_is_not_unpacked() -> None:
    packed = zlib.compress(b"0" * (200 << 20), 9)
    page = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    page += b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream endobj\n"
    page += b"trailer<</Root 1 0 R/Size 5>>"
    assert reading.read_pdf(page).problem in {"error-document-damaged", "error-document-scan"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Total HT 100,00\nTotal TTC 120,00", (10_000, None, 12_000)),  # the VAT itself stands nowhere
        ("Net à payer : 1 620,00 €\nTVA non applicable, art. 293 B du CGI", (162_000, 0, 162_000)),
        ("Total H.T.   1 000,00\nTVA   55,00\nTotal T.T.C.   1 055,00", (100_000, 5_500, 105_500)),
        ("Capital 120 000,00\nTVA FR12\nbonjour", (None, None, None)),
        ("Montant total HT\n2 345,60\nTVA 20 %\n469,12\nMontant total TTC\n2 814,72", (234_560, 46_912, 281_472)),
    ],
)
def test_totals_are_proposed_only_when_sure(text: str, expected: tuple[int | None, ...]) -> None:
    assert rules.propose_totals(text) == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4", MediaType.PDF),
        (b"\n\n%PDF-1.4", MediaType.PDF),
        (b"<?xml version='1.0'?><a/>", MediaType.XML),
        ("\ufeff<a/>".encode(), MediaType.XML),
        ("date;libellé".encode("cp1252"), MediaType.TEXT),
        (b"\x89PNG\r\n\x1a\n\x00", MediaType.PNG),
        (b"MZ\x90\x00\x03", MediaType.OTHER),
    ],
)
def test_type_is_told_from_the_bytes(content: bytes, kind: MediaType) -> None:
    assert rules.media_type(content) is kind


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "error-document-empty"), (b"x" * (10 << 20 | 1), "error-document-large")]
)
def test_sizes(content: bytes, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        rules.check_size(content)


@pytest.mark.parametrize("unit", [" ", "Total ", "1 111 ", "devis n° ", "1 111\u00a0\t", "Total HT  \t  "])
def test_hostile_text_is_read_soon(unit: str) -> None:
    """Two hundred thousand signs on one line: it is cut before any pattern is tried on it."""
    text = (unit * rules.LINE_LENGTH**2)[:200_000]
    assert all(len(line) <= rules.LINE_LENGTH and "   " not in line for line in rules.bounded_lines(text))
    begun = time.process_time()
    rules.propose_totals(text)
    propose(PdfReading(text=text), [])
    assert time.process_time() - begun < 1


def test_columns_do_not_run_into_one_number() -> None:
    assert rules.propose_totals("Total TTC 125" + " " * 12 + "250,00")[2] == 25_000
