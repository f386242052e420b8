"""Reading a PDF with pypdf: its text, the totals it seems to state, the invoice a Factur-X carries. Never raises."""

from __future__ import annotations

import io
import logging
import time
from typing import Any

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from budget.documents import rules
from budget.documents.words import MediaType, PdfReading

# A devis or an invoice has a few pages; what is longer is kept, and not read.
MOST_PAGES = 60
MOST_SECONDS = 8.0
MOST_LETTERS = 200_000
LARGEST_XML = 4 << 20
# The names a Factur-X, or a ZUGFeRD before it, gives to the invoice inside.
_EMBEDDED = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml")

# pypdf tells of each oddity of a file it could read all the same.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(content: bytes) -> PdfReading:
    """What a PDF says. When it cannot be read, `problem` names the sentence that says why."""
    if rules.media_type(content) is not MediaType.PDF:
        return PdfReading(problem="error-document-not-pdf")
    try:
        return _read(content)
    except FileNotDecryptedError:
        return PdfReading(encrypted=True, problem="error-document-encrypted")
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError):
        # A damaged file makes the library fail in many ways, none of which tells the person more than this.
        return PdfReading(problem="error-document-damaged")


def _read(content: bytes) -> PdfReading:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not _opens_without_password(reader):
        return PdfReading(encrypted=True, problem="error-document-encrypted")
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        return PdfReading(pages=pages, problem="error-document-pages")
    xml = _embedded(reader)
    text = _text(reader)
    if not text.strip():
        problem = "" if xml else "error-document-scan"
        return PdfReading(pages=pages, scanned=True, embedded_xml=xml, problem=problem)
    net, vat, gross = rules.propose_totals(text)
    return PdfReading(
        pages=pages, text=text, net_cents=net, vat_cents=vat, gross_cents=gross, embedded_xml=xml
    )  # fmt: skip


def _opens_without_password(reader: PdfReader) -> bool:
    """Many files are only closed against printing: the empty password opens them."""
    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, ImportError):  # a cipher that is not here
        return False


def _text(reader: PdfReader) -> str:
    """The text of the pages, as far as the limits of time and size allow; columns stay on their lines."""
    until = time.monotonic() + MOST_SECONDS
    parts: list[str] = []
    letters = 0
    for page in reader.pages:
        parts.append(_page_text(page))
        letters += len(parts[-1])
        if letters > MOST_LETTERS or time.monotonic() > until:
            break
    return "\n".join(parts)[:MOST_LETTERS]


def _page_text(page: Any) -> str:
    try:
        laid_out: str = page.extract_text(extraction_mode="layout")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Some fonts have no widths to lay out by; the words in order are better than none.
        plain: str = page.extract_text()
        return plain
    return laid_out


def _embedded(reader: PdfReader) -> bytes | None:
    """The invoice inside a Factur-X, None when there is none or it is larger than any invoice."""
    for one in reader.attachment_list:
        if one.name.lower() in _EMBEDDED and (one.size or 0) <= LARGEST_XML:
            data = bytes(one.content)
            return data if len(data) <= LARGEST_XML else None
    return None
