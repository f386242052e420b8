"""Words of the documents received: what may be done with them, what a file is, what a PDF says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentOperation(StrEnum):
    """What can be done with a document received."""

    KEEP = "keep_budget_document"
    VIEW = "view_budget_document"


class MediaType(StrEnum):
    """What a file is, told from its content; OTHER is kept and handed out, never opened."""

    PDF = "application/pdf"
    XML = "application/xml"
    TEXT = "text/plain"
    PNG = "image/png"
    JPEG = "image/jpeg"
    OTHER = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile:
    """A document byte for byte, with the name it came with and its SHA-256 in hexadecimal."""

    name: str
    media_type: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading:
    """What could be read in a PDF. `problem` is the key of the sentence that says why nothing was, or empty.

    The three amounts are proposed, in cents, None when not found: a person confirms them. `embedded_xml` is the
    invoice that a Factur-X carries, unread.
    """

    pages: int = 0
    text: str = ""
    encrypted: bool = False
    scanned: bool = False
    net_cents: int | None = None
    vat_cents: int | None = None
    gross_cents: int | None = None
    embedded_xml: bytes | None = None
    problem: str = ""
